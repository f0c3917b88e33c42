"""What follows by RDF Schema."""

from kyodo_lod.check.inference import with_rdfs
from kyodo_lod.rdf.formats import TURTLE
from kyodo_lod.rdf.graph import Graph
from kyodo_lod.rdf.read import parse
from kyodo_lod.rdf.terms import Literal, NamedNode
from kyodo_lod.rdf.vocabulary import rdf

DATA = b"""
@prefix e: <https://example.org/> . @prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
e:Cat rdfs:subClassOf e:Animal . e:keeps rdfs:domain e:Person ; rdfs:subPropertyOf e:knows .
e:tama a e:Cat ; e:age "007"^^<http://www.w3.org/2001/XMLSchema#integer> . e:taro e:keeps e:tama .
"""


def e(name: str) -> NamedNode:
    return NamedNode(f"https://example.org/{name}")


def test_classes_properties_and_domains_are_followed() -> None:
    graph = with_rdfs(Graph(parse(DATA, TURTLE, "data")))
    assert e("Animal") in graph.objects(e("tama"), rdf.type)
    assert e("Person") in graph.objects(e("taro"), rdf.type)
    assert graph.objects(e("taro"), e("knows")) == [e("tama")]


def test_what_is_stated_stays_as_it_was_written() -> None:
    graph = with_rdfs(Graph(parse(DATA, TURTLE, "data")))
    assert [
        term.value for term in graph.objects(e("tama"), e("age")) if isinstance(term, Literal)
    ] == ["007"]
    assert not any(isinstance(subject, Literal) for subject in graph.by_subject)
