"""Constraints in SPARQL, against pySHACL, and what is left to it."""

import time

import pytest
from check.fast.turtle import agreed, fast

from kyodo_lod.check.fast.unsupported import UnsupportedError

SHAPE = """
<urn:o> a owl:Ontology ; sh:declare [ sh:prefix "ex" ; sh:namespace "urn:ex:"^^xsd:anyURI ] .
ex:S sh:targetNode ex:a , ex:b ; {end} sh:sparql ex:Q . ex:Q sh:prefixes <urn:o> ;
  sh:message "{{?this}} {{$value}} {{?n}}"@ja , "en"@en ; sh:select \"\"\"{select}\"\"\" .
"""
DATA = 'ex:a ex:p ex:b , ex:c , "x" . ex:b ex:p ex:b . ex:c ex:q 5 .'
QUERIES = {
    "SELECT $this ?value WHERE { $this ex:p ?value FILTER (isIRI(?value)) }": 3,
    "SELECT $this WHERE { { BIND ($this AS ?that) } FILTER (?that = ex:b) }": 1,
    "SELECT $this WHERE { { FILTER (bound($this)) } }": 2,
    "SELECT $this (COUNT(?o) AS ?n) WHERE { $this ex:p ?o } GROUP BY $this HAVING (COUNT(?o) > 1)": 1,
    "SELECT $this ?value WHERE { { SELECT $this ?value WHERE { $this ex:p ?value } } }": 4,
    "SELECT $this ?value WHERE { ?value ex:q ?n }": 2,
    "SELECT $this WHERE { $this ex:p ?o FILTER EXISTS { ?o ex:p+ $this } }": 1,
    "SELECT $this WHERE { $this ex:p/ex:q ?n . FILTER (?n != 5) }": 0,
    "SELECT $this ?path WHERE { $this ?path ex:c }": 1,
    "SELECT $this WHERE { $this ex:absent ?o }": 0,
}


@pytest.mark.parametrize("select", QUERIES)
def test_same_results_and_messages(select: str) -> None:
    assert len(agreed(SHAPE.format(select=select, end=""), DATA)) == QUERIES[select]


def test_path_of_a_property_shape() -> None:
    select = "SELECT $this ?value WHERE { $this $PATH ?value }"
    found = agreed(SHAPE.format(select=select, end="sh:path ( ex:p ex:p ) ;"), DATA)
    assert {result.path for result in found} == {"<urn:ex:p>/<urn:ex:p>"}


@pytest.mark.parametrize(
    ("select", "reason"),
    [
        ("SELECT $this WHERE { $this ex:p ?o MINUS { ?o ex:p ?o } }", "MINUS"),
        ("SELECT $this WHERE { $this ex:p ?o } LIMIT 1", "known words"),
        (
            "SELECT $this WHERE { { FILTER (false) } UNION { FILTER ($this = ex:a) } }",
            "known words",
        ),
        ("SELECT $this (SAMPLE(?o) AS ?value) WHERE { $this ex:p ?o } GROUP BY $this", "SAMPLE"),
        ("SELECT $this WHERE { $this ex:p ?o FILTER (?o < 5) }", "comparisons"),
        ("SELECT $this WHERE { $this ex:p ?o FILTER (?o IN (5)) }", "lists"),
        ("SELECT $this WHERE { $this ex:p ?o FILTER (?o) }", "truths"),
        ('SELECT $this WHERE { $this ex:p ?o FILTER (REGEX(STR(?o), "\\\\d")) }', "patterns"),
        ("SELECT $this (MAX(?o) AS ?n) WHERE { $this ex:p ?o } GROUP BY $this", "MAX"),
        ("SELECT $this WHERE { { SELECT ?o WHERE { ?s ex:p ?o } } }", "nested"),
        ("SELECT $this WHERE { BIND (5 AS $this) }", "pre-bound"),
        ("SELECT $this WHERE { $this no:p ?o }", "fails"),
    ],
)
def test_where_engines_may_differ_pyshacl_is_asked(select: str, reason: str) -> None:
    with pytest.raises(UnsupportedError, match=reason):
        fast(SHAPE.format(select=select, end=""), DATA)


@pytest.mark.parametrize("literal", ['"007"^^xsd:integer', '"1"^^xsd:boolean', "1.50"])
def test_data_that_a_store_would_rewrite(literal: str) -> None:
    select = "SELECT $this WHERE { $this ex:p ?o }"
    with pytest.raises(UnsupportedError, match="rewrite"):
        fast(SHAPE.format(select=select, end=""), f"ex:a ex:q {literal} .")


def test_many_rows_take_as_long_as_they_are_many() -> None:
    demanded = SHAPE.format(select="SELECT $this ?value WHERE { $this ex:p ?value }", end="")
    data = "".join(f"ex:a ex:p ex:b{number} .\n" for number in range(20_000))
    start = time.process_time()
    assert len(fast(demanded, data)) == 20_000
    assert time.process_time() - start < 10  # told apart each from each: above a minute
