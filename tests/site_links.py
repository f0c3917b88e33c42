"""A link checker: every reference within a site leads to a file, and its fragment to an id in it."""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
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
    def __init__(self) -> None:
        super().__init__()
        self.anchors = Anchors()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        for name, value in attrs:
            if name == "id":
                self.anchors.ids.append(value or "")
            elif (tag, name) in _REFERS:
                self.anchors.links.append(value or "")


@cache
def anchors(page: Path) -> Anchors:
    """Read a page, which nobody changes."""
    reader = _Reader()
    reader.feed(page.read_text(encoding="utf-8"))
    return reader.anchors


def dead_links(site: Path) -> list[str]:
    """Give the references of all pages that lead nowhere, each behind its page."""
    places = {path.relative_to(site).as_posix(): set[str]() for path in _files(site)}
    pages = {name: site / name for name in places if name.endswith(".html")}
    assert pages
    for name, path in pages.items():
        places[name] = set(anchors(path).ids)
    return [
        f"{name}: {link}"
        for name, path in pages.items()
        for link in dict.fromkeys(anchors(path).links)
        if not _leads(link, name, places)
    ]


def _files(site: Path) -> Iterator[Path]:
    return (path for path in sorted(site.rglob("*")) if path.is_file())


def _leads(link: str, page: str, places: Mapping[str, set[str]]) -> bool:
    if link.startswith(_ABROAD):
        return True
    if urlsplit(link).scheme or link.startswith("/"):
        return False
    path, _, fragment = urljoin(f"/{page}", link).partition("#")
    target = unquote(path.partition("?")[0]).lstrip("/")
    return target in places and (not fragment or fragment in places[target])


def twice(site: Path) -> Iterator[str]:
    """Give the HTML ids that a page has twice, each behind its page."""
    for page in _files(site):
        if page.suffix == ".html":
            found = Counter(anchors(page).ids)
            yield from (f"{page.relative_to(site)}: {each}" for each, n in found.items() if n > 1)
