"""Text for people, in Japanese and English; which one is shown is the caller's choice."""

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
