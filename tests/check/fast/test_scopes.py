"""An expression in an inner group that speaks of a variable around it is left to pySHACL."""

import pytest

from kyodo_lod.check.fast.scopes import asks_of_its_own
from kyodo_lod.check.fast.tokens import tokens_of


def own(body: str) -> bool:
    """Look at the body of a query."""
    return asks_of_its_own(tokens_of(f"SELECT $this ?value WHERE {{ {body} }}"))


@pytest.mark.parametrize(
    "body",
    [
        "$this ex:p ?x FILTER (?x > 1 && ?nowhere = 2)",
        "$this ex:p ?x { ?x ex:q ?y FILTER (?x > ?y) } UNION { ?y ex:q ?x FILTER (?y > ?x) }",
        "$this ex:p ?x { ?y ex:q 1 FILTER (?y != $this) }",
        "$this ex:p ?x { { ?y ex:q 1 } UNION { ?y ex:q 2 } FILTER (?y > 1) }",
        "$this ex:p ?x { ?y ex:q 1 BIND (?y + 1 AS ?z) FILTER (?z > 1) }",
        "$this ex:p ?x OPTIONAL { ?y ex:q 1 FILTER (?y > ?x) }",
        "$this ex:p ?x FILTER NOT EXISTS { ?y ex:q 1 FILTER (?y > ?x) }",
        "{ SELECT $this (COUNT(?x) AS ?n) WHERE { $this ex:p ?x } GROUP BY $this HAVING (?n > 1) }",
    ],
)
def test_variables_of_the_group(body: str) -> None:
    assert own(body)


@pytest.mark.parametrize(
    "body",
    [
        "$this ex:p ?x { $this ex:q ?y FILTER (?y > ?x) } UNION { $this ex:q ?z }",
        "$this ex:p ?x { $this ex:q ?y } UNION { $this ex:q ?z FILTER (LANG(?x) = 'ja') }",
        "$this ex:p ?x { FILTER (BOUND(?x)) }",
        "$this ex:p ?x { { $this ex:q ?y } { $this ex:q ?z FILTER (?z > ?y) } }",
        "$this ex:p ?x OPTIONAL { ?y ex:q 1 BIND (?x + 1 AS ?z) }",
        "$this ex:p ?x OPTIONAL { { ?y ex:q 1 FILTER (?y > ?x) } }",
        "$this ex:p ?x FILTER EXISTS { ?y ex:q 1 BIND (?x + 1 AS ?z) FILTER (?z > ?y) }",
        "$this ex:p ?x FILTER EXISTS { { ?y ex:q 1 FILTER (?y > ?x) } UNION { ?x ex:q 1 } }",
        "{ FILTER EXISTS { $this ex:p ?x } FILTER (BOUND(?x)) }",
        "?x ex:p 1 { SELECT $this ?y WHERE { $this ex:q ?y FILTER (?y > ?x) } }",
    ],
)
def test_variables_around_it(body: str) -> None:
    assert not own(body)
