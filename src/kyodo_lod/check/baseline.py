"""Findings that are known already, kept in a file, so that only new ones count.

An entry says what is wrong with what, and not in which line: a line that moves is no new fault.
"""

import json
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any, NamedTuple

from kyodo_lod.check.report import Report
from kyodo_lod.errors import KyodoError
from kyodo_lod.files import read_file
from kyodo_lod.finding import Finding

FORMAT_VERSION = 1


class Known(NamedTuple):
    """What makes two findings the same one.

    Args:
        input: the input, as the user named it.
        rule: IRI of the rule.
        focus: the node; for what reading found, the text of the line.
        path: the property.
        value: the value at fault.

    Blank nodes are all alike: their names are another in every run.
    """

    input: str
    rule: str
    focus: str
    path: str
    value: str


def known(report: Report, finding: Finding) -> Known:
    """Give what a baseline remembers of a finding."""
    focus = finding.focus or finding.excerpt
    value = finding.value if finding.kind else _lasting(finding.value)
    return Known(report.place, finding.rule, _lasting(focus), finding.path, value)


def _lasting(node: str) -> str:
    return "_:" if node.startswith("_:") else node


def baseline_json(reports: Iterable[Report]) -> str:
    """Write a baseline of all findings: JSON, sorted, the same for the same findings."""
    counts = Counter(known(report, finding) for report in reports for finding in report.findings)
    entries = [{**entry._asdict(), "count": counts[entry]} for entry in sorted(counts)]
    document = {"version": FORMAT_VERSION, "findings": entries}
    return json.dumps(document, ensure_ascii=False, indent=2) + "\n"


def load_baseline(path: Path) -> Counter[Known]:
    """Read a baseline.

    Raises:
        KyodoError: where it cannot be read, or is none.
    """
    try:
        document = json.loads(read_file(path, KyodoError))
        if document["version"] != FORMAT_VERSION:
            raise ValueError("version")
        return Counter(dict(map(_entry, document["findings"])))
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
        raise KyodoError(
            str(path),
            "基準ファイルとして読めません。--write-baseline で作り直してください。",
            "is no baseline; make it again with --write-baseline",
        ) from error


def _entry(entry: dict[str, Any]) -> tuple[Known, int]:
    found = Known(**{name: entry[name] for name in Known._fields})
    if not all(isinstance(text, str) for text in found) or type(entry["count"]) is not int:
        raise TypeError
    return found, entry["count"]


def without_known(reports: Sequence[Report], baseline: Counter[Known]) -> list[Report]:
    """Take known findings out of reports.

    Args:
        reports: with all findings.
        baseline: as `load_baseline` gives it.

    Returns:
        The reports with new findings alone; each says how many known ones it had.
    """
    left = Counter(baseline)
    given = []
    for report in reports:
        new = []
        for finding in report.findings:
            key = known(report, finding)
            if left[key] > 0:
                left[key] -= 1
            else:
                new.append(finding)
        given.append(replace(report, findings=tuple(new), known=len(report.findings) - len(new)))
    return given


def gone(
    reports: Iterable[Report], baseline: Counter[Known], is_checked: Callable[[str], bool]
) -> int:
    """Count the known findings that are no longer there, of the inputs and rules that were checked.

    Args:
        reports: with all findings.
        baseline: as `load_baseline` gives it.
        is_checked: tells of the IRI of a rule whether its findings count.
    """
    reports = list(reports)
    places = {report.place for report in reports if not (report.unreadable or report.beyond)}
    expected = Counter(
        {
            entry: count
            for entry, count in baseline.items()
            if entry.input in places and is_checked(entry.rule)
        }
    )
    found = Counter(known(report, finding) for report in reports for finding in report.findings)
    return (expected - found).total()
