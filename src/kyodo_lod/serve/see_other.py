"""From an IRI to what describes the thing: 303 to the page or the file that Accept asks for.

As "Cool URIs for the Semantic Web" has it, section 4.4; docs/deploy.md has the table.
"""

from collections.abc import Collection, Iterator, Sequence
from urllib.parse import quote

from kyodo_lod.publish.pages.page import localized
from kyodo_lod.rdf.formats import CSV, FORMATS
from kyodo_lod.serve.described import Described
from kyodo_lod.serve.files import FIRST_PAGE, HTML
from kyodo_lod.serve.message import TEXT, Reply, Request
from kyodo_lod.serve.negotiate import GRAPHS, Offer, choose, language
from kyodo_lod.serve.release import GZIP, Release

_PAGE = ".html"
_ENGLISH = localized(_PAGE, "en")


def lead(described: Described, request: Request, release: Release) -> Reply:
    """Lead to what a client likes best of what describes a thing; 406 where it likes nothing.

    Args:
        described: where the thing is described.
        request: with its Accept.
        release: what is served.
    """
    offered = offers_of(described, release.files)
    vary = ("Accept", *_varies(described.page, release.files))
    chosen = choose(request.header("accept"), offered)
    if chosen is None:
        return _not_acceptable(offered, vary)
    return see_other(_in_language(chosen.name, request, release.files), vary)


def lead_by_suffix(
    described: Described, ending: str, request: Request, release: Release
) -> Reply | None:
    """Lead to the file of a format that the address names; None where there is none.

    Args:
        described: where the thing is described.
        ending: of the address, with its dot.
        request: with its language.
        release: what is served.
    """
    for offer in offers_of(described, release.files):
        if offer.media_type != HTML and offer.name.endswith(ending):
            return see_other(offer.name)
        if offer.media_type == HTML and ending == _PAGE:
            found = _in_language(offer.name, request, release.files)
            return see_other(found, _varies(offer.name, release.files))
        if offer.media_type == HTML and ending == _ENGLISH:
            return see_other(_english(offer.name, release.files))
    return None


def offers_of(described: Described, files: Collection[str]) -> tuple[Offer, ...]:
    """Give what a thing is offered as, the preferred first; `name` is the path of each.

    The nearest file of each format; a page comes second, for whoever says nothing is a program.

    Args:
        described: where the thing is described.
        files: all there are.
    """
    data: dict[str, Offer] = {}
    for offer in _data(described.stems, files):
        data.setdefault(offer.media_type, offer)
    first, others = list(data.values())[:1], list(data.values())[1:]
    page = [Offer(HTML, described.page)] if described.page.partition("#")[0] in files else []
    table = [Offer(CSV.media_type, described.table)] if described.table in files else []
    return (*first, *page, *others, *table)


def _data(stems: Sequence[str], files: Collection[str]) -> Iterator[Offer]:
    for stem in stems:
        for offer in GRAPHS:
            name = f"{stem}.{FORMATS[offer.name].extension}"
            if name in files or f"{name}{GZIP}" in files:
                yield Offer(offer.media_type, name, offer.aliases)


def see_other(place: str, vary: tuple[str, ...] = (), status: int = 303) -> Reply:
    """Lead to a place in the site.

    Args:
        place: a path, decoded, with its fragment; a folder's first page stands for the folder.
        vary: names of the request's fields that chose it.
        status: of HTTP.
    """
    path, hash_sign, fragment = place.partition("#")
    folder, slash, last = path.rpartition("/")
    path = f"{folder}{slash}" if last == FIRST_PAGE else path
    location = f"{quote(path)}{hash_sign}{quote(fragment, safe='/=,')}"
    return Reply(status, headers={"Location": location}, vary=vary, outcome="see-other")


def _in_language(place: str, request: Request, files: Collection[str]) -> str:
    """Give a page in the reader's language; anything else as it is."""
    wanted = language(request.header("accept-language"))
    return _english(place, files) if wanted == "en" and _varies(place, files) else place


def _english(place: str, files: Collection[str]) -> str:
    page, hash_sign, fragment = place.partition("#")
    twin = localized(page, "en")
    return f"{twin}{hash_sign}{fragment}" if twin in files else place


def _varies(place: str, files: Collection[str]) -> tuple[str, ...]:
    """Tell what chooses between a page and its twin; a folder chooses by itself."""
    page = place.partition("#")[0]
    has_twin = page.endswith(_PAGE) and localized(page, "en") in files
    return ("Accept-Language",) if has_twin and not page.endswith(FIRST_PAGE) else ()


def _not_acceptable(offered: Sequence[Offer], vary: tuple[str, ...]) -> Reply:
    types = ", ".join(offer.media_type for offer in offered)
    return Reply(406, f"406: {types}\n".encode(), TEXT, vary=vary, outcome="not-acceptable")
