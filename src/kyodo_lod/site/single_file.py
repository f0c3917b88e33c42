"""The site as one file that opens from a disk: all pages, scripts and data in one HTML, no request."""

import base64
import gzip
import re
from collections.abc import Callable, Iterator
from os import PathLike
from pathlib import Path
from typing import IO

from markupsafe import Markup

from kyodo_lod.bilingual import Language
from kyodo_lod.publish import replace
from kyodo_lod.publish.pages.page import LANGUAGES, localized
from kyodo_lod.publish.pages.render import hash_source, render
from kyodo_lod.site.bound_page import Binding, BoundPage
from kyodo_lod.site.folder import write_site
from kyodo_lod.site.pages import THEME
from kyodo_lod.site.published import Published

#: bytes beyond which a file is slow to open on an ordinary machine
LIMIT = 8 * 1024 * 1024
#: the pages of the navigation come first, in its order
_FIRST = ("index", "search", "figures", "queries/index", "sparql", "quality", "codes")
#: pages whose scripts know the ids in them
_KEEPS = ("search", "sparql")
#: what can be saved from the file, and what its scripts read
_HELD = (".bin", ".csv", ".nt", ".rq", ".ttl", ".xlsx")
#: siblings of single pages, earlier vocabularies and releases are not held
_LEFT_OUT = ("id/", "def/", "ckan/")
_OWN = "assets/one-file.js"
#: while the rest of the file is read, only its first page is shown; the navigation stays above each
_OPENING = "document.documentElement.classList.add('opening')"
_OWN_STYLE = """\
.opening main > article + article { display: none; }
main > article { scroll-margin-top: 100rem; }"""
_GZIP = b"\x1f\x8b"
_STYLE = re.compile(r"<style>(.*?)</style>", re.DOTALL)
#: what would end a script, or begin a comment in it (HTML, section 4.12.1.3)
_ENDS = re.compile(r"<(?=/?script|!--)", re.IGNORECASE)

#: letters that HTML forbids (section 13.2.3.5); regular expressions of other people's scripts hold some
_UNFIT = re.compile("[\\x00-\\x08\\x0b\\x0e-\\x1f\\x7f-\\x9f\\ufdd0-\\ufdef\\ufffe\\uffff]")


def make_single_file(
    published: str | PathLike[str] = "dist",
    out: str | PathLike[str] = "kyodo.html",
    *,
    progress: Callable[[str], None] = lambda _: None,
) -> dict[Path, int]:
    """Make the site as one file in each language: `kyodo.html` and `kyodo.en.html`.

    Args:
        published: the folder that `kyodo-lod build` made.
        out: the Japanese file; the English one stands beside it.
        progress: told what is being written.

    Returns:
        The files with their sizes in bytes.

    Raises:
        GraphError: `published` holds no dataset, or what does not parse.
        OutputError: a file cannot be written.
    """
    target = Path(out)
    targets = {each: target.with_name(localized(target.name, each)) for each in LANGUAGES}
    replace.refuse_folders(targets.values())
    source = Published(Path(published))
    with replace.scratch() as scratch:
        site = scratch / "_site"
        write_site(source, site, progress=progress)
        texts = {
            path: _bound(site, language, source.home, target.name)
            for language, path in targets.items()
        }
    for path, data in texts.items():
        replace.replace_file(path, _writer(data))
    return {path: len(data) for path, data in texts.items()}


def _writer(data: bytes) -> Callable[[IO[bytes]], None]:
    def write(stream: IO[bytes]) -> None:
        stream.write(data)

    return write


def _bound(site: Path, language: Language, home: str, name: str) -> bytes:
    files = list(_held(site))
    names = _page_names(site, language)
    other: Language = "en" if language == "ja" else "ja"
    binding = Binding(
        pages=frozenset(names),
        files=frozenset(files),
        home=home,
        other=localized(name, other),
        keeps=frozenset(localized(f"{each}.html", language) for each in _KEEPS),
    )
    pages = [BoundPage(each, _text(site / each), binding) for each in names]
    return _rendered(site, pages, files, language, home).encode()


def _rendered(
    site: Path, pages: list[BoundPage], files: list[str], language: Language, home: str
) -> str:
    run = [*dict.fromkeys(name for page in pages for name in page.scripts), _OWN]
    scripts = {name: Markup(_script(_text(site / name))) for name in run}  # noqa: S704 (our own)
    style = Markup(_style(site, pages))  # noqa: S704 (our own)
    values = {
        "pages": [(each.path, Markup(each.title), Markup(each.main)) for each in pages],  # noqa: S704
        "header": Markup(pages[0].header),  # noqa: S704 (pages are escaped where they are made)
        "title": Markup(pages[0].title),  # noqa: S704
        "scripts": scripts,
        "opening": Markup(_OPENING),  # noqa: S704 (our own)
        "hashes": [hash_source(text) for text in (_OPENING, *scripts.values())],
        "workers": {
            name: Markup(_script(_text(site / name)))  # noqa: S704 (our own)
            for name in _script_names(site)
            if name not in scripts
        },
        "sheet": style,
        "sheet_hash": hash_source(style),
        "files": {name: _packed((site / name).read_bytes()) for name in files},
    }
    return render("single-file.html", "index.html", language, home, values, THEME)


def _style(site: Path, pages: list[BoundPage]) -> str:
    """Give the style of all pages, then the sheets of single ones."""
    found = _STYLE.search(_text(site / pages[0].path))
    sheets = dict.fromkeys(name for page in pages for name in page.sheets)
    texts = [found[1] if found else "", *(_text(site / name) for name in sheets), _OWN_STYLE]
    return "\n".join(texts)


def _page_names(site: Path, language: Language) -> list[str]:
    """Give the pages in a language: those of the navigation, then the others by their paths."""
    all_pages = sorted(each.relative_to(site).as_posix() for each in site.rglob("*.html"))
    own = [each for each in all_pages if each.endswith(".en.html") == (language == "en")]
    first = [localized(f"{each}.html", language) for each in _FIRST]
    rest = [each for each in own if each not in first and not each.startswith("def/")]
    return [*(each for each in first if each in own), *rest]


def _held(site: Path) -> Iterator[str]:
    for path in sorted(site.rglob("*")):
        name = path.relative_to(site).as_posix()
        if path.suffix in _HELD and not name.startswith(_LEFT_OUT):
            yield name


def _script_names(site: Path) -> list[str]:
    """Give all scripts of the site: what no page runs, a worker does."""
    return sorted(each.relative_to(site).as_posix() for each in (site / "assets").rglob("*.js"))


def _script(text: str) -> str:
    r"""Give a script that can stand in an HTML page.

    >>> print(_script("say('</script>')"))
    say('\x3c/script>')
    """
    return _UNFIT.sub(lambda sign: f"\\u{ord(sign[0]):04x}", _ENDS.sub(r"\\x3c", text))


def _packed(data: bytes) -> str:
    """Give a file as `assets/sources.js` reads it: gzip, in base64."""
    packed = data if data.startswith(_GZIP) else gzip.compress(data, 9, mtime=0)
    return base64.b64encode(packed).decode()


def _text(path: Path) -> str:
    return path.read_text(encoding="utf-8")
