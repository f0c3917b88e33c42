"""A row for each rule and severity, the most frequent first."""

from dataclasses import replace

from kyodo_lod.bilingual import Bilingual
from kyodo_lod.check.report import Beyond, Report
from kyodo_lod.check.reports.statistics import write
from kyodo_lod.finding import Finding, Severity

ONE = Finding("r", Severity.VIOLATION, Bilingual("悪い", "bad"))
WARNING = replace(ONE, severity=Severity.WARNING)


def test_severities_of_one_rule_are_counted_apart() -> None:
    beyond = (Beyond("r", Severity.WARNING, 2), Beyond("s", Severity.INFO, 1))
    reports = [Report("x", (WARNING, ONE)), Report("y", (ONE,), beyond=beyond)]
    rows = write(reports, "en").splitlines()[:3]
    assert rows == ["3  warning  r", "2  violation  r", "1  info  s"]
