"""Solutions as a table: short, counted, and nothing in them steers a terminal."""

import sys
from pathlib import Path

import pytest
from cli.running import invoke
from cli.test_terminal import Screen

from kyodo_lod.cli import run
from kyodo_lod.cli.solutions import shown, solutions
from kyodo_lod.rdf.store import Table
from kyodo_lod.rdf.terms import BlankNode, Literal, NamedNode, integer

KYO = "https://w3id.org/kyodo-lod/def#"
PLAN = NamedNode("https://w3id.org/kyodo-lod/id/072036/plan/kyodo-2/fy2018")


@pytest.mark.parametrize(
    ("term", "text"),
    [
        (NamedNode(f"{KYO}PlannedProject"), "kyo:PlannedProject"),
        (PLAN, "id/072036/plan/kyodo-2/fy2018"),
        (NamedNode(f"{KYO}a/b"), "def#a/b"),  # kyo:a/b would be no name of SPARQL
        (NamedNode("http://x/b"), "http://x/b"),
        (Literal("総務課", language="ja"), "総務課"),
        (integer(15), "15"),
        (BlankNode("b0"), "b0"),
        (Literal("\x1b[31mred"), "<U+001B>[31mred"),
    ],
)
def test_a_term_is_as_short_as_it_is_clear(term: object, text: str) -> None:
    assert shown(term) == text


def test_a_long_value_that_fills_a_column_is_said_once_above_the_table() -> None:
    rows = tuple((PLAN, integer(number)) for number in (1, 20))
    above, *table = solutions(Table(("plan", "n"), rows)).splitlines()
    assert above == "plan: id/072036/plan/kyodo-2/fy2018"
    assert "fy2018" not in "".join(table)
    assert table[-1] == "2 rows"


@pytest.mark.parametrize(
    "rows",
    [
        ((PLAN, integer(1)),),
        ((PLAN, integer(1)), (None, integer(2))),
        ((Literal("short"), integer(1)), (Literal("short"), integer(2))),
    ],
    ids=["one row", "not bound everywhere", "short"],
)
def test_any_other_column_stays_in_the_table(rows: tuple[tuple[object, ...], ...]) -> None:
    assert not solutions(Table(("plan", "n"), rows)).startswith("plan: ")


def test_where_every_column_is_the_same_the_table_stays() -> None:
    text = solutions(Table(("plan",), ((PLAN,), (PLAN,))))
    assert text.count("fy2018") == 2
    assert text.endswith("2 rows\n")


def test_data_do_not_steer_the_terminal(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (data := tmp_path / "data.nt").write_bytes(
        b'<http://x/a> <http://x/b> "\\u001B[31mred\\u0007\\ta\\nb\\u202E" .\n'
    )
    (query := tmp_path / "q.rq").write_text("SELECT ?o ?p { ?s ?p ?o }", encoding="utf-8")
    shown = "<U+001B>[31mred<U+0007> a b<U+202E>"
    done = invoke("query", str(query), "--data", str(data), "--format", "table")
    assert f"| {shown} | http://x/b |" in done.out
    for columns in ("20", "200"):
        screen = Screen()
        monkeypatch.setattr(sys, "stdout", screen)
        monkeypatch.setenv("COLUMNS", columns)
        monkeypatch.setenv("NO_COLOR", "1")
        assert run(["query", str(query), "--data", str(data)]) == 0
        assert shown in screen.text
        assert "\x1b" not in screen.text
