"""Cells that a spreadsheet wrote in quotation marks, and rows that such cells spread over lines.

Excel puts a cell in `"` where it holds a tab, a line break or a `"`, and doubles each `"` inside it
(RFC 4180, section 2, with tabs for commas).
"""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

_CELL = re.compile(r'"(?P<inner>(?:[^"]+|"")*+)"(?=\t|\Z)|[^\t]*')
#: the last cell of a line, where its quotation mark is not closed
_OPEN = re.compile(r'"(?:[^"]+|"")*+')
#: what follows in the lines below it; a tab would stand in the next cell, so that nothing is swallowed
_WITHIN = re.compile(r'(?:[^"\t]+|"")*+')
_CLOSING = re.compile(r'(?:[^"\t]+|"")*+"(?=\t|\Z)')


class Cell(NamedTuple):
    """A cell.

    Args:
        raw: as received, with its quotation marks.
        text: what it says.
    """

    raw: str
    text: str

    @property
    def is_quoted(self) -> bool:
        """Whether its outer quotation marks were taken off."""
        return self.raw != self.text


def cells(row: str) -> Iterator[Cell]:
    r"""Give the cells of a tab-separated row; what is no well-formed quotation is left as it is.

    >>> [cell.text for cell in cells('"自治会の""防災""訓練"\t"協働"のまち')]
    ['自治会の"防災"訓練', '"協働"のまち']
    """
    if '"' not in row:  # nearly every row
        yield from (Cell(text, text) for text in row.split("\t"))
        return
    at = 0
    while at <= len(row):
        if found := _CELL.match(row, at):  # as always: its second half matches anything
            inner = found["inner"]
            yield Cell(found[0], found[0] if inner is None else inner.replace('""', '"'))
            at = found.end() + 1


def row_length(lines: Sequence[str], start: int) -> int:
    """Count the physical lines of the row that begins at `lines[start]`: one, unless a cell has breaks."""
    rest, end = lines[start], start
    while '"' in rest and _ends_open(rest):
        closing = _closing_line(lines, end + 1)
        if closing is None:
            break
        end = closing
        rest = _CLOSING.sub("", lines[end], count=1)
    return end - start + 1


def _ends_open(row: str) -> bool:
    *_, last = cells(row)
    return is_unclosed(last)


def _closing_line(lines: Sequence[str], start: int) -> int | None:
    for number in range(start, len(lines)):
        if _CLOSING.match(lines[number]):
            return number
        if not _WITHIN.fullmatch(lines[number]):
            return None
    return None


def is_unclosed(cell: Cell) -> bool:
    """Tell whether `cell` begins a quotation that nothing ends."""
    return not cell.is_quoted and bool(_OPEN.fullmatch(cell.raw))
