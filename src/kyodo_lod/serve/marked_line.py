"""A line of what was checked, with the place at fault in it, short enough for a page."""

from typing import NamedTuple

from kyodo_lod.bilingual import visible

#: characters shown beside the place at fault, and of it
_BESIDE, _MOST = 60, 240
_TAB, _CUT = "⇥", "…"


class MarkedLine(NamedTuple):
    """A line in three pieces.

    Args:
        before: what stands before the place at fault.
        marked: that place; empty where it is not known.
        after: what stands behind it; the whole line where the place is not known.
    """

    before: str
    marked: str
    after: str


def marked_line(text: str, column: int = 0, end: int = 0) -> MarkedLine:
    """Give a line as a page shows it; long ones are cut, what nobody sees is made visible.

    Args:
        text: of the line.
        column: the first character at fault, counted from 1; 0 where it is not known.
        end: the character behind the last one.

    >>> marked_line("総務部" + chr(9) + "人事科", 5, 8)
    MarkedLine(before='総務部⇥', marked='人事科', after='')
    """
    text = text.rstrip("\r\n")
    if not 0 < column <= len(text) + 1:
        return MarkedLine("", "", _start(text, _MOST))
    first, behind = column - 1, max(end, column) - 1
    return MarkedLine(
        _end(text[max(first - _BESIDE - 1, 0) : first], _BESIDE),
        _start(text[first : min(behind, first + _MOST + 1)], _MOST) or _TAB,
        _start(text[behind : behind + _BESIDE + 1], _BESIDE),
    )


def _start(text: str, most: int) -> str:
    return _shown(text) if len(text) <= most else _shown(text[:most]) + _CUT


def _end(text: str, most: int) -> str:
    return _shown(text) if len(text) <= most else _CUT + _shown(text[-most:])


def _shown(text: str) -> str:
    return "".join(_TAB if character == "\t" else visible(character) for character in text)
