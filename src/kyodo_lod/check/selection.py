"""Which findings are told: by rule, and how many."""

import difflib
import sys
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace
from fnmatch import fnmatchcase

from kyodo_lod.bilingual import nearest
from kyodo_lod.check.report import Report
from kyodo_lod.errors import ShapesError
from kyodo_lod.finding import SHAPES, Severity, short_rule


def matches(rule: str, pattern: str) -> bool:
    """Tell whether a pattern names a rule: its IRI, its short name, or what follows the #.

    >>> matches("https://w3id.org/kyodo-lod/shapes/plan#Plan-label", "plan#Plan-*")
    True
    """
    short = short_rule(rule)
    names = {rule, rule.removeprefix(SHAPES), short, short.partition("#")[2]}
    return any(fnmatchcase(name, pattern) for name in names if name)


def refuse_unknown(patterns: Iterable[str], rules: Sequence[str], option: str) -> None:
    """Raise ShapesError, with the nearest names, where a pattern names no rule.

    Args:
        patterns: as the user wrote them.
        rules: IRIs of all rules that are checked.
        option: where they were written.
    """
    for pattern in patterns:
        if not any(matches(rule, pattern) for rule in rules):
            names = sorted(set(map(short_rule, rules)))
            near = difflib.get_close_matches(pattern, names, 3, 0.5)
            hint = nearest(near)
            raise ShapesError(
                f"{option} {pattern}",
                f"その名前の規則は検査されていません。{hint.ja}",
                f"no rule that is checked has this name{hint.en}",
            )


def is_selected(rule: str, select: Sequence[str], ignore: Sequence[str]) -> bool:
    """Tell whether the findings of a rule count.

    Args:
        rule: its IRI.
        select: patterns of the rules that count; none means all.
        ignore: patterns of those that do not.
    """
    wanted = not select or any(matches(rule, pattern) for pattern in select)
    return wanted and not any(matches(rule, pattern) for pattern in ignore)


def selected(report: Report, select: Sequence[str], ignore: Sequence[str]) -> Report:
    """Give a report with the findings of selected rules alone; as `is_selected`."""

    def counts(rule: str) -> bool:
        return is_selected(rule, select, ignore)

    return replace(
        report,
        findings=tuple(finding for finding in report.findings if counts(finding.rule)),
        rules=tuple(filter(counts, report.rules)),
        beyond=tuple(each for each in report.beyond if counts(each.rule)),
        texts=tuple(text for text in report.texts if counts(text.rule)),
    )


def limited(reports: Iterable[Report], most: int | None) -> list[Report]:
    """Give reports with at most so many findings in all; each says how many it leaves out."""
    left, given = sys.maxsize if most is None else most, []
    for report in reports:
        given.append(_cut(report, left))
        left -= len(given[-1].findings)
    return given


def _cut(report: Report, most: int) -> Report:
    hidden = Counter(finding.severity for finding in report.findings[most:])
    for each in report.beyond:
        hidden[each.severity] += each.count
    return replace(
        report,
        findings=report.findings[:most],
        cut=hidden.total(),
        cut_violations=hidden[Severity.VIOLATION],
        cut_warnings=hidden[Severity.WARNING],
    )
