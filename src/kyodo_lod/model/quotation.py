"""Quotation marks around cells: where it is not sure that a spreadsheet put them there."""

import re
from collections.abc import Iterator, Sequence

from kyodo_lod.finding import Finding, Rule
from kyodo_lod.model import rules
from kyodo_lod.source.quoting import Cell, cells, is_unclosed
from kyodo_lod.source.rows import Row

#: what makes a spreadsheet quote a cell: Excel does so for a comma too where tabs part the cells
_REASONS = ("\t", "\n", '"', ",")
#: what a program leaves bare that quotes all texts
_NUMBER = re.compile(r"[0-9.,]+")


def doubtful_quotations(rows: Sequence[Row]) -> Iterator[Finding]:
    """Give the cells of a document that begin with a quotation mark and may have been read wrongly.

    Where every text in it is quoted, a program did so, and of no cell it is doubted.
    """
    all_are_quoted = all(map(_is_quoted_throughout, rows))
    for row in rows:
        found = list(cells(row.text)) if '"' in row.text else []
        for cell in found:
            rule = _doubt(cell, found)
            if rule and not (all_are_quoted and rule is rules.QUOTATION_REMOVED):
                yield rule.at(row.origin, value=cell.raw)


def _is_quoted_throughout(row: Row) -> bool:
    filled = (cell for cell in cells(row.text) if cell.raw)
    return all(cell.is_quoted or _NUMBER.fullmatch(cell.raw) for cell in filled)


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
