"""Organisational units as a tree: the way from the bureau down, and what lies below."""

from kyodo_lod.rdf.terms import NamedNode
from kyodo_lod.rdf.vocabulary import org
from kyodo_lod.site.things import Things


def path(unit: NamedNode, data: Things) -> list[NamedNode]:
    """Give the way from the widest unit down to this one: 部, 課. A circle in the data ends it.

    Args:
        unit: an organisational unit.
        data: what is published.
    """
    found: list[NamedNode] = []
    above: NamedNode | None = unit
    while above and above not in found:
        found.append(above)
        above = data.one(above, org.subOrganizationOf)
    return found[::-1]


def below(unit: NamedNode, data: Things) -> list[NamedNode]:
    """Give the units directly below, in the order of the data."""
    return [each for each in data.holders(org.subOrganizationOf, unit) if each != unit]


def all_below(unit: NamedNode, data: Things) -> list[NamedNode]:
    """Give all units below, each before those below itself; none twice, and never `unit`."""
    found: dict[NamedNode, None] = {}
    waiting = below(unit, data)[::-1]
    while waiting:
        each = waiting.pop()
        if each != unit and each not in found:
            found[each] = None
            waiting += below(each, data)[::-1]
    return list(found)


def bureaus(municipality: NamedNode, data: Things) -> list[NamedNode]:
    """Give the units of a municipality that lie below no other."""
    units = data.holders(org.unitOf, municipality)
    return [unit for unit in units if not data.one(unit, org.subOrganizationOf)]
