"""Findings as a GitLab Code Quality report (https://docs.gitlab.com/ci/testing/code_quality/)."""

import hashlib
import json
from collections.abc import Iterator, Sequence
from typing import Any

from kyodo_lod.bilingual import Language
from kyodo_lod.check.report import Report
from kyodo_lod.check.reports.fingerprint import fingerprints
from kyodo_lod.check.reports.places import by_path, encodable, in_input, in_repository
from kyodo_lod.check.reports.summary import part
from kyodo_lod.check.reports.text import about_line, one_line
from kyodo_lod.check.unreadable import Unreadable
from kyodo_lod.finding import Finding, Severity
from kyodo_lod.origin import Origin

_SEVERITIES = {Severity.VIOLATION: "major", Severity.WARNING: "minor", Severity.INFO: "info"}


def write(
    reports: Sequence[Report],
    language: Language,
    unfold: bool = False,  # noqa: ARG001 - each line of a merge request shows its own
) -> str:
    """Write all findings as one JSON array."""
    found = [issue for report in by_path(reports) for issue in _issues(report, language)]
    # GitLab drops the later of two with one fingerprint: an input that is named twice counts once
    once = {issue["fingerprint"]: issue for issue in found}
    return json.dumps(list(once.values()), ensure_ascii=False, indent=2) + "\n"


def _issues(report: Report, language: Language) -> Iterator[dict[str, Any]]:
    path = in_repository(report.place, "CI_PROJECT_DIR")
    if report.unreadable:
        yield _failure(report.unreadable, path, language)
    if part(report).en:
        yield _part(report, path, language)
    names = fingerprints(report.findings, path)
    for finding, name in zip(report.findings, names, strict=True):
        at = in_input(finding, report.place)
        yield {
            "description": encodable(_description(finding, report.place, language)),
            "check_name": encodable(finding.short_rule),
            "fingerprint": name,
            "severity": _SEVERITIES[finding.severity],
            "location": _location(at),
        }


def _failure(why: Unreadable, path: str, language: Language) -> dict[str, Any]:
    """Give an input that cannot be read; the same one as long as it cannot, whatever the reason."""
    message = why.message.text(language)
    return _of_file("unreadable", path, message, "blocker", why.origin)


def _part(report: Report, path: str, language: Language) -> dict[str, Any]:
    """Say that not all is told, or a merge request would seem to have resolved what is left out."""
    severity = "info" if report.conforms else "major"
    return _of_file("part", path, part(report).text(language), severity, Origin(report.place))


def _of_file(name: str, path: str, message: str, severity: str, at: Origin) -> dict[str, Any]:
    return {
        "description": encodable(one_line(message)),
        "check_name": name,
        "fingerprint": hashlib.sha256(repr((path, name)).encode()).hexdigest()[:32],
        "severity": severity,
        "location": _location(at),
    }


def _location(at: Origin) -> dict[str, Any]:
    return {
        "path": encodable(in_repository(at.document, "CI_PROJECT_DIR")),
        # a finding about the file as a whole stands at its head: GitLab wants a line
        "lines": {"begin": at.line or 1},
    }


def _description(finding: Finding, place: str, language: Language) -> str:
    about = about_line(finding, language, place, in_input(finding, place))
    message = one_line(finding.message.text(language))
    return f"{message} ({about})" if about else message
