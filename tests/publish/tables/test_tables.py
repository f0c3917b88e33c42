"""What holds for every table: its columns, its cells, its keys, and the examples it gives."""

import re
from collections.abc import Iterator
from typing import Any

import pytest

from kyodo_lod.mapping.iris import Iris
from kyodo_lod.model.plan import Plan
from kyodo_lod.publish.tables import TABLES
from kyodo_lod.publish.tables.column import SEPARATOR, Column, Table

EACH = pytest.mark.parametrize("table", TABLES, ids=lambda table: table.name)
#: 1-02, 1/2, 2018.4.1: what Excel would show as a day
DATE = re.compile(r"\d{1,4}[-/.]\d{1,2}([-/.]\d{1,2})?")


@pytest.fixture(scope="module")
def home(plan: Plan) -> Iris:
    """Give the IRIs under our own home, as the examples have them."""
    return Iris(plan)


def columns_of(table: Table[Any], plan: Plan, iris: Iris) -> dict[str, list[str]]:
    """Give the cells of each column by its header."""
    rows = [table.texts(row) for row in table.rows(plan, iris)]
    headers = [column.header for column in table.columns]
    return {header: [row[n] for row in rows] for n, header in enumerate(headers)}


def values(column: Column[Any], cell: str) -> Iterator[str]:
    """Give the values in a cell that is not empty."""
    yield from cell.split(SEPARATOR) if column.datatype.several else [cell]


def conforms(column: Column[Any], cell: str) -> bool:
    """Tell whether each value of a cell keeps to the pattern and bounds of its datatype."""
    csvw = column.datatype.csvw
    if csvw["base"] == "integer":
        low, high = csvw.get("minimum", 0), csvw.get("maximum", 10**9)
        return all(str(int(v)) == v and low <= int(v) <= high for v in values(column, cell))
    if csvw["base"] == "string":
        return all(re.search(str(csvw.get("format", "")), v) for v in values(column, cell))
    return csvw["base"] != "anyURI" or cell.startswith("https://")


@EACH
def test_headers_and_names_are_unique(table: Table[Any]) -> None:
    for kind in ("header", "name", "english"):
        found = [getattr(column, kind) for column in table.columns]
        assert len(set(found)) == len(found)
    assert all(re.fullmatch("[a-z][A-Za-z]*", column.name) for column in table.columns)


@EACH
def test_the_first_three_are_the_national_ones_and_the_last_is_an_iri(table: Table[Any]) -> None:
    headers = [column.header for column in table.columns]
    assert headers[:3] == ["全国地方公共団体コード", "ID", "地方公共団体名"]
    assert headers[-1].endswith("IRI")
    assert table.columns[-1].name == table.about


@EACH
def test_no_required_cell_is_empty(table: Table[Any], plan: Plan, iris: Iris) -> None:
    cells = columns_of(table, plan, iris)
    assert [c.header for c in table.columns if c.required and "" in cells[c.header]] == []


@EACH
def test_every_recommended_column_is_empty_somewhere_or_may_be(
    table: Table[Any], plan: Plan, iris: Iris
) -> None:
    cells = columns_of(table, plan, iris)
    optional = {c.name for c in table.columns if not c.required}
    somewhere = {c.name for c in table.columns if "" in cells[c.header]}
    # the document counts every policy, and the registry knows every level
    assert optional - somewhere <= {
        "declaredProjectCount", "countLine", "countSource", "levelCode", "level",
    }  # fmt: skip


@EACH
def test_every_cell_conforms_to_its_datatype(table: Table[Any], plan: Plan, iris: Iris) -> None:
    cells = columns_of(table, plan, iris)
    wrong = [
        (column.header, cell)
        for column in table.columns
        for cell in cells[column.header]
        if cell and not conforms(column, cell)
    ]
    assert wrong == []


@EACH
def test_the_key_is_unique(table: Table[Any], plan: Plan, iris: Iris) -> None:
    (key,) = (column.header for column in table.columns if column.name == table.key)
    found = columns_of(table, plan, iris)[key]
    assert found
    assert len(set(found)) == len(found)


@EACH
def test_every_reference_leads_somewhere(table: Table[Any], plan: Plan, iris: Iris) -> None:
    by_name = {other.name: other for other in TABLES}
    for reference in table.references:
        other = by_name[reference.table]
        (here,) = (c.header for c in table.columns if c.name == reference.column)
        (there,) = (c.header for c in other.columns if c.name == reference.other)
        known = columns_of(other, plan, iris)[there]
        assert set(columns_of(table, plan, iris)[here]) <= set(known)
        assert len(set(known)) == len(known)


@EACH
def test_the_examples_are_a_row_of_the_real_plan(table: Table[Any], plan: Plan, home: Iris) -> None:
    example = [column.example for column in table.columns]
    headers = [column.header for column in table.columns]
    # no project is both new and marked with an account, so that the flag is an example by itself
    lone = headers.index("新規") if "新規" in headers else -1
    if lone >= 0:
        assert example[lone] in columns_of(table, plan, home)["新規"]
        example[lone] = ""
    assert example in [table.texts(row) for row in table.rows(plan, home)]


@EACH
def test_no_cell_looks_like_a_date(table: Table[Any], plan: Plan, iris: Iris) -> None:
    cells = [cell for column in columns_of(table, plan, iris).values() for cell in column]
    assert [cell for cell in cells if DATE.fullmatch(cell)] == []


@EACH
def test_every_column_is_explained_in_both_languages(table: Table[Any]) -> None:
    for column in table.columns:
        assert column.description.ja.endswith("。")
        assert column.description.en.endswith(".")
        assert all(column.datatype.label)


def test_every_parent_is_in_the_table_of_units(plan: Plan, iris: Iris) -> None:
    (units,) = (table for table in TABLES if table.name == "units")
    cells = columns_of(units, plan, iris)
    parents = {cell for cell in cells["上位組織ID"] if cell}
    assert parents
    assert parents <= set(cells["ID"])


def test_each_table_has_as_many_rows_as_the_plan_has_things(plan: Plan, iris: Iris) -> None:
    found = {table.name: len(list(table.rows(plan, iris))) for table in TABLES}
    assert found == {
        "projects": 76, "sub-items": 22, "policies": 7, "units": 44, "responsibilities": 76,
    }  # fmt: skip
