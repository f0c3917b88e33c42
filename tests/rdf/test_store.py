"""The store: answers as values, errors with their place, nothing interpreted, nothing fetched."""

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rdf.test_sparql import CALLS, HARMLESS, PREFIXES, whole
from rdf.triples import BASE, texts

from kyodo_lod.errors import QueryError
from kyodo_lod.rdf.formats import RESULT_FORMATS
from kyodo_lod.rdf.store import Answer, Store, Table
from kyodo_lod.rdf.terms import (
    DefaultGraph,
    Literal,
    NamedNode,
    Quad,
    Triple,
    integer,
    japanese,
    string,
)
from kyodo_lod.rdf.vocabulary import dct, kyo

A, B, G, H = (NamedNode(BASE + name) for name in "abgh")
QUADS = [
    Quad(A, dct.title, japanese("防災啓発事業")),
    Quad(A, kyo.listOrder, integer(2), G),
    Quad(A, kyo.listOrder, integer(2), H),
    Quad(B, dct.title, japanese('「引用」"事業"'), G),
    Quad(B, kyo.listOrder, integer(10), G),
]


@pytest.fixture(scope="module")
def store() -> Store:
    """Give a store with a default graph and two named ones."""
    return Store(QUADS)


def test_select_gives_columns_and_rows(store: Store) -> None:
    answer = store.query(
        "SELECT ?t ?o ?none { ?s dct:title ?t; kyo:listOrder ?o } ORDER BY ?o", "q"
    )
    assert answer == Table(
        ("t", "o", "none"),
        (
            (japanese("防災啓発事業"), integer(2), None),
            (japanese('「引用」"事業"'), integer(10), None),
        ),
    )


def test_ask_gives_a_truth(store: Store) -> None:
    assert store.query("ASK { ?s kyo:listOrder 10 }", "q") is True
    assert store.query("ASK { ?s kyo:listOrder 11 }", "q") is False


def test_construct_gives_triples_sorted_and_each_once(store: Store) -> None:
    answer = store.query("CONSTRUCT { ?s dct:title 'x' } { ?s ?p ?o }", "q")
    assert answer == (Triple(A, dct.title, string("x")), Triple(B, dct.title, string("x")))
    described = store.query(f"DESCRIBE {B}", "q")
    assert isinstance(described, tuple)
    assert {triple.subject for triple in described} == {B}


def test_all_graphs_count_once_as_the_default_graph(store: Store) -> None:
    def count(pattern: str) -> Answer:
        answer = store.query(f"SELECT (COUNT(*) AS ?n) {{ {pattern} }}", "q")
        assert isinstance(answer, Table)
        return answer.rows[0][0]

    assert count("?s ?p ?o") == integer(4)
    assert count("GRAPH ?g { ?s ?p ?o }") == integer(4)
    assert count(f"GRAPH {G} {{ ?s ?p ?o }}") == integer(3)


def test_a_store_may_be_empty() -> None:
    assert Store().query("SELECT ?s { ?s ?p ?o }", "q") == Table(("s",), ())
    assert Store().query("CONSTRUCT WHERE { ?s ?p ?o }", "q") == ()
    assert Store([Quad(A, dct.title, B, DefaultGraph())]).query("ASK { ?s ?p ?o }", "q") is True


def test_our_prefixes_are_known_and_others_win(store: Store) -> None:
    assert store.query("ASK { ?s dct:title ?t }", "q") is True
    assert store.query("PREFIX dct: <https://e.jp/> ASK { ?s dct:title ?t }", "q") is False


# substitutions


def test_a_value_stands_for_its_variable(store: Store) -> None:
    text = "SELECT ?word ?s { ?s dct:title ?t FILTER(CONTAINS(?t, ?word)) }"
    answer = store.query(text, "q", {"word": "防災"})
    assert isinstance(answer, Table)
    assert answer.rows == ((string("防災"), A),)


@pytest.mark.parametrize(
    "value",
    [
        "') } #",
        '") || true',
        "?t",
        "<https://example.org/a>",
        "\\u0027",
        "\n",
        "1",
        "true",
        "",
        "%s",
        "{}",
    ],
)
def test_a_value_is_never_syntax(store: Store, value: str) -> None:
    answer = store.query(
        "SELECT ?v (STR(?v) = ?v AS ?same) (DATATYPE(?v) AS ?d) {}", "q", {"v": value}
    )
    assert isinstance(answer, Table)
    assert answer.rows[0][0] == string(value)
    matches = store.query(
        "SELECT ?v { ?s dct:title ?t FILTER(CONTAINS(?t, ?v)) }", "q", {"v": value}
    )
    assert isinstance(matches, Table)
    assert len(matches.rows) == (2 if value == "" else 0)


@given(texts)
def test_any_value_comes_back_as_it_is(value: str) -> None:
    answer = Store().query("SELECT ?v {}", "q", {"v": value})
    assert answer == Table(("v",), ((Literal(value),),))


def test_a_value_of_no_column_is_said_with_the_remedy(store: Store) -> None:
    with pytest.raises(QueryError, match="q: a parameter must be one of the SELECT's columns"):
        store.query("SELECT ?s { ?s dct:title ?t FILTER(CONTAINS(?t, ?word)) }", "q", {"word": "x"})


@pytest.mark.parametrize("name", ["", "a b", "?x", "1-2", "}", "a\n"])
def test_a_value_under_no_name_is_one_line(store: Store, name: str) -> None:
    with pytest.raises(QueryError) as caught:
        store.query("SELECT * { ?s ?p ?o }", "q", {name: "x"})
    assert caught.value.line("en").startswith("q: ")


# refusals


@pytest.mark.parametrize(
    "ask", [Store.query, lambda *a: Store.serialize(*a, None, RESULT_FORMATS["csv"])]
)
@pytest.mark.parametrize("pattern", CALLS[:6])
def test_service_is_refused(ask: Callable[..., object], pattern: str, store: Store) -> None:
    with pytest.raises(QueryError, match="SERVICE is refused"):
        ask(store, whole(pattern), "q")


@pytest.mark.parametrize("query", HARMLESS)
def test_harmless_uses_of_the_word_are_answered(query: str, store: Store) -> None:
    prologue = PREFIXES if query.startswith("SELECT") else ""
    assert isinstance(store.query(prologue + query, "q"), Table)


@pytest.mark.parametrize("text", ["{" * 100_000, "SELECT * " + "{" * 5000 + "}" * 5000, "(" * 300])
def test_nesting_ends_no_process(store: Store, text: str) -> None:
    with pytest.raises(QueryError, match="q:1: nests brackets too deep"):
        store.query(text, "q")


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("SELECT *\nWHERE { ?s ?p }", "q.rq:2:16: "),
        ("SELEC * {}", "q.rq:1:"),
        ("", "q.rq:1:1: "),
        ("SELECT * {", "q.rq:1:11: "),
        ("SELECT * { ?s ?p '計画 }", "q.rq:1:"),
        ("\n\n  SELECT ?s ?s* {}", "q.rq:3:"),
        ('SELECT * { ?s ?p "x\u200b }\n\x1b[31m', "q.rq:1:"),
    ],
)
def test_a_syntax_error_has_line_and_column(store: Store, text: str, place: str) -> None:
    for ask in (
        lambda: store.query(text, "q.rq"),
        lambda: store.serialize(text, "q.rq", None, RESULT_FORMATS["json"]),
    ):
        with pytest.raises(QueryError) as caught:
            ask()
        line = caught.value.line("en")
        assert line.startswith(place)
        assert "is not SPARQL" in line
        assert line.isprintable()
        assert len(line) < 300


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("SELECT", "q:1:7: is not SPARQL: look after “SELECT”"),
        ("SELECT * {\n ?s ?p }", "q:2:9: is not SPARQL: look after “SELECT * { ?s ?p }”"),
        ("SELECT ?x { ?x a 防災 }", "q:1:21: is not SPARQL: look after “SELECT ?x { ?x a 防災”"),
        (" \n", "is not SPARQL: it is empty"),
        (
            "SELECT (COUNT(?x) AS ?n) ?y { ?x ?p ?y }",
            "the variable ?y of the SELECT is neither aggregated nor in GROUP BY",
        ),
    ],
)
def test_a_mistake_is_shown_by_what_stands_before_it(store: Store, text: str, said: str) -> None:
    with pytest.raises(QueryError) as caught:
        store.query(text, "q")
    assert caught.value.line("en").endswith(said)


@given(st.text(st.characters(exclude_categories=("Cs",)), max_size=60))
def test_any_text_is_an_answer_or_one_line(text: str) -> None:
    try:
        Store().query(text, "q")
    except QueryError as error:
        line = error.line("ja")
    else:
        line = ""
    assert line.isprintable()


# results as files


def test_serialize_gives_results_formats(store: Store) -> None:
    text = "SELECT ?t { ?s dct:title ?t } ORDER BY ?t"

    def file(name: str) -> bytes:
        data = store.serialize(text, "q", None, RESULT_FORMATS[name])
        assert isinstance(data, bytes)
        return data

    assert file("csv").decode() == 't\r\n「引用」"事業"\r\n防災啓発事業\r\n'.replace(
        '「引用」"事業"', '"「引用」""事業"""'
    )
    assert file("tsv").decode() == '?t\n"「引用」\\"事業\\""@ja\n"防災啓発事業"@ja\n'
    assert b'"xml:lang":"ja"' in file("json")
    assert file("xml").startswith(b"<?xml")


def test_serialize_gives_truths_and_graphs(store: Store) -> None:
    assert store.serialize("ASK {}", "q", None, RESULT_FORMATS["csv"]) == b"true"
    graph = store.serialize("CONSTRUCT WHERE { ?s dct:title ?t }", "q", None, RESULT_FORMATS["csv"])
    assert graph == store.query("CONSTRUCT WHERE { ?s dct:title ?t }", "q")
