"""The page of a year's plan: its policies with their projects, and its own counts held against them."""

from collections.abc import Mapping

from kyodo_lod.rdf.terms import NamedNode
from kyodo_lod.rdf.vocabulary import dct, kyo, prov, rdf, skos
from kyodo_lod.site.figures import figures_path
from kyodo_lod.site.published import Published
from kyodo_lod.site.register import Listed
from kyodo_lod.site.tally import Tally, declared, tally


def year_plan_values(plan: NamedNode, published: Published) -> Mapping[str, object]:
    """Give what the page of a year's plan shows.

    Args:
        plan: its IRI.
        published: what is published.
    """
    data, listed = published.data, published.register.of_plan.get(plan, [])
    sections = _sections(plan, listed, published)
    told = {each.project for _, entries in sections for each in entries}
    return {
        "whole": data.one(plan, dct.isPartOf),
        "year": data.one(plan, kyo.fiscalYear),
        "city": data.one(plan, dct.creator),
        "documents": documents_of(plan, published),
        "dataset": published.dataset(plan),
        "declared": declared(plan, published),
        "figures": figures_path(plan, published),
        "listed": listed,
        "sections": sections,
        "numbers": {each: _number(each, published) for each, _ in sections},
        "rest": [each for each in listed if each.project not in told],
        "new": sum(1 for each in listed if each.is_new),
        "units": len({unit for each in listed for unit in each.units}),
    }


def _sections(
    plan: NamedNode, listed: list[Listed], published: Published
) -> list[tuple[Tally, list[Listed]]]:
    data = published.data
    parts = data.parts(plan)
    counted = [tally(e, published) for e in parts if kyo.PolicySection in data.all(e, rdf.type)]
    of_policy: dict[NamedNode | None, list[Listed]] = {}
    for each in listed:
        of_policy.setdefault(each.policy, []).append(each)
    return [(each, of_policy.get(each.policy, []) if each.policy else []) for each in counted]


def documents_of(plan: NamedNode, published: Published) -> list[NamedNode]:
    """Give the documents that a year's plan was read from."""
    data = published.data
    derived = data.all(plan, prov.wasDerivedFrom)
    return [each for each in derived if kyo.SourceDocument in data.all(each, rdf.type)]


def _number(tally: Tally, published: Published) -> str:
    return published.data.plain(tally.policy, skos.notation) if tally.policy else ""
