"""A graph store: put, add, delete, get, count; on a small one, on oxigraph's server and on Virtuoso."""

from collections.abc import Iterator

import pytest
from push.misbehaving import Misbehaving, status
from push.servers import PASSWORD, USER, Server

from kyodo_lod.errors import ServerError
from kyodo_lod.push.credentials import Credentials
from kyodo_lod.push.store import GraphStore, connected
from kyodo_lod.push.wire import Patience

GRAPH = "https://example.org/a graph?b=c&d#計画".replace(" ", "%20")
NAMED = Credentials(USER, PASSWORD)
ONE, TWO, THREE = (f'<x:a> <x:b> "{n}"@ja .\n'.encode() for n in ("一", "二", "三"))


def opened(store: str, sparql: str, credentials: Credentials) -> Iterator[GraphStore]:
    """Connect."""
    with connected(store, sparql, credentials, Patience(20, 0), lambda _: None) as graphs:
        yield graphs


@pytest.fixture(params=["misbehaving", "oxigraph", "virtuoso"])
def graphs(request: pytest.FixtureRequest) -> Iterator[GraphStore]:
    server: Misbehaving | Server = request.getfixturevalue(request.param)
    sparql = server.sparql if isinstance(server, Server) else f"{server.url}/query"
    yield from opened(server.store, sparql, NAMED)


def held(graphs: GraphStore) -> set[str]:
    """Give the values that the graph holds."""
    return {getattr(quad.object, "value", "") for quad in graphs.get(GRAPH)}


def test_a_graph_is_put_added_to_counted_and_deleted(graphs: GraphStore) -> None:
    graphs.delete(GRAPH)
    assert (graphs.count(GRAPH), graphs.get(GRAPH)) == (0, [])
    graphs.put(GRAPH, [ONE, TWO])
    assert (graphs.count(GRAPH), held(graphs)) == (2, {"一", "二"})
    graphs.put(GRAPH, [THREE])
    assert held(graphs) == {"三"}
    graphs.add(GRAPH, ONE)
    graphs.add(GRAPH, ONE)
    assert (graphs.count(GRAPH), held(graphs)) == (2, {"一", "三"})
    graphs.delete(GRAPH)
    graphs.delete(GRAPH)
    assert (graphs.count(GRAPH), graphs.get(GRAPH)) == (0, [])


def test_the_default_graph_is_one_too(oxigraph: Server) -> None:
    for graphs in opened(oxigraph.store, oxigraph.sparql, Credentials()):
        graphs.put("", [ONE, TWO])
        graphs.put(GRAPH, [THREE])
        assert (graphs.count(""), graphs.count(GRAPH)) == (2, 1)
        graphs.delete("")
        assert (graphs.count(""), graphs.count(GRAPH)) == (0, 1)
        graphs.delete(GRAPH)


def test_virtuoso_wants_to_know_who_writes(virtuoso: Server) -> None:
    for graphs in opened(virtuoso.store, virtuoso.sparql, Credentials()):
        with pytest.raises(ServerError, match="asks who we are"):
            graphs.put(GRAPH, [ONE])
    for graphs in opened(virtuoso.store, virtuoso.sparql, Credentials(USER, "wrong")):
        with pytest.raises(ServerError, match="does not accept"):
            graphs.put(GRAPH, [ONE])


@pytest.mark.parametrize("body", ["", "<html>", "[]", "{}", '{"results": {"bindings": []}}'])
def test_what_is_no_count_is_told(body: str, misbehaving: Misbehaving) -> None:
    misbehaving.fail(status(200, body))
    for graphs in opened(misbehaving.store, f"{misbehaving.url}/query", Credentials()):
        with pytest.raises(ServerError, match="answers no SPARQL results in JSON"):
            graphs.count(GRAPH)


def test_what_is_no_graph_is_told(misbehaving: Misbehaving) -> None:
    misbehaving.fail(status(200, "<html>", Content_Type="text/html"))
    for graphs in opened(misbehaving.store, f"{misbehaving.url}/query", Credentials()):
        with pytest.raises(ServerError, match="answers no RDF"):
            graphs.get(GRAPH)


def test_another_server_that_counts_gets_no_credentials(misbehaving: Misbehaving) -> None:
    token = Credentials(token="t0ken")  # noqa: S106
    elsewhere = misbehaving.url.replace("127.0.0.1", "localhost")
    for graphs in opened(f"{elsewhere}/store", f"{misbehaving.url}/query", token):
        graphs.count(GRAPH)
        assert "Authorization" not in misbehaving.sent[-1].headers
    for graphs in opened(misbehaving.store, f"{misbehaving.url}/query", token):
        graphs.count(GRAPH)
        assert misbehaving.sent[-1].headers["Authorization"] == "Bearer t0ken"
