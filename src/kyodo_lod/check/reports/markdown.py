"""Findings as tables in Markdown, for the summary page of a CI run ($GITHUB_STEP_SUMMARY)."""

import re
from collections.abc import Iterable, Iterator, Sequence

from kyodo_lod.bilingual import Bilingual, Language
from kyodo_lod.check.folding import Fold
from kyodo_lod.check.report import Report, findable
from kyodo_lod.check.reports.places import primary
from kyodo_lod.check.reports.summary import part
from kyodo_lod.check.reports.text import (
    about_line,
    also,
    folds,
    inner_lines,
    one_line,
    severity_word,
    unreadable_line,
)
from kyodo_lod.finding import Severity, help_uri

#: bytes; GitHub refuses a step's whole summary beyond 1 MiB, and other steps may write there too
LIMIT = 1_000_000
#: what means something within a cell of a table (GitHub Flavored Markdown, and $ for mathematics)
_MARKUP = re.compile(r"[\\`*_\[\]|~$]")
_INPUTS = Bilingual(
    "| 入力 | 違反 | 警告 | 情報 |\n| :-- | --: | --: | --: |",
    "| input | violations | warnings | infos |\n| :-- | --: | --: | --: |",
)
_FINDINGS = Bilingual(
    "| 場所 | 重さ | 規則 | 内容 |\n| :-- | :-- | :-- | :-- |",
    "| place | severity | rule | message |\n| :-- | :-- | :-- | :-- |",
)
_UNREADABLE = Bilingual("読めない入力:", "Could not be read:")
_IDLE = Bilingual(
    "当てはまるシェイプがなく、何も検査していない入力:",
    "No shape is about anything in these, so nothing was checked:",
)
_MORE = Bilingual(
    "ほか {count} 件は、大きさの限りを超えるため省きました。",
    "{count} more are left out, for a summary may be no larger.",
)


def write(reports: Sequence[Report], language: Language, unfold: bool = False) -> str:
    """Write the sums, what cannot be read, then the findings, as many as a summary may hold."""
    reports = findable(reports)
    found = [(report, fold) for report in reports for fold in folds(report.findings, unfold)]
    sums = list(_within(map(_sum_row, reports), LIMIT // 2))
    lines = ["## kyodo-lod validate", "", _INPUTS.text(language), *sums]
    lines += _left_out(len(reports) - len(sums), language)
    lines += _failures(reports, language)
    lines += _idle(reports, language)
    if found:
        each = (_row(fold, report.place, language) for report, fold in found)
        rows = list(_within(each, LIMIT // 4))
        lines += ["", _FINDINGS.text(language), *rows]
        lines += _left_out(len(found) - len(rows), language)
    lines += _parts(reports, language)
    return "".join(f"{line}\n" for line in lines)


def _failures(reports: Iterable[Report], language: Language) -> list[str]:
    """Give what cannot be read as a list."""
    failed = [report.unreadable for report in reports if report.unreadable]
    if not failed:
        return []
    items = (f"- {text(unreadable_line(why, language))}" for why in failed)
    shown = list(_within(items, LIMIT // 8))
    left = _left_out(len(failed) - len(shown), language)
    return ["", _UNREADABLE.text(language), "", *shown, *left]


def _idle(reports: Iterable[Report], language: Language) -> list[str]:
    """Name the inputs in which nothing was checked."""
    places = [text(report.place) for report in reports if report.idle]
    shown = list(_within((f"- {place}" for place in places), LIMIT // 8))
    left = _left_out(len(places) - len(shown), language)
    return ["", text(_IDLE.text(language)), "", *shown, *left] if places else []


def _parts(reports: Iterable[Report], language: Language) -> list[str]:
    """Name the inputs of whose findings not all are told."""
    pairs = [(report.place, part(report).text(language)) for report in reports]
    said = [f"- {text(place)}: {text(note)}" for place, note in pairs if note]
    shown = list(_within(said, LIMIT // 16))
    left = _left_out(len(said) - len(shown), language)
    return ["", *shown, *left] if said else []


def _within(rows: Iterable[str], limit: int) -> Iterator[str]:
    """Give rows until they take more than `limit` bytes."""
    for row in rows:
        limit -= len(row.encode()) + 1
        if limit < 0:
            return
        yield row


def _left_out(count: int, language: Language) -> list[str]:
    return ["", _MORE.fill(count=count).text(language)] if count else []


def _sum_row(report: Report) -> str:
    unknown = "–" if report.unreadable else ""
    counts = " | ".join(unknown or str(report.found(severity)) for severity in Severity)
    return f"| {text(report.place)} | {counts} |"


def _row(fold: Fold, place: str, language: Language) -> str:
    finding = fold.first
    words = [
        text(finding.message.text(language) + also(fold, place).text(language)),
        text(about_line(finding, language, place)),
        *(text(line) for line in inner_lines(finding.inner, language, "")),
    ]
    cells = (
        text(primary(finding, place).words.text(language)),
        text(severity_word(finding, language)),
        _rule(finding.rule, text(finding.short_rule)),
        "<br>".join(filter(None, words)),
    )
    return f"| {' | '.join(cells)} |"


def _rule(rule: str, name: str) -> str:
    address = help_uri(rule)
    return f"[{name}]({address})" if address else name


def text(words: str) -> str:
    r"""Give words as Markdown that shows them and does nothing else, in one line.

    >>> print(text("a|b <script> *x*"))
    a\|b &lt;script&gt; \*x\*
    """
    quiet = one_line(words).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return _MARKUP.sub(r"\\\g<0>", quiet)
