"""The table of project counts (事業数一覧表), and the rows held against it."""

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from kyodo_lod.finding import Finding
from kyodo_lod.model import rules
from kyodo_lod.model.japanese import key
from kyodo_lod.model.layout import Kind, Line
from kyodo_lod.model.plan import Plan, PolicySection
from kyodo_lod.origin import Origin


class CountTable(NamedTuple):
    """What the document says of its own rows.

    Args:
        policies: number of a policy → its row; the first where it stands twice.
        total: the row of the total.
    """

    policies: dict[int, Line]
    total: Line | None


def count_table(lines: Iterable[Line]) -> CountTable:
    """Collect the count table from the lines of a document."""
    policies: dict[int, Line] = {}
    total = None
    for line in lines:
        if line.kind is Kind.COUNT:
            policies.setdefault(line.number, line)
        elif line.kind is Kind.TOTAL:
            total = total or line
    return CountTable(policies, total)


def check_table(lines: Sequence[Line], table: CountTable, document: str) -> Iterator[Finding]:
    """Give what is wrong with the table itself."""
    for line in lines:
        text = " ".join(filter(None, line.cells))
        if line.kind is Kind.BROKEN_COUNT:
            count = next(cell for cell in reversed(line.cells) if cell)
            row = line.row.text.strip().replace("\t", "⇥")
            yield rules.COUNT_ROW.at(line.row.origin, value=count, row=row)
        first = _first_of(line, table)
        if first and first is not line:
            where = first.row.origin
            yield rules.COUNT_ROW_REPEATED.at(line.row.origin, where, value=text, first=where)
    if not table.policies:
        yield rules.COUNT_TABLE_MISSING.at(Origin(document))
    elif table.total is None:
        last = max(line.row.origin for line in table.policies.values())
        yield rules.COUNT_TOTAL_MISSING.at(last)


def _first_of(line: Line, table: CountTable) -> Line | None:
    if line.kind is Kind.TOTAL:
        return table.total
    return table.policies.get(line.number) if line.kind is Kind.COUNT else None


def check_counts(plan: Plan, table: CountTable) -> Iterator[Finding]:
    """Hold the plan's sections and projects against the table."""
    for section in plan.sections:
        yield from _check_section(section, table)
    numbers = {section.number for section in plan.sections}
    for number, line in table.policies.items():
        if number not in numbers:
            yield rules.HEADING_MISSING.at(line.row.origin, value=str(number))
    if table.total:
        yield from _check_total(table.total, table, len(list(plan.projects())))


def _check_section(section: PolicySection, table: CountTable) -> Iterator[Finding]:
    heading = section.origins[0]
    line = table.policies.get(section.number)
    if line is None:
        yield from _check_unlisted(section, table)
        return
    listed = line.row.origin
    if section.title and key(line.title) != key(section.title):
        words: dict[str, object] = {"number": section.number, "listed": listed, "title": line.title}
        yield rules.HEADING_TITLE.at(heading, listed, value=section.title, **words)
    if line.count != len(section.projects):
        yield rules.SECTION_COUNT.at(
            listed,
            heading,
            number=section.number,
            declared=line.count,
            listed=len(section.projects),
        )


def _check_unlisted(section: PolicySection, table: CountTable) -> Iterator[Finding]:
    heading = section.origins[0]
    if table.policies:
        yield rules.HEADING_UNLISTED.at(heading, value=str(section.number))
    elif not section.projects:
        yield rules.SECTION_EMPTY.at(heading, value=section.title)


def _check_total(total: Line, table: CountTable, projects: int) -> Iterator[Finding]:
    origin = total.row.origin
    if total.number != projects:
        yield rules.TOTAL_COUNT.at(origin, declared=total.number, listed=projects)
    added = sum(line.count for line in table.policies.values())
    if total.number != added:
        yield rules.DECLARED_SUM.at(origin, declared=total.number, listed=added)
