"""Messages keep their language and their order on the way through pySHACL."""

import pytest
from check.fast.turtle import agreed, graph

from kyodo_lod.check.templates import numbered, told
from kyodo_lod.rdf.graph import Graph
from kyodo_lod.rdf.terms import Literal, NamedNode, string
from kyodo_lod.rdf.vocabulary import sh

SHAPES = """
ex:S sh:message "{?x} of S"@en ; sh:name "no message" .
ex:Q sh:message "{?x}"@ja , "{?x}, {?y}" .
ex:odd sh:message 5 .
"""
S, Q, ODD = (NamedNode(f"urn:ex:{name}") for name in ("S", "Q", "odd"))


def given(shapes: Graph, holder: NamedNode) -> list[str]:
    """Give the messages that pySHACL is given for a node."""
    triples = numbered(shapes, shapes.triples())
    return [t.object.value for t in triples if (t.subject, t.predicate) == (holder, sh.message)]  # type: ignore[union-attr]


def test_own_messages_have_their_languages_and_order() -> None:
    shapes = graph(SHAPES)
    texts = [*given(shapes, S), *given(shapes, Q)]
    filled = [text.replace("{?x}", "1") for text in reversed(texts)]
    assert list(told(filled, shapes, Q)) == [Literal("1", language="ja"), string("1, {?y}")]


def test_messages_of_another_count_where_there_are_no_own() -> None:
    shapes = graph(SHAPES)
    filled = [text.replace("{?x}", "") for text in given(shapes, S)]
    assert list(told(filled, shapes, NamedNode("urn:ex:none"))) == [Literal(" of S", language="en")]


def test_what_is_no_text_is_left_as_it_is() -> None:
    assert given(graph(SHAPES), ODD) == ["5"]
    assert list(told(["Node ex:a is wrong"], graph(SHAPES), ODD)) == [string("Node ex:a is wrong")]


CONSTRAINT = """ex:S sh:targetNode ex:a ; {shape} sh:sparql ex:Q .
ex:Q {own} sh:select "SELECT $this ?value {{ $this <urn:ex:p> ?value }}" ."""


@pytest.mark.parametrize(
    ("shape", "own", "messages"),
    [
        ("", 'sh:message "{?value}"@ja , "{?value}"@en ;', {"ja": "x", "en": "x"}),
        ('sh:message "S {?value}"@ja ;', 'sh:message "{?value} {?n}" ;', {None: "x {?n}"}),
        ('sh:message "S {?value}"@ja ;', "", {"ja": "S x"}),
    ],
    ids=["alike but for the language", "both", "of the shape"],
)
def test_both_engines_tell_the_same(shape: str, own: str, messages: dict[str, str]) -> None:
    [result] = agreed(CONSTRAINT.format(shape=shape, own=own), 'ex:a ex:p "x" .')
    assert {each.language: each.value for each in result.messages} == messages


def test_template_that_fits_what_another_says_is_not_taken_for_it() -> None:
    own = 'sh:message "{?x}, {$n} and {?y}"@ja , "{?this} {$value} {?path}" ;'
    [result] = agreed(CONSTRAINT.format(shape="", own=own), 'ex:a ex:p "" .')
    assert [each.value for each in result.messages] == ["{?x}, {$n} and {?y}", "urn:ex:a  {?path}"]
