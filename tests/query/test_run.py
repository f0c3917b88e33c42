"""Asking: over dist/, over files, and in the format that was wished."""

from pathlib import Path

import pytest

from kyodo_lod.errors import GraphError, QueryError
from kyodo_lod.query.library import Query, parse_query
from kyodo_lod.query.run import ask, dist_quads, vocabulary_quads, write_answer
from kyodo_lod.rdf.formats import FORMATS, RESULT_FORMATS, TURTLE
from kyodo_lod.rdf.read import parse
from kyodo_lod.rdf.store import Store, Table
from kyodo_lod.rdf.terms import Literal, NamedNode
from kyodo_lod.rdf.vocabulary import HOME, kyo, rdf

A, B = "https://example.org/a", "https://example.org/b"
LINE = f'<{A}> <{B}> "一", "二" .\n'
SELECT = parse_query("q", "SELECT ?o { ?s ?p ?o } ORDER BY ?o")
CONSTRUCT = parse_query("q", "CONSTRUCT { ?s ?p ?o } WHERE { ?s ?p ?o }")
ASK = parse_query("q", "ASK { ?s ?p ?o }")


@pytest.fixture
def store(tmp_path: Path) -> Store:
    (path := tmp_path / "data.ttl").write_text(LINE, encoding="utf-8")
    return Store(parse(path.read_bytes(), TURTLE, str(path)))


def test_dist_without_datasets_says_what_to_do(tmp_path: Path) -> None:
    with pytest.raises(GraphError) as caught:
        list(dist_quads(tmp_path))
    assert caught.value.line("en").startswith(f"{tmp_path}: holds no dataset; run kyodo-lod build")
    assert "--data" in caught.value.line("ja")


def test_dist_that_is_not_there_is_said_to_be_so(tmp_path: Path) -> None:
    with pytest.raises(GraphError, match="none: there is no such folder; run kyodo-lod build"):
        list(dist_quads(tmp_path / "none"))


def test_dist_is_its_current_dumps_and_the_vocabulary(tmp_path: Path) -> None:
    for name in ("dataset/a/a.nt", "dataset/b/b.nt", "dataset/b/1.0.0/b.nt", "queries/x.nt"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(f'<{A}> <{B}> "{name}" .\n', encoding="utf-8")
    quads = list(dist_quads(tmp_path))
    ours = {quad.object.value for quad in quads if quad.subject.value == A}  # type: ignore[union-attr]
    assert ours == {"dataset/a/a.nt", "dataset/b/b.nt"}
    assert len(quads) == 2 + len(list(vocabulary_quads()))


def test_what_is_said_of_a_dataset_stands_beside_it(tmp_path: Path) -> None:
    folder = tmp_path / "dataset" / "a"
    folder.mkdir(parents=True)
    for name in ("a.nt", "a-provenance.ttl", "a-quality.ttl", "a-report.ttl", "b-quality.ttl"):
        (folder / name).write_text(f'<{A}> <{B}> "{name}" .\n', encoding="utf-8")
    ours = {q.object.value for q in dist_quads(tmp_path) if q.subject.value == A}  # type: ignore[union-attr]
    assert ours == {"a.nt", "a-provenance.ttl", "a-quality.ttl"}


def test_the_vocabulary_is_the_ontology_and_the_codes() -> None:
    quads = {(quad.subject, quad.predicate, quad.object) for quad in vocabulary_quads()}
    assert (kyo.PlannedProject, rdf.type, NamedNode("http://www.w3.org/2002/07/owl#Class")) in quads
    subjects = {getattr(subject, "value", "") for subject, _, _ in quads}
    assert {
        f"{HOME}scheme/account",
        f"{HOME}scheme/unit-level",
        f"{HOME}scheme/quality",
    } <= subjects


def test_an_answer_is_a_table_a_truth_or_triples(store: Store) -> None:
    assert ask(SELECT, store, {}) == Table(("o",), ((Literal("一"),), (Literal("二"),)))
    assert ask(ASK, store, {}) is True
    assert len(ask(CONSTRUCT, store, {})) == 2  # type: ignore[arg-type]


def test_a_parameter_stands_for_a_string(store: Store) -> None:
    assert ask(SELECT, store, {"o": "二"}) == Table(("o",), ((Literal("二"),),))
    text = "#+ title.en: x\n#+ param.o.default: 一\n" + SELECT.text
    assert write_answer(parse_query("q", text), store, {}, "csv") == "o\r\n一\r\n".encode()


@pytest.mark.parametrize("name", RESULT_FORMATS)
@pytest.mark.parametrize(("query", "word"), [(SELECT, "一"), (ASK, "true")])
def test_a_table_comes_in_every_results_format(
    name: str, query: Query, word: str, store: Store
) -> None:
    assert word in write_answer(query, store, {}, name).decode()


@pytest.mark.parametrize("name", FORMATS)
def test_a_graph_comes_in_every_rdf_format(name: str, store: Store, tmp_path: Path) -> None:
    data = write_answer(CONSTRUCT, store, {}, name)
    (path := tmp_path / "answer").write_bytes(data)
    assert [quad.object.value for quad in parse(path.read_bytes(), FORMATS[name], name)] == [
        "一",
        "二",
    ]  # type: ignore[union-attr]


def test_a_graph_asked_for_as_csv_comes_as_n_triples(store: Store) -> None:
    assert write_answer(CONSTRUCT, store, {}, "csv").decode() == (
        f'<{A}> <{B}> "一" .\n<{A}> <{B}> "二" .\n'
    )


@pytest.mark.parametrize("query", [SELECT, ASK])
@pytest.mark.parametrize("name", FORMATS)
def test_a_table_is_not_rdf(name: str, query: Query, store: Store) -> None:
    with pytest.raises(QueryError) as caught:
        write_answer(query, store, {}, name)
    known = ", ".join(RESULT_FORMATS)
    assert caught.value.line("en") == (
        f"q: gives a table, which {name} cannot hold; choose --format from {known}"
    )


@pytest.mark.parametrize("name", [name for name in RESULT_FORMATS if name != "csv"])
def test_a_graph_is_no_table(name: str, store: Store) -> None:
    with pytest.raises(QueryError, match=f"gives a graph, which {name} cannot hold; .* turtle"):
        write_answer(CONSTRUCT, store, {}, name)
