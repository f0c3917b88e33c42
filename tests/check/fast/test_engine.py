"""The fast engine answers constraints in SPARQL as pySHACL does, or says that it cannot.

More examples: `python -m check.queries 10000` in tests/, and another number after it for others.
"""

from collections.abc import Callable
from typing import Any

import pytest
from check.fast.turtle import agreed, graph, shapes
from check.queries import Writer, compared
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kyodo_lod.check.fast import engine
from kyodo_lod.check.fast.unsupported import UnsupportedError
from kyodo_lod.check.shapes import Shapes
from kyodo_lod.rdf.graph import Graph
from kyodo_lod.rdf.terms import NamedNode


@st.composite
def _cases(draw: Callable[[Any], Any]) -> tuple[Graph, Shapes]:
    writer = Writer(lambda options: draw(st.sampled_from(options)))
    return Graph(writer.data()), Shapes("own.ttl", Graph(writer.shapes()))


def test_random_constraints_in_sparql() -> None:
    outcomes = []

    @settings(
        max_examples=300,
        suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
    )
    @given(_cases())
    def with_queries(case: tuple[Graph, Shapes]) -> None:
        outcomes.append(compared(*case))

    with_queries()
    assert outcomes.count("results") > 10  # the fast engine itself, and something to compare
    assert outcomes.count("conforms") > 20


def test_results_are_sorted_and_each_is_told_once() -> None:
    demanded = (
        "ex:S sh:targetNode ex:b , ex:a ; sh:targetSubjectsOf ex:p ; sh:path ex:q ; sh:minCount 1 ."
    )
    found = agreed(demanded, "ex:a ex:p 1 . ex:b ex:p 2 .")
    assert [str(each.focus) for each in found] == ["<urn:ex:a>", "<urn:ex:b>"]


def test_one_node_against_one_shape() -> None:
    wanted = shapes("ex:S sh:targetNode ex:b ; sh:nodeKind sh:Literal .")
    node, shape = NamedNode("urn:ex:a"), NamedNode("urn:ex:S")
    [result] = engine.failing(graph("ex:a ex:p 1 ."), wanted, node, shape)
    assert (result.focus, result.shape) == (node, shape)


def test_a_shape_without_focus_nodes_need_not_be_known() -> None:
    """What nothing is asked of cannot fail: pySHACL gives no results either."""
    assert (
        agreed("ex:S sh:targetClass ex:None ; sh:path ex:p ; sh:minCount 1 .", "ex:a a ex:C .")
        == []
    )


def test_what_only_pyshacl_knows_is_said() -> None:
    with pytest.raises(UnsupportedError, match="sh:js"):
        engine.results(graph("ex:a ex:p 1 ."), shapes("ex:S sh:targetNode ex:a ; sh:js [] ."))
