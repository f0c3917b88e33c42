"""A link checker: every reference within a site leads to a file, and its fragment to an id in it."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

#: of elements and attributes that name other files
_REFERS = {
    ("a", "href"),
    ("form", "action"),
    ("link", "href"),
    ("script", "src"),
    ("img", "src"),
    ("image", "href"),
}
_ABROAD = ("http:", "https:", "mailto:", "data:")


@dataclass
class Anchors:
    """What a page refers to, and what can be referred to in it."""

    links: list[str] = field(default_factory=list)
    ids: list[str] = field(default_factory=list)


class _Reader(HTMLParser):
    def __init__(self, *, header: bool) -> None:
        super().__init__()
        self.anchors = Anchors()
        self._header = header
        self._inside = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._inside += tag == "header"
        for name, value in attrs:
            if name == "id":
                self.anchors.ids.append(value or "")
            elif (tag, name) in _REFERS and (self._header or not self._inside):
                self.anchors.links.append(value or "")

    def handle_endtag(self, tag: str) -> None:
        self._inside -= tag == "header"


def anchors(page: Path, *, header: bool = True) -> Anchors:
    """Read a page; `header` says whether the links of its header count."""
    reader = _Reader(header=header)
    reader.feed(page.read_text(encoding="utf-8"))
    return reader.anchors


def dead_links(site: Path, *, header: bool = True) -> list[str]:
    """Give the references of all pages that lead nowhere, each behind its page."""
    pages = {path: anchors(path, header=header) for path in sorted(site.rglob("*.html"))}
    assert pages
    return [
        f"{page.relative_to(site)}: {link}"
        for page, found in pages.items()
        for link in dict.fromkeys(found.links)
        if not _leads(link, page, site, pages)
    ]


def _leads(link: str, page: Path, site: Path, pages: dict[Path, Anchors]) -> bool:
    if link.startswith(_ABROAD):
        return True
    if urlsplit(link).scheme or link.startswith("/"):
        return False
    path, _, fragment = urljoin(f"/{page.relative_to(site).as_posix()}", link).partition("#")
    target = site / unquote(path.partition("?")[0]).lstrip("/")
    if not target.is_file():
        return False
    return not fragment or (target in pages and fragment in pages[target].ids)


def twice(site: Path) -> Iterator[str]:
    """Give the HTML ids that a page has twice, each behind its page."""
    for page in sorted(site.rglob("*.html")):
        ids = anchors(page).ids
        yield from (f"{page.relative_to(site)}: {each}" for each in set(ids) if ids.count(each) > 1)
