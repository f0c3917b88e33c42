"""Findings counted by rule, the most frequent first."""

from collections import Counter
from collections.abc import Sequence

from kyodo_lod.bilingual import Language, visible
from kyodo_lod.check.report import Report
from kyodo_lod.check.reports.text import severity_word, sum_line
from kyodo_lod.finding import short_rule


def write(reports: Sequence[Report], language: Language) -> str:
    """Write a line for each rule that is broken, then the sum of each report."""
    findings = [finding for report in reports for finding in report.findings]
    counts = Counter(finding.short_rule for finding in findings)
    beyond = [each for report in reports for each in report.beyond]
    for each in beyond:
        counts[short_rule(each.rule)] += each.count
    words = {short_rule(each.rule): each.severity.label.text(language) for each in beyond}
    words |= {finding.short_rule: severity_word(finding, language) for finding in findings}
    width = len(str(max(counts.values(), default=0)))
    ordered = sorted(counts.items(), key=lambda each: (-each[1], each[0]))
    lines = [f"{count:>{width}}  {words[rule]}  {visible(rule)}" for rule, count in ordered]
    return "".join(f"{line}\n" for line in (*lines, *(sum_line(one, language) for one in reports)))
