"""A small document that a clerk sees how one is written by: the beginning of a published plan."""

from collections.abc import Iterable, Iterator, Mapping
from itertools import islice, takewhile
from pathlib import Path
from typing import NamedTuple

from kyodo_lod.model.columns import COUNT_TABLE, Column
from kyodo_lod.publish.tables.projects import PROJECTS
from kyodo_lod.serve.known_plans import KnownPlan, known_plan, newest_tables, table_rows

#: as a path in the site
PATH = "check-sample.txt"
_PROJECTS = 2


class Sample(NamedTuple):
    """A document, and what is filled in beside it.

    Args:
        plan: that it is taken from.
        year: the fiscal year.
        dataset: what is published of it, as a path in the site.
        text: with tabs between the cells.
    """

    plan: KnownPlan
    year: str
    dataset: str
    text: str

    @property
    def data(self) -> bytes:
        """As Windows takes it: with a byte order mark and CRLF."""
        return self.text.replace("\n", "\r\n").encode("utf-8-sig")


def sample(site: Path) -> Sample | None:
    """Give one policy and two projects of the first published plan; None where none is published.

    Args:
        site: the folder of published files.
    """
    for path in newest_tables(site, "*", PROJECTS):
        rows = list(_first_projects(table_rows(path, PROJECTS)))
        if rows:
            text = "".join(f"{line}\n" for line in _lines(rows))
            folder = path.parent.relative_to(site).as_posix()
            plan = known_plan(path, rows[0])
            return Sample(plan, rows[0]["fiscalYear"], f"{folder}/index.html", text)
    return None


def _first_projects(rows: Iterator[dict[str, str]]) -> Iterator[Mapping[str, str]]:
    """Give the first projects of the first policy."""
    first = next(rows, None)
    if first:
        yield first
        alike = takewhile(lambda row: row["policyNumber"] == first["policyNumber"], rows)
        yield from islice(alike, _PROJECTS - 1)


def _lines(rows: list[Mapping[str, str]]) -> Iterator[str]:
    first = rows[0]
    policy = f"{first['policyNumber']} {first['policyTitle']}"
    (policies, *_), (counts, *_) = COUNT_TABLE
    yield from (f"{first['planTitle']} {first['fiscalYear']}年度実施計画", "")
    yield from (_row((policies, counts)), _row((policy, str(len(rows)))))
    yield from (_row(("合計", str(len(rows)))), "")
    yield _row(column.value for column in Column)
    yield _row((f"◆基本施策{policy}", "", "", ""))
    for row in rows:
        yield _row(
            row[name] for name in ("markedNew", "nameAsListed", "description", "unitAsListed")
        )


def _row(cells: Iterable[str]) -> str:
    return "\t".join(" ".join(cell.splitlines()).replace("\t", " ") for cell in cells)
