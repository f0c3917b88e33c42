"""Letters in a drawing: how much of a name fits, and where its lines break."""

from kyodo_lod.publish.pages.layout import text_width

_ELLIPSIS = "…"
#: that lines may differ by: a full-width letter
_SLACK = 13


def fitted(text: str, width: int) -> str:
    """Give as much of a text as fits.

    >>> fitted("協働の担い手となる人材の活用", 80), fitted("市民部", 80)
    ('協働の担い…', '市民部')
    """
    if text_width(text) <= width:
        return text
    kept = text
    while kept and text_width(kept + _ELLIPSIS) > width:
        kept = kept[:-1]
    return kept + _ELLIPSIS


def wrapped(text: str, width: int, lines: int) -> tuple[str, ...]:
    """Break a text into lines of about the same length; the last is cut where there is more.

    >>> wrapped("協働の担い手となる人材の活用", 160, 2), wrapped("市民部", 100, 2)
    (('協働の担い手とな', 'る人材の活用'), ('市民部',))
    """
    needed = -(-text_width(text) // width)
    even = min(width, text_width(text) // max(1, needed) + _SLACK)
    found: list[str] = []
    while text and len(found) < lines - 1:
        line = _line(text, even)
        found.append(line)
        text = text[len(line) :]
    return (*found, fitted(text, width)) if text else tuple(found)


def _line(text: str, width: int) -> str:
    end = 1
    while end < len(text) and text_width(text[: end + 1]) <= width:
        end += 1
    return text[:end]
