"""Findings as a code quality report: the keys and values that GitLab documents."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from check.reports.findings import FINDINGS, IN_GRAPH, NASTY, PLAIN, REPORTS, WHOLE
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from kyodo_lod.bilingual import Bilingual, Language, visible
from kyodo_lod.check.report import Report
from kyodo_lod.check.reports.gitlab import write
from kyodo_lod.finding import Finding, Severity
from kyodo_lod.origin import Origin

#: https://docs.gitlab.com/ci/testing/code_quality/#code-quality-report-format
SCHEMA = {
    "type": "array",
    "items": {
        "type": "object",
        "required": ["description", "check_name", "fingerprint", "severity", "location"],
        "properties": {
            "description": {"type": "string"},
            "check_name": {"type": "string"},
            "fingerprint": {"type": "string", "pattern": "^[0-9a-f]+$"},
            "severity": {"enum": ["info", "minor", "major", "critical", "blocker"]},
            "location": {
                "type": "object",
                "required": ["path", "lines"],
                "properties": {
                    "path": {"type": "string", "minLength": 1, "not": {"pattern": "^\\./"}},
                    "lines": {
                        "type": "object",
                        "required": ["begin"],
                        "properties": {"begin": {"type": "integer", "minimum": 1}},
                    },
                },
            },
        },
    },
}


def of(*reports: Report, language: Language = "en") -> list[dict[str, Any]]:
    """Report and read the report."""
    text = write(reports, language)
    text.encode("utf-8")
    found: list[dict[str, Any]] = json.loads(text)
    Draft202012Validator(SCHEMA).validate(found)
    assert len({issue["fingerprint"] for issue in found}) == len(found)
    return found


def test_the_fixed_findings(approved: Callable[[Path, str], None]) -> None:
    of(*REPORTS)
    approved(Path(__file__).parent / "gitlab.approved.json", write(REPORTS, "en"))


def test_each_finding_is_told_unfolded() -> None:
    assert len(of(Report("plan.txt", FINDINGS))) == len(FINDINGS)
    assert of(Report("x", ())) == of() == []


def test_an_issue_says_what_and_where() -> None:
    (issue,) = of(Report("./data/plan.txt", (PLAIN,)))
    assert issue["description"] == "担当課 is empty; every project needs one"
    assert issue["check_name"] == "plan#PlannedProject-responsibleUnit"
    assert issue["location"] == {"path": "data/plan.txt", "lines": {"begin": 69}}
    (japanese,) = of(Report("data/plan.txt", (PLAIN,)), language="ja")
    assert japanese["description"] == PLAIN.message.ja
    assert japanese["fingerprint"] == issue["fingerprint"], "whatever the language"


def test_in_a_graph_the_file_named_is_marked_and_the_document_said() -> None:
    (issue,) = of(Report("dist/plan.nt", (IN_GRAPH,)))
    assert issue["location"] == {"path": "dist/plan.nt", "lines": {"begin": 412}}
    assert issue["description"].startswith("the order is an integer (plan.txt:69 · ")


def test_a_file_as_a_whole_is_marked_at_its_head() -> None:
    (issue,) = of(Report("plan.txt", (WHOLE,)))
    assert issue["location"]["lines"] == {"begin": 1}


def test_each_severity_is_one_of_gitlabs() -> None:
    found = (Finding("r", severity, Bilingual("", "")) for severity in Severity)
    assert [issue["severity"] for issue in of(Report("x", tuple(found)))] == [
        "major",
        "minor",
        "info",
    ]


def test_a_path_is_the_repositorys(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    (tmp_path / "sub").mkdir()
    monkeypatch.chdir(tmp_path / "sub")
    monkeypatch.setenv("CI_PROJECT_DIR", str(tmp_path))
    (issue,) = of(Report("plan.txt", (PLAIN,)))
    assert issue["location"]["path"] == "sub/plan.txt"


def test_an_input_that_is_named_twice_is_reported_once() -> None:
    report = Report("plan.txt", (PLAIN, PLAIN))
    assert of(report, report) == of(report)
    assert len(of(report)) == 2


def test_no_character_is_hidden() -> None:
    for issue in of(Report("plan.txt", NASTY)):
        assert visible(issue["description"]) == issue["description"]


@given(st.text(), st.text(min_size=1), st.text(), st.integers(0, 9))
def test_whatever_is_found_is_a_report(message: str, place: str, rule: str, line: int) -> None:
    finding = Finding(
        rule, Severity.INFO, Bilingual(message, message), Origin(place, line), value=message
    )
    assert len(of(Report(place, (finding, finding)))) == 2
