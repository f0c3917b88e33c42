"""The projects as a table for spreadsheets: UTF-8 with BOM, CRLF (design §4; RFC 4180)."""

import csv
import io
from collections.abc import Iterator

from kyodo_lod.mapping.iris import Iris
from kyodo_lod.model.plan import Plan, PlannedProject, PolicySection

#: the first three as in the national standard's tables (自治体標準オープンデータセット)
COLUMNS = (
    "全国地方公共団体コード", "ID", "地方公共団体名", "計画名", "年度", "基本施策番号", "基本施策",
    "施策内順", "通し番号", "事業名", "事業名_原文", "会計", "新規", "事業計画", "部局", "担当課",
    "担当課_原文", "出典行", "IRI",
)  # fmt: skip


def projects_csv(plan: Plan, iris: Iris) -> bytes:
    """Give the table of all projects of `plan`, one row each, in the order of the document."""
    table = io.StringIO(newline="")
    writer = csv.writer(table, lineterminator="\r\n")
    writer.writerow(COLUMNS)
    for section in plan.sections:
        for project in section.projects:
            writer.writerow(_row(plan, section, project, iris))
    return table.getvalue().encode("utf-8-sig")


def _row(
    plan: Plan, section: PolicySection, project: PlannedProject, iris: Iris
) -> Iterator[str | int]:
    manifest = plan.manifest
    yield manifest.municipality.code
    yield f"{manifest.slug}-{project.key}"
    yield manifest.municipality.name.ja
    yield manifest.plan.title.ja
    yield manifest.document.fiscal_year
    yield project.policy
    yield section.title
    yield project.order
    yield project.document_order
    yield project.name
    yield project.name_as_listed
    yield project.account
    yield "新規" if project.marked_new else ""
    yield project.description
    yield _joined(unit.bureau.label for unit in project.units)
    yield _joined(unit.full_label for unit in project.units)
    yield project.unit_as_listed
    yield project.origin.line
    yield iris.project(project).value


def _joined(labels: Iterator[str]) -> str:
    return ";".join(dict.fromkeys(labels))
