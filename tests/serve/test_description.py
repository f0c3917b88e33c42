"""The endpoint describes itself, truly, in any RDF format."""

from collections.abc import Iterator
from pathlib import Path

import pyoxigraph
import pytest
from serve.endpoint import Endpoint, endpoint
from serve.stores import MORE, ONE, TWO, small_store

from kyodo_lod.rdf.formats import FORMATS, RESULT_FORMATS
from kyodo_lod.rdf.terms import NamedNode, Triple
from kyodo_lod.rdf.vocabulary import dct, rdf, sd, void
from kyodo_lod.serve.message import Reply

HERE = NamedNode("https://e.jp/sparql")
TRIPLES = {ONE: 3, TWO: 2, MORE: 3}


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Endpoint]:
    with endpoint(small_store(tmp_path_factory.mktemp("small") / "store")) as served:
        yield served


def triples(reply: Reply, fmt: str = "TURTLE") -> set[Triple]:
    assert reply.status == 200
    assert isinstance(reply.body, bytes)
    kind = getattr(pyoxigraph.RdfFormat, fmt)
    return {quad.triple for quad in pyoxigraph.parse(reply.body, format=kind)}


def values(graph: set[Triple], subject: object, predicate: NamedNode) -> list[str]:
    return sorted(
        t.object.value for t in graph if t.subject == subject and t.predicate == predicate
    )


@pytest.mark.parametrize("fmt", FORMATS.values(), ids=lambda fmt: fmt.name)
def test_it_says_the_same_in_each_format(small: Endpoint, fmt: pyoxigraph.RdfFormat) -> None:
    reply = small.get(None, fmt.media_type)
    assert reply.media_type.startswith(fmt.media_type)
    assert triples(reply, fmt.oxigraph) == triples(small.get())


def test_it_is_a_service_that_answers_queries(small: Endpoint) -> None:
    graph = triples(small.get())
    assert Triple(HERE, rdf.type, sd.Service) in graph
    assert values(graph, HERE, sd.supportedLanguage) == [sd.SPARQL11Query.value]


def test_it_names_the_formats_as_the_w3c_does(small: Endpoint) -> None:
    rdf_formats = [
        getattr(pyoxigraph.RdfFormat, each.oxigraph)
        .iri.replace("https:", "http:")
        .replace("/data/", "/")
        for each in FORMATS.values()
    ]  # the registry has JSON-LD beside the others, pyoxigraph has not
    results = [
        getattr(pyoxigraph.QueryResultsFormat, each.oxigraph).iri
        for each in RESULT_FORMATS.values()
    ]
    assert values(triples(small.get()), HERE, sd.resultFormat) == sorted(rdf_formats + results)


def test_it_counts_the_triples_of_each_graph(small: Endpoint) -> None:
    graph = triples(small.get())
    parts = [t.subject for t in graph if t.object == sd.NamedGraph]
    found = {}
    for part in parts:
        inner = next(t.object for t in graph if t.subject == part and t.predicate == sd.graph)
        (name,), (count,) = values(graph, part, sd.name), values(graph, inner, void.triples)
        found[name] = int(count)
    assert found == TRIPLES
    default = next(t.object for t in graph if t.predicate == sd.defaultGraph)
    assert values(graph, default, void.triples) == ["4"]


def test_it_says_its_limits_in_both_languages(small: Endpoint) -> None:
    said = values(triples(small.get()), HERE, dct.description)
    assert len(said) == 2
    assert all("60" in each and f"{32 * 1024 * 1024:,}" in each for each in said)


def test_an_address_that_the_catalogue_does_not_state_is_none(small: Endpoint) -> None:
    assert [t.object for t in triples(small.get()) if t.predicate == sd.endpoint] == []


def test_the_catalogues_own_address_is_used(tmp_path: Path) -> None:
    said = """GRAPH <https://e.jp/catalog> {
        <https://e.jp/id/sparql> a <http://www.w3.org/ns/dcat#DataService> ;
            <http://www.w3.org/ns/dcat#endpointURL> <https://other.jp/lod/sparql> }"""
    with endpoint(small_store(tmp_path / "store", said)) as served:
        graph = triples(served.get())
    assert {t.subject.value for t in graph if t.object == sd.Service} == {
        "https://other.jp/lod/sparql"
    }
    other = NamedNode("https://other.jp/lod/sparql")
    assert values(graph, other, sd.endpoint) == [other.value]


def test_format_counts_before_accept(small: Endpoint) -> None:
    assert triples(small.get(None, "text/turtle", format="nt"), "N_TRIPLES") == triples(small.get())


def test_it_is_taken_in_no_other_format(small: Endpoint) -> None:
    assert small.get(None, "image/png").status == 406
    assert small.get(None, format="csv").status == 406
    assert small.get(None, format="pdf").status == 400


def test_it_is_named_by_what_it_says(small: Endpoint) -> None:
    first, second = small.get(), small.get(None, "application/n-triples")
    assert first.etag == small.get().etag
    assert first.etag != second.etag
