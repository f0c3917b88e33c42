"""Findings counted by rule and severity, the most frequent first."""

from collections import Counter
from collections.abc import Iterator, Sequence

from kyodo_lod.bilingual import Language, visible
from kyodo_lod.check.report import Report
from kyodo_lod.check.reports.text import severity_word, sum_line


def write(reports: Sequence[Report], language: Language) -> str:
    """Write a line for each rule that is broken and severity, then the sum of each report."""
    counts: Counter[tuple[str, str]] = Counter()
    for report in reports:
        for rule, word, count in _counted(report, language):
            counts[rule, word] += count
    width = len(str(max(counts.values(), default=0)))
    ordered = sorted(counts.items(), key=lambda each: (-each[1], each[0]))
    lines = [f"{count:>{width}}  {word}  {visible(rule)}" for (rule, word), count in ordered]
    return "".join(f"{line}\n" for line in (*lines, *(sum_line(one, language) for one in reports)))


def _counted(report: Report, language: Language) -> Iterator[tuple[str, str, int]]:
    for finding in report.findings:
        yield finding.short_rule, severity_word(finding, language), 1
    for each in report.beyond:
        yield each.short_rule, each.severity.label.text(language), each.count
