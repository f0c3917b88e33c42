"""What checking a published dataset found, as its validation report tells (SHACL 1.0, section 3.6)."""

import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from kyodo_lod.bilingual import NOTHING, Bilingual
from kyodo_lod.query.run import own_quads
from kyodo_lod.rdf.terms import NamedNode
from kyodo_lod.rdf.vocabulary import HOME, prov, sh
from kyodo_lod.site.published import Published
from kyodo_lod.site.things import Things

_ID = re.compile(r'\bid="([^"]+)"')
#: the worst first
SEVERITIES = {
    sh.Violation: Bilingual("違反", "Violation"),
    sh.Warning: Bilingual("警告", "Warning"),
    sh.Info: Bilingual("情報", "Info"),
}


@dataclass(frozen=True, slots=True)
class Found:
    """One result of a report.

    Args:
        severity: its IRI's last part, as style sheets know it: `Violation`.
        severity_name: for people.
        rule: name of the rule that found it.
        rule_place: where the rule is explained, as a path in the site; empty where it is not ours.
        message: what is wrong and how to repair it.
        focus: what it is about.
        places: where that stands in the document.
    """

    severity: str
    severity_name: Bilingual
    rule: str
    rule_place: str
    message: Bilingual
    focus: NamedNode | None
    places: tuple[NamedNode, ...]


def report_path(slug: str) -> str:
    """Give where a dataset's report lies, as a path in the site."""
    return f"dataset/{slug}/{slug}-report.ttl"


def findings(slug: str, published: Published) -> list[Found] | None:
    """Give what checking found, the worst first; None where no report is published.

    Args:
        slug: names the dataset.
        published: what is published.
    """
    path = published.folder / report_path(slug)
    if not path.is_file():
        return None
    told = Things(own_quads(path))
    ranks = list(SEVERITIES)
    reports = told.instances(sh.ValidationReport)
    results = [result for report in reports for result in told.all(report, sh.result)]
    results.sort(key=lambda each: _rank(told.one(each, sh.resultSeverity), ranks))
    return [_found(result, told, published.folder) for result in results]


def _rank(severity: NamedNode | None, ranks: list[NamedNode]) -> int:
    return ranks.index(severity) if severity in ranks else len(ranks)


def _found(result: NamedNode, told: Things, folder: Path) -> Found:
    severity = told.one(result, sh.resultSeverity)
    name = severity.value.rpartition("#")[2] if severity else ""
    rule = told.one(result, sh.sourceShape) or told.one(result, sh.sourceConstraintComponent)
    return Found(
        severity=name if severity in SEVERITIES else "",
        severity_name=SEVERITIES.get(severity, Bilingual(name, name)) if severity else NOTHING,
        rule=rule.value.rpartition("#")[2] if rule else "",
        rule_place=rule_place(rule.value, folder) if rule else "",
        message=told.text(result, sh.resultMessage),
        focus=told.one(result, sh.focusNode),
        places=tuple(told.all(result, prov.wasDerivedFrom)),
    )


def rule_place(rule: str, folder: Path) -> str:
    """Give where a rule of ours is explained: `shapes/plan.html#PlannedProject-responsibleUnit`.

    Args:
        rule: its IRI.
        folder: of the published files.

    Returns:
        A path in the site; empty where the rule is not ours, or not explained there.
    """
    file, _, name = rule.removeprefix(HOME).partition("#")
    if not (rule.startswith(f"{HOME}shapes/") and file.removeprefix("shapes/").isalpha()):
        return ""
    return f"{file}.html#{name}" if name in _anchors(folder / f"{file}.html") else ""


@cache
def _anchors(page: Path) -> frozenset[str]:
    text = page.read_text(encoding="utf-8") if page.is_file() else ""
    return frozenset(_ID.findall(text))
