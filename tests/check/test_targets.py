"""Whether shapes are about anything in the data."""

import pytest

from kyodo_lod.check.shapes import Shapes, load_shapes
from kyodo_lod.check.targets import absent_classes, has_focus
from kyodo_lod.rdf.formats import TURTLE
from kyodo_lod.rdf.graph import Graph
from kyodo_lod.rdf.read import parse

PREFIXES = """@prefix sh: <http://www.w3.org/ns/shacl#> . @prefix x: <http://x/> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
"""
DATA = "x:a a x:B ; x:p x:c . x:B rdfs:subClassOf x:A ."


def graph(text: str) -> Graph:
    return Graph(parse((PREFIXES + text).encode(), TURTLE, "data"))


@pytest.mark.parametrize(
    ("target", "expected"),
    [
        ("sh:targetClass x:B", True),
        ("sh:targetClass x:A", True),
        ("sh:targetClass x:C", False),
        ("sh:targetSubjectsOf x:p", True),
        ("sh:targetSubjectsOf x:q", False),
        ("sh:targetObjectsOf x:p", True),
        ("sh:targetNode x:nobody", True),
        ("a sh:NodeShape", False),
        ("sh:targetClass x:C , 'no IRI'", True),  # pySHACL's to judge
    ],
)
def test_a_target_is_in_the_data_or_not(target: str, expected: bool) -> None:
    shapes = Shapes("own.ttl", graph(f"x:S {target} ; sh:nodeKind sh:IRI ."), ())
    assert has_focus(graph(DATA), shapes) is expected


def test_a_shape_that_is_a_class_is_about_its_instances() -> None:
    shapes = Shapes("own.ttl", graph("x:A a sh:NodeShape , rdfs:Class ; sh:nodeKind sh:IRI ."), ())
    assert has_focus(graph(DATA), shapes)
    assert not has_focus(graph("x:a x:p x:b ."), shapes)


def test_our_own_shapes_miss_the_plan_where_there_is_none() -> None:
    assert has_focus(graph("x:a x:p x:b ."), load_shapes("plan"))


def test_classes_that_nothing_has() -> None:
    own = graph("x:S sh:targetClass x:A, x:C . x:T sh:targetClass x:Gone ; sh:targetNode x:D .")
    shapes = Shapes("own.ttl", own, prefixes={"x": "http://x/"})
    assert absent_classes(graph(DATA), shapes) == ("x:C", "x:Gone")
