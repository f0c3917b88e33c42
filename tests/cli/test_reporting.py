"""Where reports go."""

import json
from pathlib import Path

import pytest
from cli.running import invoke

from kyodo_lod.cli.options import REPORTS


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
    assert done.out.startswith(f"{arguments[1]}:1: violation e:S/e:p-minCount: has too few values")
    assert len(json.loads(sarif.read_text("utf-8"))["runs"][0]["results"]) == 1
    assert "<failure" in junit.read_text("utf-8")


def test_a_report_may_be_named_by_its_output_alone(arguments: list[str], tmp_path: Path) -> None:
    sarif, junit = tmp_path / "out.sarif", tmp_path / "out.xml"
    done = invoke(*arguments, "--output", f"sarif={sarif}", "--output", f"junit={junit}")
    assert (done.code, done.err) == (1, "")
    assert done.out == invoke(*arguments).out
    (run,) = json.loads(sarif.read_text("utf-8"))["runs"]
    assert run["tool"]["driver"]["rules"]
    assert "<failure" in junit.read_text("utf-8")
    sarif.unlink()
    done = invoke(*arguments, "--statistics", "--output", f"sarif={sarif}")
    assert (done.out.startswith("1  violation"), sarif.exists()) == (True, True)
    assert invoke(*arguments, "--statistics", "--output", "json=-").code == 2


def test_quiet_tells_of_nothing_that_is_fine(arguments: list[str], tmp_path: Path) -> None:
    fine = tmp_path / "fine.ttl"
    fine.write_text("<https://example.org/b> <https://example.org/p> 1 .", encoding="utf-8")
    run = (*arguments[:2], str(fine), *arguments[2:])
    assert f"{fine}: nothing was checked" in invoke(*run).out
    done = invoke(*run, "--quiet")
    assert (done.code, done.out) == (1, invoke(*arguments).out)
    report = json.loads(invoke(*run, "--quiet", "--report", "json").out)
    assert len(report["reports"]) == 2


def test_the_summary_is_added_to_the_page_of_a_github_run(
    arguments: list[str], tmp_path: Path
) -> None:
    page = tmp_path / "summary.md"
    page.write_text("before\n", encoding="utf-8")
    environment = {"GITHUB_ACTIONS": "true", "GITHUB_STEP_SUMMARY": str(page)}
    done = invoke(*arguments, environment=environment)
    assert done.out.startswith("::error file=")
    assert page.read_text("utf-8").startswith("before\n")
    assert "e:S/e:p-minCount" in page.read_text("utf-8")


def test_a_report_that_cannot_be_written_is_one_line(arguments: list[str], tmp_path: Path) -> None:
    done = invoke(*arguments, "--report", "json", "--output", str(tmp_path / "no" / "x.json"))
    assert (done.code, done.out, done.err.count("\n")) == (2, "", 1)


@pytest.fixture
def half_readable(arguments: list[str], tmp_path: Path) -> list[str]:
    """Give the arguments of a run that finds no fault in one file and cannot read another."""
    (tmp_path / "broken.ttl").write_text("<http://x/a>\n <http://x/b> ", encoding="utf-8")
    fine = [*arguments[:2], str(tmp_path / "broken.ttl"), *arguments[2:]]
    return [*fine, "--ignore", "https://example.org/S"]


#: what each report says of an input that cannot be read, and never of one that can
_TOLD = {
    "text": ["broken.ttl:2:"],
    "json": ['"conforms": false', '"unreadable": {', '"line": 2'],
    "github": ["::error file=", "broken.ttl,line=2,", "title=unreadable::"],
    "gitlab": ['"severity": "blocker"', '"begin": 2'],
    "sarif": ['"executionSuccessful": false', '"toolExecutionNotifications"', '"startLine": 2'],
    "junit": ['errors="1"', '<error type="Unreadable"'],
    "turtle": ["sh:conforms false", "sh:Violation", "kyo:lineNumber 2"],
    "markdown": ["Could not be read:", "broken.ttl:2:"],
}


@pytest.mark.parametrize("reporter", REPORTS)
def test_what_cannot_be_read_is_in_every_report(
    half_readable: list[str], reporter: str, tmp_path: Path
) -> None:
    output = tmp_path / "out"
    done = invoke(*half_readable, "--report", reporter, "--output", str(output))
    assert (done.code, done.out, done.err.count("\n")) == (2, "", 1)
    whole = output.read_text("utf-8")
    fine = [argument for argument in half_readable if not argument.endswith("broken.ttl")]
    assert invoke(*fine, "--report", reporter, "--output", str(output)).code == 0
    for told in _TOLD[reporter]:
        assert told in whole
        assert told not in output.read_text("utf-8")


@pytest.mark.parametrize("reporter", REPORTS)
def test_where_nothing_can_be_read_no_report_looks_fine(
    half_readable: list[str], reporter: str
) -> None:
    done = invoke(half_readable[0], *half_readable[2:], "--report", reporter)
    assert (done.code, done.err.count("\n")) == (2, 1)
    for fine in ("conforms true", '"conforms": true', 'errors="0"', 'ful": true', "no violations"):
        assert fine not in done.out


def test_a_text_on_stdout_says_nothing_twice(half_readable: list[str]) -> None:
    done = invoke(*half_readable)
    assert done.out == f"{half_readable[1]}: no violations\n"
    assert done.err.startswith(f"{half_readable[2]}:2:")
    assert invoke(*half_readable, "--statistics").out == done.out


def test_a_rule_has_not_passed_where_nothing_was_read(half_readable: list[str]) -> None:
    chosen = half_readable[:-2]
    reports = json.loads(invoke(*chosen, "--report", "json").out)["reports"]
    assert [bool(report["rules"]) for report in reports] == [True, False]


def test_the_file_at_fault_may_be_a_manifest(city: Path) -> None:
    (city / "source.toml").write_text("title = ", encoding="utf-8")
    done = invoke("validate", str(city), "--report", "json")
    (report,) = json.loads(done.out)["reports"]
    place = f"{city}/source.toml"
    assert (done.code, report["unreadable"]["place"]["document"]) == (2, place)
    (city / "source.toml").unlink()
    assert '"unreadable": {' in invoke("validate", str(city), "--report", "json").out


def test_statistics_count_by_rule(arguments: list[str]) -> None:
    done = invoke(*arguments, "--statistics")
    assert done.out.splitlines()[0] == "1  violation  e:S/e:p-minCount"
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
