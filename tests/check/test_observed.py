"""What stands in the data where a component is broken."""

import pytest

from kyodo_lod.bilingual import NOTHING
from kyodo_lod.check.observed import datatype_of, number_of_values, other_words
from kyodo_lod.check.result import Result
from kyodo_lod.check.shapes import Shapes
from kyodo_lod.rdf.formats import TURTLE
from kyodo_lod.rdf.graph import Graph, Node
from kyodo_lod.rdf.read import parse
from kyodo_lod.rdf.terms import BlankNode, Literal, NamedNode, integer
from kyodo_lod.rdf.vocabulary import xsd

PREFIXES = "@prefix sh: <http://www.w3.org/ns/shacl#> . @prefix e: <https://e.jp/> . "
A, P = NamedNode("https://e.jp/a"), NamedNode("https://e.jp/P")


def graph(text: str) -> Graph:
    """Read Turtle with the prefixes."""
    return Graph(list(parse((PREFIXES + text).encode(), TURTLE, "x.ttl")))


@pytest.mark.parametrize(
    ("parameter", "path", "count"),
    [
        ("minCount", "e:p", 2),
        ("maxCount", "e:q", 0),
        ("maxCount", "( e:p e:p )", 1),
        ("maxCount", "[ sh:zeroOrMorePath e:p ]", 4),
        ("maxCount", "[ sh:inversePath e:p ]", 0),
        ("datatype", "e:p", 0),
    ],
)
def test_values_are_counted_along_the_path_where_their_number_is_at_fault(
    parameter: str, path: str, count: int
) -> None:
    shapes = Shapes("x.ttl", graph(f"e:P sh:path {path} ."))
    data = graph("e:a e:p e:b , e:c . e:b e:p e:d .")
    result = Result(A, "", None, P, None, parameter, "Violation")
    assert number_of_values(parameter, result, shapes, data) == count


def test_a_shape_without_a_path_has_no_values() -> None:
    shapes = Shapes("x.ttl", graph("e:P sh:minCount 1 ."))
    result = Result(A, "", None, P, None, "minCount", "Violation")
    assert number_of_values("minCount", result, shapes, graph("e:a e:p e:b .")) == 0


@pytest.mark.parametrize(
    ("parameter", "value", "stated", "said"),
    [
        ("minInclusive", Literal("x"), integer(1), "cannot be compared with {0}"),
        ("maxExclusive", A, integer(1), "cannot be compared with {0}"),
        ("minInclusive", integer(0), integer(1), ""),
        ("datatype", Literal("18"), xsd.integer, "is of datatype xsd:string, not {0}"),
        ("datatype", A, xsd.integer, "is an IRI, no literal of datatype {0}"),
        ("datatype", BlankNode("b"), xsd.date, "is a blank node, no literal of datatype {0}"),
        ("datatype", Literal("x", datatype=xsd.integer), xsd.integer, ""),
        ("pattern", Literal("x"), Literal("y"), ""),
        ("datatype", None, xsd.integer, ""),
    ],
)
def test_another_kind_of_value_is_called_just_that(
    parameter: str, value: Node | None, stated: Node, said: str
) -> None:
    words = other_words(parameter, value, [stated], "xsd:string")
    assert words.en == said
    assert bool(words.ja) == bool(said)
    assert words.ja.count("{0}") == words.en.count("{0}")


def test_of_several_bounds_none_is_named() -> None:
    assert other_words("minInclusive", Literal("x"), [integer(1), integer(2)], "") == NOTHING


def test_a_datatype_with_braces_is_no_gap() -> None:
    said = other_words("datatype", Literal("18"), [xsd.integer], "<http://x/{0}{is_a}>")
    assert said.en == "is of datatype <http://x/{0}{is_a}>, not {0}"


def test_only_a_literal_has_a_datatype() -> None:
    assert [datatype_of(each) for each in (integer(1), A, BlankNode("b"), None)] == [
        xsd.integer,
        None,
        None,
        None,
    ]
