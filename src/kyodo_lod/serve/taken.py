"""In which format an answer is taken: by `format`, else by Accept."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from kyodo_lod.bilingual import Bilingual
from kyodo_lod.rdf.formats import FORMATS, RESULT_FORMATS, Format, ResultFormat
from kyodo_lod.serve.message import content_type
from kyodo_lod.serve.negotiate import GRAPHS, RESULTS, Offer, choose
from kyodo_lod.serve.refusals import RefusedError

HTML = Offer("text/html", "html")
#: what clients call formats of graphs beside their names, extensions and media types
_ALSO = {
    "xml": "rdf-xml",
    "rdf+xml": "rdf-xml",
    "json": "json-ld",
    "n3": "turtle",
    "ntriples": "n-triples",
    "nquads": "n-quads",
}
_TWO = Bilingual("format は一つだけ書いてください。", "give one format")


@dataclass(frozen=True, slots=True)
class Taken:
    """What a client takes.

    Args:
        table: name of a results format; empty where no table is taken.
        graph: name of an RDF format; empty where no graph is taken.
        is_page: whether a page for people is preferred.
    """

    table: str
    graph: str
    is_page: bool = False

    def media_type(self, is_graph: bool) -> str:
        """Give the media type of an answer."""
        fmt: Format | ResultFormat = FORMATS[self.graph] if is_graph else RESULT_FORMATS[self.table]
        return content_type(fmt.media_type)


def taken(accept: str | None, wishes: Sequence[str]) -> Taken:
    """Give what a client takes.

    Args:
        accept: the field; None where it was not sent.
        wishes: names, extensions or media types of a format; those that are not known count for
            nothing beside one that is.

    Raises:
        RefusedError: where nothing is taken that there is (406), or no format is called so, or two are
            wished (400).
    """
    if wishes:
        return _wished(wishes)
    table, graph = choose(accept, RESULTS), choose(accept, GRAPHS)
    page = choose(accept, (*RESULTS, *GRAPHS, HTML)) == HTML
    if table is None and graph is None and not page:
        raise not_offered((*RESULTS, *GRAPHS))
    return Taken(table.name if table else "", graph.name if graph else "", page)


def graph_taken(accept: str | None, wishes: Sequence[str]) -> Taken:
    """Give what a client takes of the endpoint's own description; as `taken`."""
    if wishes:
        wished = _wished(wishes)
        if not wished.graph:
            raise not_offered(GRAPHS)
        return wished
    graph, page = choose(accept, GRAPHS), choose(accept, (*GRAPHS, HTML)) == HTML
    if graph is None and not page:
        raise not_offered((*GRAPHS, HTML))
    return Taken("", graph.name if graph else "", page)


def not_offered(offered: Iterable[Offer]) -> RefusedError:
    """Give the refusal of a request for what there is not (RFC 9110, section 15.5.7)."""
    names = ", ".join(offer.media_type for offer in offered)
    return RefusedError(
        406, Bilingual(f"次の形式があります: {names}", f"there are {names}"), "format"
    )


def _wished(wishes: Sequence[str]) -> Taken:
    """Give what is wished: of each list the first that is known, and of all lists the same."""
    named = [each for each in map(_first_known, wishes) if each.table or each.graph]
    tables = {each.table for each in named} - {""}
    graphs = {each.graph for each in named} - {""}
    if not named:
        known = ", ".join((*RESULT_FORMATS, *FORMATS))
        raise RefusedError(
            400,
            Bilingual(f"format は次のどれかです: {known}", f"format is one of {known}"),
            "format",
        )
    if len(tables) > 1 or len(graphs) > 1:
        raise RefusedError(400, _TWO, "format")
    return Taken("".join(tables), "".join(graphs))


def _first_known(wish: str) -> Taken:
    """Give the format that the first known name of a list names; one of nothing where none is known."""
    named = (_meant(name) for name in wish.lower().split(","))
    return next((each for each in named if each.table or each.graph), Taken("", ""))


def _meant(name: str) -> Taken:
    # a plus that was not encoded came as a space
    plain = name.partition(";")[0].strip().replace(" ", "+")
    graph = _ALSO.get(plain) or _named(plain, FORMATS.values())
    return Taken(_named(plain, RESULT_FORMATS.values()), graph)


def _named(name: str, formats: Iterable[Format | ResultFormat]) -> str:
    """Give the name of the format that is called so; empty where none is."""
    called = (
        fmt.name
        for fmt in formats
        if name in (fmt.name, fmt.extension, fmt.media_type, *fmt.aliases)
    )
    return next(called, "")
