"""The workbook: text cells only, the same bytes everywhere, nothing lost but what a cell cannot hold."""

import dataclasses
import io
import os
import subprocess
import sys
import zipfile
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from conftest import ROOT

from kyodo_lod.mapping.iris import Iris
from kyodo_lod.model.plan import Plan
from kyodo_lod.publish.tables import TABLES
from kyodo_lod.publish.workbook import LONGEST, shortened, workbook

MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
Sheet = list[list[str]]

#: writes the workbook to the file given
WRITE = """
import sys
from pathlib import Path
from kyodo_lod.mapping.iris import Iris
from kyodo_lod.pipeline import read
from kyodo_lod.publish.workbook import workbook
plan = read(Path(sys.argv[1])).plan
Path(sys.argv[2]).write_bytes(workbook(plan, Iris(plan)))
"""


@pytest.fixture(scope="module")
def data(plan: Plan, iris: Iris) -> bytes:
    return workbook(plan, iris)


def part(data: bytes, name: str) -> ET.Element:
    """Give an XML part of the package."""
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        return ET.fromstring(package.read(name))  # noqa: S314 - we wrote it


def sheets(data: bytes) -> dict[str, Sheet]:
    """Give the cells of each sheet by its name; every cell must be a shared string."""
    strings = ["".join(si.itertext()) for si in part(data, "xl/sharedStrings.xml")]
    names = [sheet.attrib["name"] for sheet in part(data, "xl/workbook.xml").iter(f"{MAIN}sheet")]
    return {
        name: [
            [strings[int(cell.findtext(f"{MAIN}v") or "")] if len(cell) else "" for cell in row]
            for row in part(data, f"xl/worksheets/sheet{number}.xml").iter(f"{MAIN}row")
        ]
        for number, name in enumerate(names, start=1)
    }


def test_there_is_a_sheet_for_each_table(data: bytes, plan: Plan, iris: Iris) -> None:
    found = sheets(data)
    assert list(found) == ["説明", *(table.title.ja for table in TABLES)]
    for table in TABLES:
        header, *rows = found[table.title.ja]
        assert header == [column.header for column in table.columns]
        assert rows == [table.texts(row) for row in table.rows(plan, iris)]


def test_every_cell_is_text_and_none_a_formula(data: bytes) -> None:
    for number in range(1, len(TABLES) + 2):
        sheet = part(data, f"xl/worksheets/sheet{number}.xml")
        cells = [cell for cell in sheet.iter(f"{MAIN}c") if len(cell)]
        assert cells
        assert {cell.attrib.get("t") for cell in cells} == {"s"}
        assert not list(sheet.iter(f"{MAIN}f"))


@pytest.mark.parametrize(
    "text", ["=1+1", "=cmd|'/c calc'!A1", "@SUM(1)", "+1", "-1", "072036", "{=1}"]
)
def test_what_looks_like_a_formula_stays_text(text: str, plan: Plan, iris: Iris) -> None:
    section = plan.sections[0]
    first = dataclasses.replace(section.projects[0], description=text, name=text)
    projects = (first, *section.projects[1:])
    sections = (dataclasses.replace(section, projects=projects), *plan.sections[1:])
    data = workbook(dataclasses.replace(plan, sections=sections), iris)
    header, row, *_ = sheets(data)["事業一覧"]
    assert (row[header.index("事業計画")], row[header.index("事業名")]) == (text, text)
    assert not list(part(data, "xl/worksheets/sheet2.xml").iter(f"{MAIN}f"))


def test_the_header_stays_in_sight_and_filters(data: bytes) -> None:
    for number in range(2, len(TABLES) + 2):
        sheet = part(data, f"xl/worksheets/sheet{number}.xml")
        (pane,) = sheet.iter(f"{MAIN}pane")
        assert (pane.attrib["state"], pane.attrib["ySplit"]) == ("frozen", "1")
        assert len(list(sheet.iter(f"{MAIN}autoFilter"))) == 1
        (ignored,) = sheet.iter(f"{MAIN}ignoredError")
        assert ignored.attrib["numberStoredAsText"] == "1"


def test_the_first_sheet_says_whose_it_is_and_under_which_terms(data: bytes, plan: Plan) -> None:
    said = dict(sheets(data)["説明"])
    rights = plan.manifest.rights
    assert rights.statement is not None
    assert said["ライセンス"] == rights.licence
    assert rights.statement.ja in said["利用条件"]
    assert rights.statement.en in said["利用条件"]
    assert plan.manifest.release.version in said["引用の書き方"]
    assert said["もとの文書"].startswith("郡山市「")


def test_the_bytes_are_the_same_elsewhere(tmp_path: Path) -> None:
    built = []
    places = (
        ("UTC", "C.UTF-8", "0"),
        ("Asia/Tokyo", "ja_JP.UTF-8", "1"),
        ("Pacific/Apia", "C", "2"),
    )
    for zone, locale, seed in places:
        folder = tmp_path / seed
        folder.mkdir()
        place = {"TZ": zone, "LC_ALL": locale, "PYTHONHASHSEED": seed}
        command = [
            sys.executable,
            "-c",
            WRITE,
            str(ROOT / "data" / "072036-koriyama" / "kyodo-2" / "fy2018"),
            "x.xlsx",
        ]
        subprocess.run(command, check=True, cwd=folder, env={**os.environ, **place})
        built.append((folder / "x.xlsx").read_bytes())
    assert len(set(built)) == 1


def test_the_package_knows_neither_clock_nor_machine(data: bytes, plan: Plan) -> None:
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        assert package.testzip() is None
        entries = package.infolist()
    assert {entry.date_time for entry in entries} == {(1980, 1, 1, 0, 0, 0)}
    assert {entry.compress_type for entry in entries} == {zipfile.ZIP_STORED}
    assert {entry.create_system for entry in entries} == {0}
    assert f"{plan.manifest.release.modified}T00:00:00Z" in list(
        part(data, "docProps/core.xml").itertext()
    )


def test_a_text_that_no_cell_holds_is_cut_and_says_so() -> None:
    assert shortened("あ" * LONGEST) == "あ" * LONGEST
    cut = shortened("あ" * (LONGEST + 1))
    assert len(cut) == LONGEST
    assert cut.endswith("全文は CSV にあります。）")
