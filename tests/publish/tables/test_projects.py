"""The table for spreadsheets: its columns, its rows, and how a spreadsheet reads them."""

import csv
import dataclasses
import io
import re

import pytest
from publish.conftest import BASE, SLUG

from kyodo_lod.mapping.iris import Iris
from kyodo_lod.model.plan import Plan, PlannedProject
from kyodo_lod.publish.csv_files import table_csv
from kyodo_lod.publish.tables import PROJECTS

#: design §4
COLUMNS = (
    "全国地方公共団体コード,ID,地方公共団体名,計画名,年度,基本施策番号,基本施策,施策内順,通し番号,事業名,"
    "事業名_原文,会計,新規,事業計画,部局,担当課,担当課_原文,出典行,IRI"
)
Row = dict[str, str]


@pytest.fixture(scope="module")
def data(plan: Plan, iris: Iris) -> bytes:
    return table_csv(PROJECTS, plan, iris)


@pytest.fixture(scope="module")
def rows(data: bytes) -> list[Row]:
    return rows_of(data)


def rows_of(data: bytes) -> list[Row]:
    return list(csv.DictReader(io.StringIO(data.decode("utf-8-sig"), newline=""), strict=True))


def changed(plan: Plan, number: int, **values: object) -> Plan:
    """Give `plan` with one project of its first section changed."""
    section = plan.sections[0]
    projects = list(section.projects)
    projects[number] = dataclasses.replace(projects[number], **values)  # type: ignore[arg-type]
    first = dataclasses.replace(section, projects=tuple(projects))
    return dataclasses.replace(plan, sections=(first, *plan.sections[1:]))


def project(plan: Plan, key: str) -> PlannedProject:
    return next(project for project in plan.projects() if project.key == key)


def test_excel_knows_it_for_utf_8(data: bytes) -> None:
    assert data.startswith(b"\xef\xbb\xbf")
    assert data.count(b"\xef\xbb\xbf") == 1


def test_lines_end_in_cr_lf(data: bytes) -> None:
    assert data.count(b"\r\n") == data.count(b"\n") == data.count(b"\r") == 77
    assert data.endswith(b"\r\n")


def test_the_columns_are_those_of_the_design(data: bytes) -> None:
    assert data.decode("utf-8-sig").split("\r\n")[0] == COLUMNS
    assert COLUMNS.count(",") == 18


def test_there_is_a_row_for_each_project(rows: list[Row], plan: Plan) -> None:
    assert len(rows) == 76
    assert [row["ID"] for row in rows] == [f"{SLUG}-{p.key}" for p in plan.projects()]
    assert [row["通し番号"] for row in rows] == [str(n) for n in range(1, 77)]
    assert all(None not in row and None not in row.values() for row in rows)


def test_a_row_says_what_the_document_says(rows: list[Row], plan: Plan) -> None:
    row = rows[34]
    description = row.pop("事業計画")
    assert row == {
        "全国地方公共団体コード": "072036",
        "ID": f"{SLUG}-4-15",
        "地方公共団体名": "郡山市",
        "計画名": "第二次郡山市協働推進基本計画",
        "年度": "2018",
        "基本施策番号": "4",
        "基本施策": plan.sections[3].title,
        "施策内順": "15",
        "通し番号": "35",
        "事業名": "猪苗代湖の水を守りたい事業",
        "事業名_原文": "猪苗代湖の水を守りたい事業【水道事業】",
        "会計": "水道事業",
        "新規": "",
        "部局": "上下水道局",
        "担当課": "上下水道局総務課",
        "担当課_原文": "上下水道局総務課",
        "出典行": "69",
        "IRI": f"{BASE}id/072036/plan/kyodo-2/fy2018/p/4-15",
    }
    assert description == project(plan, "4-15").description
    assert description.startswith("水道水源である")


def test_only_two_are_new(rows: list[Row]) -> None:
    assert [row["ID"][-4:] for row in rows if row["新規"]] == ["5-01", "6-15"]
    assert {row["新規"] for row in rows} == {"", "新規"}


def test_no_cell_looks_like_a_date(rows: list[Row]) -> None:
    cells = [cell for row in rows for cell in row.values()]
    assert [
        cell for cell in cells if re.fullmatch(r"\d{1,4}[-/.]\d{1,2}([-/.]\d{1,2})?", cell)
    ] == []


def test_two_units_stand_in_one_cell(plan: Plan, iris: Iris) -> None:
    office = project(plan, "4-15").units[0]
    other = next(u for u in plan.units() if u.parent and len(u.path) == 3)
    (row, *_) = rows_of(table_csv(PROJECTS, changed(plan, 0, units=(office, other)), iris))
    assert row["担当課"] == f"上下水道局総務課;{other.full_label}"
    assert row["部局"] == f"上下水道局;{other.bureau.label}"


def test_a_bureau_of_two_sections_stands_once(plan: Plan, iris: Iris) -> None:
    section = project(plan, "4-15").units[0]
    units = (section, dataclasses.replace(section, slug="b", label="経営課"))
    (row, *_) = rows_of(table_csv(PROJECTS, changed(plan, 0, units=units), iris))
    assert row["部局"] == "上下水道局"
    assert row["担当課"] == "上下水道局総務課;上下水道局経営課"


@pytest.mark.parametrize("text", ['「"引用"」', "一,二", "一\r\n二", "一\n二", " 前後 ", "神ｶﾞ①㈱"])
def test_any_text_comes_back_as_it_is(text: str, plan: Plan, iris: Iris) -> None:
    rows = rows_of(table_csv(PROJECTS, changed(plan, 0, description=text), iris))
    assert rows[0]["事業計画"] == text
    assert len(rows) == 76
