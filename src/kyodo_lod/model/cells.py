"""Where in its line a finding's cell stands, and the line as printed."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from kyodo_lod.finding import Finding
from kyodo_lod.model.columns import Column, header_column, is_header
from kyodo_lod.origin import Origin
from kyodo_lod.source.quoting import cells
from kyodo_lod.source.rows import Document, Row

#: the column in which a property's value is printed, by its local name
COLUMNS = {
    "markedNew": Column.NEW,
    "label": Column.NAME,
    "nameAsListed": Column.NAME,
    "account": Column.NAME,
    "description": Column.DESCRIPTION,
    "subItem": Column.DESCRIPTION,
    "unitAsListed": Column.UNIT,
    "responsibleUnit": Column.UNIT,
    "responsibleBureau": Column.UNIT,
    "registeredUnit": Column.UNIT,
}
#: of a path, or behind the class in a rule's name: plan#PlannedProject-label
_LOCAL = re.compile(r"\w+\Z")


def placed(
    findings: Iterable[Finding], document: Document, named: Mapping[str, str]
) -> Iterator[Finding]:
    """Give findings with the columns of their cells, where known, and the text of their lines.

    Args:
        findings: of `document`.
        document: its rows.
        named: the manifest's `columns`, printed header → known header.
    """
    rows = {row.origin.line: row for row in document.rows}
    headers = _headers(document, named)
    for finding in findings:
        origin = finding.origin
        row = rows.get(origin.line) if origin and origin.document == document.name else None
        if row and origin and "\n" not in row.text:
            header = headers.get(row.origin.line, ())
            yield replace(finding, origin=_within(origin, finding, row, header), excerpt=row.text)
        else:
            yield finding


def _headers(document: Document, named: Mapping[str, str]) -> dict[int, tuple[Column | None, ...]]:
    """Give the columns that hold at each line: those of the header above it."""
    current: tuple[Column | None, ...] = ()
    found = {}
    for row in document.rows:
        if is_header(row.cells, named):
            current = tuple(header_column(cell, named) for cell in row.cells)
        elif len(row.cells) > 1:
            found[row.origin.line] = current
    return found


def _within(
    origin: Origin, finding: Finding, row: Row, header: tuple[Column | None, ...]
) -> Origin:
    spans = list(_spans(row.text))
    column = _column(finding)
    at = header.index(column) if column in header else -1
    if 0 <= at < len(spans):
        return replace(origin, column=spans[at][0], end=spans[at][1])
    start = row.text.find(finding.value) if finding.value else -1
    if start < 0 or finding.value in row.text[start + 1 :]:
        return origin
    return replace(origin, column=start + 1, end=start + 1 + len(finding.value))


def _column(finding: Finding) -> Column | None:
    if "#SubItem-" in finding.rule:
        return Column.DESCRIPTION
    return COLUMNS.get(_local(finding.path) or _local(finding.rule))


def _local(name: str) -> str:
    found = _LOCAL.search(name)
    return found[0] if found else ""


def _spans(text: str) -> Iterator[tuple[int, int]]:
    """Give the columns of each cell: of its first character and of the one behind its last."""
    start = 1
    for cell in cells(text):
        yield start, start + len(cell.raw)
        start += len(cell.raw) + 1
