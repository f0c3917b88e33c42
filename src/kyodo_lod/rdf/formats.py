"""The one table of RDF formats: command line, file names, media types and catalogue all read it."""

from importlib import import_module
from pathlib import PurePath
from typing import IO, TYPE_CHECKING, NamedTuple, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from kyodo_lod.rdf.terms import Statement

Writer: TypeAlias = "Callable[[Iterable[Statement], Format, IO[bytes], str], None]"


class Format(NamedTuple):
    """An RDF serialisation.

    Args:
        name: as on the command line.
        title: as people call it.
        extension: of its files, without the dot.
        media_type: its IANA media type.
        oxigraph: name of pyoxigraph's `RdfFormat`.
        writer: `module:function` that writes it, resolved when called.
        graphs: whether it can name graphs.
        published: whether `dist/` holds each dataset in it.
        aliases: other names by which clients ask for the same media type.
    """

    name: str
    title: str
    extension: str
    media_type: str
    oxigraph: str
    writer: str
    graphs: bool = False
    published: bool = True
    aliases: tuple[str, ...] = ()

    def resolve_writer(self) -> "Writer":
        """Import and give the function that writes this format."""
        module, _, function = self.writer.partition(":")
        writer: Writer = getattr(import_module(module), function)
        return writer


TURTLE = Format(
    "turtle", "Turtle", "ttl", "text/turtle", "TURTLE", "kyodo_lod.rdf.turtle:write",
    # Turtle is a part of N3: who asks for N3 can read it
    aliases=(
        "application/x-turtle", "application/turtle", "text/n3", "text/rdf+n3", "application/n3",
    ),
)  # fmt: skip
JSON_LD = Format(
    "json-ld", "JSON-LD", "jsonld", "application/ld+json", "JSON_LD", "kyodo_lod.rdf.jsonld:write",
    aliases=("application/json",),
)  # fmt: skip
N_TRIPLES = Format(
    "n-triples", "N-Triples", "nt", "application/n-triples", "N_TRIPLES",
    "kyodo_lod.rdf.serialize:write", aliases=("text/plain",),
)  # fmt: skip
RDF_XML = Format(
    "rdf-xml", "RDF/XML", "rdf", "application/rdf+xml", "RDF_XML", "kyodo_lod.rdf.serialize:write",
    aliases=("application/xml", "text/xml"),
)  # fmt: skip
TRIG = Format(
    "trig", "TriG", "trig", "application/trig", "TRIG", "kyodo_lod.rdf.turtle:write", graphs=True,
    aliases=("application/x-trig",),
)  # fmt: skip
N_QUADS = Format(
    "n-quads", "N-Quads", "nq", "application/n-quads", "N_QUADS",
    "kyodo_lod.rdf.serialize:write", graphs=True, published=False,
    aliases=("text/x-nquads",),
)  # fmt: skip

#: every format, in the order in which they are offered
FORMATS = {f.name: f for f in (TURTLE, JSON_LD, N_TRIPLES, N_QUADS, TRIG, RDF_XML)}

_OTHER_EXTENSIONS = {"json": JSON_LD, "xml": RDF_XML, "owl": RDF_XML, "ntriples": N_TRIPLES}


def format_of(path: str | PurePath) -> Format | None:
    """Give the format that the file name `path` stands for, if any; .gz around it does not matter.

    >>> format_of("plan.ttl").media_type
    'text/turtle'
    >>> format_of("plan.nt.gz").name
    'n-triples'
    """
    by_extension = {f.extension: f for f in FORMATS.values()} | _OTHER_EXTENSIONS
    return by_extension.get(_extension(path))


def is_surely_rdf(path: str | PurePath) -> bool:
    """Tell whether a file name is RDF's own, and no other format's that may hold RDF.

    >>> is_surely_rdf("plan.jsonld"), is_surely_rdf("package.json")
    (True, False)
    """
    return _extension(path) in {f.extension for f in FORMATS.values()}


def _extension(path: str | PurePath) -> str:
    name = PurePath(path)
    packed = name.suffix.lower() == ".gz"
    return PurePath(name.stem if packed else name).suffix.lower().removeprefix(".")


class ResultFormat(NamedTuple):
    """A SPARQL 1.1 results format, for SELECT and ASK.

    Args:
        name: as on the command line.
        extension: of its files, without the dot.
        media_type: its IANA media type.
        oxigraph: name of pyoxigraph's `QueryResultsFormat`.
        aliases: other names by which clients ask for the same media type.
    """

    name: str
    extension: str
    media_type: str
    oxigraph: str
    aliases: tuple[str, ...] = ()


CSV = ResultFormat("csv", "csv", "text/csv", "CSV")

#: every results format, in the order in which they are offered
RESULT_FORMATS = {
    f.name: f
    for f in (
        CSV,
        ResultFormat("tsv", "tsv", "text/tab-separated-values", "TSV"),
        ResultFormat(
            "json", "srj", "application/sparql-results+json", "JSON", ("application/json",)
        ),
        ResultFormat(
            "xml", "srx", "application/sparql-results+xml", "XML", ("application/xml", "text/xml")
        ),
    )
}
