"""Japanese cell text: what is kept of it, and keys to compare it by (design §4)."""

import re
import unicodedata

_KANA_WITH_MARK = re.compile("[\u3041-\u30ff][\u3099\u309a]")
_LINE_BREAK = re.compile(r"\r\n|\r|\n")


def cell_text(cell: str) -> str:
    """Give the text of a cell: kana composed, outer white space off, line breaks as one space.

    Full NFC would change 神 U+FA19, NFKC would change （ and ①; both stay.

    >>> cell_text("\u3000か\u3099くしゅう\u00a0")
    'がくしゅう'
    """
    composed = _KANA_WITH_MARK.sub(lambda m: unicodedata.normalize("NFC", m[0]), cell)
    return _LINE_BREAK.sub(" ", composed.strip())


def key(text: str) -> str:
    """Give a key under which texts compare equal whose widths, cases or spaces differ.

    >>> key("事業計画（Ｈ３０）") == key("事業計画 (H30)")
    True
    """
    return "".join(unicodedata.normalize("NFKC", text).casefold().split())


def whole_number(text: str) -> int | None:
    """Read a number in full-width or ASCII digits, with or without commas; None where it is none.

    >>> whole_number("１，２３４"), whole_number("三")
    (1234, None)
    """
    digits = key(text).replace(",", "")
    is_number = digits.isascii() and digits.isdigit() and len(digits) <= 9
    return int(digits) if is_number else None
