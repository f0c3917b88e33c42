"""`kyodo-lod read`."""

import json
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from kyodo_lod.cli.bilingual import Command, language, say
from kyodo_lod.cli.options import (
    NOT_BARE,
    Bare,
    common_options,
    document_options,
    exit_code,
    found_manifests,
    option,
    warnings_option,
)
from kyodo_lod.cli.terminal import coloured, put, table, tell

if TYPE_CHECKING:
    from kyodo_lod.model.plan import Plan


@click.command(
    cls=Command,
    name="read",
    ja="""文書をどう読んだかを見せます。

    PATH は source.toml、それがあるフォルダ、またはその横の文書です。見つけた誤りは標準エラーに出ます。

    \b
    kyodo-lod read data/072036-koriyama
    kyodo-lod read plan.txt --municipality 072036 --plan kyodo-2 --year 2018
    kyodo-lod read data/072036-koriyama --format csv > projects.csv
    """,
)
@click.argument("path")
@document_options
@option(
    "--format",
    "style",
    type=click.Choice(["table", "json", "csv"]),
    default="table",
    show_default=True,
    help="How to show the plan.",
    ja="表示の形式。",
)
@warnings_option
@common_options
@click.pass_context
def command(
    ctx: click.Context,
    path: str,
    bare: Bare,
    style: str,
    *,
    warnings_as_errors: bool,
    quiet: bool,
) -> None:
    r"""Show a plan as it was understood.

    PATH is a source.toml, the folder that holds it, or the document beside it. What is wrong goes
    to stderr.

    \b
    kyodo-lod read data/072036-koriyama
    kyodo-lod read plan.txt --municipality 072036 --plan kyodo-2 --year 2018
    kyodo-lod read data/072036-koriyama --format csv > projects.csv
    """
    from kyodo_lod.check.report import Report, all_findings
    from kyodo_lod.check.reports.text import finding_lines
    from kyodo_lod.finding import Severity
    from kyodo_lod.pipeline import only_manifest, path_of, read_document

    if style != "table" and bare == NOT_BARE:
        only_manifest(Path(path))  # two documents of JSON or CSV in a row are none
    reports: list[Report] = []
    for manifest in found_manifests(path, bare):
        plan, of_this = read_document(manifest, changed=Severity.WARNING)
        reports.append(Report(path_of(manifest), of_this))
        if plan:
            put(_WRITERS[style](plan))
    findings = all_findings(reports)
    for line in () if quiet else finding_lines(findings, language(), path):
        tell(coloured(line, sys.stderr))
    ctx.exit(exit_code(findings, warnings_as_errors=warnings_as_errors))


def _table(plan: "Plan") -> str:
    from kyodo_lod.bilingual import Bilingual

    heads = Bilingual("番号 新規 事業名 ○ 担当課 行", "no. new project ○ section line")
    rows = [
        [
            project.key,
            "新規" if project.marked_new else "",
            project.name_as_listed,
            str(len(project.sub_items) or ""),
            project.unit_as_listed,
            str(project.origin.line),
        ]
        for project in plan.projects()
    ]
    return f"{_summary(plan)}\n{table(say(heads).split(), rows, right=(3, 5))}"


def _summary(plan: "Plan") -> str:
    from kyodo_lod.bilingual import Bilingual

    projects = list(plan.projects())
    sections = {unit.slug for project in projects for unit in project.units}
    text = Bilingual(
        "{title}: {policies} 基本施策、{projects} 事業 (新規 {new})、○ {items} 項目、{bureaus} 部局の {sections} 課",
        "{title}: {policies} policies, {projects} projects ({new} new), {items} sub-items, {sections} sections in {bureaus} bureaus",
    )
    return say(text).format(
        title=plan.manifest.document.title,
        policies=len(plan.sections),
        projects=len(projects),
        new=sum(project.marked_new for project in projects),
        items=sum(len(project.sub_items) for project in projects),
        bureaus=len({unit.bureau.slug for project in projects for unit in project.units}),
        sections=len(sections),
    )


def _json(plan: "Plan") -> str:
    document = {
        "dataset": plan.manifest.slug,
        "title": plan.manifest.document.title,
        "fiscalYear": plan.manifest.document.fiscal_year,
        "declaredProjectCount": plan.declared,
        "policies": [_section(plan, position) for position in range(len(plan.sections))],
    }
    return json.dumps(document, ensure_ascii=False, indent=2) + "\n"


def _section(plan: "Plan", position: int) -> dict[str, Any]:
    section = plan.sections[position]
    return {
        "number": section.number,
        "title": section.title,
        "declaredProjectCount": section.declared,
        "projects": [
            {
                "key": project.key,
                "name": project.name,
                "nameAsListed": project.name_as_listed,
                "account": project.account or None,
                "markedNew": project.marked_new,
                "description": project.description,
                "subItems": [item.label for item in project.sub_items],
                "units": [[unit.label for unit in unit.path] for unit in project.units],
                "line": project.origin.line,
            }
            for project in section.projects
        ],
    }


def _csv(plan: "Plan") -> bytes:
    from kyodo_lod.mapping.iris import Iris
    from kyodo_lod.publish.csv_files import table_csv
    from kyodo_lod.publish.tables import PROJECTS

    return table_csv(PROJECTS, plan, Iris(plan))


_WRITERS: dict[str, Callable[["Plan"], str | bytes]] = {"table": _table, "json": _json, "csv": _csv}
