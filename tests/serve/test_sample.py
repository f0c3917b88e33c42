"""serve/sample.py: a document that shows how one is written, and that /check has nothing to say of."""

import shutil
from pathlib import Path

from conftest import ROOT

from kyodo_lod.serve.checking import checked
from kyodo_lod.serve.sample import sample
from kyodo_lod.serve.submission import PlanDocument, submission
from kyodo_lod.serve.upload import Upload

DIST = ROOT / "dist"
TABLE = "dataset/072036-kyodo-2-fy2018/072036-kyodo-2-fy2018-projects.csv"


def test_the_sample_has_one_policy_two_projects_and_their_count() -> None:
    found = sample(DIST)
    assert found
    lines = found.text.split("\n")
    assert "基本施策\t事業数" in lines
    assert "合計\t2" in lines
    assert "新規\t事業名\t事業計画\t担当課" in lines
    assert sum(line.startswith("◆基本施策") for line in lines) == 1
    assert sum(line.startswith("\t") for line in lines) == 2
    assert found.data.startswith("\ufeff第二次郡山市".encode())
    assert (DIST / found.dataset).is_file()


def test_the_sample_is_checked_without_any_finding_as_the_page_says() -> None:
    found = sample(DIST)
    assert found
    fields = {"municipality": found.plan.code, "plan": found.plan.slug, "year": found.year}
    what = submission(Upload(found.data, "check-sample.txt", "text/plain", fields))
    assert isinstance(what, PlanDocument)
    result = checked(what, found.data, DIST)
    assert result.report.read
    assert result.report.read.en == "read 2 projects under 1 policies"
    assert (result.total, result.doubts, result.units != "") == (0, (), True)
    assert not result.is_doubtful


def test_where_nothing_is_published_there_is_none(tmp_path: Path) -> None:
    assert sample(tmp_path) is None


def test_what_would_break_the_table_does_not(tmp_path: Path) -> None:
    (tmp_path / TABLE).parent.mkdir(parents=True)
    shutil.copy(DIST / TABLE, tmp_path / TABLE)
    text = (DIST / TABLE).read_text(encoding="utf-8-sig")
    broken = text.replace("人材育成推進事業,人材育成推進事業", '人材,"人材\t\n育成"', 1)
    (tmp_path / TABLE).write_text(broken, encoding="utf-8")
    found = sample(tmp_path)
    assert found
    assert "\t人材  育成\t職員の" in found.text
