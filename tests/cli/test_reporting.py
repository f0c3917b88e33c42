"""Where reports go."""

import json
from pathlib import Path

import pytest
from cli.running import invoke

from kyodo_lod.cli.reporting import Target, targets
from kyodo_lod.cli.usage import Usage


def test_text_is_the_default_and_github_under_its_actions() -> None:
    assert targets([], [], {}) == [Target("text", "-")]
    assert targets([], [], {"GITHUB_ACTIONS": "true"}) == [Target("github", "-")]
    assert targets(["json"], [], {"GITHUB_ACTIONS": "true"}) == [Target("json", "-")]


def test_outputs_belong_to_reports_in_their_order() -> None:
    expected = [Target("sarif", "x"), Target("junit", "y"), Target("text", "-")]
    assert targets(["sarif", "junit", "text"], ["x", "y"], {}) == expected


@pytest.mark.parametrize(
    ("reports", "outputs"),
    [(["json", "text"], []), (["json"], ["a", "b"]), (["json", "text"], ["a", "a"])],
)
def test_two_reports_cannot_go_to_one_place(reports: list[str], outputs: list[str]) -> None:
    with pytest.raises(Usage):
        targets(reports, outputs, {})


def test_several_reports_of_one_run(arguments: list[str], tmp_path: Path) -> None:
    sarif, junit = tmp_path / "out.sarif", tmp_path / "out.xml"
    chosen = [
        "--report",
        "sarif",
        "--output",
        str(sarif),
        "--report",
        "junit",
        "--output",
        str(junit),
    ]
    done = invoke(*arguments, *chosen, "--report", "text")
    assert (done.code, done.err) == (1, "")
    assert done.out.startswith(
        f"{arguments[1]}:1: violation https://example.org/S: has too few values"
    )
    assert len(json.loads(sarif.read_text("utf-8"))["runs"][0]["results"]) == 1
    assert "<failure" in junit.read_text("utf-8")


def test_the_summary_is_added_to_the_page_of_a_github_run(
    arguments: list[str], tmp_path: Path
) -> None:
    page = tmp_path / "summary.md"
    page.write_text("before\n", encoding="utf-8")
    environment = {"GITHUB_ACTIONS": "true", "GITHUB_STEP_SUMMARY": str(page)}
    done = invoke(*arguments, environment=environment)
    assert done.out.startswith("::error file=")
    assert page.read_text("utf-8").startswith("before\n")
    assert "https://example.org/S" in page.read_text("utf-8")


def test_a_report_that_cannot_be_written_is_one_line(arguments: list[str], tmp_path: Path) -> None:
    done = invoke(*arguments, "--report", "json", "--output", str(tmp_path / "no" / "x.json"))
    assert (done.code, done.out, done.err.count("\n")) == (2, "", 1)


def test_statistics_count_by_rule(arguments: list[str]) -> None:
    done = invoke(*arguments, "--statistics")
    assert done.out.splitlines()[0] == "1  violation  https://example.org/S"
    assert invoke(*arguments, "--statistics", "--report", "json").code == 2
    under_github = invoke(*arguments, "--statistics", environment={"GITHUB_ACTIONS": "true"})
    assert under_github.out == done.out


def test_reports_in_files_are_written_beside_statistics(
    arguments: list[str], tmp_path: Path
) -> None:
    file = tmp_path / "out.json"
    done = invoke(*arguments, "--statistics", "--report", "json", "--output", str(file))
    assert done.out.startswith("1  violation  ")
    assert json.loads(file.read_text("utf-8"))["conforms"] is False


def test_quiet_spares_people_and_not_machines(arguments: list[str]) -> None:
    fine = [
        "validate",
        arguments[1],
        "--quiet",
        "--ignore",
        "https://example.org/S",
        *arguments[2:],
    ]
    assert invoke(*fine).out == ""
    assert json.loads(invoke(*fine, "--report", "json").out)["conforms"] is True


def test_quiet_tells_findings_that_do_not_fail(arguments: list[str]) -> None:
    done = invoke(*arguments, "--quiet", "--exit-zero")
    assert (done.code, done.out) == (0, invoke(*arguments).out)


def test_findings_may_be_told_without_failing(arguments: list[str]) -> None:
    done = invoke(*arguments, "--exit-zero")
    assert done.code == 0
    assert "violation" in done.out


@pytest.mark.parametrize("language", ["en", "ja"])
def test_shapes_that_are_about_nothing_in_the_data_are_told(
    arguments: list[str], language: str
) -> None:
    Path(arguments[1]).write_text("<http://x/a> <http://x/p> 1 .", encoding="utf-8")
    done = invoke(*arguments, "--lang", language)
    assert (done.code, done.err.count("\n")) == (0, 1)
    assert ("nothing was checked" in done.err) == (language == "en")


def test_cut_findings_still_count(arguments: list[str]) -> None:
    done = invoke(*arguments, "--max-findings", "0")
    assert done.code == 1
    assert "1 not shown" in done.out
