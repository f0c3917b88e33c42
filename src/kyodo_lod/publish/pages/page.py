"""One page: where it stands, in which language it speaks, and what it says in it."""

import datetime
from pathlib import PurePosixPath
from typing import get_args

from markupsafe import Markup, escape

from kyodo_lod.bilingual import Bilingual, Language

_MONTHS = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
]
#: in which every page is written, the first under the plain name
LANGUAGES: tuple[Language, ...] = get_args(Language)


def localized(name: str, language: Language) -> str:
    """Give the name of a page in `language`.

    >>> localized("shapes/plan.html", "en"), localized("shapes/plan.html", "ja")
    ('shapes/plan.en.html', 'shapes/plan.html')
    """
    stem, dot, ending = name.rpartition(".")
    return name if language == "ja" else f"{stem}.{language}{dot}{ending}"


class Page:
    """Where a page stands and in which language it speaks.

    Args:
        name: of the Japanese page, as a path in `dist/`.
        language: its language.
        home: IRI that `dist/` is published under.
    """

    def __init__(self, name: str, language: Language, home: str) -> None:
        self.name = name
        self.language = language
        self.home = home
        self._up = "../" * name.count("/")

    @property
    def other(self) -> Language:
        """The other language."""
        return "en" if self.language == "ja" else "ja"

    def say(self, ja: str, en: str, **values: object) -> Markup:
        """Give the words of the page's language, with the values put in escaped."""
        text = Markup(ja if self.language == "ja" else en)  # noqa: S704 (the template's own words)
        return text.format(**values) if values else text

    def words(self, text: Bilingual) -> Markup:
        """Give a text in the page's language, or in the other one, marked as such."""
        shown = text.text(self.language)
        if shown:
            return escape(shown)
        return Markup('<span lang="{}">{}</span>').format(self.other, text.text(self.other))

    def link(self, target: str) -> str:
        """Give the reference from this page to a file of `dist/`, a page in the same language.

        >>> Page("shapes/plan.html", "en", "").link("def.html#Plan")
        '../def.en.html#Plan'
        """
        file, hash_sign, fragment = target.partition("#")
        own = localized(file, self.language) if file.endswith(".html") else file
        return self._up + own + hash_sign + fragment

    def to_other(self) -> str:
        """Give the reference to the same page in the other language."""
        return PurePosixPath(localized(self.name, self.other)).name

    def day(self, text: str) -> Markup:
        """Give an ISO 8601 day as people write it.

        >>> print(Page("index.html", "ja", "").day("2026-11-03"))
        <time datetime="2026-11-03">2026年11月3日</time>
        """
        date = datetime.date.fromisoformat(text)
        month = _MONTHS[date.month - 1]
        shown = self.say(
            "{y}年{m}月{d}日", "{d} {month} {y}", y=date.year, m=date.month, d=date.day, month=month
        )
        return Markup('<time datetime="{}">{}</time>').format(text, shown)

    def address(self, language: Language) -> str:
        """Give where the page is published; a folder's first page is the folder."""
        return self.home + localized(self.name, language).removesuffix("index.html")


class PageAnywhere(Page):
    """A page that a host shows at any address: what it leads to has its whole address."""

    def __init__(self, name: str, language: Language, home: str) -> None:
        super().__init__(name, language, home)
        self._up = home

    def to_other(self) -> str:
        """Give the address of the same page in the other language."""
        return self.home + localized(self.name, self.other)
