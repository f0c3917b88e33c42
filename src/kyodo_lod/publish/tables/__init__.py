"""The tables of a dataset, one row each: build, CSVW, workbook and data-item sheet read them."""

from typing import Any

from kyodo_lod.publish.tables.column import Table
from kyodo_lod.publish.tables.policies import POLICIES
from kyodo_lod.publish.tables.projects import PROJECTS
from kyodo_lod.publish.tables.responsibilities import RESPONSIBILITIES
from kyodo_lod.publish.tables.sub_items import SUB_ITEMS
from kyodo_lod.publish.tables.units import UNITS

__all__ = ["POLICIES", "PROJECTS", "RESPONSIBILITIES", "SUB_ITEMS", "TABLES", "UNITS"]

#: every table, in the order in which they are offered
TABLES: tuple[Table[Any], ...] = (PROJECTS, SUB_ITEMS, POLICIES, UNITS, RESPONSIBILITIES)
