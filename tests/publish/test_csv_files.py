"""The bytes of every CSV file: what Excel needs to read Japanese, and what RFC 4180 asks."""

import csv
import io
from typing import Any

import pytest

from kyodo_lod.mapping.iris import Iris
from kyodo_lod.model.plan import Plan
from kyodo_lod.publish.csv_files import csv_bytes, table_csv
from kyodo_lod.publish.tables import TABLES
from kyodo_lod.publish.tables.column import Table


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.name)
def test_a_table_has_a_bom_cr_lf_and_rows_of_one_length(
    table: Table[Any], plan: Plan, iris: Iris
) -> None:
    data = table_csv(table, plan, iris)
    assert data.startswith(b"\xef\xbb\xbf")
    assert data.count(b"\xef\xbb\xbf") == 1
    assert data.endswith(b"\r\n")
    assert data.count(b"\r\n") == data.count(b"\n") == data.count(b"\r")
    text = io.StringIO(data.decode("utf-8-sig"), newline="")
    header, *rows = csv.reader(text, strict=True)
    assert header == [column.header for column in table.columns]
    assert [row for row in rows if len(row) != len(header)] == []
    assert rows == [table.texts(row) for row in table.rows(plan, iris)]


def test_signs_of_the_format_come_back() -> None:
    rows = [["a", 'b"c', "d,e"], ["一\r\n二", "", " "]]
    text = csv_bytes(rows).decode("utf-8-sig")
    assert list(csv.reader(io.StringIO(text, newline=""), strict=True)) == rows
