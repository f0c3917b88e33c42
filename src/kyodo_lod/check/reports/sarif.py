"""Findings as SARIF 2.1.0 (OASIS, Errata 01), which code scanning and many editors read.

Plain dicts and no library: sarif-om has classes for the whole standard, of which we write a tenth,
and checks nothing of it; the official schema, against which a test holds each report, does.
"""

import json
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from kyodo_lod import __version__
from kyodo_lod.bilingual import Language
from kyodo_lod.check.report import Beyond, Report, RuleText
from kyodo_lod.check.reports.fingerprint import fingerprints
from kyodo_lod.check.reports.places import by_path, encodable, further, in_input, in_repository
from kyodo_lod.check.reports.sarif_places import (
    BASES,
    artifact,
    file_location,
    location,
    message,
    related_locations,
)
from kyodo_lod.check.reports.summary import part
from kyodo_lod.check.reports.text import about_line, inner_lines, one_line
from kyodo_lod.finding import Finding, Severity, help_uri
from kyodo_lod.origin import Origin

SCHEMA = (
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
)
_HOME = "https://github.com/kyodo-lod/kyodo-lod"
_LEVELS = {Severity.VIOLATION: "error", Severity.WARNING: "warning", Severity.INFO: "note"}
#: the name under which our fingerprints are compared with each other; a new way of making them is v2
_FINGERPRINT = "kyodoLod/v1"


def write(
    reports: Sequence[Report],
    language: Language,
    unfold: bool = False,  # noqa: ARG001 - each place is marked in its file
) -> str:
    """Write all reports as one run."""
    log = {"$schema": SCHEMA, "version": "2.1.0", "runs": [_run(by_path(reports), language)]}
    return encodable(json.dumps(log, ensure_ascii=False, indent=2)) + "\n"


def _run(reports: Sequence[Report], language: Language) -> dict[str, Any]:
    rules = _rules(reports)
    numbers = {rule: number for number, rule in enumerate(rules)}
    return {
        "tool": {"driver": _driver(rules.values(), language)},
        "language": language,
        "columnKind": "unicodeCodePoints",
        "originalUriBaseIds": BASES,
        "invocations": [_invocation(reports, language)],
        "artifacts": list(_artifacts(reports)),
        "results": [result for r in reports for result in _results(r, numbers, language)],
        "properties": {"reports": [_properties(report) for report in reports]},
    }


def _invocation(reports: Sequence[Report], language: Language) -> dict[str, Any]:
    """Say whether all inputs could be read and checked, and why one was not (section 3.20)."""
    failed = [report.unreadable for report in reports if report.unreadable]
    told = [
        {
            "level": "error",
            "message": message(one_line(why.message.text(language))),
            "locations": [file_location(why.origin)],
        }
        for why in failed
    ]
    told += [
        {
            "level": "warning",
            "message": message(note.text(language)),
            "locations": [file_location(Origin(report.place))],
        }
        for report in reports
        for note in (report.idle_note, part(report))
        if note.en
    ]
    notifications = {"toolExecutionNotifications": told} if told else {}
    return {"executionSuccessful": not failed, **notifications}


def _rules(reports: Sequence[Report]) -> dict[str, RuleText]:
    """Give all rules that were checked or broken, by their IRIs, sorted."""
    broken: list[Finding | Beyond] = [each for r in reports for each in r.beyond]
    broken += [finding for report in reports for finding in report.findings]
    found = {each.rule: RuleText(each.rule, each.severity, short=each.name) for each in broken}
    checked = {rule: RuleText(rule, Severity.VIOLATION) for r in reports for rule in r.rules}
    texts = {text.rule: text for report in reports for text in report.texts}
    every = checked | found
    return {rule: texts.get(rule, every[rule]) for rule in sorted(every)}


def _driver(rules: Iterable[RuleText], language: Language) -> dict[str, Any]:
    return {
        "name": "kyodo-lod",
        "version": __version__,
        "semanticVersion": __version__,
        "informationUri": _HOME,
        "rules": [_rule(rule, language) for rule in rules],
    }


def _rule(rule: RuleText, language: Language) -> dict[str, Any]:
    name = rule.short_rule
    what = rule.message.text(language) or rule.name.text(language) or name
    why = rule.why.text(language)
    address = help_uri(rule.rule)
    return {
        "id": name,
        "shortDescription": message(rule.name.text(language) or what),
        "fullDescription": message(what),
        "help": message("\n".join(filter(None, (what, why)))),
        **({"helpUri": address} if address else {}),
        "defaultConfiguration": {"level": _LEVELS[rule.severity]},
        "properties": {"iri": rule.rule},
    }


def _artifacts(reports: Sequence[Report]) -> Iterator[dict[str, Any]]:
    files = {artifact(report.place)["uri"]: report.place for report in reports}
    for place in files.values():
        role = "standardStream" if place == "-" else "analysisTarget"
        yield {"location": artifact(place), "roles": [role]}


def _results(
    report: Report, numbers: dict[str, int], language: Language
) -> Iterator[dict[str, Any]]:
    names = fingerprints(report.findings, in_repository(report.place, "GITHUB_WORKSPACE"))
    for finding, name in zip(report.findings, names, strict=True):
        yield {
            "ruleId": finding.short_rule,
            "ruleIndex": numbers[finding.rule],
            "level": _LEVELS[finding.severity],
            "message": message(_told(finding, report.place, language)),
            "locations": [location(finding, report.place, language)],
            "relatedLocations": related_locations(
                further(finding, report.place), report.place, language
            ),
            "partialFingerprints": {_FINGERPRINT: name},
            "properties": _facts(finding),
        }


def _told(finding: Finding, place: str, language: Language) -> str:
    shown = in_input(finding, place)
    about = about_line(finding, language, place, shown)
    words = [one_line(finding.message.text(language)), about]
    return "\n".join(filter(None, [*words, *inner_lines(finding.inner, language, "")]))


def _facts(finding: Finding) -> dict[str, str]:
    facts = {
        "focus": finding.focus,
        "path": finding.path,
        "value": finding.value,
        "component": finding.component,
        "severity": finding.stated_severity,
    }
    return {name: fact for name, fact in facts.items() if fact}


def _properties(report: Report) -> dict[str, Any]:
    return {
        "input": report.place,
        "shapes": [{"name": s.place, "version": s.version} for s in report.shapes],
        "engine": report.engine,
        "known": report.known,
        "cut": report.cut,
        "cutRules": {each.short_rule: each.count for each in report.beyond},
        "stopped": report.stopped,
    }
