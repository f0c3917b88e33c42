"""Where the boxes of a diagram stand: in columns from left to right, by the links alone."""

import unicodedata
from collections.abc import Iterable, Sequence

from kyodo_lod.publish.pages.drawing import PORT, Box, Diagram, Link

_LINE, _HEAD, _PAD = 20, 42, 12
_GAP_Y, _MARGIN = 26, 16
_SIZE = 13
#: room for the bend of a link behind its labels
_BEND = 84
_NARROWEST = 150
_ROUNDS = 4


def laid_out(boxes: dict[str, Box], links: Sequence[Link]) -> Diagram:
    """Give boxes and links their places.

    Args:
        boxes: by their keys.
        links: between them.
    """
    drawn = _ranked(boxes, links)
    drawn.columns = _columns(drawn)
    _place(drawn)
    _connect(drawn)
    return drawn


def text_width(text: str) -> int:
    """Give about how wide a text is; full-width signs are twice as wide as the others."""
    wide = sum(unicodedata.east_asian_width(sign) in "FWA" for sign in text)
    return int(_SIZE * (wide + 0.58 * (len(text) - wide)))


def _ranked(boxes: dict[str, Box], links: Sequence[Link]) -> Diagram:
    """Put each box right of all that link to it, and cut long links where they pass a column."""
    for _ in boxes:
        for link in links:
            target = boxes[link.target]
            target.rank = max(target.rank, min(boxes[link.source].rank + 1, len(boxes)))
    parts = [part for link in links for part in _cut(link, boxes)]
    return Diagram(list(boxes.values()), parts)


def _cut(link: Link, boxes: dict[str, Box]) -> Iterable[Link]:
    source, labels = link.source, link.labels
    for rank in range(boxes[link.source].rank + 1, boxes[link.target].rank):
        key = f"{link.source} {link.target} {rank}"
        boxes[key] = Box(key, "", "", passing=True, rank=rank)
        yield Link(source, key, labels, ends=False)
        source, labels = key, ()
    yield Link(source, link.target, labels)


def _columns(drawn: Diagram) -> list[list[Box]]:
    """Order each column by where its links come from, then by where they go, a few times over."""
    count = max(box.rank for box in drawn.boxes) + 1
    columns = [[box for box in drawn.boxes if box.rank == rank] for rank in range(count)]
    sources = [(link.target, link.source) for link in drawn.links]
    targets = [(link.source, link.target) for link in drawn.links]
    for _ in range(_ROUNDS):
        for rank in range(1, count):
            _sort(columns[rank], columns[rank - 1], sources)
        for rank in reversed(range(count - 1)):
            _sort(columns[rank], columns[rank + 1], targets)
    return columns


def _sort(column: list[Box], beside: list[Box], linked: Sequence[tuple[str, str]]) -> None:
    """Sort a column by the mean place of what each box is linked to in the column beside it."""
    places = {box.key: (nth + 0.5) / len(beside) for nth, box in enumerate(beside)}
    own = {box.key: (nth + 0.5) / len(column) for nth, box in enumerate(column)}

    def weight(box: Box) -> float:
        found = [places[other] for key, other in linked if key == box.key and other in places]
        return sum(found) / len(found) if found else own[box.key]

    column.sort(key=lambda box: (round(weight(box), 6), own[box.key]))


def _place(drawn: Diagram) -> None:
    x = _MARGIN
    lead = max((text_width(text) for link in drawn.links for text in link.labels), default=0) + 8
    for link in drawn.links:
        link.lead = lead
    for column in drawn.columns:
        width = max(_NARROWEST, *(_width(box) for box in column))
        y = _MARGIN
        for box in column:
            box.x, box.y, box.width, box.height = x, y, width, _height(box, drawn)
            y += box.height + _GAP_Y
        drawn.height = max(drawn.height, y - _GAP_Y + _MARGIN)
        x += width + lead + _BEND
    drawn.width = x - lead - _BEND + _MARGIN
    for column in drawn.columns:
        _centre(column, drawn.height)


def _centre(column: list[Box], height: int) -> None:
    free = (height - 2 * _MARGIN - sum(box.height for box in column)) // len(column)
    y = _MARGIN + max(0, free - _GAP_Y) // 2
    for box in column:
        box.y = y
        y += box.height + max(free, _GAP_Y)


def _height(box: Box, drawn: Diagram) -> int:
    if box.passing:
        return PORT
    leaving = sum(len(link.labels) + 0.5 for link in drawn.links if link.source == box.key)
    inside = _HEAD + _LINE * len(box.lines) + (_PAD if box.lines else 0)
    return max(inside, int(leaving * PORT) + _PAD)


def _width(box: Box) -> int:
    return max((text_width(text) for text in (box.title, box.name, *box.lines)), default=0) + 28


def _connect(drawn: Diagram) -> None:
    """Let the links leave and enter each box in the order of their other ends."""
    boxes = {box.key: box for box in drawn.boxes}
    for box in drawn.boxes:
        leaving = [link for link in drawn.links if link.source == box.key]
        leaving.sort(key=lambda link: boxes[link.target].y)
        for link, y in zip(
            leaving, _ports(box, [len(each.labels) for each in leaving]), strict=True
        ):
            link.start = (box.x if box.passing else box.x + box.width, y)
        entering = [link for link in drawn.links if link.target == box.key]
        entering.sort(key=lambda link: boxes[link.source].y)
        for link, y in zip(entering, _ports(box, [1] * len(entering)), strict=True):
            link.end = (box.x, y)


def _ports(box: Box, lines: Sequence[int]) -> list[int]:
    """Spread links over the side of a box, each with the room its labels need."""
    if box.passing:
        return [box.y + box.height // 2] * len(lines)
    places, total, done = [], sum(lines) + 0.5 * len(lines), 0.0
    for count in lines:
        places.append(box.y + int(box.height * (done + 0.75) / max(total, 1)))
        done += count + 0.5
    return places
