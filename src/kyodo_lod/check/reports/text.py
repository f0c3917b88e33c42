"""Findings as lines that a person reads and an editor jumps to: `plan.txt:69: violation …`."""

from collections.abc import Iterable, Iterator, Sequence

from kyodo_lod.bilingual import Bilingual, Language, visible
from kyodo_lod.check.report import Report, findable
from kyodo_lod.finding import Finding, Severity

_CONFORMS = Bilingual("違反はありません", "no violations")
_COUNTS = Bilingual(
    "違反 {violations} 件、警告 {warnings} 件", "{some_violations}, {some_warnings}"
)
_ALSO = Bilingual(" (ほか {count} 行: {lines})", " (and {count} more: {word} {lines})")
#: further lines named after the first
_SHOWN = 5


def write(reports: Sequence[Report], language: Language) -> str:
    """Write each report's findings, then its sum."""
    return "".join(f"{line}\n" for report in findable(reports) for line in _lines(report, language))


def _lines(report: Report, language: Language) -> Iterator[str]:
    yield from finding_lines(report.findings, language, report.place)
    yield visible(" ".join(f"{report.place}: {_summary(report).text(language)}".split()))


def finding_lines(findings: Iterable[Finding], language: Language, place: str) -> Iterator[str]:
    """Give findings as lines; what is wrong in the same words in many lines is said once.

    Args:
        findings: in the order of their places.
        language: for people.
        place: stands in where a finding has no place in a document.
    """
    alike: dict[tuple[str, str, Bilingual], list[Finding]] = {}
    for finding in findings:
        document = finding.origin.document if finding.origin else ""
        alike.setdefault((document, finding.rule, finding.message), []).append(finding)
    for first, *others in alike.values():
        line = finding_line(first, language, place)
        places = dict.fromkeys(other.origin for other in others if other.origin != first.origin)
        lines = [str(place.line) for place in places if place]
        yield line + _also(lines).text(language) if lines else line


def _also(lines: Sequence[str]) -> Bilingual:
    shown = ", ".join(lines[:_SHOWN]) + (", …" if len(lines) > _SHOWN else "")
    return _ALSO.fill(count=len(lines), lines=shown, word="line" if len(lines) == 1 else "lines")


def finding_line(finding: Finding, language: Language, place: str) -> str:
    """Give one finding as one line; `place` stands in where it has no place in a document."""
    where = str(finding.origin or place)
    severity = finding.severity.label.text(language)
    line = f"{where}: {severity} {finding.short_rule}: {finding.message.text(language)}"
    return visible(" ".join(line.split()))


def _some(count: int, word: str) -> str:
    """Count in English: 1 violation, 2 violations."""
    return f"{count} {word}{'' if count == 1 else 's'}"


def _summary(report: Report) -> Bilingual:
    violations = report.count(Severity.VIOLATION)
    warnings = report.count(Severity.WARNING)
    sums = _COUNTS.fill(
        violations=violations,
        warnings=warnings,
        some_violations=_some(violations, "violation"),
        some_warnings=_some(warnings, "warning"),
    )
    result = sums if violations or warnings else _CONFORMS
    read = report.read
    return Bilingual(f"{read.ja}、{result.ja}", f"{read.en}, {result.en}") if read else result
