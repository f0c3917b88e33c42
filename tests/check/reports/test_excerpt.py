"""The line at fault with its caret, as a terminal with East Asian wide characters shows it."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kyodo_lod.bilingual import visible
from kyodo_lod.check.reports.excerpt import WIDTH, excerpt_lines


def width(text: str) -> int:
    wide = sum(unicodedata.east_asian_width(c) in ("W", "F") for c in text)
    return len(text) + wide - sum(unicodedata.combining(c) > 0 for c in text)


@pytest.mark.parametrize(
    ("text", "column", "end", "expected"),
    [
        ("abc", 2, 3, ["1 | abc", "  |  ^"]),
        ("総務部", 2, 3, ["1 | 総務部", "  |   ^^"]),
        ("a\tb", 3, 4, ["1 | a⇥b", "  |   ^"]),
        ("か\u3099x", 3, 4, ["1 | か\u3099x", "  |   ^"]),
        ("ｱｲ", 2, 3, ["1 | ｱｲ", "  |  ^"]),
        ("abc\r\n", 0, 0, ["1 | abc"]),
        ("abc", 4, 4, ["1 | abc", "  |    ^"]),
        ("", 1, 1, ["1 |", "  | ^"]),
        ("a\x1b", 2, 3, ["1 | a<U+001B>", "  |  ^^^^^^^^"]),
        ("abc", 2, 0, ["1 | abc", "  |  ^"]),
    ],
)
def test_a_short_line_is_shown_whole(text: str, column: int, end: int, expected: list[str]) -> None:
    assert list(excerpt_lines(text, 1, column, end)) == expected


def test_without_a_number_the_gutter_is_empty() -> None:
    assert list(excerpt_lines("abc", 0, 1, 2)) == [" | abc", " | ^"]


def test_the_gutter_is_as_wide_as_the_number() -> None:
    assert list(excerpt_lines("abc", 1234, 1, 2)) == ["1234 | abc", "     | ^"]


def test_a_long_line_is_cut_around_the_cell() -> None:
    text = "あ" * 500 + "誤り" + "い" * 500
    line, caret = excerpt_lines(text, 1, 501, 503)
    assert line.startswith("1 | …あ")
    assert line.endswith("い…")
    assert "誤り" in line
    assert width(line) <= 4 + WIDTH
    assert line[4:].index("誤") * 2 - 1 == caret[4:].index("^")
    assert caret.count("^") == 4


def test_a_cell_longer_than_the_line_shown_is_marked_as_far_as_it_is_shown() -> None:
    line, caret = excerpt_lines("x" * 1000, 1, 1, 1001)
    assert line == "1 | " + "x" * (WIDTH - 2) + "…"
    assert caret == "  | " + "^" * (WIDTH - 2)


def test_the_head_of_a_long_line_is_shown_where_no_cell_is_known() -> None:
    (line,) = excerpt_lines("y" * 10**7, 1)
    assert line == "1 | " + "y" * (WIDTH - 2) + "…"


@given(st.text(max_size=300), st.integers(0, 320), st.integers(0, 30))
def test_whatever_the_line_holds_it_is_printable_and_short(
    text: str, column: int, length: int
) -> None:
    lines = list(excerpt_lines(text, 7, column, column + length))
    assert len(lines) == (2 if column else 1)
    for line in lines:
        assert visible(line) == line
        assert width(line) <= 4 + WIDTH
        assert line.startswith(("7 |", "  | "))
    if column:
        assert set(lines[1][4:].lstrip(" ")) == {"^"}
