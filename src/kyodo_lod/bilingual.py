"""Text for people, in Japanese and English; which one is shown is the caller's choice."""

import unicodedata
from collections.abc import Sequence
from typing import Literal, NamedTuple, TypeAlias

Language: TypeAlias = Literal["ja", "en"]


class Bilingual(NamedTuple):
    """One message in both languages.

    >>> Bilingual("{n} 件", "{n} rows").fill(n=3).en
    '3 rows'
    """

    ja: str
    en: str

    def fill(self, **values: object) -> "Bilingual":
        """Put `values` into the `{names}` of both texts (nothing is interpreted inside a value)."""
        return Bilingual(self.ja.format(**values), self.en.format(**values))

    def text(self, language: Language) -> str:
        """Give the text in `language`."""
        return self.ja if language == "ja" else self.en


#: nothing to say
NOTHING = Bilingual("", "")


def visible(text: str) -> str:
    """Show the characters that nobody sees or that steer a terminal by their code points.

    >>> visible("総務部" + chr(0x200B) + "　人事課" + chr(0x1B))
    '総務部<U+200B>　人事課<U+001B>'
    """
    if text.isprintable():
        return text
    return "".join(_visible(character) for character in text)


def _visible(character: str) -> str:
    shown = character.isprintable() or unicodedata.category(character) == "Zs"
    return character if shown else f"<U+{ord(character):04X}>"


def nearest(names: Sequence[str]) -> Bilingual:
    """Give the hint that names what may have been meant; empty where nothing comes near.

    >>> nearest(["row-cells"]).en
    '; did you mean row-cells?'
    """
    if not names:
        return Bilingual("", "")
    listed = ", ".join(names)
    return Bilingual(f" もしかして: {listed}。", f"; did you mean {listed}?")
