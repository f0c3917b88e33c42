"""Findings as JSON, as docs/report.schema.json describes it; always in both languages."""

import json
from collections.abc import Sequence
from typing import Any

from kyodo_lod.bilingual import Bilingual, Language
from kyodo_lod.check.report import Beyond, Report
from kyodo_lod.check.reports.places import encodable
from kyodo_lod.check.unreadable import Unreadable
from kyodo_lod.finding import Finding, Inner, Severity, help_uri
from kyodo_lod.origin import Origin

FORMAT_VERSION = 2


def write(
    reports: Sequence[Report],
    language: Language,  # noqa: ARG001 - both are in it
    unfold: bool = False,  # noqa: ARG001 - a program folds for itself
) -> str:
    """Write `reports` as one JSON document."""
    document = {
        "version": FORMAT_VERSION,
        "conforms": all(report.conforms for report in reports),
        "reports": [_report(report) for report in reports],
    }
    return encodable(json.dumps(document, ensure_ascii=False, indent=2)) + "\n"


def _report(report: Report) -> dict[str, Any]:
    return {
        "input": report.place,
        "conforms": report.conforms,
        "violations": report.count(Severity.VIOLATION),
        "warnings": report.count(Severity.WARNING),
        "infos": report.count(Severity.INFO),
        "known": report.known,
        "cut": report.cut,
        "cut_rules": [_counted(each) for each in report.beyond],
        "stopped": report.stopped,
        "idle": report.idle,
        "engine": report.engine or None,
        "shapes": [
            {"name": shapes.place, "version": shapes.version or None} for shapes in report.shapes
        ],
        "rules": list(report.rules),
        "findings": [_finding(finding) for finding in report.findings],
        "unreadable": _unreadable(report.unreadable),
    }


def _counted(beyond: Beyond) -> dict[str, Any]:
    return {
        "rule": beyond.rule,
        "short_rule": beyond.short_rule,
        "severity": beyond.severity.value,
        "count": beyond.count,
    }


def _unreadable(why: Unreadable | None) -> dict[str, Any] | None:
    return {"place": _place(why.origin), "message": _both(why.message)} if why else None


def _finding(finding: Finding) -> dict[str, Any]:
    return {
        "rule": finding.rule,
        "short_rule": finding.short_rule,
        "help": help_uri(finding.rule) or None,
        "severity": finding.severity.value,
        "stated_severity": finding.stated_severity or None,
        "component": finding.component or None,
        "message": _both(finding.message),
        "place": _place(finding.origin),
        "graph_place": _place(finding.graph_origin),
        "related": [_place(origin) for origin in finding.related],
        "focus": finding.focus or None,
        "label": _both(finding.label) if any(finding.label) else None,
        "path": finding.path or None,
        "value": finding.value or None,
        "kind": finding.kind or None,
        "excerpt": finding.excerpt or None,
        "inner": [_inner(inner) for inner in finding.inner],
    }


def _inner(inner: Inner) -> dict[str, Any]:
    return {
        "rule": inner.rule,
        "short_rule": inner.short_rule,
        "message": _both(inner.message),
        "inner": [_inner(each) for each in inner.inner],
    }


def _both(text: Bilingual) -> dict[str, str]:
    return {"ja": text.ja, "en": text.en}


def _place(origin: Origin | None) -> dict[str, Any] | None:
    if origin is None:
        return None
    return {
        "document": origin.document,
        "line": origin.line or None,
        "last_line": origin.last or None,
        "column": origin.column or None,
        "end_column": origin.end or None,
        "page": origin.page or None,
        "sheet": origin.sheet or None,
        "sheet_name": origin.sheet_name or None,
        "row": origin.row or None,
    }
