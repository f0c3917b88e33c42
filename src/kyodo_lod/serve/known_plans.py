"""What the published tables tell of the municipalities that are known here: their plans and units."""

import csv
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, NamedTuple

from kyodo_lod.publish.tables.column import Table
from kyodo_lod.publish.tables.projects import PROJECTS
from kyodo_lod.publish.tables.units import UNITS
from kyodo_lod.source.registry import UnitRecord

#: how the slug of a unit begins that no registry holds
_UNREGISTERED = "u-"


class KnownPlan(NamedTuple):
    """A plan of which years are published.

    Args:
        code: of its municipality.
        city: the municipality's name.
        slug: of the plan.
        title: of the plan.
    """

    code: str
    city: str
    slug: str
    title: str


def known_plans(site: Path) -> tuple[KnownPlan, ...]:
    """Give the plans of which years are published, sorted, each once.

    Args:
        site: the folder of published files.
    """
    return tuple(sorted(set(_plans(site))))


def _plans(site: Path) -> Iterator[KnownPlan]:
    for path in newest_tables(site, "*", PROJECTS):
        for row in table_rows(path, PROJECTS):
            yield known_plan(path, row)
            break  # every row says the same


def known_plan(path: Path, row: Mapping[str, str]) -> KnownPlan:
    """Give the plan that a table of projects is about.

    Args:
        path: of the table.
        row: any of it.
    """
    code, _, rest = path.parent.name.partition("-")
    return KnownPlan(code, row["municipalityName"], rest.rpartition("-fy")[0], row["planTitle"])


def units_path(site: Path, code: str) -> str:
    """Give the table of the units of a municipality, the newest, as a path in the site; or nothing."""
    found = newest_tables(site, f"{code}-*", UNITS)
    return found[-1].relative_to(site).as_posix() if found else ""


def registered_units(site: Path, code: str) -> tuple[UnitRecord, ...]:
    """Give the units of a municipality that are published, parents first.

    Args:
        site: the folder of published files.
        code: of the municipality.
    """
    found = {
        row["id"]: UnitRecord(row["id"], row["name"], row["parentId"], row["levelCode"], "", "")
        for path in newest_tables(site, f"{code}-*", UNITS)
        for row in table_rows(path, UNITS)
        if not row["id"].startswith(_UNREGISTERED)
    }
    return tuple(found.values())


def newest_tables(site: Path, slug: str, table: Table[Any]) -> list[Path]:
    """Give the newest table of each dataset, sorted by dataset.

    Args:
        site: the folder of published files.
        slug: pattern of the datasets' names.
        table: which one.
    """
    return sorted(
        path
        for path in site.glob(f"dataset/{slug}/*{table.ending}")
        if path.name == f"{path.parent.name}{table.ending}"
    )


def table_rows(path: Path, table: Table[Any]) -> Iterator[dict[str, str]]:
    """Give the rows of a published table by the names of its columns.

    Args:
        path: of the table.
        table: which one it is.
    """
    names = {column.header: column.name for column in table.columns}
    with path.open(encoding="utf-8-sig", newline="") as file:
        for row in csv.DictReader(file):
            yield {names[header]: cell for header, cell in row.items() if header in names}
