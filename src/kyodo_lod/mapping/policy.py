"""Basic policies (基本施策): the enduring concept, and what this year's plan makes of it."""

from kyodo_lod.mapping.iris import Iris
from kyodo_lod.model.plan import Plan, PolicySection
from kyodo_lod.rdf.terms import Triple, Triples, integer, japanese, string
from kyodo_lod.rdf.vocabulary import dct, kyo, prov, rdf, rdfs, skos


def policy_scheme_triples(plan: Plan, iris: Iris) -> Triples:
    """Describe the scheme of the plan's basic policies."""
    label = japanese(f"{plan.manifest.plan.title.ja} 基本施策")
    yield Triple(iris.policy_scheme, rdf.type, skos.ConceptScheme)
    yield Triple(iris.policy_scheme, rdfs.label, label)
    yield Triple(iris.policy_scheme, skos.prefLabel, label)


def policy_triples(plan: Plan, section: PolicySection, iris: Iris) -> Triples:
    """Describe the enduring policy that `section` covers; what another year does not change."""
    iri = iris.policy(section.number)
    label = japanese(plan.manifest.plan.policies.get(section.number, section.title))
    yield Triple(iri, rdf.type, kyo.BasicPolicy)
    yield Triple(iri, rdf.type, skos.Concept)
    yield Triple(iri, rdfs.label, label)
    yield Triple(iri, skos.prefLabel, label)
    yield Triple(iri, skos.notation, string(str(section.number)))
    yield Triple(iri, kyo.listOrder, integer(section.number))
    yield Triple(iri, skos.inScheme, iris.policy_scheme)
    yield Triple(iri, skos.topConceptOf, iris.policy_scheme)


def section_triples(section: PolicySection, iris: Iris) -> Triples:
    """Describe the policy as printed this year."""
    iri = iris.section(section)
    yield Triple(iri, rdf.type, kyo.PolicySection)
    yield Triple(iri, rdfs.label, japanese(section.title))
    yield Triple(iri, dct.isPartOf, iris.year_plan)
    yield Triple(iri, kyo.coversPolicy, iris.policy(section.number))
    yield Triple(iri, kyo.listOrder, integer(section.order))
    if section.declared is not None:
        yield Triple(iri, kyo.declaredProjectCount, integer(section.declared))
    for origin in section.origins:
        yield Triple(iri, prov.wasDerivedFrom, iris.passage(origin))
