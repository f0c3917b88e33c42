"""Gaps in messages are filled as pySHACL fills them."""

import pytest
from check.fast.turtle import graph

from kyodo_lod.check.fast.messages import filled
from kyodo_lod.check.fast.unsupported import UnsupportedError
from kyodo_lod.rdf.graph import Node
from kyodo_lod.rdf.terms import BlankNode, Literal, NamedNode, integer, string

S, Q, A = (NamedNode(f"urn:ex:{name}") for name in "SQa")


def texts(own: str, values: dict[str, Node], of_shape: str = "") -> list[tuple[str, str | None]]:
    """Give the filled messages and their languages."""
    stated = "".join(f"ex:{n} sh:message {m} . " for n, m in (("Q", own), ("S", of_shape)) if m)
    return [(m.value, m.language) for m in filled(graph(stated), Q, S, values)]


@pytest.mark.parametrize(
    ("template", "text"),
    [
        ('"{?this} has {$value}"', "urn:ex:a has x"),
        ('"{?n} {?n}"', "5 5"),
        ('"{?absent} {value} {? n} {?nn}"', "{?absent} {value} {? n} {?nn}"),
        ('"\\\\{?n\\\\}"', "\\{?n\\}"),
        ('"(a+) [{?n}] $"', "(a+) [5] $"),
        ('"{?blank}"', "b0"),
        ('""', ""),
    ],
)
def test_gaps(template: str, text: str) -> None:
    values: dict[str, Node] = {
        "this": A,
        "value": string("x"),
        "n": integer(5),
        "blank": BlankNode("b0"),
    }
    assert texts(template, values) == [(text, None)]


def test_this_path_and_value_come_last_so_that_what_others_bring_is_filled_too() -> None:
    values: dict[str, Node] = {"value": string("{?n}"), "n": string("{?value}")}
    assert texts('"{?n} {?value}"', values) == [("{?n} {?n}", None)]


def test_languages_are_kept() -> None:
    assert texts('"値 {?n}"@ja , "value {?n}"@en', {"n": integer(1)}) == [
        ("値 1", "ja"),
        ("value 1", "en"),
    ]


def test_messages_of_the_shape_stand_in() -> None:
    assert texts("", {"n": integer(1)}, '"S {?n}"@en') == [("S 1", "en")]
    assert texts('"Q"', {}, '"S"') == [("Q", None)]
    assert texts("", {}) == []


def test_backslash_in_a_value_is_left_to_pyshacl_which_fails_on_it() -> None:
    with pytest.raises(UnsupportedError, match="backslash"):
        texts('"{?n}"', {"n": Literal("C:\\d")})
