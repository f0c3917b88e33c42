"""The page of a planned project: what this year's plan states of it, line by line."""

from bisect import bisect_left
from collections.abc import Mapping

from kyodo_lod.rdf.terms import NamedNode
from kyodo_lod.rdf.vocabulary import dct, kyo, prov, skos
from kyodo_lod.site import units
from kyodo_lod.site.citation import citation
from kyodo_lod.site.description import blocks
from kyodo_lod.site.document import origin
from kyodo_lod.site.passages import passages_of, place_name
from kyodo_lod.site.published import Published
from kyodo_lod.site.register import Listed

#: of a section that are listed on the page of one; all stand on the section's page
_SHOWN = 12


def project_values(project: NamedNode, published: Published) -> Mapping[str, object]:
    """Give what the page of a planned project shows.

    Args:
        project: its IRI.
        published: what is published.
    """
    data, listed = published.data, published.register.listed[project]
    passages = passages_of(project, data)
    document = data.one(passages[0], dct.isPartOf) if passages else None
    return {
        "listed": listed,
        "policy_number": data.plain(listed.policy, skos.notation) if listed.policy else "",
        "document_order": data.number(project, kyo.documentOrder),
        "blocks": blocks(project, data),
        "unit_text": data.plain(project, kyo.unitAsListed),
        "paths": [units.path(unit, data) for unit in listed.units],
        "quotes": [
            (each, place_name(each, data), data.plain(each, prov.value)) for each in passages
        ],
        "document": document,
        "origin": origin(document, data) if document else None,
        "citation": citation(listed, passages, published),
        "years": published.register.same_name(project),
        "plan_years": _years(listed, published),
        "of_units": [(unit, *_others(unit, listed, published)) for unit in listed.units],
    }


def _years(listed: Listed, published: Published) -> int:
    """Give of how many years there is a plan to look in."""
    plan = published.data.one(listed.plan, dct.isPartOf) if listed.plan else None
    whole = published.data.holders(dct.isPartOf, plan) if plan else []
    return sum(1 for each in whole if each in published.year_plans)


def _others(unit: NamedNode, listed: Listed, published: Published) -> tuple[list[Listed], int]:
    """Give the nearest other projects of a unit in the same plan, and how many there are in all."""
    same = published.register.of_unit_in(unit, listed.plan)
    at = bisect_left(same, listed.rank, key=lambda each: each.rank)
    begin = max(0, min(at - _SHOWN // 2, len(same) - _SHOWN - 1))
    near = [each for each in same[begin : begin + _SHOWN + 1] if each is not listed]
    return near, len(same) - 1
