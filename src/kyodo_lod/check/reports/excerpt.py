"""The line at fault as a terminal shows it, with a caret line under the cell."""

import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate

from kyodo_lod.bilingual import visible

#: columns of the terminal that the text of a line may take
WIDTH = 96
_TAB = "⇥"
_CUT = "…"


def excerpt_lines(text: str, line: int, column: int = 0, end: int = 0) -> Iterator[str]:
    """Give the line and, where the cell is known, the carets under it.

    Args:
        text: of the line.
        line: its number; 0 where it has none.
        column: the cell's first character, counted from 1; 0 where it is not known.
        end: the character behind its last.
    """
    gutter, text = str(line or ""), text.rstrip("\r\n")
    skipped = max(column - 1 - WIDTH, 0)  # a line may be a hundred megabytes long
    shown = [_shown(character) for character in text[skipped : skipped + 3 * WIDTH]]
    first, behind = max(column - 1 - skipped, 0), max(end, column) - 1 - skipped
    start, stop = _window(shown, first)
    before = _CUT if skipped + start else ""
    after = _CUT if skipped + stop < len(text) else ""
    yield f"{gutter} | {before}{''.join(shown[start:stop])}{after}".rstrip()
    if column:
        indent = len(before) + _width(shown[start:first])
        carets = "^" * max(_width(shown[first : min(behind, stop)]), 1)
        yield f"{' ' * len(gutter)} | {' ' * indent}{carets}"


def _shown(character: str) -> str:
    return _TAB if character == "\t" else visible(character)


def _width(shown: Iterable[str]) -> int:
    return sum(map(_columns, "".join(shown)))


def _columns(character: str) -> int:
    """Give the columns that a character takes (UAX #11; ambiguous ones as outside East Asia)."""
    if unicodedata.combining(character):
        return 0
    return 2 if unicodedata.east_asian_width(character) in ("W", "F") else 1


def _window(shown: Sequence[str], first: int) -> tuple[int, int]:
    """Give what is shown of a long line: a third before the cell, more where little follows it."""
    if _width(shown) <= WIDTH:
        return 0, len(shown)
    room = WIDTH - 2  # for the signs that say where it is cut
    before = max(room // 3, room - _width(shown[first:]))
    start = first - _fitting(shown[:first][::-1], before)
    return start, start + _fitting(shown[start:], room)


def _fitting(shown: Sequence[str], room: int) -> int:
    """Count the characters that fit into as many columns."""
    widths = accumulate(_width(character) for character in shown)
    return sum(width <= room for width in widths)
