"""Findings as annotations on a pull request: workflow commands of GitHub Actions.

Escaped as GitHub's own toolkit does (actions/toolkit, packages/core/src/command.ts). GitHub shows ten
annotations of each kind for a step; the log, where each line says its place, has them all.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from operator import attrgetter

from kyodo_lod.bilingual import Bilingual, Language
from kyodo_lod.check.folding import Fold
from kyodo_lod.check.report import Report, readable
from kyodo_lod.check.reports.places import by_path, encodable, in_input, in_repository
from kyodo_lod.check.reports.text import (
    about_line,
    fold_line,
    folds,
    inner_lines,
    one_line,
    sum_line,
    unreadable_line,
)
from kyodo_lod.check.unreadable import Unreadable
from kyodo_lod.finding import Severity
from kyodo_lod.origin import Origin

_COMMANDS = {Severity.VIOLATION: "error", Severity.WARNING: "warning", Severity.INFO: "notice"}
#: annotations of each kind that GitHub shows for a step
_LIMIT = 10
_MORE = Bilingual(
    "{word} は {count} 件あります。GitHub が注釈として示すのは最初の {limit} 件だけです。すべてはこのログにあります。",
    "there are {count} of kind {word}, of which GitHub shows the first {limit} as annotations; this log has all",
)


def write(reports: Sequence[Report], language: Language, unfold: bool = False) -> str:
    """Write what cannot be read and each finding as a command, what GitHub leaves out, the sums."""
    reports = by_path(reports)
    found = [(report, fold) for report in reports for fold in folds(report.findings, unfold)]
    found.sort(key=lambda pair: list(Severity).index(pair[1].first.severity))
    lines = [_failure(report.unreadable, language) for report in reports if report.unreadable]
    lines += [_idle(report, language) for report in reports if report.idle]
    lines += [_command(fold, report.place, language) for report, fold in found]
    lines += _beyond([fold for _, fold in found], language)
    lines += [plain(sum_line(report, language)) for report in readable(reports)]
    return encodable("".join(f"{line}\n" for line in lines))


def _command(fold: Fold, place: str, language: Language) -> str:
    finding = fold.first
    words = [fold_line(fold, language, place), about_line(finding, language, place)]
    words += inner_lines(finding.inner, language, "")
    message = "\n".join(filter(None, words))
    return _written(_COMMANDS[finding.severity], _properties(fold, place), message)


def _idle(report: Report, language: Language) -> str:
    properties = [*_file(Origin(report.place), report.place), ("title", "idle")]
    text = f"{report.place}: {report.idle_note.text(language)}"
    return _written("notice", properties, one_line(text))


def _failure(why: Unreadable, language: Language) -> str:
    at = why.origin
    properties = [*_file(at, at.document), *_cell(at), ("title", "unreadable")]
    return _written("error", properties, unreadable_line(why, language))


def _written(command: str, properties: Iterable[tuple[str, str]], message: str) -> str:
    listed = ",".join(f"{name}={_property(text)}" for name, text in properties)
    return f"::{command} {listed}::{_data(message)}"


def _properties(fold: Fold, place: str) -> Iterator[tuple[str, str]]:
    at = in_input(fold.first, place)
    yield from _file(at, place)
    yield from _cell(at)
    yield "title", fold.first.short_rule


def _file(at: Origin, place: str) -> Iterator[tuple[str, str]]:
    if place != "-":
        yield "file", in_repository(at.document, "GITHUB_WORKSPACE")


def _cell(at: Origin) -> Iterator[tuple[str, str]]:
    if at.line:
        yield "line", str(at.line)
        if at.last > at.line:
            yield "endLine", str(at.last)
        elif at.column:
            yield "col", str(at.column)
            yield "endColumn", str(max(at.end, at.column))


def _beyond(folds: Sequence[Fold], language: Language) -> Iterator[str]:
    counts = Counter(map(attrgetter("first.severity"), folds))
    for severity, word in _COMMANDS.items():
        if counts[severity] > _LIMIT:
            text = _MORE.fill(word=word, count=counts[severity], limit=_LIMIT)
            yield plain(text.text(language))


def plain(line: str) -> str:
    """Give a line of the log that GitHub does not take for a command, in the old form or the new."""
    return f"kyodo-lod: {line}".replace("##[", "## [")


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
