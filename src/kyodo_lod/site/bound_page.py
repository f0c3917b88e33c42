"""A page of the site as a part of one file: its content, with ids of its own and links within the file."""

import re
from collections.abc import Collection
from dataclasses import dataclass
from urllib.parse import urljoin, urlsplit

from markupsafe import escape

_MAIN = re.compile(r'<main id="content">\n?(.*?)</main>', re.DOTALL)
_HEADER = re.compile(r"<header>\n?(.*?)</header>", re.DOTALL)
_TITLE = re.compile(r"<title>(.*?)</title>", re.DOTALL)
_SCRIPT = re.compile(r'<script src="([^"]*)"')
_SHEET = re.compile(r'<link rel="stylesheet" href="([^"]*)"')
#: our templates quote all values and escape what stands in them, so that a tag ends where it seems to
_TAG = re.compile(r"<[a-zA-Z][^<>]*>")
_NAMES = re.compile(
    r' (id|for|headers|list|aria-labelledby|aria-describedby|aria-controls)="([^"]*)"'
)
_LINK = re.compile(r' (href|action)="([^"]*)"')
#: leads to the same page in the other language
_OTHER = re.compile(r'<a href="([^"]*)" hreflang="[^"]*"( lang="[^"]*")[^>]*>([^<]*)</a>')
_WITHIN = "/"


@dataclass(frozen=True, slots=True)
class Binding:
    """What a file holds, and where the rest is.

    Args:
        pages: paths of the pages that it holds.
        files: paths of the other files that it holds.
        home: IRI that the site is published under, which leads to all else.
        other: name of the same file in the other language.
        keeps: pages whose ids stay, because scripts know them.
    """

    pages: Collection[str]
    files: Collection[str]
    home: str
    other: str
    keeps: Collection[str]


class BoundPage:
    """A page of the site as a part of one file.

    Args:
        path: of the page in the site; the HTML id of its part.
        text: as the site has it.
        binding: the file that it is bound into.
    """

    def __init__(self, path: str, text: str, binding: Binding) -> None:
        self.path = path
        self._text = text
        self._binding = binding

    @property
    def title(self) -> str:
        """Its title, as markup."""
        return self._found(_TITLE)

    @property
    def main(self) -> str:
        """Its content, as markup."""
        return _TAG.sub(self._tag, self._found(_MAIN))

    @property
    def header(self) -> str:
        """The navigation, as markup; the other file is named, for it may not be there."""
        return _TAG.sub(self._tag, _OTHER.sub(self._other, self._found(_HEADER)))

    def _other(self, link: re.Match[str]) -> str:
        if link[1] != _twin(self.path):
            return link[0]
        note = "separate file" if self.path.endswith(".en.html") else "別のファイル"
        return (
            f"<span{link[2]}>{link[3]}</span> ({note} <code>{escape(self._binding.other)}</code>)"
        )

    @property
    def scripts(self) -> list[str]:
        """The scripts that it runs, as paths in the site."""
        return [self._resolved(each)[0] for each in _SCRIPT.findall(self._text)]

    @property
    def sheets(self) -> list[str]:
        """Its style sheets, as paths in the site."""
        return [self._resolved(each)[0] for each in _SHEET.findall(self._text)]

    def _found(self, part: re.Pattern[str]) -> str:
        found = part.search(self._text)
        return found[1] if found else ""

    def _tag(self, tag: re.Match[str]) -> str:
        named = _NAMES.sub(self._names, tag[0])
        return _LINK.sub(self._link, named)

    def _names(self, attribute: re.Match[str]) -> str:
        names = " ".join(self._id(name, self.path) for name in attribute[2].split())
        return f' {attribute[1]}="{names}"'

    def _id(self, name: str, page: str) -> str:
        """Give the id in the file of what has this id in a page."""
        return name if page in self._binding.keeps else f"{page}~{name}"

    def _link(self, attribute: re.Match[str]) -> str:
        name, target = attribute[1], attribute[2]
        if urlsplit(target).scheme:
            return attribute[0]
        path, query, fragment = self._resolved(target)
        if path in self._binding.pages:
            return f' {name}="{query}#{self._id(fragment, path) if fragment else path}"'
        held = f' data-held="{path}"' if path in self._binding.files else ' rel="external"'
        return f' {name}="{self._binding.home}{path}{query}"{held}'

    def _resolved(self, target: str) -> tuple[str, str, str]:
        """Give path, `?query` and fragment of what a reference in this page names."""
        whole, _, fragment = urljoin(_WITHIN + self.path, target).partition("#")
        path, mark, query = whole.partition("?")
        return path.removeprefix(_WITHIN), mark + query, fragment


def _twin(path: str) -> str:
    """Give the file name of the same page in the other language."""
    name = path.rpartition("/")[2]
    return (
        name.replace(".en.html", ".html")
        if name.endswith(".en.html")
        else f"{name.removesuffix('.html')}.en.html"
    )
