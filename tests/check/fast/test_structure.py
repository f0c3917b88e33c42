"""Which nodes are shapes, as pySHACL finds them, and which are malformed."""

import pytest
from check.fast.turtle import agreed, graph

from kyodo_lod.check.fast.structure import is_deactivated, shapes_of
from kyodo_lod.check.fast.unsupported import UnsupportedError
from kyodo_lod.rdf.terms import BlankNode, NamedNode


def names(text: str) -> list[str]:
    """Give the shapes of a graph by their names."""
    found = shapes_of(graph(text))
    return [each.value.removeprefix("urn:ex:") for each in found if isinstance(each, NamedNode)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("ex:S a sh:NodeShape . ex:P a sh:PropertyShape ; sh:path ex:p .", ["S", "P"]),
        ("ex:S sh:targetNode ex:a . ex:T sh:targetObjectsOf ex:p .", ["S", "T"]),
        ("ex:S sh:property ex:P . ex:P sh:path ex:p .", ["S", "P"]),
        ("ex:S sh:not ex:A ; sh:or ( ex:B ex:C ) .", ["A", "B", "C"]),
        ("ex:S sh:nodeKind sh:IRI . ex:a ex:p ex:b .", []),
        ("", []),
    ],
)
def test_what_is_a_shape(text: str, expected: list[str]) -> None:
    assert names(text) == expected


def test_each_is_told_once_and_blank_nodes_are_shapes_too() -> None:
    found = shapes_of(
        graph("ex:S a sh:NodeShape ; sh:targetNode ex:a ; sh:property [ sh:path ex:p ] .")
    )
    assert [type(each) for each in found] == [NamedNode, BlankNode]


@pytest.mark.parametrize(
    "text",
    [
        "ex:S a sh:PropertyShape .",
        "ex:S a sh:NodeShape ; sh:path ex:p .",
        "ex:S sh:targetNode ex:a ; sh:path ex:p , ex:q .",
        'ex:S sh:targetNode ex:a ; sh:not "x" .',
        "ex:S sh:targetNode ex:a ; sh:or () .",
        "ex:S sh:targetNode ex:a ; sh:deactivated 5 .",
        "ex:S sh:targetNode ex:a ; sh:deactivated true , false .",
    ],
)
def test_malformed_shapes(text: str) -> None:
    with pytest.raises(UnsupportedError):
        shapes_of(graph(text))


@pytest.mark.parametrize(
    "text",
    [
        "ex:Own a sh:ConstraintComponent .",
        "ex:Kind rdfs:subClassOf sh:ConstraintComponent . ex:Own a ex:Kind .",
    ],
)
def test_components_of_ones_own_are_left_to_pyshacl(text: str) -> None:
    with pytest.raises(UnsupportedError, match="component of its own"):
        shapes_of(graph(text))


def test_components_of_shacl_may_be_described() -> None:
    assert names(
        "sh:MinCountConstraintComponent a sh:ConstraintComponent . ex:S a sh:NodeShape ."
    ) == ["S"]


@pytest.mark.parametrize(
    ("value", "truth"), [("true", True), ('"0"^^xsd:boolean', False), (None, False)]
)
def test_deactivated(value: str | None, truth: bool) -> None:
    stated = f"; sh:deactivated {value}" if value else ""
    text = f"ex:S sh:targetNode ex:a ; sh:nodeKind sh:Literal {stated} ."
    assert is_deactivated(graph(text), NamedNode("urn:ex:S")) is truth
    assert bool(agreed(text, "ex:a ex:p 1 .")) is not truth
