"""Answers as tables: whole or said not to be, of ours linked, hostile cells as text."""

import csv
import shutil
from pathlib import Path

from conftest import ROOT

from kyodo_lod.site.answers import ROWS, Answers
from kyodo_lod.site.published import Published

DIST = ROOT / "dist"
PROJECT = "https://w3id.org/kyodo-lod/id/072036/plan/kyodo-2/fy2018/p/4-15"


def test_every_answer_is_shown_as_its_file_has_it(published: Published) -> None:
    answers = Answers(published)
    for path in (DIST / "queries").glob("*.csv"):
        with path.open(encoding="utf-8", newline="") as file:
            header, *rows = csv.reader(file)
        answer = answers.answer(path.stem)
        assert answer is not None
        assert (answer.columns, answer.total) == (tuple(header), len(rows))
        assert len(answer.rows) == min(ROWS, len(rows))
        assert (DIST / answer.path) == path


def test_a_graph_is_shown_as_its_statements(published: Published) -> None:
    answer = Answers(published).answer("schema-org-item-list")
    lines = (DIST / "queries" / "schema-org-item-list.nt").read_text(encoding="utf-8").splitlines()
    assert answer is not None
    assert (answer.is_graph, answer.total) == (True, len(lines))
    assert [cell.text for cell in answer.rows[0]] == [
        "id/072036/plan/kyodo-2/fy2018#item-list",
        "rdf:type",
        "schema:ItemList",
    ]


def test_what_is_ours_leads_to_its_page(published: Published) -> None:
    answer = Answers(published).answer("cite-project")
    assert answer is not None
    cell = answer.rows[0][answer.columns.index("project")]
    assert cell.place == "id/072036/plan/kyodo-2/fy2018/p/4-15.html"
    assert cell.text == PROJECT.removeprefix("https://w3id.org/kyodo-lod/")


def test_columns_are_set_by_what_they_hold(published: Published) -> None:
    answer = Answers(published).answer("bureau-policy-matrix")
    assert answer is not None
    looks = dict(zip(answer.columns, answer.looks, strict=True))
    assert (looks["bureau"], looks["policy1"], looks["projects"]) == ("short", "number", "number")
    texts = Answers(published).answer("long-texts")
    assert texts is not None
    assert "roomy" in texts.looks


def test_no_answer_is_none(published: Published) -> None:
    assert Answers(published).answer("nobody-asked") is None


def test_long_and_hostile_cells_stay_text(tmp_path: Path) -> None:
    dist = tmp_path / "dist"
    shutil.copytree(DIST, dist)
    cells = ["javascript:alert(1)", "<script>", "字" * 200_000, f"{PROJECT}> <x"]
    with (dist / "queries" / "cite-project.csv").open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows([["a", "b", "c", "d"], cells, ["too", "short"]])
    answer = Answers(Published(dist)).answer("cite-project")
    assert answer is not None
    assert answer.total == 1
    assert [cell.place for cell in answer.rows[0]] == [""] * 4
    assert len(answer.rows[0][2].text) < 1000
    assert answer.rows[0][2].text.endswith("…")


def test_an_empty_file_is_an_empty_answer(tmp_path: Path) -> None:
    dist = tmp_path / "dist"
    shutil.copytree(DIST, dist)
    (dist / "queries" / "projects.csv").write_bytes(b"")
    answer = Answers(Published(dist)).answer("projects")
    assert answer is not None
    assert (answer.columns, answer.total) == ((), 0)
