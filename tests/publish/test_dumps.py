"""The dumps: one per published format, all the same triples, and the release that stays."""

import gzip
from pathlib import Path

import pyoxigraph
import pytest
from publish.conftest import BASE, SLUG

from kyodo_lod.mapping.graph import graph
from kyodo_lod.mapping.iris import Iris
from kyodo_lod.model.plan import Plan
from kyodo_lod.publish.catalog import Entry
from kyodo_lod.publish.dumps import release_name, write_dumps, write_release
from kyodo_lod.rdf.formats import FORMATS, Format
from kyodo_lod.rdf.terms import DefaultGraph, NamedNode

PUBLISHED = [fmt for fmt in FORMATS.values() if fmt.published]


@pytest.fixture(scope="module")
def folder(of_plan: tuple[Path, Entry]) -> Path:
    return of_plan[0] / "dataset" / SLUG


def test_there_is_a_file_per_published_format(folder: Path) -> None:
    extensions = ("jsonld", "nt", "rdf", "trig", "ttl")
    assert {path.name for path in folder.iterdir()} > {
        *(f"{SLUG}.{extension}" for extension in extensions),
        "1.0.0",
    }


@pytest.mark.parametrize("fmt", PUBLISHED, ids=lambda fmt: fmt.name)
def test_each_holds_the_triples_of_the_plan(
    fmt: Format, folder: Path, plan: Plan, iris: Iris
) -> None:
    path = folder / f"{SLUG}.{fmt.extension}"
    quads = list(pyoxigraph.parse(path=path, format=getattr(pyoxigraph.RdfFormat, fmt.oxigraph)))
    assert {quad.triple for quad in quads} == set(graph(plan, iris))
    version = NamedNode(f"{BASE}dataset/{SLUG}/1.0.0")
    assert {quad.graph_name for quad in quads} == {version if fmt.graphs else DefaultGraph()}


def test_the_release_is_the_dump_in_n_triples(folder: Path) -> None:
    release = folder.parents[1] / release_name(SLUG, "1.0.0")
    assert release == folder / "1.0.0" / f"{SLUG}.nt.gz"
    data = release.read_bytes()
    assert gzip.decompress(data) == (folder / f"{SLUG}.nt").read_bytes()
    assert data[3:8] == bytes(5), "no file name and no time of day in the header"


def test_the_same_plan_gives_the_same_bytes(
    folder: Path, plan: Plan, iris: Iris, tmp_path: Path
) -> None:
    few = list(graph(plan, iris))[:300]
    for name in ("a", "b"):
        write_dumps(few, iris, SLUG, tmp_path / name)
        write_release(tmp_path / name, SLUG, "1.0.0")
    for path in (tmp_path / "a").rglob(f"{SLUG}.*"):
        other = tmp_path / "b" / path.relative_to(tmp_path / "a")
        assert path.read_bytes() == other.read_bytes()
    assert (tmp_path / "a" / f"{SLUG}.nt").read_bytes() in (folder / f"{SLUG}.nt").read_bytes()
