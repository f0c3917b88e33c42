"""A store on disk is asked as it is, its graphs as SPARQL says, and no answer is cut off."""

from pathlib import Path

import pyoxigraph
import pytest
from serve.stores import MORE, ONE, TWO, small_store

from kyodo_lod.errors import GraphError, QueryError
from kyodo_lod.rdf import read_only
from kyodo_lod.rdf.dataset import Dataset
from kyodo_lod.rdf.formats import CSV, FORMATS, N_TRIPLES, RESULT_FORMATS, TURTLE
from kyodo_lod.rdf.read_only import LargeError, MisfitError, ReadOnlyStore, Wanted
from kyodo_lod.rdf.vocabulary import HOME

WANTED = Wanted(CSV, TURTLE, 10_000)
COUNT = "SELECT (COUNT(*) AS ?n) { ?s ?p ?o }"
NAMED = "SELECT (COUNT(*) AS ?n) { GRAPH ?g { ?s ?p ?o } }"


@pytest.fixture(params=["near", "on disk"])
def store(
    tmp_path: Path, request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch
) -> ReadOnlyStore:
    """Give a store that is read into memory, and one that is not, as if it were a large one."""
    if request.param == "on disk":
        monkeypatch.setattr(read_only, "_SMALL", 0)
    return ReadOnlyStore(small_store(tmp_path / "store"))


def number(store: ReadOnlyStore, text: str, dataset: Dataset | None = None) -> int:
    return int(store.answer(text, dataset, WANTED).body.split()[1])


def test_a_folder_without_a_store_is_told(tmp_path: Path) -> None:
    with pytest.raises(GraphError):
        ReadOnlyStore(tmp_path)


@pytest.mark.parametrize(
    ("dataset", "default", "named"),
    [
        (None, 4, 8),
        (Dataset((ONE,)), 3, 0),
        (Dataset((ONE, ONE)), 3, 0),
        (Dataset((ONE, TWO)), 4, 0),  # a triple of both counts once
        (Dataset((ONE, TWO, MORE)), 6, 0),
        (Dataset((), (ONE,)), 0, 3),
        (Dataset((ONE,), (TWO,)), 3, 2),
        (Dataset((ONE, TWO), (TWO, MORE)), 4, 5),
    ],
)
def test_a_dataset_is_what_sparql_says(
    store: ReadOnlyStore, dataset: Dataset | None, default: int, named: int
) -> None:
    for _ in range(2):
        assert number(store, COUNT, dataset) == default
        assert number(store, NAMED, dataset) == named


def test_clauses_of_the_query_are_the_dataset(store: ReadOnlyStore) -> None:
    text = "SELECT (COUNT(*) AS ?n) FROM <https://e.jp/one> FROM <https://e.jp/two> FROM NAMED <https://e.jp/more> "
    assert number(store, text + "{ ?s ?p ?o }") == 4
    assert number(store, text + "{ GRAPH ?g { ?s ?p ?o } }") == 3


def test_a_dataset_of_the_request_counts_before_the_querys(store: ReadOnlyStore) -> None:
    text = "SELECT (COUNT(*) AS ?n) FROM <https://e.jp/one> { ?s ?p ?o }"
    assert number(store, text, Dataset((TWO,))) == 2
    assert number(store, text, Dataset((), (TWO,))) == 0


@pytest.mark.parametrize("text", ["ASK {}", "ASK FROM <https://e.jp/none> {}"])
def test_an_unknown_graph_is_told_and_those_there_are(store: ReadOnlyStore, text: str) -> None:
    dataset = Dataset((), ("https://e.jp/none",)) if text == "ASK {}" else None
    with pytest.raises(QueryError) as caught:
        store.answer(text, dataset, WANTED)
    for said in caught.value.message:
        assert "https://e.jp/none" in said
        assert f"<{MORE}> <{ONE}> <{TWO}>" in said


@pytest.mark.parametrize("fmt", RESULT_FORMATS.values(), ids=lambda fmt: fmt.name)
def test_a_table_comes_in_each_format(store: ReadOnlyStore, fmt: pyoxigraph.RdfFormat) -> None:
    body = store.answer(COUNT, None, Wanted(fmt, None, 10_000)).body
    kind = getattr(pyoxigraph.QueryResultsFormat, fmt.oxigraph)
    if fmt == CSV:
        assert body == b"n\r\n4\r\n"
    else:
        rows = pyoxigraph.parse_query_results(body, format=kind)
        assert [row["n"].value for row in rows] == ["4"]


@pytest.mark.parametrize("fmt", FORMATS.values(), ids=lambda fmt: fmt.name)
def test_a_graph_comes_in_each_format(store: ReadOnlyStore, fmt: pyoxigraph.RdfFormat) -> None:
    text = "CONSTRUCT { ?s <https://e.jp/p> ?o } { ?s ?p ?o }"
    written = store.answer(text, None, Wanted(None, fmt, 10_000))
    assert written.is_graph
    kind = getattr(pyoxigraph.RdfFormat, fmt.oxigraph)
    assert len(list(pyoxigraph.parse(written.body, format=kind))) == 4


def test_a_graph_is_sorted_and_its_blank_nodes_are_called_in_order(store: ReadOnlyStore) -> None:
    text = "CONSTRUCT { _:x <https://e.jp/of> ?o } { ?s <https://e.jp/p> ?o } ORDER BY ?o"
    first, second = (
        store.answer(text, None, Wanted(None, N_TRIPLES, 10_000)).body for _ in range(2)
    )
    assert first == second
    assert [line.split()[0] for line in first.splitlines()] == [b"_:anon1", b"_:anon2", b"_:anon3"]


@pytest.mark.parametrize("dataset", [None, Dataset((ONE,)), Dataset((ONE, MORE))])
def test_a_string_stands_for_a_variable(store: ReadOnlyStore, dataset: Dataset | None) -> None:
    text = "SELECT ?o ?w { ?s <https://e.jp/q> ?o FILTER (STR(?o) = ?w) }"
    for value, rows in (("あ", ["あ,あ"]), ("い", [])):
        body = store.answer(text, dataset, WANTED, {"w": value}).body.decode()
        assert body.splitlines() == ["o,w", *rows]


@pytest.mark.parametrize("values", [{"at-least": "2"}, {"w": "x"}])
def test_what_no_string_can_stand_for_is_the_querys_fault(
    store: ReadOnlyStore, values: dict[str, str]
) -> None:
    with pytest.raises(QueryError):
        store.answer("SELECT ?o { ?s ?p ?o }", None, WANTED, values)


def test_our_prefixes_need_no_declaration(store: ReadOnlyStore) -> None:
    body = store.answer("SELECT (STR(kyo:x) AS ?x) {}", None, WANTED).body
    assert body.decode().split() == ["x", f"{HOME}def#x"]


def test_an_answer_that_is_too_large_is_none(store: ReadOnlyStore) -> None:
    size = len(store.answer("SELECT * { ?s ?p ?o }", None, WANTED).body)
    for fits, limit in ((True, size), (False, size - 1)):
        wanted = Wanted(CSV, TURTLE, limit)
        if fits:
            assert len(store.answer("SELECT * { ?s ?p ?o }", None, wanted).body) == size
        else:
            with pytest.raises(LargeError):
                store.answer("SELECT * { ?s ?p ?o }", None, wanted)


def test_a_graph_that_is_too_large_is_none(store: ReadOnlyStore) -> None:
    with pytest.raises(LargeError):
        store.answer("CONSTRUCT WHERE { ?s ?p ?o }", None, Wanted(None, TURTLE, 40))


def test_an_answer_for_which_no_format_is_wanted_is_none(store: ReadOnlyStore) -> None:
    with pytest.raises(MisfitError):
        store.answer("ASK {}", None, Wanted(None, TURTLE, 1000))
    with pytest.raises(MisfitError):
        store.answer("CONSTRUCT {} {}", None, Wanted(CSV, None, 1000))


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("SELECT * {\n?s ?p", "query:2:6"),
        ("SELECT * { SERVICE <x:x> {} }", "nothing is fetched"),
        ("ASK " + "{" * 201 + "}" * 201, "too deep"),
        ("SELECT (<x:f>(1) AS ?x) {}", "<x:f>"),
    ],
)
def test_what_is_wrong_with_a_query_is_told(store: ReadOnlyStore, text: str, words: str) -> None:
    with pytest.raises(QueryError) as caught:
        store.answer(text, None, WANTED)
    assert words in str(caught.value)
    assert "--data" not in str(caught.value)
