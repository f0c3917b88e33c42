"""Exactly the same terms in rdflib; what it has no term for is refused."""

import logging
from collections.abc import Iterator

import pyoxigraph
import pytest
import rdflib
from hypothesis import HealthCheck, given, settings
from rdf.triples import BASE, some_quads, some_triples, triples_with_blank_nodes
from rdflib import XSD, BNode, URIRef
from rdflib.namespace import NamespaceManager

from kyodo_lod.errors import GraphError
from kyodo_lod.rdf.interop import from_rdflib, to_rdflib
from kyodo_lod.rdf.terms import (
    BlankNode,
    Literal,
    NamedNode,
    Quad,
    Triple,
    integer,
    japanese,
    string,
)
from kyodo_lod.rdf.vocabulary import dct, prefixes, xsd

S = NamedNode(f"{BASE}s")
muted = settings(suppress_health_check=[HealthCheck.function_scoped_fixture])


@pytest.fixture(autouse=True)
def quiet() -> Iterator[None]:
    """Keep rdflib from telling of ill-typed literals."""
    logging.disable()
    yield
    logging.disable(logging.NOTSET)


def only(value: Literal | NamedNode | BlankNode) -> rdflib.term.Node:
    """Give what a value becomes."""
    return next(to_rdflib([Triple(S, dct.title, value)]).objects())


def n3(term: object) -> tuple[str, ...]:
    """Give kind and parts of a term of either library, for comparison."""
    if isinstance(term, rdflib.Literal):
        datatype = rdflib.RDF.langString if term.language else term.datatype or XSD.string
        return "literal", str(term), str(datatype), term.language or ""
    if isinstance(term, Literal):
        return "literal", term.value, term.datatype.value, term.language or ""
    if isinstance(term, URIRef):
        return "iri", str(term)
    if isinstance(term, NamedNode):
        return "iri", term.value
    assert isinstance(term, BNode | BlankNode)
    return "blank", term.value if isinstance(term, BlankNode) else str(term)


@muted
@given(some_triples)
def test_terms_are_the_same(given_triples: list[Triple]) -> None:
    graph = to_rdflib(given_triples)
    assert {tuple(map(n3, triple)) for triple in graph} == {
        tuple(map(n3, (t.subject, t.predicate, t.object))) for t in given_triples
    }
    assert len(graph) == len(set(given_triples))


@muted
@given(triples_with_blank_nodes)
def test_blank_nodes_keep_their_names(given_triples: list[Triple]) -> None:
    assert {tuple(map(n3, triple)) for triple in to_rdflib(given_triples)} == {
        tuple(map(n3, (t.subject, t.predicate, t.object))) for t in given_triples
    }


@muted
@given(some_quads)
def test_graph_names_are_dropped(given_quads: list[Quad]) -> None:
    assert set(to_rdflib(given_quads)) == set(to_rdflib([quad.triple for quad in given_quads]))


@pytest.mark.parametrize("text", ["007", "+1", "-0", "abc", "", "１"])
def test_no_integer_is_normalised(text: str) -> None:
    literal = only(Literal(text, datatype=xsd.integer))
    assert isinstance(literal, rdflib.Literal)
    assert (str(literal), literal.datatype) == (text, XSD.integer)


def test_plain_strings_have_no_datatype_as_pyshacl_wants() -> None:
    assert only(string("x")) == rdflib.Literal("x")
    assert only(japanese("計画")) == rdflib.Literal("計画", lang="ja")
    assert only(integer(7)) == rdflib.Literal(7)


def test_prefixes_are_bound_and_no_others() -> None:
    graph = to_rdflib([])
    assert isinstance(graph.namespace_manager, NamespaceManager)
    assert {p: str(n) for p, n in graph.namespaces()} == prefixes()


@pytest.mark.parametrize(
    "term",
    [
        Triple(S, dct.title, S),
        Literal("x", language="ja", direction=pyoxigraph.BaseDirection.RTL),
    ],
    ids=["triple", "direction"],
)
def test_a_term_of_rdf_12_is_refused(term: Triple | Literal) -> None:
    with pytest.raises(GraphError, match=r"is a term of RDF 1\.2, which is not supported"):
        to_rdflib([Triple(S, dct.title, term)])


@muted
@given(triples_with_blank_nodes)
def test_there_and_back(given_triples: list[Triple]) -> None:
    for triple in given_triples:
        there = next(iter(to_rdflib([triple])))
        assert tuple(map(from_rdflib, there)) == (triple.subject, triple.predicate, triple.object)


@pytest.mark.parametrize(
    ("term", "why"), [(URIRef("no IRI"), "IRI"), (URIRef(""), "IRI"), (rdflib.Variable("x"), "x")]
)
def test_what_rdf_does_not_allow_is_refused(term: rdflib.term.Node, why: str) -> None:
    with pytest.raises(ValueError, match=why):
        from_rdflib(term)


def test_odd_truth_says_nothing(capfd: pytest.CaptureFixture[str]) -> None:
    only(Literal("yes", datatype=xsd.boolean))
    assert capfd.readouterr() == ("", "")
