"""FOOPS! on our vocabulary: its fifteen checks that need no network (its benchmark PRE, for files).

Written after the public source of FOOPS!, the Ontology Pitfall Scanner for the FAIR principles
(https://w3id.org/foops/, https://github.com/oeg-upm/fair_ontologies). Each check gives what it
misses. All pass but one part of OM3: we have no DOI, which only a registration agency gives out.
"""

from collections.abc import Callable
from pathlib import Path

import pytest
from rdflib import DCTERMS, FOAF, OWL, RDF, RDFS, VANN, Graph, Literal, Namespace, URIRef

ROOT = Path(__file__).parents[1]
FILE = ROOT / "ontology" / "kyodo.ttl"
DEF = URIRef("https://w3id.org/kyodo-lod/def")
BIBO = Namespace("http://purl.org/ontology/bibo/")
PERSISTENT = ("https://w3id.org/", "http://purl.", "https://purl.", "https://doi.org/")
#: licences whose IRIs are known to answer; FOOPS! asks the network
ANSWERING = ("https://creativecommons.org/licenses/", "https://creativecommons.org/publicdomain/")
METADATA_VOCABULARIES = (str(DCTERMS), str(VANN), str(BIBO), str(FOAF))
FOUNDATIONS = (str(RDF), str(RDFS), str(OWL), str(DEF))
TYPES = (OWL.Class, OWL.ObjectProperty, OWL.DatatypeProperty)

Check = Callable[[Graph], list[str]]


def _missing(**demanded: URIRef) -> Check:
    def check(graph: Graph) -> list[str]:
        return [name for name, term in demanded.items() if graph.value(DEF, term) is None]

    return check


def _terms(graph: Graph) -> set[URIRef]:
    found = {term for kind in TYPES for term in graph.subjects(RDF.type, kind)}
    return {term for term in found if isinstance(term, URIRef) and term.startswith(f"{DEF}#")}


def _without(predicate: URIRef) -> Check:
    return lambda graph: [
        str(term) for term in _terms(graph) if graph.value(term, predicate) is None
    ]


def _is_persistent(graph: Graph) -> list[str]:
    ontologies = [str(each) for each in graph.subjects(RDF.type, OWL.Ontology)]
    return [each for each in ontologies or ["no ontology"] if not each.startswith(PERSISTENT)]


def _is_rdf(graph: Graph) -> list[str]:
    return [] if len(graph) else ["no triples"]


def _licence_answers(graph: Graph) -> list[str]:
    licence = str(graph.value(DEF, DCTERMS.license))
    return [] if licence.startswith(ANSWERING) else [licence]


def _reuses_for_metadata(graph: Graph) -> list[str]:
    used = {str(each) for each in graph.predicates(DEF)}
    return (
        [] if any(each.startswith(METADATA_VOCABULARIES) for each in used) else ["own terms only"]
    )


def _reuses_for_terms(graph: Graph) -> list[str]:
    used = {
        str(o)
        for t in _terms(graph)
        for p in (RDFS.subClassOf, RDFS.range)
        for o in graph.objects(t, p)
    }
    return [] if any(not each.startswith(FOUNDATIONS) for each in used) else ["own terms only"]


def _version_is_distinct(graph: Graph) -> list[str]:
    version = graph.value(DEF, OWL.versionIRI)
    return [] if isinstance(version, URIRef) and version != DEF else [str(version)]


CHECKS: dict[str, Check] = {
    "PURL1": _is_persistent,
    "RDF1": _is_rdf,
    "OM1": _missing(
        title=DCTERMS.title, description=DCTERMS.description, license=DCTERMS.license,
        version_iri=OWL.versionIRI, author=DCTERMS.creator, namespace_uri=VANN.preferredNamespaceUri,
    ),
    "OM2": _missing(
        namespace_prefix=VANN.preferredNamespacePrefix, version_info=OWL.versionInfo,
        creation_date=DCTERMS.created, citation=DCTERMS.bibliographicCitation,
    ),
    "OM3": _missing(
        doi=BIBO.doi, publisher=DCTERMS.publisher, logo=FOAF.logo, status=BIBO.status,
        source=DCTERMS.source, issued=DCTERMS.issued,
    ),
    "OM4.1": _missing(license=DCTERMS.license),
    "OM4.2": _licence_answers,
    "OM5.1": _missing(author=DCTERMS.creator, creation_date=DCTERMS.created),
    "OM5.2": _missing(issued=DCTERMS.issued, publisher=DCTERMS.publisher),
    "FIND1": _missing(namespace_prefix=VANN.preferredNamespacePrefix),
    "VOC1": _reuses_for_metadata,
    "VOC2": _reuses_for_terms,
    "VOC3": _without(RDFS.label),
    "VOC4": _without(RDFS.comment),
    "VER1": _version_is_distinct,
}  # fmt: skip
#: what a check may miss, and why: a DOI is given out by a registration agency, not by a build
ALLOWED = {"OM3": ["doi"]}


@pytest.fixture
def ontology() -> Graph:
    return Graph().parse(FILE)


def test_there_are_fifteen_checks() -> None:
    assert len(CHECKS) == 15


@pytest.mark.parametrize("name", CHECKS)
def test_a_check_misses_nothing_but_the_doi(name: str, ontology: Graph) -> None:
    assert CHECKS[name](ontology) == ALLOWED.get(name, [])


@pytest.mark.parametrize("name", CHECKS)
def test_a_check_fails_on_a_bare_vocabulary(name: str) -> None:
    bare = Graph()
    if name not in ("PURL1", "RDF1"):
        bare.add((DEF, RDF.type, OWL.Ontology))
        bare.add((URIRef(f"{DEF}#Bare"), RDF.type, OWL.Class))
    assert CHECKS[name](bare) != []


def test_an_address_that_may_move_is_not_persistent() -> None:
    moved = Graph().add((URIRef("https://example.org/def"), RDF.type, OWL.Ontology))
    assert CHECKS["PURL1"](moved) == ["https://example.org/def"]


def test_a_version_that_is_the_vocabulary_itself_is_none(ontology: Graph) -> None:
    ontology.set((DEF, OWL.versionIRI, DEF))
    assert CHECKS["VER1"](ontology) == [str(DEF)]


def test_the_header_names_a_logo_that_is_published(ontology: Graph, tmp_path: Path) -> None:
    from kyodo_lod.publish.pages.render import copy_asset

    copy_asset("logo.svg", tmp_path)
    logo = ontology.value(DEF, FOAF.logo)
    assert [f"https://w3id.org/kyodo-lod/{path.name}" for path in tmp_path.iterdir()] == [str(logo)]
    assert not isinstance(logo, Literal)
