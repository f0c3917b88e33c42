"""The reading rules as a SKOS scheme, whose IRIs stand in reports."""

from pathlib import Path

import pytest
import rdflib
from rdflib.namespace import RDF, RDFS, SKOS

from kyodo_lod.finding import SHAPES
from kyodo_lod.model.rules import RULES
from kyodo_lod.publish.rules_graph import rules_triples

OWN = [rule for rule in RULES.values() if rule.name.startswith("document#")]


@pytest.fixture(scope="module")
def graph(complete: Path) -> rdflib.Graph:
    return rdflib.Graph().parse(complete / "shapes" / "document.ttl")


def test_every_rule_that_no_shape_describes_is_there(graph: rdflib.Graph) -> None:
    rules = {str(rule) for rule in graph.subjects(RDF.type, SKOS.Concept)}
    assert rules == {rule.iri for rule in OWN}
    (scheme,) = graph.subjects(RDF.type, SKOS.ConceptScheme)
    assert str(scheme) == f"{SHAPES}document"
    assert {str(rule) for rule in graph.subjects(SKOS.inScheme, scheme)} == rules


@pytest.mark.parametrize(
    "term", [RDFS.label, SKOS.prefLabel, SKOS.definition, RDFS.comment, SKOS.example]
)
def test_every_rule_speaks_both_languages(term: rdflib.URIRef, graph: rdflib.Graph) -> None:
    for rule in graph.subjects(RDF.type, SKOS.Concept):
        texts = list(graph.objects(rule, term))
        assert sorted(text.language for text in texts) == ["en", "ja"], rule  # type: ignore[attr-defined]
        assert all(str(text).strip() for text in texts), rule


def test_no_text_has_a_gap_in_it(graph: rdflib.Graph) -> None:
    texts = [
        str(text) for term in (SKOS.definition, RDFS.comment) for text in graph.objects(None, term)
    ]
    assert [text for text in texts if "{" in text or "}" in text] == []
    assert any("…" in text for text in texts)


def test_nothing_is_said_twice() -> None:
    triples = list(rules_triples())
    assert len(triples) == len(set(triples))
