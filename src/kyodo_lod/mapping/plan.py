"""The plan, the plan of the year and the fiscal year."""

from kyodo_lod.mapping.iris import Iris
from kyodo_lod.model.plan import Plan
from kyodo_lod.model.years import era_labels, year_label
from kyodo_lod.rdf.terms import (
    NamedNode,
    Triple,
    Triples,
    date,
    integer,
    japanese,
    labels,
    string,
)
from kyodo_lod.rdf.vocabulary import dcat, dct, kyo, prov, rdf, rdfs, skos


def plan_triples(plan: Plan, iris: Iris) -> Triples:
    """Describe the plan over all its years."""
    enduring = plan.manifest.plan
    yield Triple(iris.plan, rdf.type, kyo.Plan)
    yield Triple(iris.plan, rdf.type, prov.Plan)
    yield from labels(iris.plan, rdfs.label, enduring.title)
    yield from labels(iris.plan, dct.title, enduring.title)
    yield Triple(iris.plan, dct.identifier, string(enduring.slug))
    yield Triple(iris.plan, dct.creator, iris.municipality)
    if enduring.ordinal is not None:
        yield Triple(iris.plan, kyo.ordinal, integer(enduring.ordinal))
    yield Triple(iris.plan, kyo.policyScheme, iris.policy_scheme)
    yield from _spatial(plan, iris.plan)


def year_plan_triples(plan: Plan, iris: Iris) -> Triples:
    """Describe the plan of the year, as its document states it."""
    iri, title = iris.year_plan, japanese(plan.manifest.document.title)
    yield Triple(iri, rdf.type, kyo.ImplementationPlan)
    yield Triple(iri, rdf.type, prov.Plan)
    yield Triple(iri, rdfs.label, title)
    yield Triple(iri, dct.title, title)
    yield Triple(iri, dct.identifier, string(plan.manifest.slug))
    yield Triple(iri, dct.isPartOf, iris.plan)
    yield Triple(iri, kyo.fiscalYear, iris.fiscal_year)
    yield Triple(iri, dct.creator, iris.municipality)
    if plan.declared is not None:
        yield Triple(iri, kyo.declaredProjectCount, integer(plan.declared))
    yield from _spatial(plan, iri)
    yield Triple(iri, prov.wasDerivedFrom, iris.source)
    if plan.declared_origin:
        yield Triple(iri, prov.wasDerivedFrom, iris.passage(plan.declared_origin))


def fiscal_year_triples(plan: Plan, iris: Iris) -> Triples:
    """Describe the fiscal year (1 April to 31 March, 地方自治法 第208条)."""
    year, iri = plan.manifest.document.fiscal_year, iris.fiscal_year
    yield Triple(iri, rdf.type, kyo.FiscalYear)
    yield Triple(iri, rdf.type, dct.PeriodOfTime)
    yield from labels(iri, rdfs.label, year_label(year))
    for label in era_labels(year):
        yield Triple(iri, skos.altLabel, japanese(label))
    yield Triple(iri, kyo.year, integer(year))
    yield Triple(iri, dcat.startDate, date(f"{year}-04-01"))
    yield Triple(iri, dcat.endDate, date(f"{year + 1}-03-31"))


def _spatial(plan: Plan, subject: NamedNode) -> Triples:
    for place in plan.manifest.municipality.spatial:
        yield Triple(subject, dct.spatial, NamedNode(place))
