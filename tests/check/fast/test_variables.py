"""What variables may stand for."""

import pytest
from check.fast.turtle import graph

from kyodo_lod.check.fast.tokens import tokens_of
from kyodo_lod.check.fast.variables import is_found, is_made, values
from kyodo_lod.rdf.terms import Literal

DATA = 'ex:a ex:p 1 ; ex:q "x" . ex:b ex:p 2 .'
PREFIXES = {"ex": "urn:ex:"}


@pytest.mark.parametrize(
    ("text", "texts"),
    [
        ("SELECT ?v { $this ex:p ?v }", ["1", "2"]),
        ("SELECT ?v { { $this <urn:ex:p> ?v } UNION { ?x ex:q $v } FILTER (STR(?v) = '1') }", ["1", "2", "x"]),
        ("SELECT ?v { ?x ex:none ?v }", []),
        ("SELECT $this (MAX(?v) AS ?v2) { ?x ex:q ?v } GROUP BY $this ?v", ["x"]),
        ("SELECT ?v { { SELECT ?v { ?x ex:q ?v } } }", ["x"]),
    ],
)  # fmt: skip
def test_values_of_properties(text: str, texts: list[str]) -> None:
    found = values(tokens_of(text), "?v", PREFIXES, graph(DATA))
    assert found is not None
    assert [each.value for each in found if isinstance(each, Literal)] == texts


@pytest.mark.parametrize(
    "text",
    [
        "SELECT ?v { }",
        "SELECT ?v { $this ?p ?v }",
        "SELECT ?v { $this ex:p/ex:q ?v }",
        "SELECT ?v { $this ex:p ?v } UNION { ?v ex:p 1 }",
        "SELECT ?v { $this ex:p ?v } UNION { ?x a ?v }",
        "SELECT ?v { $this ex:p 1 , ?v }",
        "SELECT ?v { $this !ex:p ?v }",
        "SELECT ?v { $this ex:p ?v BIND (STR($this) AS ?v) }",
    ],
)
def test_where_patterns_do_not_tell(text: str) -> None:
    assert values(tokens_of(text), "?v", PREFIXES, graph(DATA)) is None


def test_what_expressions_give() -> None:
    tokens = tokens_of("SELECT (COUNT(?x) AS ?n) { ?x ex:p ?y BIND (STR(?y) AS $t) }")
    assert [is_made(tokens, name) for name in ("?n", "?t", "?x")] == [False, True, False]
    assert [is_found(tokens, name) for name in ("?n", "?t", "?x")] == [False, False, True]
