"""What each row of a document is: heading, header, project, count … (the document's own grammar)."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from enum import Enum, auto

from kyodo_lod.model.columns import (
    CAPTIONS,
    TOTALS,
    Column,
    header_column,
    is_count_header,
)
from kyodo_lod.model.japanese import cell_text, key, whole_number
from kyodo_lod.source.rows import Row

_HEADING = re.compile(r"[◆◇■□●▼▽★☆【\[]*基本施策([0-9]{1,3})(?![0-9])")
_HEADING_TITLE = re.compile(r"[^0-9０-９]*[0-9０-９]+[\s.．、:：)）】\]]*(.*)", re.DOTALL)
_COUNT = re.compile(r"(?:基本施策)?([0-9０-９]{1,3})[\s.．、:：]*(.*)", re.DOTALL)
_PAGE_NUMBER = re.compile(r"[-‐-―－ー(\s]*(?:p\.?|page)?[0-9]{1,4}[-‐-―－ー)\s]*(?:ページ|頁)?")


class Kind(Enum):
    """What a row is."""

    PROSE = auto()
    CAPTION = auto()
    COUNT = auto()
    TOTAL = auto()
    BROKEN_COUNT = auto()
    HEADER = auto()
    BROKEN_HEADER = auto()
    HEADING = auto()
    PROJECT = auto()
    STRAY = auto()


@dataclass(frozen=True, slots=True)
class Line:
    """A row that is not blank, and what it is.

    Args:
        kind: what it is.
        row: the row.
        cells: its cell texts.
        number: of a heading or count row, its policy; of a total, the total.
        title: of a heading or count row, the policy's title.
        count: of a count row, the projects.
        columns: of a project, the table's columns in their order.
    """

    kind: Kind
    row: Row
    cells: tuple[str, ...]
    number: int = 0
    title: str = ""
    count: int = 0
    columns: tuple[Column | None, ...] = ()


@dataclass(slots=True)
class _Table:
    """Which table the rows stand in."""

    named: Mapping[str, str]
    in_counts: bool = False
    columns: tuple[Column | None, ...] = field(default=())


def lines(rows: Iterable[Row], named: Mapping[str, str]) -> Iterator[Line]:
    """Tell what each row is; blank rows and page numbers are left out.

    Args:
        rows: of the document.
        named: the manifest's `columns`, printed header → known header.
    """
    table = _Table(named)
    for row in rows:
        cells = tuple(map(cell_text, row.cells))
        filled = [cell for cell in cells if cell]
        if filled and not (len(cells) == 1 and _PAGE_NUMBER.fullmatch(key(cells[0]))):
            yield _line(row, cells, filled, table)


def _line(row: Row, cells: tuple[str, ...], filled: list[str], table: _Table) -> Line:
    heading = _HEADING.match(key(filled[0])) if len(filled) == 1 else None
    if heading:
        title = _HEADING_TITLE.fullmatch(filled[0])
        return Line(Kind.HEADING, row, cells, int(heading[1]), title[1].strip() if title else "")
    if is_count_header(filled):
        table.in_counts = True
        return Line(Kind.CAPTION, row, cells)
    if _looks_like_header(cells, table.named):
        return _header(row, cells, table)
    if len(filled) == 1 and key(filled[0]) in CAPTIONS:
        return Line(Kind.CAPTION, row, cells)
    if table.in_counts and len(filled) > 1:
        return _count(row, cells, filled)
    table.in_counts = False
    if len(cells) == 1:
        return Line(Kind.PROSE, row, cells, columns=table.columns)
    return Line(Kind.PROJECT if table.columns else Kind.STRAY, row, cells, columns=table.columns)


def _looks_like_header(cells: tuple[str, ...], named: Mapping[str, str]) -> bool:
    known = [header_column(cell, named) for cell in cells if cell]
    return len([column for column in known if column]) >= 2 and len(known) >= 3


def _header(row: Row, cells: tuple[str, ...], table: _Table) -> Line:
    columns = tuple(header_column(cell, table.named) for cell in cells)
    found = [column for column in columns if column]
    unknown = [cell for cell, column in zip(cells, columns, strict=True) if cell and not column]
    table.in_counts = False
    table.columns = columns
    whole = len(found) == len(set(found)) == len(Column) and not unknown
    return Line(Kind.HEADER if whole else Kind.BROKEN_HEADER, row, cells, columns=columns)


def _count(row: Row, cells: tuple[str, ...], filled: list[str]) -> Line:
    number = whole_number(filled[-1])
    if number is None or len(filled) != 2:
        return Line(Kind.BROKEN_COUNT, row, cells)
    if key(filled[0]) in TOTALS:
        return Line(Kind.TOTAL, row, cells, number=number)
    policy = _COUNT.fullmatch(filled[0])
    if not policy:
        return Line(Kind.BROKEN_COUNT, row, cells)
    return Line(Kind.COUNT, row, cells, int(policy[1]), policy[2].strip(), number)
