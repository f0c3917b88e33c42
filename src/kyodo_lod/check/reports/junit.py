"""Findings as JUnit XML: one test case for each rule and file, so that passing rules are seen too.

A case fails where its rule is violated; an input that cannot be read is one case, in error. Warnings and infos stand in the case's `system-out`, so that
a CI shows them and still calls the run green, as the exit status does. The elements and attributes
are those of Jenkins' schema (xunit-plugin, junit-10.xsd), which GitLab and others read as well. No
time is told: the same input gives the same report.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from xml.etree import ElementTree

from kyodo_lod.bilingual import Bilingual, Language, visible
from kyodo_lod.check.report import Beyond, Report
from kyodo_lod.check.reports.places import by_path, in_repository
from kyodo_lod.check.reports.summary import part
from kyodo_lod.check.reports.text import (
    about_line,
    fold_line,
    folds,
    inner_lines,
    one_line,
    unreadable_line,
)
from kyodo_lod.check.unreadable import Unreadable
from kyodo_lod.finding import Finding, Severity

#: of one rule, beyond what is told
_LEFT_OUT = Bilingual("ほか {count} 件 (省略)", "{count} more not told")


def write(reports: Sequence[Report], language: Language, unfold: bool = False) -> str:
    """Write each report as a test suite."""
    suites = [_suite(report, language, unfold) for report in by_path(reports)]
    root = ElementTree.Element("testsuites", {"name": "kyodo-lod", **_sums(suites)})
    root.extend(suites)
    ElementTree.indent(root)
    body = ElementTree.tostring(root, encoding="unicode")
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{body}\n'


def _sums(suites: Iterable[ElementTree.Element]) -> dict[str, str]:
    keys = ("tests", "failures", "errors")
    suites = list(suites)
    return {key: str(sum(int(suite.attrib[key]) for suite in suites)) for key in keys}


def _suite(report: Report, language: Language, unfold: bool) -> ElementTree.Element:
    cases = _cases(report, language, unfold)
    if report.idle:
        _skip(cases, report.idle_note.text(language))
    if report.stopped:
        _skip([case for case in cases if not len(case)], part(report).text(language))
    if report.unreadable:
        cases.append(_in_error(report.unreadable, report.place, language))
    suite = ElementTree.Element("testsuite", name=_text(report.place), tests=str(len(cases)))
    failures, errors, skipped = (_having(cases, tag) for tag in ("failure", "error", "skipped"))
    suite.attrib.update(failures=failures, errors=errors, skipped=skipped)
    suite.extend(cases)
    return suite


def _cases(report: Report, language: Language, unfold: bool) -> list[ElementTree.Element]:
    """Give a case for each rule that was checked or broken; also where none of its findings is told."""
    by_rule: defaultdict[str, list[Finding | Beyond]] = defaultdict(list)
    for rule in report.rules:
        by_rule[rule] = []
    broken: list[Finding | Beyond] = [*report.findings, *report.beyond]
    for each in broken:
        by_rule[each.rule].append(each)
    names = report.short_rules
    return [
        _case(names[rule], found, report.place, language, unfold)
        for rule, found in sorted(by_rule.items())
    ]


def _skip(cases: Iterable[ElementTree.Element], why: str) -> None:
    for case in cases:
        ElementTree.SubElement(case, "skipped", message=why)


def _having(cases: Iterable[ElementTree.Element], tag: str) -> str:
    return str(sum(case.find(tag) is not None for case in cases))


def _in_error(why: Unreadable, place: str, language: Language) -> ElementTree.Element:
    case = _empty_case("unreadable", place)
    error = ElementTree.SubElement(case, "error", type="Unreadable")
    error.set("message", one_line(why.message.text(language)))
    error.text = unreadable_line(why, language)
    return case


def _case(
    name: str, found: Sequence[Finding | Beyond], place: str, language: Language, unfold: bool
) -> ElementTree.Element:
    case = _empty_case(name, place)
    wrong = [each for each in found if each.severity is Severity.VIOLATION]
    rest = [each for each in found if each.severity is not Severity.VIOLATION]
    if wrong:
        failure = ElementTree.SubElement(case, "failure", type="Violation")
        failure.set("message", one_line(_message(wrong[0]).text(language)))
        failure.text = _told(wrong, place, language, unfold)
    if rest:
        ElementTree.SubElement(case, "system-out").text = _told(rest, place, language, unfold)
    return case


def _empty_case(name: str, place: str) -> ElementTree.Element:
    case = ElementTree.Element("testcase", name=_text(name), classname=_text(place))
    case.set("file", _text(in_repository(place, "CI_PROJECT_DIR")))
    return case


def _message(each: Finding | Beyond) -> Bilingual:
    return each.message if isinstance(each, Finding) else _LEFT_OUT.fill(count=each.count)


def _told(found: Sequence[Finding | Beyond], place: str, language: Language, unfold: bool) -> str:
    lines: list[str] = []
    for fold in folds((each for each in found if isinstance(each, Finding)), unfold):
        about = about_line(fold.first, language, place)
        lines += [fold_line(fold, language, place), *([f"  → {about}"] if about else [])]
        lines += inner_lines(fold.first.inner, language, "  ")
    lines += [_message(each).text(language) for each in found if isinstance(each, Beyond)]
    return "\n".join(lines)


def _text(text: str) -> str:
    """Show the characters that XML 1.0 does not allow, and others that nobody sees."""
    return visible(text)
