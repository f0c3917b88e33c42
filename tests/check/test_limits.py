"""Beyond a limit is an error with both numbers and the remedy; what is not held is counted."""

from dataclasses import replace
from gzip import compress

import pytest
from check.foreign import E

from kyodo_lod.check.graph import check
from kyodo_lod.check.limits import LIMITED, SPLIT, UNLIMITED, Limits
from kyodo_lod.check.report import Beyond, Report
from kyodo_lod.check.reports.statistics import write
from kyodo_lod.check.selection import limited, selected
from kyodo_lod.check.shapes import Shapes
from kyodo_lod.errors import GraphError
from kyodo_lod.finding import Severity
from kyodo_lod.rdf.graph import Graph
from kyodo_lod.rdf.terms import NamedNode, Quad, Triple, string
from kyodo_lod.rdf.vocabulary import sh

SHAPE, NODE, PROPERTY = (NamedNode(E + name) for name in ("S", "n", "p"))
SHAPES = Shapes(
    "own.ttl",
    Graph(
        Triple(SHAPE, p, o)
        for p, o in [(sh.targetNode, NODE), (sh.path, PROPERTY), (sh.nodeKind, sh.IRI)]
    ),
)
SMALL = replace(LIMITED, triples=10, rdflib=5, findings=3, results=8)


def quads(count: int) -> list[Quad]:
    """Give a node with as many values, each of them at fault."""
    return [Quad(NODE, PROPERTY, string(str(number))) for number in range(count)]


@pytest.mark.parametrize(
    ("count", "said"), [(11, "holds 11 triples (limit 10)"), (100, "holds 100 or more triples")]
)
def test_triples_are_counted(count: int, said: str) -> None:
    with pytest.raises(GraphError) as error:
        SMALL.held(iter(quads(count)), "a.nt")
    assert error.value.line("en").startswith(f"a.nt: {said}")
    assert error.value.line("en").endswith("split it, or lift the limits with --no-limits")
    assert "分割" in error.value.line("ja")
    assert len(SMALL.held(quads(10), "a.nt")) == len(UNLIMITED.held(quads(10), "")) == 10


def test_bytes_are_bounded_before_they_are_parsed() -> None:
    one = Limits(size=1)
    full = b"a" * 1024 * 1024
    assert one.unpacked(full, "a.nt") == full
    with pytest.raises(GraphError, match="too large \\(limit 1 MiB"):
        one.unpacked(b"a" * one.to_read, "a.nt")
    assert UNLIMITED.to_read == -1
    assert UNLIMITED.unpacked(b"a", "a.nt") == b"a"


def test_gzip_is_unpacked_within_the_same_limit() -> None:
    one = Limits(size=1)
    full = b"a" * 1024 * 1024
    assert one.unpacked(compress(full, mtime=0), "a.nt.gz") == full
    assert one.unpacked(compress(b"a", mtime=0) + compress(b"b", mtime=0), "a.nt.gz") == b"ab"
    bomb = compress(full * 100, mtime=0)
    assert len(bomb) < len(full)
    with pytest.raises(GraphError, match="of gzip also unpacked"):
        one.unpacked(bomb, "a.nt.gz")
    assert len(UNLIMITED.unpacked(bomb, "a.nt.gz")) == 100 * len(full)


@pytest.mark.parametrize(
    "data",
    [
        compress(b"abc", mtime=0)[:-9],
        compress(b"abc", mtime=0) + b"x",
        b"\x1f\x8b",
        b"\x1f\x8b\x08" + b"\xff" * 30,
    ],
)
def test_damaged_gzip_is_one_line(data: bytes) -> None:
    with pytest.raises(GraphError, match="cannot be unpacked from gzip") as error:
        LIMITED.unpacked(data, "a.nt.gz")
    assert error.value.place == "a.nt.gz"


def test_results_beyond_those_held_are_counted_by_rule() -> None:
    checked = check(Graph(quads(7)), SHAPES, "fast", None, SMALL)
    assert len(checked.findings) == 3
    assert checked.beyond == (Beyond(SHAPE.value, Severity.VIOLATION, 4),)


def test_engines_have_limits_of_their_own() -> None:
    with pytest.raises(GraphError, match="holds 6 triples, and pySHACL is given 5 at most"):
        check(Graph(quads(6)), SHAPES, "pyshacl", None, SMALL)
    assert len(check(Graph(quads(9)), SHAPES, "pyshacl").findings) == 9


def test_what_is_counted_counts() -> None:
    report = Report("a.nt", (), beyond=(Beyond(SHAPE.value, Severity.VIOLATION, 4),))
    assert not report.conforms
    assert (report.cut, report.found(Severity.VIOLATION)) == (4, 4)
    assert limited([report], 0) == [report]
    assert write([report], "en").startswith(f"4  violation  {SHAPE.value}\n")
    assert selected(report, (), (SHAPE.value,)).conforms


def test_the_remedy_is_one_that_whoever_checks_can_take() -> None:
    hosted = replace(SMALL, remedy=SPLIT)
    for limits, offers in ((SMALL, True), (hosted, False)):
        with pytest.raises(GraphError) as caught:
            limits.held(quads(11), "plan.nt")
        for said in caught.value.message:
            assert ("--no-limits" in said) is offers
