"""A report of one input, and the table of reporters."""

import pytest
from check.reports.findings import ALIKE, COUNT, NOWHERE, PLAIN, REPORTS

from kyodo_lod.check.report import REPORTERS, Report
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
