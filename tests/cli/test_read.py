"""`read`: the plan on stdout in three forms, what is wrong on stderr."""

import csv
import io
import json
import shutil
from pathlib import Path

import pytest
from cli.running import invoke
from conftest import KORIYAMA, ROOT

BARE = ("--municipality", "072036", "--plan", "kyodo-2", "--year", "2018")


def damage(city: Path, line: int, old: str, new: str) -> None:
    """Replace text in one physical line of the document."""
    document = city / "plan.txt"
    lines = document.read_bytes().decode("utf-8").split("\n")
    assert old in lines[line - 1]
    lines[line - 1] = lines[line - 1].replace(old, new, 1)
    document.write_bytes("\n".join(lines).encode("utf-8"))


def test_the_table_lists_every_project_with_its_line() -> None:
    done = invoke("read", str(KORIYAMA))
    assert (done.code, done.err) == (0, "")
    title, *rest = done.out.splitlines()
    assert title == (
        "第二次郡山市協働推進基本計画 2018年度実施計画: 7 policies, 76 projects (2 new), "
        "22 sub-items, 30 sections in 13 bureaus"
    )
    rows = [[cell.strip() for cell in line.strip("|").split("|")] for line in rest if "|" in line]
    assert rows[0] == ["no.", "new", "project", "○", "section", "line"]
    assert len(rows) == 77
    assert [
        "4-15",
        "",
        "猪苗代湖の水を守りたい事業【水道事業】",
        "",
        "上下水道局総務課",
        "69",
    ] in rows
    assert [row[0] for row in rows[1:] if row[1] == "新規"] == ["5-01", "6-15"]


def test_the_table_has_japanese_heads_for_japanese_readers() -> None:
    done = invoke("read", str(KORIYAMA), "--lang", "ja")
    assert "7 基本施策、76 事業 (新規 2)、○ 22 項目、13 部局の 30 課" in done.out
    assert "担当課" in done.out


def test_json_holds_the_whole_plan() -> None:
    plan = json.loads(invoke("read", str(KORIYAMA), "--format", "json").out)
    assert (plan["dataset"], plan["fiscalYear"]) == ("072036-kyodo-2-fy2018", 2018)
    assert [len(policy["projects"]) for policy in plan["policies"]] == [6, 6, 8, 15, 7, 19, 15]
    assert [policy["declaredProjectCount"] for policy in plan["policies"]] == [
        6,
        6,
        8,
        15,
        7,
        19,
        15,
    ]
    project = plan["policies"][3]["projects"][14]
    assert project["key"] == "4-15"
    assert project["name"] == "猪苗代湖の水を守りたい事業"
    assert project["nameAsListed"] == "猪苗代湖の水を守りたい事業【水道事業】"
    assert (project["account"], project["markedNew"]) == ("水道事業", False)
    assert (project["units"], project["line"]) == ([["上下水道局", "総務課"]], 69)
    assert sum(len(p["subItems"]) for policy in plan["policies"] for p in policy["projects"]) == 22


def test_csv_is_what_a_spreadsheet_opens() -> None:
    out = invoke("read", str(KORIYAMA), "--format", "csv").out
    assert out.startswith("\ufeff")
    assert out.count("\r\n") == 77
    rows = list(csv.DictReader(io.StringIO(out.removeprefix("\ufeff"), newline="")))
    assert len(rows) == 76
    assert rows[34]["事業名_原文"] == "猪苗代湖の水を守りたい事業【水道事業】"


@pytest.mark.parametrize("path", ["", "source.toml", "plan.txt", "..", "../.."])
def test_a_path_is_a_manifest_its_folder_its_document_or_a_folder_above(path: str) -> None:
    assert invoke("read", str(KORIYAMA / path)).out == invoke("read", str(KORIYAMA)).out


def test_findings_go_to_stderr_and_decide_the_status(city: Path) -> None:
    damage(city, 69, "上下水道局総務課", "")
    done = invoke("read", str(city))
    assert done.code == 1
    assert "猪苗代湖の水を守りたい事業" in done.out
    assert done.err.startswith("plan.txt:69: violation plan#PlannedProject-responsible")
    quiet = invoke("read", str(city), "--quiet")
    assert (quiet.code, quiet.out, quiet.err) == (1, done.out, "")


def test_a_changed_document_is_a_warning_here(city: Path) -> None:
    damage(city, 24, "努めます", "つとめます")
    done = invoke("read", str(city))
    assert done.code == 0
    assert done.err.startswith("plan.txt: warning document#sha256: ")
    assert "kyodo-lod init --refresh" in done.err
    assert done.err.count("\n") == 1
    assert invoke("read", str(city), "--warnings-as-errors").code == 1


def test_a_document_without_a_table_gives_findings_only(city: Path) -> None:
    (city / "plan.txt").write_text("ただの文です。\n", encoding="utf-8")
    done = invoke("read", str(city))
    assert (done.code, done.out) == (1, "")
    assert "document#no-projects" in done.err


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp932", "euc_jp", "utf-16"])
def test_a_bare_document_needs_no_manifest_in_any_encoding(encoding: str, tmp_path: Path) -> None:
    text = (KORIYAMA / "plan.txt").read_text(encoding="utf-8")
    bare = tmp_path / "bare.txt"
    bare.write_bytes(text.encode(encoding))
    done = invoke("read", str(bare), *BARE, "--format", "json")
    assert done.code == 0, done.err
    expected = json.loads(invoke("read", str(KORIYAMA), "--format", "json").out)
    found = json.loads(done.out)
    assert found["title"] == "第二次郡山市協働推進基本計画 2018年度実施計画"
    names = [
        [p["nameAsListed"] for s in plan["policies"] for p in s["projects"]]
        for plan in (found, expected)
    ]
    assert names[0] == names[1]
    assert " violation " not in done.err


def test_a_bare_document_may_come_on_stdin() -> None:
    data = (KORIYAMA / "plan.txt").read_bytes()
    done = invoke("read", "-", *BARE, "--format", "csv", stdin=data)
    assert done.code == 0
    assert "猪苗代湖の水を守りたい事業" in done.out
    assert {line.partition(":")[0] for line in done.err.splitlines()} == {"stdin.txt"}


def test_stdin_without_its_description_is_no_document() -> None:
    done = invoke("read", "-", stdin=b"x")
    assert (done.code, done.err.count("\n")) == (2, 1)


@pytest.mark.parametrize("plan", ["Kyo do", "../../etc", "kyodo_2", "", "a/b", "é"])
def test_a_plan_that_is_no_slug_is_refused(plan: str) -> None:
    done = invoke(
        "read",
        str(KORIYAMA / "plan.txt"),
        "--municipality",
        "072036",
        "--plan",
        plan,
        "--year",
        "2018",
    )
    assert (done.code, done.out, done.err.count("\n")) == (2, "", 1)
    assert "--plan" in done.err


def test_a_wrong_check_digit_is_refused() -> None:
    done = invoke("read", "x.txt", "--municipality", "072037", "--plan", "p", "--year", "2018")
    assert done.code == 2
    assert done.err.startswith("--municipality: '072037' is no local government code")


def test_many_plans_are_many_tables_but_not_one_csv(city: Path) -> None:
    shutil.copytree(city, city.with_name("fy2018-again"))
    folder = str(city.parent)
    assert invoke("read", folder).out.count("76 projects") == 2
    for style in ("csv", "json"):
        done = invoke("read", folder, "--format", style)
        assert (done.code, done.out) == (2, "")
        assert done.err == f"{folder}: holds 2 plans; name one of them\n"


def test_the_checkout_has_no_findings() -> None:
    assert invoke("read", str(ROOT / "data")).err == ""
