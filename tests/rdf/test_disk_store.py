"""A store on disk holds what it was given, and is open to readers."""

from pathlib import Path

import pyoxigraph
import pytest

from kyodo_lod.errors import OutputError
from kyodo_lod.rdf.disk_store import write_store
from kyodo_lod.rdf.store import with_default
from kyodo_lod.rdf.terms import Literal, NamedNode, Quad


def example(graph: str) -> Quad:
    """Give the one triple, in a graph."""
    return Quad(NamedNode("urn:s"), NamedNode("urn:p"), Literal("o"), NamedNode(graph))


def test_a_triple_of_several_graphs_counts_once_in_the_default_graph(tmp_path: Path) -> None:
    graphs = ("urn:a", "urn:b")
    write_store(tmp_path / "store", (q for g in graphs for q in with_default(example(g))))
    readers = [pyoxigraph.Store.read_only(str(tmp_path / "store")) for _ in range(2)]
    for store in readers:
        assert len(list(store.query("SELECT * { ?s ?p ?o }"))) == 1
        assert len(list(store.query("SELECT * { GRAPH ?g { ?s ?p ?o } }"))) == 2


def test_a_graph_may_stand_outside_the_default_graph(tmp_path: Path) -> None:
    write_store(tmp_path / "store", [example("urn:a")])
    store = pyoxigraph.Store.read_only(str(tmp_path / "store"))
    assert not store.query("ASK { ?s ?p ?o }")
    assert store.query("ASK { GRAPH <urn:a> { ?s ?p ?o } }")


def test_what_cannot_be_written_is_one_line(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(OutputError, match="cannot be written"):
        write_store(tmp_path / "file" / "store", [])
