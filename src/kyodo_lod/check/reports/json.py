"""Findings as JSON, as docs/report.schema.json describes it; always in both languages."""

import json
from collections.abc import Sequence
from typing import Any

from kyodo_lod.bilingual import Language
from kyodo_lod.check.report import Report
from kyodo_lod.finding import Finding, Severity
from kyodo_lod.origin import Origin

FORMAT_VERSION = 1


def write(reports: Sequence[Report], language: Language) -> str:  # noqa: ARG001 - both are in it
    """Write `reports` as one JSON document."""
    document = {
        "version": FORMAT_VERSION,
        "conforms": all(report.conforms for report in reports),
        "reports": [_report(report) for report in reports],
    }
    return json.dumps(document, ensure_ascii=False, indent=2) + "\n"


def _report(report: Report) -> dict[str, Any]:
    return {
        "input": report.place,
        "conforms": report.conforms,
        "violations": report.count(Severity.VIOLATION),
        "warnings": report.count(Severity.WARNING),
        "findings": [_finding(finding) for finding in report.findings],
    }


def _finding(finding: Finding) -> dict[str, Any]:
    return {
        "rule": finding.rule,
        "severity": finding.severity.value,
        "message": {"ja": finding.message.ja, "en": finding.message.en},
        "place": _place(finding.origin) if finding.origin else None,
        "related": [_place(origin) for origin in finding.related],
        "focus": finding.focus or None,
        "path": finding.path or None,
        "value": finding.value or None,
    }


def _place(origin: Origin) -> dict[str, Any]:
    return {"document": origin.document, "line": origin.line or None}
