"""Planned projects (事業) and their sub-items (○)."""

from kyodo_lod.mapping.concepts import scheme
from kyodo_lod.mapping.iris import Iris
from kyodo_lod.model.plan import Plan, PlannedProject, SubItem
from kyodo_lod.rdf.terms import Triple, Triples, boolean, integer, japanese, string
from kyodo_lod.rdf.vocabulary import dct, kyo, prov, rdf, rdfs


def project_triples(plan: Plan, project: PlannedProject, iris: Iris) -> Triples:
    """Describe the project as this year's plan states it, then its sub-items.

    What the document leaves empty is left out, so that the shapes can say so.
    """
    iri = iris.project(project)
    yield Triple(iri, rdf.type, kyo.PlannedProject)
    if project.name:
        yield Triple(iri, rdfs.label, japanese(project.name))
        yield Triple(iri, kyo.nameAsListed, japanese(project.name_as_listed))
    yield Triple(iri, dct.identifier, string(f"{plan.manifest.slug}-{project.key}"))
    yield Triple(iri, dct.isPartOf, iris.year_plan)
    yield Triple(iri, kyo.fiscalYear, iris.fiscal_year)
    yield Triple(iri, kyo.basicPolicy, iris.policy(project.policy))
    yield Triple(iri, kyo.listOrder, integer(project.order))
    yield Triple(iri, kyo.documentOrder, integer(project.document_order))
    if project.description:
        yield Triple(iri, dct.description, japanese(project.description))
    yield Triple(iri, kyo.markedNew, boolean(project.marked_new))
    yield from _responsibility(project, iris)
    if project.account:
        accounts = scheme("account")
        yield Triple(iri, kyo.account, accounts.concept(accounts.code_of(project.account)))
    for item in project.sub_items:
        yield Triple(iri, kyo.subItem, iris.sub_item(project, item))
    yield Triple(iri, prov.wasDerivedFrom, iris.passage(project.origin))
    for item in project.sub_items:
        yield from sub_item_triples(project, item, iris)


def sub_item_triples(project: PlannedProject, item: SubItem, iris: Iris) -> Triples:
    """Describe a sub-item."""
    iri = iris.sub_item(project, item)
    yield Triple(iri, rdf.type, kyo.SubItem)
    yield Triple(iri, rdfs.label, japanese(item.label))
    yield Triple(iri, kyo.listOrder, integer(item.order))
    yield Triple(iri, dct.isPartOf, iris.project(project))
    yield Triple(iri, prov.wasDerivedFrom, iris.passage(project.origin))


def _responsibility(project: PlannedProject, iris: Iris) -> Triples:
    iri = iris.project(project)
    if project.unit_as_listed:
        yield Triple(iri, kyo.unitAsListed, japanese(project.unit_as_listed))
    for unit in project.units:
        yield Triple(iri, kyo.responsibleUnit, iris.unit(unit))
    bureaus = {unit.bureau.slug: unit.bureau for unit in project.units}
    for bureau in bureaus.values():
        yield Triple(iri, kyo.responsibleBureau, iris.unit(bureau))
