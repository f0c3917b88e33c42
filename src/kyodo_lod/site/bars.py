"""Bars: how many projects each unit is responsible for; as wide as the page, whatever its width."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from kyodo_lod.rdf.terms import NamedNode
from kyodo_lod.site.published import Published
from kyodo_lod.site.responsibilities import Responsibility, largest_first, projects_by

_ROW = 44
#: in tenths of a percent; the rest is for the number behind the bar
_LONGEST = 900


@dataclass(frozen=True, slots=True)
class Bar:
    """A thing and its number.

    Args:
        thing: what the bar stands for.
        name: of it.
        projects: its number.
        y: of its upper side.
        length: in percent of the drawing's width.
    """

    thing: NamedNode
    name: str
    projects: int
    y: int
    length: str


@dataclass(frozen=True, slots=True)
class Bars:
    """Bars from the longest to the shortest."""

    bars: tuple[Bar, ...]
    height: int


def bars(found: Sequence[Responsibility], published: Published) -> Bars:
    """Lay out how many projects each unit is responsible for, the most first."""
    counts = projects_by(found, lambda each: each.unit)
    return drawn(counts, largest_first(counts), published)


def drawn(counts: Counter[NamedNode], order: Sequence[NamedNode], published: Published) -> Bars:
    """Lay out a bar for each thing.

    Args:
        counts: the number of each.
        order: in which they stand.
        published: what is published.
    """
    most = max(counts.values(), default=1)
    rows = tuple(_bar(each, counts[each], most, n, published) for n, each in enumerate(order))
    return Bars(rows, _ROW * len(rows))


def _bar(thing: NamedNode, count: int, most: int, nth: int, published: Published) -> Bar:
    label = published.data.label(thing)
    tenths = _LONGEST * count // most
    return Bar(thing, label.ja or label.en, count, _ROW * nth, f"{tenths // 10}.{tenths % 10}%")
