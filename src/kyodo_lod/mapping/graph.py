"""The whole graph of one plan-year: each subject whole, once, in the order a reader wants it."""

from collections.abc import Iterable

from kyodo_lod.mapping.concepts import concept_triples
from kyodo_lod.mapping.dataset import dataset_triples
from kyodo_lod.mapping.document import cited_origins, document_triples, passage_triples
from kyodo_lod.mapping.iris import Iris
from kyodo_lod.mapping.organisation import municipality_triples, unit_triples
from kyodo_lod.mapping.plan import fiscal_year_triples, plan_triples, year_plan_triples
from kyodo_lod.mapping.policy import policy_triples, scheme_triples, section_triples
from kyodo_lod.mapping.project import project_triples
from kyodo_lod.model.plan import Plan
from kyodo_lod.rdf.terms import Triples


def graph(plan: Plan, iris: Iris) -> Triples:
    """Give all triples of `plan`.

    Args:
        plan: as read.
        iris: its IRIs; their base decides where `id/` and `dataset/` stand.
    """
    yield from dataset_triples(plan, iris)
    yield from municipality_triples(plan, iris)
    yield from plan_triples(plan, iris)
    yield from year_plan_triples(plan, iris)
    yield from fiscal_year_triples(plan, iris)
    yield from scheme_triples(plan, iris)
    for section in plan.sections:
        yield from policy_triples(plan, section, iris)
        yield from section_triples(section, iris)
        for project in section.projects:
            yield from project_triples(plan, project, iris)
    yield from _named_by_projects(plan, iris)
    yield from document_triples(plan, iris)
    for origin in cited_origins(plan):
        yield from passage_triples(plan, origin, iris)


def merged(plans: Iterable[tuple[Plan, Iris]]) -> Triples:
    """Give the triples of many plans, what several share only once.

    Args:
        plans: plans with their IRIs; one is held at a time.
    """
    told: set[str] = set()
    for plan, iris in plans:
        fresh: set[str] = set()
        for triple in graph(plan, iris):
            subject = str(triple.subject)[1:-1]
            if subject not in told:
                yield triple
                if not iris.is_of_this_year(subject):
                    fresh.add(subject)
        told |= fresh


def _named_by_projects(plan: Plan, iris: Iris) -> Triples:
    units = plan.units()
    for unit in units:
        yield from unit_triples(unit, iris)
    yield from concept_triples(
        "unit-level", dict.fromkeys(unit.level for unit in units if unit.level)
    )
    accounts = (project.account for project in plan.projects() if project.account)
    yield from concept_triples("account", dict.fromkeys(accounts))
