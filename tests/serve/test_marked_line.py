"""serve/marked_line.py: a line with the place at fault in it."""

from unicodedata import category

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kyodo_lod.serve.marked_line import marked_line


@pytest.mark.parametrize(
    ("text", "column", "end", "shown"),
    [
        ("\t人材育成\t…に努めます。\t総務部人事科", 15, 21, ("⇥人材育成⇥…に努めます。⇥", "総務部人事科", "")),
        ("a\tb\tc", 3, 4, ("a⇥", "b", "⇥c")),
        ("a\tb", 0, 0, ("", "", "a⇥b")),
        ("a\t\tb", 3, 3, ("a⇥", "⇥", "⇥b")),
        ("a\t", 3, 3, ("a⇥", "⇥", "")),
        ("abc", 9, 10, ("", "", "abc")),
        ("a\u200bb", 2, 3, ("a", "<U+200B>", "b")),
        ("", 0, 0, ("", "", "")),
    ],
)  # fmt: skip
def test_the_place_is_marked(text: str, column: int, end: int, shown: tuple[str, str, str]) -> None:
    assert marked_line(text, column, end) == shown


def test_a_long_line_is_cut_around_the_place() -> None:
    line = marked_line("あ" * 1000 + "科" + "い" * 1000, 1001, 1002)
    assert line == ("…" + "あ" * 60, "科", "い" * 60 + "…")


@given(st.text(max_size=30), st.integers(-5, 2000), st.integers(-5, 2000))
def test_whatever_the_place_a_line_stays_short_and_steers_nothing(
    text: str, column: int, end: int
) -> None:
    shown = "".join(marked_line(text * 50, column, end))
    assert len(shown) < 370 * len("<U+10FFFF>")
    assert all(letter.isprintable() or category(letter) == "Zs" for letter in shown)
