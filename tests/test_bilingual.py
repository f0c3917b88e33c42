"""Text in two languages, and what a reader of a message gets to see."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kyodo_lod.bilingual import Bilingual, visible


def test_fill_puts_values_into_both_texts() -> None:
    filled = Bilingual("{n} 件の{what}", "{n} rows of {what}").fill(n=3, what="事業")
    assert filled == ("3 件の事業", "3 rows of 事業")


@pytest.mark.parametrize("value", ["{n}", "{0}", "{}", "{n.__class__}", "%s", "{{"])
def test_fill_interprets_nothing_inside_a_value(value: str) -> None:
    assert Bilingual("「{value}」", "{value!r}").fill(value=value, n=1).ja == f"「{value}」"


def test_text_is_that_of_the_language() -> None:
    message = Bilingual("空です", "is empty")
    assert (message.text("ja"), message.text("en")) == ("空です", "is empty")


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("総務部人事課", "総務部人事課"),
        ("総務部\u3000人事課\u00a0", "総務部\u3000人事課\u00a0"),
        ("\u200b総務部", "<U+200B>総務部"),
        ("\x1b[2J\x07", "<U+001B>[2J<U+0007>"),
        ("a\u202eb", "a<U+202E>b"),
        ("\ue000田", "<U+E000>田"),
        ("\u2028\u2029\x85", "<U+2028><U+2029><U+0085>"),
        ("\U000e0001", "<U+E0001>"),
        ("\ud800", "<U+D800>"),
        ("", ""),
    ],
)
def test_visible_names_what_nobody_sees(text: str, shown: str) -> None:
    assert visible(text) == shown


@given(st.text(st.characters(exclude_categories=())))
def test_visible_lets_no_unseen_character_through(text: str) -> None:
    assert not {unicodedata.category(c) for c in visible(text)} & {"Cc", "Cf", "Cs", "Zl", "Zp"}


@given(st.text(st.characters(exclude_categories=("C", "Zl", "Zp"))))
def test_visible_leaves_seen_characters_alone(text: str) -> None:
    assert visible(text) == text
