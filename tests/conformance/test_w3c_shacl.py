"""The W3C test suite of SHACL 1.0, with both engines and through the command line.

Read from ../shared/standards/w3c-shacl, or where $KYODO_LOD_STANDARDS says. Two reports are equal if
they have the same results: focus node, path, value, component, severity and, where it has a name,
the source shape.
"""

import json
import os
import re
from functools import cache
from pathlib import Path
from typing import NamedTuple

import pytest
from cli.running import invoke
from conftest import ROOT

from kyodo_lod.check import shacl
from kyodo_lod.check.fast import engine as fast
from kyodo_lod.check.fast.unsupported import UnsupportedError
from kyodo_lod.check.paths import path_text
from kyodo_lod.check.result import Result
from kyodo_lod.check.shapes import Shapes
from kyodo_lod.errors import KyodoError
from kyodo_lod.rdf.formats import TURTLE
from kyodo_lod.rdf.graph import Graph, Node
from kyodo_lod.rdf.read import parse
from kyodo_lod.rdf.terms import Literal, NamedNode
from kyodo_lod.rdf.vocabulary import rdf, sh

STANDARDS = Path(os.environ.get("KYODO_LOD_STANDARDS", ROOT.parent / "shared" / "standards"))
SUITE = STANDARDS / "w3c-shacl"
pytestmark = pytest.mark.skipif(
    not SUITE.is_dir(),
    reason=f"the W3C suite is not at {SUITE}; set KYODO_LOD_STANDARDS to its folder",
)
MF = "http://www.w3.org/2001/sw/DataAccess/tests/test-manifest#"
SHT = "http://www.w3.org/ns/shacl-test#"
_INCLUDED = re.compile(r"mf:include\s+<([^>]+)>")
HOME = "https://example.org/suite/"

#: what pySHACL, which runs for these, gets wrong, and why
WRONG = {
    "sparql/pre-binding/shapesGraph-001.ttl": "pySHACL does not support $shapesGraph, an optional feature",
}
#: what the fast engine leaves to pySHACL, and why
LEFT = {
    "sparql/component": "constraint components of one's own",
    "sparql/pre-binding": "pre-binding beyond the plain cases, and queries that must be refused",
    "sparql/node": "queries that two engines may read differently",
}


class Case(NamedTuple):
    """A test of the suite: its graphs, the results or None for a failure, and their number."""

    data: Path
    shapes: Path
    expected: set[tuple[str, ...]] | None
    count: int


def files() -> list[str]:
    """Give the files that hold tests, by their place in the suite."""
    manifests = list(SUITE.glob("*/*/manifest.ttl"))
    found = (
        path.parent.relative_to(SUITE) / name
        for path in manifests
        for name in _INCLUDED.findall(path.read_text("utf-8"))
    )
    return sorted(map(str, found))


FILES = files()
CORE = [name for name in FILES if name.startswith("core/")]
SPARQL = [name for name in FILES if name.startswith("sparql/")]


def based(path: Path) -> bytes:
    """Give a file of the suite with a base for its relative IRIs."""
    return f"@base <{HOME}{path.relative_to(SUITE)}> . ".encode() + path.read_bytes()


@cache
def graph(path: Path) -> Graph:
    """Read a file of the suite."""
    return Graph(parse(based(path), TURTLE, path.name))


@cache
def case(name: str) -> Case:
    """Read the test of a file."""
    manifest = graph(SUITE / name)
    (test,) = manifest.subjects(rdf.type, NamedNode(SHT + "Validate"))
    action = manifest.value(test, NamedNode(MF + "action"))
    assert action is not None

    def file(role: str) -> Path:
        given = manifest.value(action, NamedNode(SHT + role))
        assert isinstance(given, NamedNode)
        return SUITE / given.value.removeprefix(HOME)

    report = manifest.value(test, NamedNode(MF + "result"))
    assert report is not None
    results = results_of(manifest, report)
    expected = None if report == NamedNode(SHT + "Failure") else set(results)
    return Case(file("dataGraph"), file("shapesGraph"), expected, len(results))


def results_of(manifest: Graph, report: Node) -> list[tuple[str, ...]]:
    """Give the results of an expected report."""
    return [expected_key(manifest, node) for node in manifest.objects(report, sh.result)]


def expected_key(manifest: Graph, node: Node) -> tuple[str, ...]:
    """Give what makes an expected result the same as one that was found."""

    def text(predicate: NamedNode) -> str:
        return term_text(manifest.value(node, predicate))

    path = path_text(manifest, manifest.value(node, sh.resultPath))
    shape = manifest.value(node, sh.sourceShape)
    return (
        text(sh.focusNode), path, text(sh.value), text(sh.sourceConstraintComponent),
        text(sh.resultSeverity), str(shape) if isinstance(shape, NamedNode) else "",
    )  # fmt: skip


def found_key(result: Result) -> tuple[str, ...]:
    """Give the same of a result that was found."""
    shape = str(result.shape) if isinstance(result.shape, NamedNode) else ""
    return (
        term_text(result.focus), result.path, term_text(result.value),
        f"<{result.component}>", f"<{result.severity}>", shape,
    )  # fmt: skip


def term_text(term: Node | None) -> str:
    """Give a term as N-Triples; blank nodes of two readings are all alike."""
    if term is None:
        return ""
    return str(term) if isinstance(term, NamedNode | Literal) else "_:"


def shapes_of(name: str) -> Shapes:
    return Shapes(name, graph(case(name).shapes))


def test_the_suite_is_whole() -> None:
    assert (len(CORE), len(SPARQL)) == (98, 22)


@pytest.mark.parametrize("name", [name for name in FILES if name not in WRONG])
def test_pyshacl_gives_the_results(name: str) -> None:
    expected = case(name).expected
    if expected is None:
        with pytest.raises(KyodoError):
            shacl.results(graph(case(name).data), shapes_of(name))
    else:
        found = shacl.results(graph(case(name).data), shapes_of(name))
        assert set(map(found_key, found)) == expected


@pytest.mark.parametrize("name", CORE)
def test_the_fast_engine_gives_the_results_of_core(name: str) -> None:
    found = fast.results(graph(case(name).data), shapes_of(name))
    assert set(map(found_key, found)) == case(name).expected


@pytest.mark.parametrize("name", SPARQL)
def test_the_fast_engine_gives_the_results_of_sparql_or_leaves_them(name: str) -> None:
    try:
        found = fast.results(graph(case(name).data), shapes_of(name))
    except UnsupportedError:
        assert name.rpartition("/")[0] in LEFT
    else:
        assert set(map(found_key, found)) == case(name).expected


@pytest.mark.parametrize("name", [name for name in FILES if name not in WRONG])
@pytest.mark.parametrize("engine", ["auto", "pyshacl"])
def test_the_command_line_gives_the_results(name: str, engine: str, tmp_path: Path) -> None:
    data, shapes = tmp_path / "data.ttl", tmp_path / "shapes.ttl"
    data.write_bytes(based(case(name).data))
    shapes.write_bytes(based(case(name).shapes))
    arguments = ("--shapes", str(shapes), "--engine", engine, "--report", "json")
    done = invoke("validate", str(data), *arguments)
    expected = case(name).expected
    if expected is None:
        assert (done.code, done.out, done.err.count("\n")) == (2, "", 1)
        return
    (report,) = json.loads(done.out)["reports"]
    found = {(f["component"], f["path"] or "") for f in report["findings"]}
    is_wrong = any(not key[4].endswith(("#Warning>", "#Info>")) for key in expected)
    assert (done.code, found) == (int(is_wrong), {(key[3][1:-1], key[1]) for key in expected})
    assert len(report["findings"]) <= case(name).count


@pytest.mark.parametrize("name", WRONG)
def test_what_is_known_to_be_wrong_is_still_wrong(name: str) -> None:
    try:
        found = set(map(found_key, shacl.results(graph(case(name).data), shapes_of(name))))
    except KyodoError:
        return
    assert found != case(name).expected
