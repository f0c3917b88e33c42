"""The tables as CSV for spreadsheets: UTF-8 with BOM, CRLF (design §4; RFC 4180)."""

import csv
import io
from collections.abc import Iterable
from typing import Any

from kyodo_lod.mapping.iris import Iris
from kyodo_lod.model.plan import Plan
from kyodo_lod.publish.tables.column import Table


def table_csv(table: Table[Any], plan: Plan, iris: Iris) -> bytes:
    """Give `table` of `plan`, its headers first."""
    headers = [column.header for column in table.columns]
    return csv_bytes([headers, *map(table.texts, table.rows(plan, iris))])


def csv_bytes(rows: Iterable[Iterable[str]]) -> bytes:
    """Give `rows` as a CSV file that Excel knows for UTF-8."""
    text = io.StringIO(newline="")
    csv.writer(text, lineterminator="\r\n").writerows(rows)
    return text.getvalue().encode("utf-8-sig")
