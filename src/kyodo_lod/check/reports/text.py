"""Findings as lines that a person reads and an editor jumps to: `plan.txt:69: violation …`."""

from collections.abc import Iterator, Sequence

from kyodo_lod.bilingual import Bilingual, Language
from kyodo_lod.check.report import Report
from kyodo_lod.finding import Finding, Severity

_CONFORMS = Bilingual("違反はありません", "no violations")
_COUNTS = Bilingual(
    "違反 {violations} 件、警告 {warnings} 件", "{violations} violations, {warnings} warnings"
)


def write(reports: Sequence[Report], language: Language) -> str:
    """Write each report's findings, then its sum."""
    return "".join(f"{line}\n" for report in reports for line in _lines(report, language))


def _lines(report: Report, language: Language) -> Iterator[str]:
    for finding in report.findings:
        yield finding_line(finding, language, report.place)
    yield f"{report.place}: {_summary(report).text(language)}"


def finding_line(finding: Finding, language: Language, place: str) -> str:
    """Give one finding as one line; `place` stands in where it has no place in a document."""
    where = str(finding.origin or place)
    severity = finding.severity.label.text(language)
    line = f"{where}: {severity} {finding.short_rule}: {finding.message.text(language)}"
    return " ".join(line.split())


def _summary(report: Report) -> Bilingual:
    violations = report.count(Severity.VIOLATION)
    warnings = report.count(Severity.WARNING)
    if not violations and not warnings:
        return _CONFORMS
    return _COUNTS.fill(violations=violations, warnings=warnings)
