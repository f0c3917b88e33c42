"""The page of an organisational unit: where it stands, and the projects it answers for."""

from collections.abc import Mapping

from kyodo_lod.rdf.terms import NamedNode
from kyodo_lod.rdf.vocabulary import org
from kyodo_lod.site import units
from kyodo_lod.site.published import Published
from kyodo_lod.site.register import Listed


def unit_values(unit: NamedNode, published: Published) -> Mapping[str, object]:
    """Give what the page of a unit shows.

    Args:
        unit: its IRI.
        published: what is published.
    """
    data, register = published.data, published.register
    own = register.of_unit.get(unit, [])
    under = units.all_below(unit, data)
    return {
        "path": units.path(unit, data),
        "level": data.one(unit, org.classification),
        "city": data.one(unit, org.unitOf),
        "below": [(each, count(each, published)) for each in units.below(unit, data)],
        "own": register.by_plan(own),
        "of_below": register.by_plan(_of(under, published, {each.project for each in own})),
        "counts": (len(own), count(unit, published)),
    }


def count(unit: NamedNode, published: Published) -> int:
    """Give the number of projects of a unit and of all below it, each once."""
    of_unit = published.register.of_unit
    all_units = [unit, *units.all_below(unit, published.data)]
    return len({listed.project for each in all_units for listed in of_unit.get(each, ())})


def _of(under: list[NamedNode], published: Published, told: set[NamedNode]) -> list[Listed]:
    """Give the projects of the units below, in the order of the register, none that is told already."""
    of_unit = published.register.of_unit
    found = {listed.project for each in under for listed in of_unit.get(each, ())} - told
    return sorted((published.register.listed[each] for each in found), key=lambda e: e.rank)
