"""What each row of a document is: heading, header, project, count … (the document's own grammar)."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from enum import Enum, auto
from itertools import groupby

from kyodo_lod.model.columns import (
    CAPTIONS,
    TOTALS,
    Column,
    header_column,
    is_count_header,
    is_header,
)
from kyodo_lod.model.japanese import cell_text, key, normalized, whole_number
from kyodo_lod.model.years import without_years
from kyodo_lod.source.rows import Row

#: a policy's number; 1-2 is another numbering, and in 基本施策6 6次産業化 it ends at the space
_NUMBER = r"([0-9０-９]{1,3}|[①-⑳])(?![0-9０-９]|[‐-―－ー-]\s*[0-9０-９])"
_HEADING = re.compile(
    rf"([\s◆◇■□●▼▽★☆【\[［]*)基\s*本\s*施\s*策\s*{_NUMBER}([\s.．、:：)）】\]］]*)(.*)", re.DOTALL
)
_COUNT = re.compile(rf"(?:基本施策\s*)?{_NUMBER}[\s.．、:：]*(.*)", re.DOTALL)
_PAGE_NUMBER = re.compile(r"[-‐-―－ー(\s]*(?:p\.?|page)?[0-9]{1,4}[-‐-―－ー)\s]*(?:ページ|頁)?")


class Kind(Enum):
    """What a row is."""

    PAGE_NUMBER = auto()
    TITLE = auto()
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
        unheaded: of a project, the positions under an empty header, where nothing should stand.
    """

    kind: Kind
    row: Row
    cells: tuple[str, ...]
    number: int = 0
    title: str = ""
    count: int = 0
    columns: tuple[Column | None, ...] = ()
    unheaded: tuple[int, ...] = ()


@dataclass(slots=True)
class _Table:
    """Which table the rows stand in."""

    named: Mapping[str, str]
    title: str
    in_counts: bool = False
    columns: tuple[Column | None, ...] = ()
    unheaded: tuple[int, ...] = ()


def lines(rows: Iterable[Row], named: Mapping[str, str], title: str = "") -> Iterator[Line]:
    """Tell what each row is; blank rows and page numbers are left out.

    Args:
        rows: of the document.
        named: the manifest's `columns`, printed header → known header.
        title: of the document, as printed over its pages, on one line or on several.
    """
    table = _Table(named, title_key(title))
    for kind, run in groupby(_each(rows, table), key=lambda line: line.kind):
        if kind is Kind.PROSE:
            yield from _title_or_prose(list(run), table.title)
        elif kind is not Kind.PAGE_NUMBER:
            yield from run


def title_key(text: str) -> str:
    """Give a key under which the titles of two years compare equal; the years are checked apart."""
    return key(without_years(text))


def _each(rows: Iterable[Row], table: _Table) -> Iterator[Line]:
    for row in rows:
        cells = tuple(map(cell_text, row.cells))
        filled = [cell for cell in cells if cell]
        if filled:
            yield _line(row, cells, filled, table)


def _title_or_prose(run: list[Line], title: str) -> list[Line]:
    is_title = "".join(title_key("".join(line.cells)) for line in run) == title
    return [replace(line, kind=Kind.TITLE) for line in run] if is_title and title else run


def _line(row: Row, cells: tuple[str, ...], filled: list[str], table: _Table) -> Line:
    if len(filled) == 1:
        heading = _heading(filled[0])
        if heading:
            return Line(Kind.HEADING, row, cells, *heading)
        kind = _lone_kind(cells, filled[0], table)
        if kind:
            table.in_counts &= kind is not Kind.TITLE  # a new page
            return Line(kind, row, cells, columns=table.columns)
    if is_count_header(filled):
        table.in_counts = True
        return Line(Kind.CAPTION, row, cells)
    if is_header(cells, table.named):
        return _header(row, cells, table)
    if table.in_counts and (len(filled) < 3 or whole_number(filled[-1]) is not None):
        return _count(row, cells, filled)
    kind = Kind.PROJECT if table.columns else Kind.STRAY
    return Line(kind, row, cells, columns=table.columns, unheaded=table.unheaded)


def _heading(text: str) -> tuple[int, str] | None:
    """Read number and title; 基本施策1から… without a mark or space around it is a sentence."""
    found = _HEADING.fullmatch(text)
    if not found or not (found[1] or found[3] or not found[4]):
        return None
    return _number(found[2]), found[4].strip()


def _number(numeral: str) -> int:
    return int(normalized("NFKC", numeral))


def _lone_kind(cells: tuple[str, ...], text: str, table: _Table) -> Kind | None:
    """Tell what a row with a single filled cell is; None where its empty cells matter.

    A row of prose saved from a spreadsheet has empty cells behind it.
    """
    word = key(text)
    if table.title and title_key(text) == table.title:
        return Kind.TITLE
    if word in CAPTIONS:
        return Kind.CAPTION
    is_label = table.in_counts and bool(_COUNT.fullmatch(text) or word in TOTALS)
    if len(cells) > 1 and (is_label or table.columns or not cells[0]):
        return None
    return Kind.PAGE_NUMBER if _PAGE_NUMBER.fullmatch(word) else Kind.PROSE


def _header(row: Row, cells: tuple[str, ...], table: _Table) -> Line:
    width = max(position for position, cell in enumerate(cells, 1) if cell)
    columns = tuple(header_column(cell, table.named) for cell in cells[:width])
    found = [column for column in columns if column]
    unknown = [cell for cell, column in zip(cells, columns, strict=False) if cell and not column]
    table.in_counts = False
    table.columns = columns
    table.unheaded = tuple(position for position, cell in enumerate(cells[:width]) if not cell)
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
    return Line(Kind.COUNT, row, cells, _number(policy[1]), policy[2].strip(), number)
