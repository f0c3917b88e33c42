"""Japanese cell text: what is kept of it, and keys to compare it by (design §4)."""

import re
import unicodedata
from typing import Literal

_KANA_WITH_MARK = re.compile("[\u3041-\u30ff][\u3099\u309a]")
_LINE_BREAK = re.compile(r"\r\n|\r|\n")
_NUMBER = re.compile(r"[0-9]{1,9}|[0-9]{1,3}(?:,[0-9]{3}){1,2}")
#: all combining marks stand in these blocks
_MANY_MARKS = re.compile(
    r"[\u0300-\u1fff\u20d0-\u20f0\u2ce0-\u2dff\u302a-\u302f\u3099\u309a\ua66f-\uabff\ufb1e"
    r"\ufe20-\ufe2f\U00010000-\U0001efff]{31}"
)


def cell_text(cell: str) -> str:
    """Give the text of a cell: kana composed, outer white space off, line breaks as one space.

    Full NFC would change 神 U+FA19, NFKC would change （ and ①; both stay.

    >>> cell_text("\u3000か\u3099くしゅう\u00a0")
    'がくしゅう'
    """
    composed = _KANA_WITH_MARK.sub(lambda m: unicodedata.normalize("NFC", m[0]), cell)
    return _LINE_BREAK.sub(" ", composed.strip())


def normalized(form: Literal["NFC", "NFKC"], text: str) -> str:
    """Give a Unicode normalization form of `text`.

    Text with more than 30 marks in a row (UAX #15, section 13) is given back as it is: it is no
    word, and to order its marks takes quadratic time.
    """
    return text if _MANY_MARKS.search(text) else unicodedata.normalize(form, text)


def key(text: str) -> str:
    """Give a key under which texts compare equal whose widths, cases or spaces differ.

    >>> key("事業計画（Ｈ３０）") == key("事業計画 (H30)")
    True
    """
    return "".join(normalized("NFKC", text).casefold().split())


def whole_number(text: str) -> int | None:
    """Read a number in full-width or ASCII digits, commas between thousands; None where it is none.

    >>> whole_number("１，２３４"), whole_number("1,2"), whole_number("三")
    (1234, None, None)
    """
    digits = key(text)
    return int(digits.replace(",", "")) if _NUMBER.fullmatch(digits) else None
