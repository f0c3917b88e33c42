"""The page /check: the form, and beneath it what was found, for somebody who knows no RDF.

Pages are made from the site's templates; `kyodo-lod site` writes none of them, as no folder of files
can check anything.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from kyodo_lod.bilingual import Bilingual, Language
from kyodo_lod.check.folding import Fold
from kyodo_lod.check.report import Report
from kyodo_lod.check.reports.places import primary
from kyodo_lod.check.reports.text import about_line, also, folds, inner_lines, one_line
from kyodo_lod.model.rules import YEAR
from kyodo_lod.origin import Origin
from kyodo_lod.publish.pages.render import render
from kyodo_lod.serve.checking import Result
from kyodo_lod.serve.known_plans import known_plans
from kyodo_lod.serve.marked_line import MarkedLine, marked_line
from kyodo_lod.serve.rewording import reworded, reworded_error
from kyodo_lod.serve.row_names import NOBODY, RowName
from kyodo_lod.serve.rule_titles import rule_title
from kyodo_lod.serve.sample import PATH as SAMPLE
from kyodo_lod.serve.sample import sample
from kyodo_lod.serve.submission import document_endings, rdf_endings
from kyodo_lod.site.findings import rule_place
from kyodo_lod.site.pages import THEME

#: of the Japanese page, as a path in the site
NAME = "check.html"
#: findings that a page shows; the reports for programs hold more
SHOWN = 300
#: of a document that is garbled as a whole: enough to see what is meant
_SHOWN_GARBLED = 5
#: what no clerk has written who sends a document alone
_MANIFEST = "source.toml"
_WHOLE = Bilingual("全体", "the whole file")
_SHEET_ROW = Bilingual("{line} 行目 (Excel では {row} 行目)", "line {line} (row {row} in Excel)")


@dataclass(frozen=True, slots=True)
class Told:
    """Findings alike, as the page tells of them.

    Args:
        severity: as style sheets know it: `Violation`.
        severity_name: for people.
        place: line or row.
        project: 事業名 of its row; empty where it has none.
        message: what is wrong and how to repair it.
        count: how many findings these are.
        also: how many more there are, and where; empty where there are none.
        rule: its title, empty where it has none; the name of a rule that is explained nowhere.
        rule_place: where it is explained, as a path in the site; empty where it is not.
        line: the line at fault; None where it is not known.
        about: the node and the value at fault; empty where the line shows them.
        inner: demands within the rule that are not met.
    """

    severity: str
    severity_name: Bilingual
    place: Bilingual
    project: str
    message: Bilingual
    count: int
    also: Bilingual
    rule: str
    rule_place: str
    line: MarkedLine | None
    about: str
    inner: Sequence[str]


@dataclass(frozen=True, slots=True)
class Form:
    """What stands in the form's fields, and what was wrong with them.

    Args:
        fields: as they were sent.
        alert: why nothing was checked; None where nothing is wrong.
    """

    fields: Mapping[str, str] = field(default_factory=dict)
    alert: Bilingual | None = None


def page(
    language: Language,
    site: Path,
    home: str,
    limit: int,
    form: Form | None = None,
    result: Result | None = None,
) -> str:
    """Give the page.

    Args:
        language: of the page.
        site: the folder of the files that are served.
        home: IRI that they are published under.
        limit: bytes that an upload may have.
        form: what stands in its fields.
        result: what checking gave; None where nothing was checked.
    """
    shown = form or Form()
    values = {
        "served": True,
        "plans": known_plans(site),
        "sample": sample(site),
        "sample_path": SAMPLE,
        "document_endings": document_endings(),
        "rdf_endings": rdf_endings(),
        "limit": limit,
        "fields": shown.fields,
        "alert": shown.alert,
        "result": result,
        **(_shown(result, language, site) if result else {}),
    }
    return render(NAME, NAME, language, home, values, THEME)


def _shown(result: Result, language: Language, site: Path) -> dict[str, object]:
    """Give what the page shows of a result."""
    unread = result.report.unreadable
    shown = list(told(result, language, site))
    why = reworded_error(unread.message) if unread else None
    messages = [each.message.en for each in shown] + [why.en if why else ""]
    return {
        "told": shown,
        "count_shown": sum(each.count for each in shown),
        "why": _plain(why) if why else None,
        "speaks_of_manifest": any(_MANIFEST in message for message in messages),
    }


def told(result: Result, language: Language, site: Path) -> Iterator[Told]:
    """Give the findings as the page tells of them, those alike once, by their places.

    Args:
        result: with its report.
        language: of the page.
        site: the folder of the files that are served.
    """
    most = _SHOWN_GARBLED if result.garbled else SHOWN
    return (_told(fold, result, language, site) for fold in _first(result.report)[:most])


def _first(report: Report) -> list[Fold]:
    """Put findings together that the page words alike, and give the first by their places."""
    every = folds(map(reworded, report.findings), unfold=False)
    return sorted(every, key=lambda fold: _order(fold, report))


def _order(fold: Fold, report: Report) -> tuple[bool, int]:
    """Give what findings are sorted by: what is wrong with the form, then what with which line."""
    at = primary(fold.first, report.place)
    return fold.first.rule != YEAR.iri, at.line or at.row


def _told(fold: Fold, result: Result, language: Language, site: Path) -> Told:
    finding, name = fold.first, result.report.place
    row = result.names.get(finding.origin.line, NOBODY) if finding.origin else NOBODY
    at = primary(finding, name)
    explained = rule_place(finding.rule, site)
    return Told(
        severity=finding.severity.value,
        severity_name=finding.severity.label,
        place=_place(at, row),
        project=one_line(row.project),
        message=_plain(finding.message),
        count=1 + len(fold.others),
        also=also(fold, name),
        rule=rule_title(explained, site, language) if explained else finding.short_rule,
        rule_place=explained,
        line=marked_line(finding.excerpt, at.column, at.end) if finding.excerpt else None,
        about=about_line(finding, language, name),
        inner=tuple(inner_lines(finding.inner, language, "")),
    )


def _plain(text: Bilingual) -> Bilingual:
    """Give a text, which may quote what was uploaded, as one line that steers nothing."""
    return Bilingual(*map(one_line, text))


def _place(at: Origin, row: RowName) -> Bilingual:
    if at.line and row.sheet_row not in (0, at.line):
        return _SHEET_ROW.fill(line=at.line, row=row.sheet_row)
    if at.line:
        return Bilingual(f"{at.line} 行目", f"line {at.line}")
    return at.within if any(at.within) else _WHOLE
