"""What stands before and after a thing among its like: one row for each class that has pages."""

from collections.abc import Iterable, Iterator
from itertools import pairwise

from kyodo_lod.rdf.terms import NamedNode
from kyodo_lod.rdf.vocabulary import dct, kyo, org, skos
from kyodo_lod.site import units
from kyodo_lod.site.places import Places
from kyodo_lod.site.things import Things

#: each class, and what its things have in common with those that they stand in line with
_LINES = (
    (kyo.PlannedProject, dct.isPartOf),
    (kyo.BasicPolicy, skos.inScheme),
    (kyo.ImplementationPlan, dct.isPartOf),
    (kyo.Plan, dct.creator),
    (kyo.SourceDocument, dct.creator),
    (org.OrganizationalUnit, org.unitOf),
    (org.FormalOrganization, None),
    (kyo.FiscalYear, None),
)
Pair = tuple[NamedNode | None, NamedNode | None]
_NONE: Pair = (None, None)


class Neighbours:
    """The thing before and the thing after each, among those with pages.

    Args:
        data: what is published.
        places: which tells what has a page.
    """

    def __init__(self, data: Things, places: Places) -> None:
        self._data = data
        self._places = places
        self._rank = {subject: rank for rank, subject in enumerate(data.graph.by_subject)}
        self._pairs: dict[NamedNode, Pair] = {}
        for class_, common in _LINES:
            for line in self._lines(class_, common):
                self._pairs.update(_pairs(sorted(line, key=self._position)))

    def of(self, thing: NamedNode) -> Pair:
        """Give what stands before and after `thing`; None at an end of the line."""
        return self._pairs.get(thing, _NONE)

    def _lines(self, class_: NamedNode, common: NamedNode | None) -> Iterable[list[NamedNode]]:
        lines: dict[NamedNode | None, list[NamedNode]] = {}
        for thing in filter(self._places.has_page, self._data.instances(class_)):
            whole = self._data.one(thing, common) if common else None
            lines.setdefault(whole, []).append(thing)
        return lines.values()

    def _position(self, thing: NamedNode) -> tuple[object, ...]:
        """Give what a line is sorted by: the year, the plan's ordinal, the place, the tree of units."""
        data = self._data
        year = data.one(thing, kyo.fiscalYear) or thing
        ranks = [self._rank.get(each, 0) for each in units.path(thing, data)]
        return (
            data.number(year, kyo.year),
            data.number(thing, kyo.ordinal),
            data.position(thing),
            ranks,
        )


def _pairs(line: list[NamedNode]) -> Iterator[tuple[NamedNode, Pair]]:
    before: NamedNode | None = None
    for thing, after in pairwise([*line, None]):
        if thing is not None:
            yield thing, (before, after)
            before = thing
