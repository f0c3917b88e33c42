"""A report of one input, and the table of reporters."""

import pytest
from check.reports.findings import ALIKE, COUNT, NOWHERE, PLAIN, REPORTS

from kyodo_lod.check.report import REPORTERS, Report, all_findings, findable
from kyodo_lod.finding import Severity


@pytest.mark.parametrize(
    ("report", "conforms"),
    [
        (Report("x", ()), True),
        (Report("x", (NOWHERE, *ALIKE)), True),
        (Report("x", (*ALIKE, PLAIN)), False),
    ],
)
def test_only_a_violation_makes_the_data_wrong(report: Report, conforms: bool) -> None:
    assert report.conforms == conforms


def test_findings_are_counted_by_severity() -> None:
    report = Report("x", (PLAIN, COUNT, NOWHERE, *ALIKE))
    assert [report.count(severity) for severity in Severity] == [2, len(ALIKE), 1]
    assert [Report("x", ()).count(severity) for severity in Severity] == [0, 0, 0]


def test_of_several_inputs_each_finding_tells_which_it_is_about() -> None:
    one, two = (Report(f"data/{city}/plan.txt", (PLAIN, NOWHERE)) for city in ("a", "b"))
    assert all_findings([one]) == [PLAIN, NOWHERE]
    assert all_findings([one, one]) == [PLAIN, NOWHERE] * 2
    places = [str(finding.origin) for finding in all_findings([one, two])]
    assert places == ["data/a/plan.txt:69", "None", "data/b/plan.txt:69", "None"]
    assert findable([one, two])[0].place == one.place


def test_a_document_of_another_name_keeps_it() -> None:
    report = Report("graph.ttl", (PLAIN,))
    assert all_findings([report, Report("other.ttl", ())]) == [PLAIN]


def test_a_report_is_a_value() -> None:
    assert Report("x", (PLAIN,)) == Report("x", (PLAIN,))
    with pytest.raises(AttributeError):
        Report("x", ()).place = "y"  # type: ignore[misc]


@pytest.mark.parametrize("name", REPORTERS)
def test_every_reporter_reports_in_whole_lines(name: str) -> None:
    reporter = REPORTERS[name]
    assert reporter.name == name
    for language in ("ja", "en"):
        text = reporter.report(REPORTS, language)
        assert text.endswith("\n")
        assert not text.endswith("\n\n")
        text.encode("utf-8")
