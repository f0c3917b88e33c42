"""Queries that two SPARQL engines answer differently are left to pySHACL; each was found by comparing them."""

import pytest
from check.fast.turtle import graph

from kyodo_lod.check.fast.certain import refuse_uncertain
from kyodo_lod.check.fast.facts import facts_of
from kyodo_lod.check.fast.tokens import tokens_of
from kyodo_lod.check.fast.unsupported import UnsupportedError

PREFIXES = {"ex": "urn:ex:", "xsd": "http://www.w3.org/2001/XMLSchema#"}
DATA = 'ex:a ex:p 1 , 2 ; ex:t "x" . ex:b ex:t "y" ; ex:q ex:a .'


def judge(query: str, data: str = DATA) -> None:
    """Look at a query about some data."""
    statements = graph(data)
    refuse_uncertain(tokens_of(query), PREFIXES, statements, facts_of(statements))


@pytest.mark.parametrize(
    "body",
    [
        "$this ex:p ?value FILTER NOT EXISTS { ?value ex:q ?x }",
        "$this ex:q ?x FILTER (NOT EXISTS { ?x ex:p 1 } || EXISTS { ?x ex:t ?y })",
        "$this ex:q ?x . ?x ex:q* ?value",
        "?value ex:q+ ?value . FILTER EXISTS { $this ex:t/ex:q* ?value }",
        "$this ex:p ?n FILTER (STRLEN(STR(?n)) + 1 < 3 * 5)",
        "$this ex:p ?n FILTER (1 != 11 - 10 * FLOOR(?n / 10))",
        'FILTER (STR($this) > "a" && LANGMATCHES(LANG(?x), "en-GB"))',
        '$this ex:t ?x FILTER (REGEX(STR(?x), "^[a-f0-9]{2}-?x*$"))',
        'BIND (SUBSTR(STR($this), 2, 3) AS ?value) FILTER (CONTAINS(?value, "x"))',
        "$this ex:p ?value . OPTIONAL { ?value ex:q ?x FILTER (?x NOT IN (ex:a, ex:b)) }",
    ],
)
def test_what_all_read_alike(body: str) -> None:
    judge(f"SELECT $this ?value WHERE {{ {body} }}")


@pytest.mark.parametrize(
    "query",
    [
        "SELECT $this (COUNT(?x) AS ?n) WHERE { $this ex:p ?x } GROUP BY $this HAVING (COUNT(*) > 1)",
        "SELECT $this (MAX(?x) AS ?value) WHERE { $this ex:p ?x } GROUP BY $this",
        "SELECT $this (IRI(MIN(STR(?s))) AS ?value) WHERE { ?s ex:p ?x } GROUP BY $this",
        """SELECT $this ?n WHERE { { SELECT $this (COUNT(?x) AS ?n) WHERE { $this ex:p ?x } GROUP BY $this }
        UNION { SELECT $this ?n WHERE { $this ex:p ?n } } }""",
    ],
)
def test_groups_that_all_make_alike(query: str) -> None:
    judge(query)


@pytest.mark.parametrize(
    ("body", "reason"),
    [
        ("$this !ex:p ?value", "negated"),
        ("$this !(ex:p|^ex:q) ?value", "negated"),
        ("$this !^a ?value", "negated"),
        ("FILTER EXISTS { $this ex:p ?x FILTER NOT EXISTS { ?x ex:q 1 } }", "existence"),
        ("BIND (EXISTS { $this ex:p ?x } AS ?value)", "existence"),
        ("?value ex:p* 1", "paths"),
        ("ex:a ex:p+ ?value", "paths"),
        ("$this ex:q ?x ; ex:p* ?value", "paths"),
        ("BIND (STR($this) AS ?value) ?value ex:p* ?x", "paths"),
        ("$this ex:p ?n FILTER (?n * ?n = 4)", "arithmetic"),
        ("$this ex:p ?n FILTER (?n / 3 = 1)", "arithmetic"),
        ("$this ex:p ?n FILTER (FLOOR(?n / 0) = 1)", "arithmetic"),
        ("$this ex:p ?n FILTER (?n + 12345678901 = 1)", "arithmetic"),
        ("$this ex:p ?n FILTER (?n * 99999 * 99999 = 1)", "arithmetic"),
        ("$this ex:p ?n FILTER (STR(?n) > 1)", "comparisons"),
        ("$this ex:p ?n FILTER ((?n) < (?value))", "comparisons"),
        ("$this ex:p ?n FILTER (BOUND(?n) = BOUND(?value))", "comparisons"),
        ('FILTER (REGEX(STR($this), "a++b"))', "patterns"),
        ('FILTER (REGEX(STR($this), "*a"))', "patterns"),
        ('FILTER (REGEX(STR($this), "[z-a]"))', "patterns"),
        ('FILTER (REGEX(STR($this), "a{2,1}"))', "patterns"),
        ('FILTER (LANGMATCHES(LANG(?value), ""))', "languages"),
        ('FILTER (LANGMATCHES("", STR(?value)))', "languages"),
        ("BIND (SUBSTR(STR($this), 0, 2) AS ?value)", "parts"),
        ("BIND (SUBSTR(STR($this), STRLEN(STR($this))) AS ?value)", "parts"),
        (
            "$this ex:p ?n . { $this ex:q ?x FILTER (STR(?x) = STR(?n)) } UNION { ?x ex:p 1 }",
            "groups",
        ),
        ("$this ex:p ?x . { SELECT $this ?y WHERE { $this ex:q ?y } }", "selects"),
        ("{ SELECT $this ?y WHERE { { SELECT $this ?y WHERE { $this ex:q ?y } } } }", "selects"),
    ],
)
def test_what_engines_read_differently(body: str, reason: str) -> None:
    with pytest.raises(UnsupportedError, match=reason):
        judge(f"SELECT $this ?value WHERE {{ {body} }}")


@pytest.mark.parametrize(
    ("columns", "body", "reason"),
    [
        ("(COUNT(STR(?x)) AS ?n)", "$this ex:p ?x", "folds"),
        ("(COUNT(DISTINCT STR(?x)) AS ?n)", "$this ex:p ?x", "folds"),
        ("(SUM(?x) AS ?n)", "$this ex:p ?x", "sums"),
        ("(1 AS ?value)", "$this ex:p ?x", "columns"),
        ("?x (STR(ex:a) AS ?value)", "$this ex:p ?x", "columns"),
        ("(BOUND(?x) AS ?value)", "$this ex:p ?x", "columns"),
        ("(IF(?x = ex:a, 1, 2) AS ?value)", "$this ex:p ?x", "columns"),
        ("(IRI(MIN(STR(?x))) AS ?value)", "$this ex:p ?x", "subjects"),
        ("(IRI(MIN(STR(?s))) AS ?value)", "OPTIONAL { ?s ex:p ?x }", "subjects"),
        ("(MAX(STR(?x)) AS ?n)", "$this ex:p ?x", "texts"),
        ("(MAX(?x) AS ?n)", "$this ex:t ?x", "MAX"),
        ("(MAX(?x) AS ?n)", "{ $this ex:p ?x } UNION { $this ?y ?x }", "MAX"),
    ],
)
def test_groups_that_engines_make_differently(columns: str, body: str, reason: str) -> None:
    with pytest.raises(UnsupportedError, match=reason):
        judge(f"SELECT $this {columns} WHERE {{ {body} }} GROUP BY $this")


WALK = "SELECT $this ?y WHERE {{ {} ?x ex:q* ?y }}"


@pytest.mark.parametrize("false", ['""', "0", "false", '""@en', '"x"^^xsd:boolean'])
def test_ends_of_a_path_that_python_holds_to_be_false(false: str) -> None:
    judge(WALK.format("$this ex:q ?x ."), f"ex:a ex:other {false} .")
    for body in ("$this ex:other ?x .", "$this ?p ?x .", ""):
        with pytest.raises(UnsupportedError, match="0 or false"):
            judge(WALK.format(body), f"ex:a ex:other {false} .")


def test_pattern_on_a_text_that_ends_with_a_line_feed() -> None:
    query = 'SELECT $this WHERE { $this ex:p ?x FILTER (REGEX(STR(?x), "a$")) }'
    judge(query, 'ex:a ex:p "a" ; ex:q "a\\n" .')
    with pytest.raises(UnsupportedError, match="line feed"):
        judge(query, 'ex:a ex:p "a\\n" .')


def test_blank_nodes_have_a_text_in_one_engine_only() -> None:
    with pytest.raises(UnsupportedError, match="texts of blank nodes"):
        judge(
            "SELECT $this ?value WHERE { $this ex:p ?value FILTER (STR(?value) = '') }",
            "ex:a ex:p [] .",
        )
