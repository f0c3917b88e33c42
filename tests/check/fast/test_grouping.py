"""Groups that both engines make alike; where nothing is found, rdflib has one empty solution more."""

import pytest
from check.fast.turtle import agreed, graph, shapes

from kyodo_lod.check import shacl
from kyodo_lod.check.fast.facts import facts_of
from kyodo_lod.check.fast.grouping import GROUPINGS
from kyodo_lod.check.fast.tokens import tokens_of

SHAPE = """<urn:o> a owl:Ontology ; sh:declare [ sh:prefix "ex" ; sh:namespace "urn:ex:" ] .
ex:S sh:targetNode ex:a ; sh:sparql ex:Q . ex:Q sh:prefixes <urn:o> ; sh:select \"\"\"{}\"\"\" ."""
NOTHING = "WHERE { $this ex:none ?x } GROUP BY $this"


def are_alike(query: str) -> bool:
    """Tell whether a query passes all rules about groups."""
    facts = facts_of(graph("ex:a ex:p 1 ."))
    return all(rule(tokens_of(query), facts) for rule in GROUPINGS)


@pytest.mark.parametrize("column", ["", "(COUNT(?x) AS ?n)", "(STR($this) AS ?value)"])
def test_no_group_no_result(column: str) -> None:
    query = f"SELECT $this {column} {NOTHING}"
    assert are_alike(query)
    assert agreed(SHAPE.format(query), "ex:a ex:p 1 .") == []


@pytest.mark.parametrize("column", ["1", "STR(ex:a)", "BOUND(?x)"])
def test_where_rdflib_shows_a_group_of_nothing(column: str) -> None:
    query = f"SELECT $this ({column} AS ?value) {NOTHING}"
    assert not are_alike(query)
    assert len(shacl.results(graph("ex:a ex:p 1 ."), shapes(SHAPE.format(query)))) == 1


@pytest.mark.parametrize(("data", "found"), [("ex:a ex:p 1 .", 2), ("ex:a ex:q 1 .", 0)])
def test_a_constant_within_the_groups(data: str, found: int) -> None:
    query = """SELECT $this ?value (COUNT(?x) AS ?n) WHERE {
      $this ex:p ?x . { BIND (0 AS ?value) } UNION { BIND (1 AS ?value) } } GROUP BY $this ?value"""
    assert are_alike(query)
    assert len(agreed(SHAPE.format(query), data)) == found


def test_a_constant_behind_groups() -> None:
    inner = "{ SELECT $this (COUNT(?x) AS ?n) WHERE { $this ex:p ?x } GROUP BY $this }"
    assert not are_alike(f"SELECT $this ?value WHERE {{ {inner} BIND (1 AS ?value) }}")


def test_selects_side_by_side() -> None:
    query = """SELECT $this ?value WHERE {
      { SELECT $this ?value (COUNT(?x) AS ?n) WHERE { $this ex:p ?value , ?x } GROUP BY $this ?value HAVING (COUNT(?x) > 1) }
      UNION { SELECT $this ?value WHERE { $this ex:q ?value } } }"""
    assert are_alike(query)
    assert len(agreed(SHAPE.format(query), "ex:a ex:p 1 , 2 ; ex:q 3 .")) == 3


@pytest.mark.parametrize(
    "body",
    [
        "{{ {0} }} $this ex:p ?x",
        "$this ex:p ?x . {{ {0} }}",
        "{{ {0} }} FILTER (?value = 1)",
        "{{ {{ {0} }} }}",
        "{{ $this ex:p ?x {{ {0} }} }}",
        "OPTIONAL {{ {0} }}",
    ],
)
def test_selects_that_are_joined(body: str) -> None:
    inner = "SELECT $this ?value WHERE { $this ex:p ?value }"
    assert not are_alike(f"SELECT $this ?value WHERE {{ {body.format(inner)} }}")
