"""Quotation marks around cells: where it is not sure that a spreadsheet put them there."""

from collections.abc import Iterator, Sequence

from kyodo_lod.finding import Finding, Rule
from kyodo_lod.model import rules
from kyodo_lod.source.quoting import Cell, cells, is_unclosed
from kyodo_lod.source.rows import Row

#: what makes a spreadsheet quote a cell
_REASONS = ("\t", "\n", '"')


def doubtful_quotations(row: Row) -> Iterator[Finding]:
    """Give the cells of `row` that begin with a quotation mark and may have been read wrongly."""
    if '"' not in row.text:
        return
    found = list(cells(row.text))
    for cell in found:
        rule = _doubt(cell, found)
        if rule:
            yield rule.at(row.origin, value=cell.raw)


def _doubt(cell: Cell, row: Sequence[Cell]) -> Rule | None:
    if is_unclosed(cell):
        return rules.QUOTATION_UNCLOSED
    if cell.is_quoted:
        return None if _has_reason(cell, row) else rules.QUOTATION_REMOVED
    return rules.QUOTATION_LITERAL if cell.raw.startswith('"') else None


def _has_reason(cell: Cell, row: Sequence[Cell]) -> bool:
    """Tell whether the cell had to be quoted, or every cell of its row is, as some programs do."""
    if any(reason in cell.text for reason in _REASONS):
        return True
    filled = [other for other in row if other.raw]
    return len(filled) > 1 and all(other.is_quoted for other in filled)
