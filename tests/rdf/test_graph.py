"""A graph in memory: each triple once, its terms as written, lists without end end."""

from hypothesis import given
from rdf.triples import BASE, some_triples, triples_with_blank_nodes

from kyodo_lod.rdf.graph import Graph
from kyodo_lod.rdf.terms import BlankNode, Literal, NamedNode, Quad, Triple, integer, string
from kyodo_lod.rdf.vocabulary import dct, rdf, xsd

S, T = NamedNode(f"{BASE}s"), NamedNode(f"{BASE}t")


@given(some_triples)
def test_it_is_a_set_of_triples_in_their_order(triples: list[Triple]) -> None:
    graph = Graph([*triples, *triples])
    found = list(graph.triples())
    assert len(graph) == len(found) == len(set(triples))
    assert set(found) == set(triples)
    assert list(graph.by_subject) == list(dict.fromkeys(t.subject for t in triples))


@given(triples_with_blank_nodes)
def test_every_triple_is_found_from_both_ends(triples: list[Triple]) -> None:
    graph = Graph(triples)
    for t in triples:
        assert t.object in graph.objects(t.subject, t.predicate)
        assert graph.subjects(t.predicate, t.object).count(t.subject) == 1
        assert t.subject in graph.holders(t.predicate)
        assert graph.value(t.subject, t.predicate) is not None


def test_graph_names_do_not_matter() -> None:
    graph = Graph([Quad(S, dct.title, string("x"), T), Quad(S, dct.title, string("x"), S)])
    assert list(graph.triples()) == [Triple(S, dct.title, string("x"))]


def test_terms_stay_as_written() -> None:
    odd = [Literal(text, datatype=xsd.integer) for text in ("7", "007", "abc")]
    assert Graph(Triple(S, dct.title, each) for each in odd).objects(S, dct.title) == odd


def test_what_is_not_there_is_empty() -> None:
    graph = Graph()
    assert (len(graph), graph.objects(S, dct.title), graph.subjects(dct.title, S)) == (0, [], [])
    assert (graph.value(S, dct.title), graph.holders(dct.title), graph.items(S)) == (None, [], [])


def rest(node: str, first: int, after: BlankNode | NamedNode) -> list[Triple]:
    """Give one cell of a list."""
    cell = BlankNode(node)
    return [Triple(cell, rdf.first, integer(first)), Triple(cell, rdf.rest, after)]


def test_items_of_a_list() -> None:
    graph = Graph(rest("a", 1, BlankNode("b")) + rest("b", 1, rdf.nil))
    assert graph.items(BlankNode("a")) == [integer(1), integer(1)]
    assert graph.items(rdf.nil) == []


def test_list_that_leads_back_to_itself_ends() -> None:
    graph = Graph(rest("a", 1, BlankNode("b")) + rest("b", 2, BlankNode("a")))
    assert graph.items(BlankNode("a")) == [integer(1), integer(2)]


def test_list_without_an_end_gives_what_it_has() -> None:
    graph = Graph([Triple(BlankNode("a"), rdf.first, integer(1))])
    assert graph.items(BlankNode("a")) == [integer(1)]
