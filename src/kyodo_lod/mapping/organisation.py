"""The municipality and its organisational units (The Organization Ontology)."""

from kyodo_lod.mapping.concepts import scheme
from kyodo_lod.mapping.iris import Iris
from kyodo_lod.model.plan import Plan, Unit
from kyodo_lod.rdf.terms import NamedNode, Triple, Triples, japanese, labels, string
from kyodo_lod.rdf.vocabulary import cv, dct, foaf, org, rdf, rdfs, schema, skos


def municipality_triples(plan: Plan, iris: Iris) -> Triples:
    """Describe the municipality."""
    city, municipality = iris.municipality, plan.manifest.municipality
    yield Triple(city, rdf.type, org.FormalOrganization)
    yield Triple(city, rdf.type, cv.PublicOrganisation)
    yield Triple(city, rdf.type, foaf.Agent)
    yield from labels(city, rdfs.label, municipality.name)
    yield from labels(city, skos.prefLabel, municipality.name)
    yield from labels(city, foaf.name, municipality.name)
    yield Triple(city, skos.notation, string(municipality.code))
    if municipality.homepage:
        yield Triple(city, foaf.homepage, NamedNode(municipality.homepage))
    for place in municipality.spatial:
        yield Triple(city, dct.spatial, NamedNode(place))
    for same in municipality.same_as:
        yield Triple(city, schema.sameAs, NamedNode(same))


def place_triples(place: NamedNode, plan: Plan) -> Triples:
    """Describe a place that the municipality governs, which others have named."""
    yield Triple(place, rdf.type, dct.Location)
    yield from labels(place, rdfs.label, plan.manifest.municipality.name)


def unit_triples(unit: Unit, iris: Iris) -> Triples:
    """Describe a unit; what another year does not change."""
    iri = iris.unit(unit)
    yield Triple(iri, rdf.type, org.OrganizationalUnit)
    yield Triple(iri, rdfs.label, japanese(unit.full_label))
    yield Triple(iri, skos.prefLabel, japanese(unit.label))
    yield Triple(iri, dct.identifier, string(unit.slug))
    if unit.level:
        yield Triple(iri, org.classification, scheme("unit-level").concept_of(unit.level))
    yield Triple(iri, org.unitOf, iris.municipality)
    if unit.parent:
        yield Triple(iri, org.subOrganizationOf, iris.unit(unit.parent))
