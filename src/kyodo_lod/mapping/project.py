"""Planned projects (事業) and their sub-items (○)."""

from kyodo_lod.mapping.concepts import scheme
from kyodo_lod.mapping.iris import Iris
from kyodo_lod.model.plan import Plan, PlannedProject, SubItem
from kyodo_lod.rdf.terms import NamedNode, Triple, Triples, boolean, integer, japanese, string
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
    yield from _responsibility(iri, project, iris)
    if project.account:
        yield Triple(iri, kyo.account, scheme("account").concept_of(project.account))
    passage = iris.passage(project.origin)
    items = [(iris.sub_item(project, item), item) for item in project.sub_items]
    for item_iri, _ in items:
        yield Triple(iri, kyo.subItem, item_iri)
    yield Triple(iri, prov.wasDerivedFrom, passage)
    for item_iri, item in items:
        yield from sub_item_triples(item_iri, item, iri, passage)


def sub_item_triples(
    iri: NamedNode, item: SubItem, project: NamedNode, passage: NamedNode
) -> Triples:
    """Describe a sub-item of `project`, which stands in the same row."""
    yield Triple(iri, rdf.type, kyo.SubItem)
    yield Triple(iri, rdfs.label, japanese(item.label))
    yield Triple(iri, kyo.listOrder, integer(item.order))
    yield Triple(iri, dct.isPartOf, project)
    yield Triple(iri, prov.wasDerivedFrom, passage)


def _responsibility(iri: NamedNode, project: PlannedProject, iris: Iris) -> Triples:
    if project.unit_as_listed:
        yield Triple(iri, kyo.unitAsListed, japanese(project.unit_as_listed))
    for unit in project.units:
        yield Triple(iri, kyo.responsibleUnit, iris.unit(unit))
    for bureau in dict.fromkeys(iris.unit(unit.bureau) for unit in project.units):
        yield Triple(iri, kyo.responsibleBureau, bureau)
