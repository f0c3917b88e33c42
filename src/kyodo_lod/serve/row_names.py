"""By what a clerk finds a row again: its 事業名, and its row in the sheet that the text was saved from."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from kyodo_lod.model.columns import Column
from kyodo_lod.model.layout import Kind, lines
from kyodo_lod.source.rows import Row

#: characters of a name that a page shows
_LONGEST = 100


class RowName(NamedTuple):
    """What a row is known by.

    Args:
        project: its 事業名; empty where it is none of a project.
        sheet_row: its row in a sheet, counted from 1: a cell of several lines is one row there.
    """

    project: str
    sheet_row: int


NOBODY = RowName("", 0)


def row_names(rows: Sequence[Row], title: str) -> Mapping[int, RowName]:
    """Give what each row is known by, by each of its lines.

    Args:
        rows: of the document.
        title: of the document.
    """
    projects = {
        line.row.origin.line: _name(line.cells, line.columns)
        for line in lines(rows, {}, title)
        if line.kind is Kind.PROJECT
    }
    found: dict[int, RowName] = {}
    sheet_row = 0
    for row in rows:
        at = row.origin
        if at.line in found:  # a further line of the row above
            continue
        sheet_row += 1
        name = RowName(projects.get(at.line, ""), sheet_row)
        found.update(dict.fromkeys(range(at.line, max(at.line, at.last) + 1), name))
    return found


def _name(cells: Sequence[str], columns: Sequence[Column | None]) -> str:
    at = columns.index(Column.NAME) if Column.NAME in columns else len(cells)
    name = " ".join(cells[at].split()) if at < len(cells) else ""
    return name if len(name) <= _LONGEST else f"{name[:_LONGEST]}…"
