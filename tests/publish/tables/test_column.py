"""A cell as text, whatever it holds."""

import pytest

from kyodo_lod.bilingual import NOTHING
from kyodo_lod.publish.tables.column import Cell, Column, Datatype, Table

ANY = Datatype(NOTHING, {"base": "string"})
COLUMNS = tuple(
    Column(name, name, name, ANY, lambda row, n=n: row[n], NOTHING, "")
    for n, name in enumerate("ab")
)
TABLE = Table("units", NOTHING, NOTHING, lambda *_: iter(()), COLUMNS)


@pytest.mark.parametrize(
    ("cell", "text"),
    [
        (None, ""),
        ("", ""),
        (0, "0"),
        (18, "18"),
        ("総務課", "総務課"),
        ((), ""),
        (("総務課", "人事課"), "総務課;人事課"),
        (("総務課", "人事課", "総務課"), "総務課;人事課"),
        ((2, 1), "2;1"),
        ('=HYPERLINK("x")', '=HYPERLINK("x")'),  # the CSV is exact; such a name is a finding
    ],
)
def test_a_cell_is_text_and_a_list_has_each_value_once_in_its_order(cell: Cell, text: str) -> None:
    assert TABLE.texts((cell, "b")) == [text, "b"]


def test_a_table_names_the_end_of_its_file() -> None:
    assert TABLE.ending == "-units.csv"
