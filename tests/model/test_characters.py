"""Characters that nobody sees, or that are no longer there."""

import sys
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kyodo_lod.finding import Severity
from kyodo_lod.model.characters import suspicious_characters
from kyodo_lod.origin import Origin
from kyodo_lod.source.rows import Row

#: Unicode calls them format characters, but they are seen: Arabic, Syriac, Kaithi, Egyptian signs
SEEN_FORMATS = {*range(0x600, 0x606), 0x6DD, 0x70F, 0x890, 0x891, 0x8E2, 0x110BD, 0x110CD}
SEEN_FORMATS |= set(range(0x13430, 0x13440))


def rules_of(text: str) -> list[str]:
    row = Row(Origin("plan.txt", 7), text, tuple(text.split("\t")))
    return [finding.short_rule for finding in suspicious_characters(row)]


@pytest.mark.parametrize(
    ("character", "rule"),
    [
        ("\x00", "document#control-character"),
        ("\x01", "document#control-character"),
        ("\x0b", "document#control-character"),
        ("\x0c", "document#control-character"),
        ("\x1b", "document#control-character"),
        ("\x7f", "document#control-character"),
        ("\x85", "document#control-character"),
        ("\u2028", "document#control-character"),
        ("\xad", "document#invisible-character"),
        ("\u034f", "document#invisible-character"),
        ("\u200b", "document#invisible-character"),
        ("\u200d", "document#invisible-character"),
        ("\u202e", "document#invisible-character"),
        ("\u2066", "document#invisible-character"),
        ("\u2800", "document#invisible-character"),
        ("\u3164", "document#invisible-character"),
        ("\ufeff", "document#invisible-character"),
        ("\U000e0041", "document#invisible-character"),
        ("\ufffd", "document#replacement-character"),
        ("\ufffc", "document#replacement-character"),
        ("\uffff", "document#replacement-character"),
        ("\ue000", "document#private-use-character"),
        ("\U0010fffd", "document#private-use-character"),
    ],
)
def test_each_kind_has_its_rule(character: str, rule: str) -> None:
    assert rules_of(f"総務部{character}人事課") == [rule]


@pytest.mark.parametrize(
    "text",
    [
        "\ufa19社\t①㈱（）",
        "葛\U000e0100城",
        "辻\ufe00",
        "か\u3099",
        "ｶﾞ",
        "文化\u3000祭\u00a0",
        "é😀",
        "髙﨑",
    ],
)
def test_odd_but_seen_characters_are_fine(text: str) -> None:
    assert rules_of(text) == []


def test_every_control_and_format_character_of_unicode_is_found() -> None:
    missed = [
        hex(point)
        for point in range(sys.maxunicode + 1)
        if unicodedata.category(chr(point)) in {"Cc", "Cf", "Co", "Zl", "Zp"}
        and point not in SEEN_FORMATS | {ord("\t"), ord("\n")}
        and not rules_of(chr(point))
    ]
    assert missed == []


@given(st.text(st.characters(categories=("L", "N", "P", "S", "Zs"), max_codepoint=0xFFFF)))
def test_letters_numbers_and_signs_are_fine(text: str) -> None:
    unseen = set("\u2800\u3164\uffa0\u115f\u1160\ufffc\ufffd")
    assert bool(rules_of(text)) == bool(unseen & set(text))


def test_a_finding_names_the_characters_and_the_line() -> None:
    row = Row(Origin("plan.txt", 7), "a\u200bb\u200b\u202e\x01", ())
    control, invisible = suspicious_characters(row)
    assert (str(control.origin), control.value) == ("plan.txt:7", "U+0001")
    assert (invisible.value, invisible.severity) == ("U+200B, U+202E", Severity.VIOLATION)


def test_a_flood_is_cut() -> None:
    row = Row(Origin("plan.txt", 1), "".join(map(chr, range(0xE000, 0xF000))), ())
    (finding,) = suspicious_characters(row)
    assert finding.value == "U+E000, U+E001, U+E002, U+E003, U+E004"


def test_the_first_of_them_is_pointed_at() -> None:
    row = Row(Origin("plan.txt", 7), "総務部\u200b人事課\u200b", ())
    (finding,) = suspicious_characters(row)
    assert finding.origin is not None
    assert (finding.origin.column, finding.origin.end) == (4, 5)
