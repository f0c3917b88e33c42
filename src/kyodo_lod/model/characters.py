"""Characters that a person does not see or that are no longer there (Unicode 15, chapters 2, 23)."""

import re
from collections.abc import Iterator
from dataclasses import replace

from kyodo_lod.finding import Finding, Rule
from kyodo_lod.model import rules
from kyodo_lod.origin import Origin
from kyodo_lod.source.rows import Row

#: tab separates cells, LF lies between the lines of a row; ideographic variation selectors (U+FE00 …, U+E0100 …) belong to their kanji
_CLASSES: tuple[tuple[Rule, str], ...] = (
    (rules.CONTROL_CHARACTER, "\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029"),
    (
        rules.INVISIBLE_CHARACTER,
        (
            "\xad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u202a-\u202e\u2060-\u206f"
            "\u2800\u3164\ufeff\uffa0\ufff9-\ufffb\U0001bca0-\U0001bca3\U0001d173-\U0001d17a"
            "\U000e0000-\U000e00ff"
        ),
    ),
    (rules.REPLACEMENT_CHARACTER, "\ufffc\ufffd\ufdd0-\ufdef\ufffe\uffff"),
    (rules.PRIVATE_CHARACTER, "\ue000-\uf8ff\U000f0000-\U0010ffff"),
)
_ANY = re.compile("[" + "".join(characters for _, characters in _CLASSES) + "]")


def suspicious_characters(row: Row) -> Iterator[Finding]:
    """Give one finding per kind of suspicious character in `row`."""
    if not _ANY.search(row.text):
        return
    for rule, characters in _CLASSES:
        found = sorted(set(re.findall(f"[{characters}]", row.text)))
        if found:
            value = ", ".join(f"U+{ord(c):04X}" for c in found[:5])
            yield rule.at(_at(row, min(map(row.text.index, found))), value=value)


def _at(row: Row, position: int) -> Origin:
    """Give the place of one character, where the row is one line."""
    if "\n" in row.text:
        return row.origin
    return replace(row.origin, column=position + 1, end=position + 2)
