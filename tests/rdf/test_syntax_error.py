"""What is wrong with a query is named where that is sure, and only there."""

import pytest

from kyodo_lod.errors import QueryError
from kyodo_lod.rdf.store import Store

IS_AN_UPDATE = "q: is an update; only queries are answered (SELECT, ASK, CONSTRUCT, DESCRIBE)"


def said(text: str) -> str:
    with pytest.raises(QueryError) as caught:
        Store().query(text, "q")
    assert caught.value.line("ja").startswith("q")
    return caught.value.line("en")


@pytest.mark.parametrize(
    ("text", "prefix"),
    [
        ("SELECT * {\n ?s unknown:p ?o }", "unknown:"),
        ("SELECT * { ?s a foo:bar. ?x kyo:z 1 }", "foo:"),
        ("SELECT * { ?s ?p 'a:b'^^foo:bar }", "foo:"),
        ("SELECT * { ?s kyo:a/foo:b ?o } # x:y", "foo:"),
        ("SELECT * { ?s :bar ?o }", ":"),
        ("SELECT (foo:f(?s) AS ?x) { ?s ?p ?o }", "foo:"),
        ("PREFIX foo: <x:> # bar:\nSELECT * { _:a foo:p <foo:x>, 'x:y', bar:o }", "bar:"),
        ("PREFIX foo: <x:> SELECT * { ?s 防災:p foo:o }", "防災:"),
    ],
)
def test_the_prefix_that_is_not_declared_is_named(text: str, prefix: str) -> None:
    line = said(text)
    assert f"uses the prefix {prefix} that is not declared; " in line
    assert f"begin with “PREFIX {prefix} <" in line
    assert "kyo: " in line


@pytest.mark.parametrize(
    ("text", "place", "meant"),
    [
        ("SELECT * {\n ?s a kyoo:PlannedProject }", "q:2:7", "did you mean kyo:? Else begin"),
        ("ASK { ?s rdf:a ?o ; rfds:label ?l }", "q:1:21", "did you mean rdfs:? Else begin"),
        ("ASK { ?s a zzz:a }", "q:1:12", "declared; begin"),
    ],
)
def test_a_prefix_has_its_place_and_the_one_that_may_be_meant(
    text: str, place: str, meant: str
) -> None:
    line = said(text)
    assert line.startswith(f"{place}: ")
    assert meant in line


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("SELCT * { ?s ?p ?o }", "q:1:1: is not SPARQL: begins with “SELCT” (did you mean SELECT?); "),
        ("# a\nPREFIX ex: <x:>\n descrbe ex:a", "q:3:2: is not SPARQL: begins with “descrbe” (did you"),
        ("kyo:a ?p ?o", "q:1:1: is not SPARQL: begins with “kyo:a”; a query begins with one of SELECT,"),
    ],
)  # fmt: skip
def test_a_query_that_begins_with_another_word(text: str, expected: str) -> None:
    assert said(text).startswith(expected)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("SELECT * { ?s ?p ?o", "“}” is missing at its end"),
        ("SELECT * { ?s ?p '}' . # }\n", "“}” is missing at its end"),
        ("ASK { { ?s ?p ?o } UNION { ?a ?b ?c . \n", "“}” is missing at its end, 2 times"),
    ],
)
def test_a_brace_that_is_missing(text: str, expected: str) -> None:
    assert said(text).endswith(f": is not SPARQL: {expected}")


@pytest.mark.parametrize(
    "text", ["SELECT * { ?s ?p ?o } ORDER BY", "ASK { ?s ?p (1 }", "ASK { ?s kyo:a } {"]
)
def test_a_brace_that_is_not_missing_is_not_blamed(text: str) -> None:
    assert "look after" in said(text)


@pytest.mark.parametrize(
    "text",
    [
        "SELECT * { ?s kyo:a }",
        "SELECT * { ?s ?p 'said x:y }",
        "SELECT * { ?s <http://e.jp/a b:c> ?o }",
        "PREFIX foo <x:> SELECT * { ?s foo:p ?o }",
        "SELECT * { ?s kyo:a . } } foo:b",
        "SELECT * { ?s ?p 'foo:a' ; }} # foo:b",
    ],
)
def test_what_is_no_prefix_is_not_blamed(text: str) -> None:
    assert "is not SPARQL" in said(text)


@pytest.mark.parametrize(
    "text",
    [
        "INSERT DATA { <x:a> <x:b> 1 }",
        "insert{ ?s kyo:a 1 } WHERE { ?s ?p ?o }",
        "# all of it\nDELETE WHERE { ?s ?p ?o }",
        "BASE <http://e.jp/> PREFIX a: <b> WITH <g> DELETE { ?s ?p ?o } WHERE { ?s ?p ?o }",
        "DROP ALL",
        "CLEAR DEFAULT",
        "LOAD <http://e.jp/>",
        "CREATE GRAPH <x:g>",
        "COPY DEFAULT TO <x:g>",
        "MOVE <x:a> TO <x:b>",
        "ADD <x:a> TO <x:b>",
    ],
)
def test_an_update_is_called_one(text: str) -> None:
    assert said(text) == IS_AN_UPDATE


@pytest.mark.parametrize(
    "text", ["PREFIX add: <x:> ASK {", "INSERTED {}", "ASK { DELETE }", "", "#DROP"]
)
def test_what_is_no_update_is_not_called_one(text: str) -> None:
    assert "is not SPARQL" in said(text)


@pytest.mark.parametrize(
    ("text", "subject"),
    [
        ("SELECT ?s ?o (COUNT(?p) AS ?n) { ?s ?p ?o } GROUP BY ?s", "the variable ?o"),
        ("SELECT (COUNT(?p) AS ?n) $s { ?s ?p ?o }", "the variable $s"),
        ("SELECT (STR(?o) AS ?x) (COUNT(*) AS ?n) { ?s ?p ?o } GROUP BY ?s", "a variable"),
        ("SELECT ?s (COUNT(*) AS ?n) { { SELECT ?s { ?s ?p ?o } } }", "a variable"),
    ],
)
def test_a_column_that_is_not_grouped_is_named_where_it_is_sure(text: str, subject: str) -> None:
    assert f"{subject} of the SELECT is neither aggregated" in said(text)
