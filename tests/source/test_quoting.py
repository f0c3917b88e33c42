"""Cells in quotation marks: as a spreadsheet writes them, and all else as it stands."""

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kyodo_lod.source.quoting import cells, is_unclosed, row_length
from kyodo_lod.source.text import read

_TEXTS = st.text(st.sampled_from('市民a"\t\n ,'), max_size=8)


def texts(row: str) -> list[str]:
    return [cell.text for cell in cells(row)]


@pytest.mark.parametrize(
    ("row", "expected"),
    [
        ("", [""]),
        ("\t", ["", ""]),
        ('"自治会等への""支援"""', ['自治会等への"支援"']),
        ('a\t"b\tc"\td', ["a", "b\tc", "d"]),
        ('""\t""""', ["", '"']),
        ('"協働"のまち\tx"y"', ['"協働"のまち', 'x"y"']),
        ('"協働\tのまち', ['"協働', "のまち"]),
        (' "協働"', [' "協働"']),
        ("'協働'\t「協働」\t”協働”", ["'協働'", "「協働」", "”協働”"]),
    ],
)
def test_a_well_formed_quotation_is_taken_off(row: str, expected: list[str]) -> None:
    assert texts(row) == expected


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (["a", "b"], 1),
        (['"a', 'b"', "c"], 2),
        (['x\t"a', "", 'b ""c""', 'd"\te', "f"], 4),
        (['"a', 'b"\t"c', 'd"\t"e"', "f"], 3),
        (['"a', "b"], 1),
        (['"a', 'b"c', 'd"'], 1),
        (['"a', "b\tc", 'd"'], 1),
        (['"a', 'b"\t"c', "d"], 2),
        (['"a', '""b"\tc'], 2),
        (['"'], 1),
    ],
)
def test_a_row_ends_where_its_last_quotation_does(lines: list[str], expected: int) -> None:
    assert row_length(lines, 0) == expected


def test_an_unclosed_quotation_is_told_from_a_quoted_word() -> None:
    assert [is_unclosed(cell) for cell in cells('"a\t"b"c\t"d"\t"""e')] == [
        True,
        False,
        False,
        True,
    ]


@given(st.lists(st.lists(_TEXTS.map(lambda text: text.replace("\t", "、")), min_size=2)))
def test_what_a_spreadsheet_writes_is_read_back(table: list[list[str]]) -> None:
    """As Excel does: quoted where it must be; the csv module is the witness."""
    filled = [row for row in table if any("".join(row).split())]
    written = io.StringIO(newline="")
    csv.writer(written, "excel-tab", lineterminator="\r\n").writerows(filled)
    if filled:
        rows = read(written.getvalue().encode(), "plan.txt", None)
        assert [list(row.cells) for row in rows if row.cells] == filled


def test_many_marks_take_no_long_time() -> None:
    rows = list(read(b'\t"a""b' * 100_000 + b"\n" + b'"a\n' * 100_000, "plan.txt", None))
    assert len(rows) == 100_001
