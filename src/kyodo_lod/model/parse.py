"""A document's rows to a plan, with the findings made on the way."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

from kyodo_lod.bilingual import Bilingual, nearest
from kyodo_lod.finding import Finding
from kyodo_lod.model import rules
from kyodo_lod.model.characters import suspicious_characters
from kyodo_lod.model.counts import CountTable, check_counts, check_table, count_table
from kyodo_lod.model.layout import Kind, Line, lines, title_key
from kyodo_lod.model.plan import Plan, PlannedProject, PolicySection
from kyodo_lod.model.project import check_formulas, check_row, read_project, wrong_cells
from kyodo_lod.model.quotation import doubtful_quotations
from kyodo_lod.model.separator import header_without_tabs
from kyodo_lod.model.stated_years import check_years
from kyodo_lod.model.units import Units
from kyodo_lod.origin import Origin
from kyodo_lod.source.manifest import Manifest
from kyodo_lod.source.rows import Document

#: what stands in a table for the cell above
_DITTO = frozenset(("〃", "々", "″", "”", "同上", "同"))
_AS_ABOVE = Bilingual(
    "上の行と同じ課なら、その課の名前を書いてください。",
    "; if the unit of the row above is meant, write its name",
)


class Reading(NamedTuple):
    """What reading a document gave: the plan (None where there is no table) and the findings."""

    plan: Plan | None
    findings: tuple[Finding, ...]


def parse(manifest: Manifest, document: Document) -> Reading:
    """Read the plan in `document`.

    Args:
        manifest: what is known of it beforehand.
        document: its rows.

    Returns:
        The plan and all findings, in the order of the document.
    """
    found = list(lines(document.rows, manifest.document.columns, manifest.document.title))
    if not any(line.columns for line in found):
        separated = header_without_tabs(document.rows, manifest.document.columns)
        if separated:  # all else would repeat it, row by row
            return Reading(None, (rules.SEPARATOR.at(separated.origin, value=separated.text),))
    table = count_table(found)
    plan = _plan(manifest, document, found, table)
    findings = [finding for row in document.rows for finding in suspicious_characters(row)]
    findings += doubtful_quotations(document.rows)
    findings += _check_lines(found, manifest)
    findings += check_years(found, manifest)
    findings += check_table(found, table, document.name)
    if any(plan.projects()):
        findings += check_counts(plan, table)
        findings += _check_units(plan, _units(manifest))
        findings += _check_duplicates(plan)
        findings += _check_keys(plan)
        findings += _check_formulas(plan)
        return Reading(plan, _in_order(findings))
    # where there is no table, nothing stands outside of one
    findings = [one for one in findings if one.rule != rules.TEXT_OUTSIDE_TABLE.iri]
    return Reading(None, _in_order([*findings, rules.NO_PROJECTS.at(Origin(document.name))]))


def _in_order(findings: Sequence[Finding]) -> tuple[Finding, ...]:
    each = dict.fromkeys(findings)  # two cells of a row may have the same fault
    return tuple(sorted(each, key=lambda finding: finding.origin or Origin("")))


def _plan(manifest: Manifest, document: Document, found: Sequence[Line], table: CountTable) -> Plan:
    return Plan(
        manifest=manifest,
        document=document,
        sections=tuple(_sections(found, table, manifest)),
        declared=table.total.number if table.total else None,
        declared_origin=table.total.row.origin if table.total else None,
    )


def _units(manifest: Manifest) -> Units:
    return Units(manifest.municipality.units, manifest.document.fiscal_year)


def _sections(
    found: Sequence[Line], table: CountTable, manifest: Manifest
) -> Iterator[PolicySection]:
    units = _units(manifest)
    keys = manifest.release.keys
    headings = {line.number: line for line in reversed(found) if line.kind is Kind.HEADING}
    projects: dict[int, list[PlannedProject]] = {number: [] for number in reversed(headings)}
    policy = 0
    document_order = 0
    for line in found:
        if line.kind is Kind.HEADING:
            policy = line.number
        elif line.kind is Kind.PROJECT and policy:
            document_order += 1
            order = len(projects[policy]) + 1
            project = read_project(line, policy, order, document_order, units)
            kept = keys.get(project.name_as_listed, project.key)
            projects[policy].append(replace(project, key=kept))
    for order, (number, listed) in enumerate(projects.items(), 1):
        yield _section(headings[number], order, listed, table.policies.get(number))


def _section(
    heading: Line, order: int, projects: Sequence[PlannedProject], count: Line | None
) -> PolicySection:
    origins = (heading.row.origin, count.row.origin) if count else (heading.row.origin,)
    return PolicySection(
        number=heading.number,
        order=order,
        title=heading.title,
        declared=count.count if count else None,
        projects=tuple(projects),
        origins=origins,
    )


def _check_lines(found: Sequence[Line], manifest: Manifest) -> Iterator[Finding]:
    title = manifest.document.title
    policy = 0
    headings: dict[int, Line] = {}
    for line in _only_first_stray(found):
        if line.kind is Kind.HEADING:
            yield from _check_heading(line, policy, headings)
            yield from check_formulas((*line.cells, line.title), line.row.origin)
            policy = line.number
        elif line.kind is Kind.PROJECT:
            if not policy:
                yield rules.ROW_OUTSIDE_POLICY.at(line.row.origin)
            yield from check_row(line)
        else:
            yield from _check_other(line, title)


def _only_first_stray(found: Sequence[Line]) -> Iterator[Line]:
    """Leave out the rows without a header behind the first: they lack the same one."""
    strays = (line for line in found if line.kind is Kind.STRAY)
    first = next(strays, None)
    yield from (line for line in found if line.kind is not Kind.STRAY or line is first)


def _check_heading(line: Line, before: int, headings: dict[int, Line]) -> Iterator[Finding]:
    origin = line.row.origin
    if not line.title:
        yield rules.HEADING_UNTITLED.at(origin, value=str(line.number))
    first = headings.setdefault(line.number, line)
    if first is not line:
        where = first.row.origin
        yield rules.HEADING_REPEATED.at(origin, where, value=str(line.number), first=where)
    elif line.number < before:
        yield rules.HEADING_ORDER.at(origin, value=str(line.number), before=before)


def _check_other(line: Line, title: str) -> Iterator[Finding]:
    origin = line.row.origin
    text = " ".join(filter(None, line.cells))
    if line.kind is Kind.BROKEN_HEADER:
        yield rules.HEADER.at(origin, value=text)
    elif line.kind is Kind.STRAY:
        yield rules.ROW_OUTSIDE_TABLE.at(origin)
    elif line.kind is Kind.PROSE and line.columns:
        # inside the table, a line without cells is most likely a broken cell
        yield wrong_cells(line)
    elif line.kind is Kind.PROSE and title_key(text) not in title_key(title):
        yield rules.TEXT_OUTSIDE_TABLE.at(origin, value=text)


def _near(unknown: Sequence[str], units: Units) -> Bilingual:
    """Say what may have been meant: the registered names alike, or the unit of the row above."""
    if _DITTO.issuperset(unknown):
        return _AS_ABOVE
    return nearest(list(dict.fromkeys(filter(None, map(units.like, unknown)))))


def _check_units(plan: Plan, units: Units) -> Iterator[Finding]:
    registry = plan.manifest.municipality.registry
    for project in plan.projects():
        unknown = [unit.full_label for unit in project.units if not unit.is_registered]
        if unknown:
            near = _near(unknown, units)
            value, place = "、".join(unknown), Bilingual(registry, registry)
            yield rules.UNIT_UNKNOWN.at(project.origin, value=value, near=near, registry=place)


def _check_formulas(plan: Plan) -> Iterator[Finding]:
    """Give what a spreadsheet would run once the cells are taken apart, as in 総務部人事課、=1+1."""
    for project in plan.projects():
        labels = [unit.full_label for unit in project.units]
        yield from check_formulas((project.account, *labels), project.origin)


def _check_keys(plan: Plan) -> Iterator[Finding]:
    names = {project.name_as_listed for project in plan.projects()}
    for name in plan.manifest.release.keys:
        if name not in names:
            yield rules.KEY_UNUSED.at(Origin(plan.document.name), value=name)
    first: dict[str, PlannedProject] = {}
    for project in plan.projects():
        twin = first.setdefault(project.key, project)
        if twin is not project:
            where = twin.origin
            yield rules.KEY_REPEATED.at(project.origin, where, key=project.key, first=where)


def _check_duplicates(plan: Plan) -> Iterator[Finding]:
    first: dict[tuple[str, str, str], PlannedProject] = {}
    for project in plan.projects():
        row = (project.name_as_listed, project.description, project.unit_as_listed)
        twin = first.setdefault(row, project)
        if twin is not project and all(row):
            same = twin.policy == project.policy
            rule = rules.DUPLICATE_ROW if same else rules.REPEATED_ROW
            yield rule.at(project.origin, twin.origin, first=twin.origin)
