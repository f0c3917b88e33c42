"""A focus node in place of $this."""

import pytest

from kyodo_lod.check.fast.prebinding import prebound, uses_this
from kyodo_lod.check.fast.tokens import tokens_of

NODE = "<urn:a>"


@pytest.mark.parametrize(
    ("query", "written"),
    [
        ("SELECT $this WHERE { $this ex:p ?x }", "SELECT $this WHERE { <urn:a> ex:p ?x VALUES ?this { <urn:a> } }"),
        ("SELECT ?x { { ?this ex:p ?x } }", "SELECT ?x { { <urn:a> ex:p ?x } VALUES ?this { <urn:a> } }"),
        (
            "SELECT (STR($this) AS ?x) { FILTER(BOUND($this)) } GROUP BY $this",
            "SELECT( STR( $this ) AS ?x ) { FILTER(( true ) ) VALUES ?this { <urn:a> } } GROUP BY $this",
        ),
        (
            "SELECT $this { { SELECT $this { $this ex:p 1 } } }",
            "SELECT $this { { SELECT $this { <urn:a> ex:p 1 VALUES ?this { <urn:a> } } } VALUES ?this { <urn:a> } }",
        ),
        ("SELECT (BOUND($this) AS ?n) { }", "SELECT(( true ) AS ?n ) { VALUES ?this { <urn:a> } }"),
        ('SELECT ?x { ?x ex:p "$this" , ?thisOne }', 'SELECT ?x { ?x ex:p "$this" , ?thisOne VALUES ?this { <urn:a> } }'),
    ],
)  # fmt: skip
def test_columns_and_groupings_keep_the_variable(query: str, written: str) -> None:
    assert prebound(tokens_of(query), NODE).split() == written.split()


@pytest.mark.parametrize(
    ("query", "hangs"),
    [
        ("SELECT $this ?x WHERE { ?x ex:p 1 } GROUP BY $this ?x", False),
        ("SELECT ?x WHERE { $this ex:p ?x }", True),
        ("SELECT $this (STR($this) AS ?value) WHERE { ?x ex:p 1 }", True),
        ("SELECT $this (COUNT(?x) AS ?n) WHERE { ?x ex:p 1 } GROUP BY $this HAVING ($this = ex:a)", True),
        ("SELECT $this WHERE { FILTER EXISTS { ?x ex:p $this } }", True),
    ],
)  # fmt: skip
def test_whether_answers_hang_on_the_focus_node(query: str, hangs: bool) -> None:
    """What does not is asked once for all: a difference was found in (STR($this) AS ?value)."""
    assert uses_this(tokens_of(query)) is hangs
