"""The whole graph of one plan-year: each subject whole, once, in the order a reader wants it."""

from collections.abc import Iterable, Iterator

from kyodo_lod.mapping.concepts import concept_triples, scheme, scheme_triples
from kyodo_lod.mapping.dataset import (
    dataset_triples,
    licence_triples,
    licences,
    publisher_triples,
    rights_triples,
)
from kyodo_lod.mapping.document import (
    cited_origins,
    document_triples,
    media_type,
    media_type_triples,
    passage_triples,
)
from kyodo_lod.mapping.iris import Iris
from kyodo_lod.mapping.organisation import municipality_triples, place_triples, unit_triples
from kyodo_lod.mapping.plan import fiscal_year_triples, plan_triples, year_plan_triples
from kyodo_lod.mapping.policy import policy_scheme_triples, policy_triples, section_triples
from kyodo_lod.mapping.project import project_triples
from kyodo_lod.model.plan import Plan
from kyodo_lod.rdf.terms import NamedNode, Triples


def graph(plan: Plan, iris: Iris, told: set[NamedNode] | None = None) -> Triples:
    """Give all triples of `plan`.

    Args:
        plan: as read.
        iris: its IRIs; their base decides where `id/` and `dataset/` stand.
        told: things that several plans share and that need not be described again; added to.
    """
    told = set() if told is None else told
    yield from dataset_triples(plan, iris)
    yield from rights_triples(plan.manifest, iris)
    yield from _new(_shared_by_all(plan, iris), told)
    yield from year_plan_triples(plan, iris)
    for section in plan.sections:
        policy = iris.policy(section.number)
        yield from _new([(policy, policy_triples(plan, section, iris))], told)
        yield from section_triples(section, iris)
        for project in section.projects:
            yield from project_triples(plan, project, iris)
    yield from _new(_named_by_projects(plan, iris), told)
    yield from document_triples(plan, iris)
    yield from _new([(media_type(plan), media_type_triples(media_type(plan)))], told)
    for origin in cited_origins(plan):
        yield from passage_triples(plan, origin, iris)


def merged(plans: Iterable[tuple[Plan, Iris]]) -> Triples:
    """Give the triples of many plans, what several share only once.

    Args:
        plans: plans with their IRIs; one is held at a time.
    """
    told: set[NamedNode] = set()
    for plan, iris in plans:
        yield from graph(plan, iris, told)


def _new(things: Iterable[tuple[NamedNode, Triples]], told: set[NamedNode]) -> Triples:
    """Describe those of `things` that were not told yet; a generator costs nothing until it runs."""
    for thing, triples in things:
        if thing not in told:
            told.add(thing)
            yield from triples


def _shared_by_all(plan: Plan, iris: Iris) -> Iterator[tuple[NamedNode, Triples]]:
    yield iris.publisher, publisher_triples(plan.manifest, iris)
    for licence in licences(plan.manifest):
        yield licence, licence_triples(licence)
    yield iris.municipality, municipality_triples(plan, iris)
    for place in map(NamedNode, plan.manifest.municipality.spatial):
        yield place, place_triples(place, plan)
    yield iris.plan, plan_triples(plan, iris)
    yield iris.policy_scheme, policy_scheme_triples(plan, iris)
    yield iris.fiscal_year, fiscal_year_triples(plan, iris)


def _named_by_projects(plan: Plan, iris: Iris) -> Iterator[tuple[NamedNode, Triples]]:
    units = plan.units()
    for unit in units:
        yield iris.unit(unit), unit_triples(unit, iris)
    levels = dict.fromkeys(unit.level for unit in units if unit.level)
    accounts = dict.fromkeys(p.account for p in plan.projects() if p.account)
    for name, used in (("unit-level", levels), ("account", accounts)):
        known = scheme(name)
        if used:
            yield NamedNode(known.iri), scheme_triples(known)
        for text in used:
            yield known.concept_of(text), concept_triples(known, text)
