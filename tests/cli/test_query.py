"""`query`: ready questions and one's own, over dist/ or given files."""

import csv
import io
import json
import re
import sys
from pathlib import Path
from xml.etree import ElementTree

import pytest
from cli.running import invoke
from cli.test_terminal import Screen
from rich.cells import cell_len

from kyodo_lod.cli import run
from kyodo_lod.query.library import Query, queries

COUNT = "SELECT (COUNT(*) AS ?n) { ?p a kyo:PlannedProject }"


@pytest.fixture(scope="module")
def dist(plan_nt: Path, tmp_path_factory: pytest.TempPathFactory) -> str:
    """Give a published folder that holds the real plan."""
    folder = tmp_path_factory.mktemp("published") / "dist"
    dataset = folder / "dataset" / "072036-kyodo-2-fy2018"
    dataset.mkdir(parents=True)
    (dataset / "072036-kyodo-2-fy2018.nt").write_bytes(plan_nt.read_bytes())
    return str(folder)


def test_the_list_names_every_question_with_its_parameters_and_title() -> None:
    for language in ("en", "ja"):
        lines = invoke("query", "--list", "--lang", language).out.splitlines()
        assert [line.split("\t") for line in lines] == [
            [query.name, ", ".join(query.parameters), query.title.text(language)]
            for query in queries()
        ]


@pytest.mark.parametrize("query", list(queries()), ids=lambda query: query.name)
def test_a_question_says_what_it_answers(query: Query) -> None:
    for language in ("en", "ja"):
        done = invoke("query", "--list", query.name, "--lang", language)
        assert (done.code, done.err) == (0, "")
        head, _, summary, *parameters = done.out.splitlines()
        assert head == f"{query.name}: {query.title.text(language)}"
        assert summary == query.summary.text(language)
        assert len(parameters) == len(query.parameters)


def test_in_a_pipe_the_answer_is_csv(dist: str) -> None:
    done = invoke("query", "bureau-policy-matrix", "--dist", dist)
    assert (done.code, done.err) == (0, "")
    rows = list(csv.DictReader(io.StringIO(done.out)))
    assert sum(int(row["projects"]) for row in rows) == 76
    assert (
        invoke("query", "bureau-policy-matrix", "--dist", dist, "--format", "csv").out == done.out
    )


def test_on_a_screen_the_answer_is_a_table(dist: str, monkeypatch: pytest.MonkeyPatch) -> None:
    screen = Screen()
    monkeypatch.setattr(sys, "stdout", screen)
    monkeypatch.setenv("COLUMNS", "200")
    monkeypatch.setenv("NO_COLOR", "1")
    assert run(["query", "bureau-policy-matrix", "--dist", dist]) == 0
    assert "│" not in screen.text
    assert "\x1b" not in screen.text
    assert screen.text.rstrip().endswith("13 rows")
    lines = [line for line in screen.text.splitlines() if "部" in line]
    assert len({cell_len(line) for line in lines}) == 1


def test_a_table_counts_its_rows_in_the_readers_language(dist: str) -> None:
    one = ("query", "-", "--dist", dist, "--format", "table")
    assert invoke(*one, stdin=COUNT.encode()).out.endswith("\n1 row\n")
    assert invoke(*one, "--lang", "ja", stdin=COUNT.encode()).out.endswith("\n1 行\n")
    none = b"SELECT ?p { ?p a kyo:Nothing }"
    assert invoke(*one, stdin=none).out.endswith("\n0 rows\n")


@pytest.mark.parametrize("style", ["csv", "tsv", "json", "xml", "table"])
def test_every_result_format_holds_the_answer(style: str, dist: str) -> None:
    done = invoke("query", "-", "--dist", dist, "--format", style, stdin=COUNT.encode())
    assert (done.code, done.err) == (0, "")
    assert "76" in done.out
    if style == "json":
        assert json.loads(done.out)["results"]["bindings"][0]["n"]["value"] == "76"
    if style == "xml":
        ElementTree.fromstring(done.out)  # noqa: S314 - we wrote it


@pytest.mark.parametrize("style", ["turtle", "json-ld", "n-triples", "n-quads", "trig", "rdf-xml"])
def test_a_graph_comes_in_every_rdf_format(style: str, dist: str) -> None:
    done = invoke("query", "schema-org-item-list", "--dist", dist, "--format", style)
    assert (done.code, done.err) == (0, "")
    assert "ItemList" in done.out


def test_a_graph_for_a_reader_is_turtle(dist: str) -> None:
    done = invoke("query", "schema-org-item-list", "--dist", dist, "--format", "table")
    assert (
        done.out
        == invoke("query", "schema-org-item-list", "--dist", dist, "--format", "turtle").out
    )


def test_yes_or_no_is_a_word(dist: str) -> None:
    question = b"ASK { ?p a kyo:PlannedProject }"
    assert invoke("query", "-", "--dist", dist, "--format", "table", stdin=question).out == "true\n"
    assert invoke("query", "-", "--dist", dist, stdin=question).out == "true\n"


def test_a_parameter_changes_the_answer(dist: str) -> None:
    given = invoke("query", "full-text", "--dist", dist, "--param", "word=猪苗代湖").out
    assert 1 < given.count("\n") < 10
    assert given != invoke("query", "full-text", "--dist", dist).out
    assert (
        invoke("query", "full-text", "--dist", dist, "--param", "word=ない言葉").out.count("\n")
        == 1
    )


def test_a_value_is_never_syntax(dist: str) -> None:
    for value in ('") } #', "a=b", "\\", "}\n{", ".*", "'"):
        done = invoke("query", "full-text", "--dist", dist, "--param", f"word={value}")
        assert (done.code, done.err.count("\n")) == (0, 1)
        assert done.err.startswith("full-text: nothing fits --param word=")


def test_a_graph_asked_for_as_csv_is_refused(dist: str) -> None:
    done = invoke("query", "schema-org-item-list", "--dist", dist, "--format", "csv")
    assert (done.code, done.out, done.err.count("\n")) == (2, "", 1)
    assert "choose --format from turtle" in done.err
    assert invoke("query", "schema-org-item-list", "--dist", dist).code == 0


def test_an_unknown_parameter_is_named_with_those_there_are(dist: str) -> None:
    done = invoke("query", "full-text", "--dist", dist, "--param", "wort=x")
    assert (done.code, done.out) == (2, "")
    assert done.err == "full-text: has no parameter 'wort' (it has: word)\n"


def test_an_own_query_may_be_a_file_and_needs_no_prefixes(dist: str, tmp_path: Path) -> None:
    (own := tmp_path / "own 質問.rq").write_text(COUNT, encoding="utf-8-sig")
    assert invoke("query", str(own), "--dist", dist).out == "n\r\n76\r\n"


def test_the_default_data_hold_ontology_and_codes(dist: str) -> None:
    question = b"PREFIX owl: <http://www.w3.org/2002/07/owl#> ASK { kyo:PlannedProject a owl:Class . ?a skos:inScheme <https://w3id.org/kyodo-lod/scheme/account> }"
    assert invoke("query", "-", "--dist", dist, stdin=question).out == "true\n"


@pytest.mark.parametrize(
    ("name", "nearest"),
    [
        ("bureau-policy-matrx", "bureau-policy-matrix"),
        ("fulltext", "full-text"),
        ("project", "projects"),
    ],
)
def test_an_unknown_question_is_told_its_nearest(name: str, nearest: str, dist: str) -> None:
    done = invoke("query", name, "--dist", dist)
    assert (done.code, done.out, done.err.count("\n")) == (2, "", 1)
    assert f"did you mean {nearest}" in done.err
    assert "query --list" in done.err


def test_a_mistake_in_a_query_has_line_and_column(dist: str, tmp_path: Path) -> None:
    (own := tmp_path / "own.rq").write_text("SELECT * {\n  ?s ?p\n}", encoding="utf-8")
    done = invoke("query", str(own), "--dist", dist)
    assert (done.code, done.out, done.err.count("\n")) == (2, "", 1)
    assert done.err.startswith(f"{own}:3:")
    assert re.match(r"\d+: is not SPARQL: ", done.err.removeprefix(f"{own}:3:"))
    on_stdin = invoke("query", "-", "--dist", dist, stdin=own.read_bytes())
    assert on_stdin.err.startswith("-:3:")


@pytest.mark.parametrize(
    "query",
    [
        "SELECT * { SERVICE <http://example.org/sparql> { ?s ?p ?o } }",
        "select * { service silent <http://example.org/sparql> { ?s ?p ?o } }",
        "SELECT * { { SELECT * { SERVICE?x { ?s ?p ?o } } } }",
    ],
)
def test_nothing_is_sent_over_the_network(query: str, dist: str) -> None:
    done = invoke("query", "-", "--dist", dist, stdin=query.encode())
    assert (done.code, done.out, done.err.count("\n")) == (2, "", 1)
    assert "SERVICE is refused" in done.err


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("projects", "--format", "turtle"), "gives a table"),
        (("schema-org-item-list", "--format", "json"), "gives a graph"),
    ],
)
def test_an_answer_that_does_not_fit_its_format_is_refused(
    arguments: tuple[str, ...], words: str, dist: str
) -> None:
    done = invoke("query", *arguments, "--dist", dist)
    assert (done.code, done.out, done.err.count("\n")) == (2, "", 1)
    assert words in done.err


def test_an_update_is_no_question(dist: str) -> None:
    done = invoke("query", "-", "--dist", dist, stdin=b"DELETE WHERE { ?s ?p ?o }")
    assert (done.code, done.out, done.err.count("\n")) == (2, "", 1)


def test_an_answer_without_columns_is_counted(dist: str) -> None:
    done = invoke("query", "-", "--dist", dist, "--format", "table", stdin=b"SELECT * {}")
    assert (done.code, done.out.strip()) == (0, "1 row")
