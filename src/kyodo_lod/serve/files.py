"""A file of the site as it is sent: media type, packing, caching, what it is linked to."""

import re
from collections.abc import Collection, Iterator
from pathlib import PurePosixPath
from typing import NamedTuple

from kyodo_lod.bilingual import Language
from kyodo_lod.publish.distributions import WORKBOOK
from kyodo_lod.publish.pages.page import LANGUAGES, localized
from kyodo_lod.rdf.formats import CSV, FORMATS
from kyodo_lod.serve.message import Reply, Request, content_type
from kyodo_lod.serve.negotiate import takes_gzip
from kyodo_lod.serve.release import GZIP, Release
from kyodo_lod.source.release import VERSION

HTML = "text/html"
FIRST_PAGE = "index.html"
_METADATA = "csv-metadata.json"
_CSVW = "application/csvm+json"
_PAGE = ".html"


class _Kind(NamedTuple):
    """What files of one extension are.

    Args:
        media_type: without parameters.
        packs_well: whether gzip makes them much smaller.
    """

    media_type: str
    packs_well: bool = True


_UNKNOWN = _Kind("application/octet-stream", packs_well=False)
#: by extension; those of RDF and of tables are as their formats have them
_KINDS = {each.extension: _Kind(each.media_type) for each in FORMATS.values()} | {
    CSV.extension: _Kind(CSV.media_type),
    "html": _Kind(HTML),
    "css": _Kind("text/css"),
    "js": _Kind("text/javascript"),
    "json": _Kind("application/json"),
    "rq": _Kind("application/sparql-query"),
    "svg": _Kind("image/svg+xml"),
    "txt": _Kind("text/plain"),
    "bin": _Kind("application/octet-stream"),  # WebAssembly
    "xlsx": _Kind(WORKBOOK.media_type, packs_well=False),
    "gz": _Kind("application/gzip", packs_well=False),
    "": _Kind("text/plain", packs_well=False),  # hashes
}
#: a version of the data or of the vocabulary, which never changes
_VERSION = re.compile(rf"(?:dataset/[^/]+/{VERSION.pattern}/[^/]+|def/{VERSION.pattern}\.ttl)")
_FOR_EVER = "public, max-age=31536000, immutable"


def file_reply(name: str, request: Request, release: Release, vary: tuple[str, ...] = ()) -> Reply:
    """Send a file.

    Args:
        name: one of the release's files.
        request: tells whether it may be packed.
        release: what is served.
        vary: names of the request's fields that chose this file.
    """
    sha256, packed = release.files[name], release.packed / f"{name}{GZIP}"
    has_packed = packed.is_file()
    is_packed = has_packed and _takes_packed(request)
    return Reply(
        200,
        packed if is_packed else release.site / name,
        media_type(name),
        headers_of(name, release.files),
        f"{sha256}-gzip" if is_packed else sha256,
        (*vary, *_varies(has_packed)),
        "gzip" if is_packed else "",
    )


def unpacked_reply(name: str, request: Request, release: Release) -> Reply:
    """Send a file that is only kept packed: as it is to who takes gzip, unpacked to the others.

    Args:
        name: without `.gz`.
        request: tells which.
        release: what is served.
    """
    kept = f"{name}{GZIP}"
    sha256 = release.files[kept]
    is_packed = _takes_packed(request)
    return Reply(
        200,
        release.site / kept if is_packed else release.unpacked / name,
        media_type(name),
        headers_of(name, release.files),
        f"{sha256}-gzip" if is_packed else f"{sha256}-unpacked",
        _varies(True),
        "gzip" if is_packed else "",
    )


def _takes_packed(request: Request) -> bool:
    """Tell whether to send it packed; a part that is asked for is a part of the file itself."""
    return takes_gzip(request.header("accept-encoding")) and request.header("range") is None


def _varies(has_packed: bool) -> tuple[str, ...]:
    return ("Accept-Encoding",) if has_packed else ()


def media_type(name: str) -> str:
    """Give the media type of a file, with its parameters.

    >>> media_type("catalog.ttl"), media_type("dataset/x/csv-metadata.json")
    ('text/turtle; charset=utf-8', 'application/csvm+json')
    """
    if PurePosixPath(name).name == _METADATA:
        return _CSVW
    return content_type(_kind(name).media_type)


def packs_well(name: str) -> bool:
    """Tell whether gzip makes a file much smaller.

    >>> packs_well("catalog.ttl"), packs_well("dataset/x/x.xlsx")
    (True, False)
    """
    return _kind(name).packs_well


def _kind(name: str) -> _Kind:
    return _KINDS.get(PurePosixPath(name).suffix.removeprefix("."), _UNKNOWN)


def headers_of(name: str, files: Collection[str]) -> dict[str, str]:
    """Give the headers that a file has of its own: language, links, how long it stays as it is.

    Args:
        name: of the file.
        files: all there are.
    """
    found: dict[str, str] = {}
    if name.endswith(_PAGE):
        found["Content-Language"] = language_of(name)
    if links := ", ".join(_links(name, files)):
        found["Link"] = links
    if _VERSION.fullmatch(name):
        found["Cache-Control"] = _FOR_EVER
    return found


def language_of(page: str) -> Language:
    """Give the language of a page by its name."""
    return "en" if page == localized(japanese(page), "en") else "ja"


def japanese(page: str) -> str:
    """Give the name of the Japanese page of a pair.

    >>> japanese("id/072036.en.html"), japanese("id/072036.html")
    ('id/072036.html', 'id/072036.html')
    """
    for language in LANGUAGES[1:]:
        page = page.replace(f".{language}{_PAGE}", _PAGE)
    return page


def _links(name: str, files: Collection[str]) -> Iterator[str]:
    """Give what a file is linked to (RFC 8288), relative to its folder: a page to its data."""
    folder, _, last = name.rpartition("/")
    if last.endswith(f".{CSV.extension}") and f"{folder}/{_METADATA}" in files:
        yield f'<{_METADATA}>; rel="describedby"; type="{_CSVW}"'
    if not last.endswith(_PAGE):
        return
    stem = japanese(last).removesuffix(_PAGE)
    if f"{stem}{_PAGE}" == FIRST_PAGE:
        stem = PurePosixPath(folder).name if folder else "catalog"
    for fmt in FORMATS.values():
        data = f"{stem}.{fmt.extension}"
        if (f"{folder}/{data}" if folder else data) in files:
            yield f'<{data}>; rel="alternate"; type="{fmt.media_type}"'
