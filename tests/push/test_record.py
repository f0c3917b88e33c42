"""The record: what it says is what was verified, on every server."""

from collections.abc import Iterator

import pytest
from push.misbehaving import Misbehaving
from push.servers import PASSWORD, USER, Server

from kyodo_lod.push.content import Content
from kyodo_lod.push.credentials import Credentials
from kyodo_lod.push.record import Entry, Record
from kyodo_lod.push.store import GraphStore, connected
from kyodo_lod.push.wire import Patience

HOME = "https://example.org/"
DIGEST = "0a" * 32


def content(name: str, triples: int, digest: str = DIGEST) -> Content:
    """Give a content that is never sent."""
    return Content(name, triples, digest, (), lambda: iter(()))


@pytest.fixture(params=["misbehaving", "oxigraph", "virtuoso"])
def store(request: pytest.FixtureRequest) -> Iterator[GraphStore]:
    server: Misbehaving | Server = request.getfixturevalue(request.param)
    sparql = server.sparql if isinstance(server, Server) else f"{server.url}/query"
    named = Credentials(USER, PASSWORD)
    with connected(server.store, sparql, named, Patience(20, 0), lambda _: None) as graphs:
        yield graphs
        graphs.delete(f"{HOME}pushed")


def test_what_was_never_written_is_empty(store: GraphStore) -> None:
    assert Record(store, HOME).read() == {}


def test_entries_come_back(store: GraphStore) -> None:
    record = Record(store, HOME)
    record.write({"x:a": Entry(3, DIGEST), "x:b": None, "": None})
    record.add(content("x:b", 2373))
    record.add(content("", 1, "ff" * 32))
    assert record.read() == {
        "x:a": Entry(3, DIGEST),
        "x:b": Entry(2373, DIGEST),
        "": Entry(1, "ff" * 32),
    }
    record.write({"x:c": None})
    assert record.read() == {"x:c": None}


def test_a_half_entry_is_not_verified(misbehaving: Misbehaving) -> None:
    url = f"{misbehaving.url}/query"
    with connected(misbehaving.store, url, Credentials(), Patience(20, 0), lambda _: None) as store:
        record = Record(store, HOME)
        record.write({"x:a": Entry(3, DIGEST)})
        lines = misbehaving.graphs[f"{HOME}pushed"]
        misbehaving.graphs[f"{HOME}pushed"] = {one for one in lines if b"triples" not in one}
        assert record.read() == {"x:a": None}
