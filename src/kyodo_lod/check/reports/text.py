"""Findings for a person: `plan.txt:69: violation …`, then the line at fault and a caret under the cell."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from kyodo_lod.bilingual import NOTHING, Bilingual, Language, visible
from kyodo_lod.check.folding import Fold, folded
from kyodo_lod.check.report import Report, findable
from kyodo_lod.check.reports.excerpt import excerpt_lines
from kyodo_lod.check.reports.places import other, primary
from kyodo_lod.check.reports.statement import statement
from kyodo_lod.check.reports.summary import summary
from kyodo_lod.check.short_names import short
from kyodo_lod.check.unreadable import Unreadable
from kyodo_lod.finding import Finding, Inner
from kyodo_lod.origin import Origin

_LINES = Bilingual(" (ほか {count} 行: {lines})", " (and {count} more: {word} {lines})")
_SOME_LINES = Bilingual(" (ほか {count} 件。{lines} 行など)", " (and {count} more: {word} {lines})")
_MORE = Bilingual(" (ほか {count} 件)", " (and {count} more)")
#: further lines named after the first
_SHOWN = 5


def write(reports: Sequence[Report], language: Language, unfold: bool = False) -> str:
    """Write each report's findings, then its sum."""
    return "".join(
        f"{line}\n" for report in findable(reports) for line in _lines(report, language, unfold)
    )


def _lines(report: Report, language: Language, unfold: bool) -> Iterator[str]:
    if report.unreadable:
        yield unreadable_line(report.unreadable, language)
        return
    for fold in folds(report.findings, unfold):
        yield fold_line(fold, language, report.place)
        yield from _details(fold.first, language, report.place)
    yield sum_line(report, language)


def folds(findings: Iterable[Finding], unfold: bool) -> list[Fold]:
    """Give findings with those alike put together, unless `unfold`."""
    return [Fold(finding) for finding in findings] if unfold else folded(findings)


def sum_line(report: Report, language: Language) -> str:
    """Give the sum of a report as one line."""
    return one_line(f"{report.place}: {summary(report).text(language)}")


def unreadable_line(why: Unreadable, language: Language) -> str:
    """Give in one line why an input could not be read."""
    return one_line(f"{why.place}: {why.message.text(language)}")


def one_line(text: str) -> str:
    """Give a text as one line that steers no terminal."""
    return visible(" ".join(text.split()))


def finding_lines(findings: Iterable[Finding], language: Language, place: str) -> Iterator[str]:
    """Give findings as one line each; what is wrong in the same words in many places is said once.

    Args:
        findings: in the order of their places.
        language: for people.
        place: stands in where a finding has no place in a document.
    """
    return (fold_line(fold, language, place) for fold in folded(findings))


def fold_line(fold: Fold, language: Language, place: str) -> str:
    """Give findings alike as one line: the first, how many more, and where."""
    return finding_line(fold.first, language, place) + also(fold, place).text(language)


def also(fold: Fold, place: str) -> Bilingual:
    """Say how many more findings are like the first, and in which lines; empty where none are."""
    once = dict.fromkeys((fold.first, *fold.others))
    first, *others = [primary(finding, place) for finding in once]
    if not others:
        return NOTHING
    numbers = dict.fromkeys(_number(origin, first) for origin in others if origin != first)
    lines = [str(number) for number in numbers if number]
    text = _MORE if not lines else _LINES if len(lines) == len(others) else _SOME_LINES
    shown = ", ".join(lines[:_SHOWN]) + (", …" if len(lines) > _SHOWN else "")
    unit = "line" if first.line else "row"
    word = unit if len(lines) == 1 else f"{unit}s"
    return text.fill(count=len(others), lines=shown, word=word)


def _number(origin: Origin, first: Origin) -> int:
    """Give the line, or the row on the page or sheet of the first place; 0 for one elsewhere."""
    return origin.line or (origin.row if replace(origin, row=first.row) == first else 0)


def finding_line(finding: Finding, language: Language, place: str) -> str:
    """Give one finding as one line; `place` stands in where it has no place of its own."""
    where = primary(finding, place).words.text(language)
    rule, message = finding.short_rule, finding.message.text(language)
    return one_line(f"{where}: {severity_word(finding, language)} {rule}: {message}")


def severity_word(finding: Finding, language: Language) -> str:
    """Give the word for how much a finding matters, with the shapes' own where they have one."""
    word = finding.severity.label.text(language)
    own = finding.stated_severity.rstrip("/#").replace("#", "/").rpartition("/")[2]
    return f"{word} ({own})" if own else word


def _details(finding: Finding, language: Language, place: str) -> Iterator[str]:
    if about := about_line(finding, language, place):
        yield f"  → {about}"
    if finding.excerpt:
        at = primary(finding, place)
        for line in excerpt_lines(finding.excerpt, at.line or at.row, at.column, at.end):
            yield f"  {line}"
    yield from inner_lines(finding.inner, language, "  ")


def about_line(
    finding: Finding, language: Language, place: str, shown: Origin | None = None
) -> str:
    """Give the other place, the node and the value at fault in one line; empty where none is known.

    Args:
        finding: what was found.
        language: for people.
        place: the input's name.
        shown: the place that is told already; what `primary` gives where it is left out.
    """
    first = shown or primary(finding, place)
    elsewhere = other(finding, first)
    # a line of a document shows which row is meant, one of an RDF file not always which node
    is_told = first.line and (finding.label.en or first != finding.graph_origin)
    focus = "" if is_told else _named(at_fault(finding), finding)
    where = elsewhere.words.text(language) if elsewhere else ""
    parts = (where, finding.label.text(language), focus, statement(finding, language))
    return one_line(" · ".join(part for part in parts if part))


def _named(node: str, finding: Finding) -> str:
    return short(node, dict(finding.prefixes))


def at_fault(finding: Finding) -> str:
    """Give the node whose statements are wrong: the focus, or another that a rule on it names."""
    return finding.value if finding.kind == "<>" and not finding.path else finding.focus


def inner_lines(inner: Iterable[Inner], language: Language, indent: str) -> Iterator[str]:
    """Give the demands within a rule that a value fails, one a line, deeper ones indented."""
    for each in inner:
        words = filter(None, (each.short_rule, each.message.text(language)))
        yield f"{indent}- {one_line(': '.join(words))}"
        yield from inner_lines(each.inner, language, f"{indent}  ")
