"""The named graphs of dist/: every statement of the default graph is in one, under a name of ours."""

import gzip
import shutil
from pathlib import Path

import pytest

from kyodo_lod.errors import GraphError
from kyodo_lod.query.graphs import home_of, named_graphs, versions
from kyodo_lod.query.run import dist_quads
from kyodo_lod.rdf.terms import Triple

DIST = Path(__file__).resolve().parents[2] / "dist"
SLUG = "072036-kyodo-2-fy2018"


def test_what_is_asked_is_what_query_asks() -> None:
    def is_ground(triple: Triple) -> bool:
        return "_:" not in f"{triple.subject} {triple.object}"

    asked = {
        Triple(q.subject, q.predicate, q.object)
        for graph in named_graphs(DIST)
        if graph.asked
        for q in graph.quads()
    }
    known = {Triple(q.subject, q.predicate, q.object) for q in dist_quads(DIST)}
    assert set(filter(is_ground, asked)) == set(filter(is_ground, known))
    assert len(asked) == len(known)


def test_a_dump_is_the_graph_of_its_version_and_all_names_differ() -> None:
    graphs = list(named_graphs(DIST))
    names = [graph.name for graph in graphs]
    assert names[0] == f"{home_of(DIST)}dataset/{SLUG}/{versions(DIST, SLUG)[0]}"
    assert len(set(names)) == len(names)
    assert [graph.name.rpartition("/")[2] for graph in graphs if not graph.asked] == ["catalog"]
    assert all(quad.graph_name.value == graphs[0].name for quad in graphs[0].quads())


def test_an_earlier_version_is_a_graph_that_is_not_asked(tmp_path: Path) -> None:
    dist = tmp_path / "dist"
    shutil.copytree(DIST, dist)
    folder = dist / "dataset" / SLUG / "0.9.0"
    folder.mkdir()
    (folder / f"{SLUG}.nt.gz").write_bytes(gzip.compress(b"<x:a> <x:b> <x:c> .\n", mtime=0))
    earlier = [graph for graph in named_graphs(dist) if graph.name.endswith("/0.9.0")]
    assert [graph.asked for graph in earlier] == [False]
    assert [quad.subject.value for quad in earlier[0].quads()] == ["x:a"]


def test_a_broken_release_is_named(tmp_path: Path) -> None:
    dist = tmp_path / "dist"
    shutil.copytree(DIST, dist)
    folder = dist / "dataset" / SLUG / "0.9.0"
    folder.mkdir()
    (folder / f"{SLUG}.nt.gz").write_bytes(b"no gzip")
    with pytest.raises(GraphError, match="is not gzip"):
        [list(graph.quads()) for graph in named_graphs(dist)]


def test_a_folder_without_releases_or_catalogue_is_refused(tmp_path: Path) -> None:
    with pytest.raises(GraphError, match="keeps no release"):
        versions(tmp_path, SLUG)
    with pytest.raises(GraphError, match=r"catalog\.ttl"):
        home_of(tmp_path)
    (tmp_path / "catalog.ttl").write_bytes(b"<x:a> <x:b> <x:c> .\n")
    with pytest.raises(GraphError, match="describes no catalogue"):
        home_of(tmp_path)
