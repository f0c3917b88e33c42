"""The tables as an Excel workbook for people who double-click (ECMA-376); the only door to XlsxWriter."""

import io
import zipfile
from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Any

from xlsxwriter import Workbook
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from kyodo_lod.mapping.iris import Iris
from kyodo_lod.model.plan import Plan
from kyodo_lod.publish.about import about
from kyodo_lod.publish.tables import TABLES
from kyodo_lod.publish.tables.column import Table

#: what a cell of Excel holds at most
LONGEST = 32_767
_CUT = "…（長いので以下を省きました。全文は CSV にあります。）"
#: width of the narrowest and the widest column, in half-width characters
_NARROW, _WIDE = 8, 60
#: how many rows tell the width of a column
_SAMPLE = 200
_EPOCH = (1980, 1, 1, 0, 0, 0)


def workbook(plan: Plan, iris: Iris) -> bytes:
    """Give the workbook of `plan`: a sheet that explains, then one per table.

    Every cell is text, so that Excel neither counts, dates nor runs anything. The day in its
    properties is that of the release, so that the same plan gives the same bytes.
    """
    output = io.BytesIO()
    with Workbook(output, {"in_memory": True}) as book:
        book.set_properties(_properties(plan))
        text = book.add_format({"text_wrap": True, "valign": "top", "num_format": "@"})
        head = book.add_format({"bold": True, "bg_color": "#DDEBF7", "text_wrap": True})
        _write_about(book.add_worksheet("説明"), about(plan, iris), head, text)
        for table in TABLES:
            rows = [table.texts(row) for row in table.rows(plan, iris)]
            _write_table(book.add_worksheet(table.title.ja), table, rows, head, text)
    return _stored(output)


def _properties(plan: Plan) -> dict[str, object]:
    manifest = plan.manifest
    day = manifest.release.modified or "1980-01-01"
    return {
        "title": manifest.document.title,
        "created": datetime.fromisoformat(day).replace(tzinfo=UTC),
    }


def _write_about(
    sheet: Worksheet, lines: list[tuple[str, str]], head: Format, text: Format
) -> None:
    sheet.set_column(0, 0, 24)
    sheet.set_column(1, 1, 100)
    for row, (name, value) in enumerate(lines):
        sheet.write_string(row, 0, name, head)
        sheet.write_string(row, 1, shortened(value), text)


def _write_table(
    sheet: Worksheet, table: Table[Any], rows: Sequence[list[str]], head: Format, text: Format
) -> None:
    headers = [column.header for column in table.columns]
    last = len(headers) - 1
    for number, width in enumerate(_widths([headers, *rows[:_SAMPLE]])):
        sheet.set_column(number, number, width)
    for row, cells in enumerate([headers, *rows]):
        for number, cell in enumerate(cells):
            sheet.write_string(row, number, shortened(cell), text if row else head)
    sheet.freeze_panes(1, 0)
    sheet.autofilter(0, 0, len(rows), last)
    sheet.ignore_errors({"number_stored_as_text": f"A1:XFD{len(rows) + 1}"})


def shortened(text: str) -> str:
    """Give `text`, or as much of it as a cell holds and a note that says so."""
    return text if len(text) <= LONGEST else text[: LONGEST - len(_CUT)] + _CUT


def _widths(rows: Sequence[list[str]]) -> list[int]:
    """Give the width of each column, full-width characters counted twice."""
    widest = (max(map(_width, column)) for column in zip(*rows, strict=True))
    return [min(max(width + 2, _NARROW), _WIDE) for width in widest]


def _width(text: str) -> int:
    return sum(1 if character.isascii() else 2 for character in text)


def _stored(book: io.BytesIO) -> bytes:
    """Give the same package uncompressed: what zlib makes differs from machine to machine."""
    output = io.BytesIO()
    with zipfile.ZipFile(book) as old, zipfile.ZipFile(output, "w") as new:
        for name in old.namelist():
            entry = zipfile.ZipInfo(name, _EPOCH)
            entry.create_system = 0  # else the operating system's number stands in the file
            new.writestr(entry, old.read(name))
    return output.getvalue()
