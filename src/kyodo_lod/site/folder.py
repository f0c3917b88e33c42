"""The site's folder: everything of `dist/`, pages and scripts; whole or not at all (design §2)."""

import shutil
from collections.abc import Callable, Mapping
from os import PathLike
from pathlib import Path
from typing import TYPE_CHECKING

from kyodo_lod.errors import GraphError
from kyodo_lod.files import read_file
from kyodo_lod.publish import checksums, dist, replace
from kyodo_lod.publish.pages.page import LANGUAGES, localized
from kyodo_lod.publish.pages.render import Theme, render
from kyodo_lod.site.drawings import write_drawings
from kyodo_lod.site.not_found import write_not_found
from kyodo_lod.site.pages import SERVED, THEME, write_sheets, write_things
from kyodo_lod.site.published import Published
from kyodo_lod.site.search_data import write_search_data

if TYPE_CHECKING:
    from kyodo_lod.bilingual import Language

#: the pages of dist/ that the site has better ones of
_REPLACED = frozenset(localized("index.html", language) for language in LANGUAGES)
_HTML = ".html"
#: scripts of ours and of others, as they go into the site
_ASSETS = Path(__file__).resolve().parent / "assets"


def make_site(
    published: str | PathLike[str] = "dist",
    out: str | PathLike[str] = "_site",
    *,
    progress: Callable[[str], None] = lambda _: None,
) -> tuple[str, ...]:
    """Make the site, whole or not at all.

    Args:
        published: the folder that `kyodo-lod build` made.
        out: the folder that a web server shows.
        progress: told what is being written.

    Returns:
        The files of the site, sorted, SHA256SUMS last.

    Raises:
        GraphError: `published` holds no dataset, or what does not parse.
        OutputError: `out` cannot be written, or holds files that no run of this made.
    """
    folder = Path(out)
    dist.refuse_foreign_files(folder)  # before much is read
    return write_site(Published(Path(published)), folder, progress=progress)


def write_site(
    source: Published,
    folder: Path,
    *,
    served: bool = False,
    progress: Callable[[str], None] = lambda _: None,
) -> tuple[str, ...]:
    """Write the site of what has been read already, whole or not at all.

    Args:
        source: what is published.
        folder: one that is not there, or that a run of this made.
        served: whether `kyodo-lod serve` shows it, so that its pages lead to what
            only that answers, and ask its endpoint.
        progress: told what is being written.

    Returns:
        The files of the site, sorted, SHA256SUMS last.

    Raises:
        GraphError: what is published does not parse.
        OutputError: `folder` cannot be written.
    """
    with replace.staging(folder) as made:
        _copy(source, made)
        write_things(source, made, progress)
        write_sheets(source, made)
        write_drawings(source, made)
        shutil.copytree(_ASSETS, made / "assets")
        write_search_data(source, made / "assets")
        if served:
            write_sheets(source, made, SERVED)
            _lead_on(made, source.home)
        else:
            write_not_found(made, source.home)
        return tuple(dist.install(made, folder))


def _copy(published: Published, made: Path) -> None:
    """Copy what is published; its pages get the site's navigation."""
    for name in checksums.file_names(published.folder):
        if name in _REPLACED or name == checksums.NAME:
            continue
        target = made / name
        target.parent.mkdir(parents=True, exist_ok=True)
        # not by copyfile: what cannot be read is no fault of the folder that is written
        target.write_bytes(read_file(published.folder / name, GraphError))
        if name.endswith(_HTML):
            _navigate(target, name, published.home, None, {})


def _lead_on(made: Path, home: str) -> None:
    """Give every page the navigation of what is served, with the links that no folder can answer."""
    for path in sorted(made.rglob(f"*{_HTML}")):
        _navigate(path, path.relative_to(made).as_posix(), home, THEME, {"served": True})


def _navigate(
    path: Path, name: str, home: str, before: Theme | None, values: Mapping[str, object]
) -> None:
    """Replace a page's navigation, as the theme `before` has it, by the site's."""
    language: Language = "en" if name.endswith(f".en{_HTML}") else "ja"
    japanese = name.replace(f".en{_HTML}", _HTML)
    old = render("navigation.html", japanese, language, home, {}, before)
    new = render("navigation.html", japanese, language, home, values, THEME)
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace(old, new), encoding="utf-8", newline="\n")
