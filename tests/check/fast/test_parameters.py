"""Counts and truths in shapes, as far as everyone reads them alike."""

import pytest

from kyodo_lod.check.fast.parameters import count, truth
from kyodo_lod.check.fast.unsupported import UnsupportedError
from kyodo_lod.rdf.graph import Node
from kyodo_lod.rdf.terms import Literal, NamedNode, integer, string
from kyodo_lod.rdf.vocabulary import xsd


@pytest.mark.parametrize(
    ("text", "number"), [("0", 0), ("7", 7), ("007", 7), ("999999999", 999_999_999)]
)
def test_counts(text: str, number: int) -> None:
    assert count(Literal(text, datatype=xsd.integer)) == number


@pytest.mark.parametrize(
    "node",
    [integer(-1), integer(10**9), string("1"), Literal("1.0", datatype=xsd.decimal), NamedNode("urn:1"),
     Literal("１", datatype=xsd.integer), Literal("", datatype=xsd.integer), Literal("+1", datatype=xsd.integer)],
)  # fmt: skip
def test_what_is_no_count(node: Node) -> None:
    with pytest.raises(UnsupportedError, match="is no count"):
        count(node)


@pytest.mark.parametrize(
    ("text", "value"), [("true", True), ("1", True), ("false", False), ("0", False)]
)
def test_truths(text: str, value: bool) -> None:
    assert truth(Literal(text, datatype=xsd.boolean)) is value


@pytest.mark.parametrize(
    "node", [string("true"), integer(1), Literal("TRUE", datatype=xsd.boolean), NamedNode("urn:t")]
)
def test_what_is_no_truth(node: Node) -> None:
    with pytest.raises(UnsupportedError, match="is no truth"):
        truth(node)
