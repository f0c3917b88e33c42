"""`kyodo-lod validate`."""

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from kyodo_lod.cli.bilingual import Command, language
from kyodo_lod.cli.options import (
    NOT_BARE,
    REPORTS,
    Bare,
    common_options,
    document_options,
    exit_code,
    found_manifests,
    from_option,
    option,
    warnings_option,
)
from kyodo_lod.cli.terminal import coloured, put, stdin, step
from kyodo_lod.cli.usage import Usage

if TYPE_CHECKING:
    from kyodo_lod.check.report import Report
    from kyodo_lod.check.shapes import Shapes


@click.command(
    cls=Command,
    name="validate",
    ja="""文書や RDF の誤りを探し、場所と直し方を言います。違反があれば終了コードは 1 です。

    PATH は文書 (source.toml、フォルダ、文書) か RDF ファイルです。- は標準入力の RDF です。

    \b
    kyodo-lod validate data/072036-koriyama
    kyodo-lod validate plan.ttl other.jsonld --report json
    curl … | kyodo-lod validate - --from turtle
    """,
)
@click.argument("paths", metavar="PATH...", nargs=-1, required=True)
@document_options
@from_option
@option(
    "--shapes",
    default="plan",
    show_default=True,
    metavar="NAME|FILE",
    help="What to demand: plan, catalog, or a SHACL file.",
    ja="何を求めるか: plan、catalog、または SHACL のファイル。",
)
@option(
    "--report",
    type=click.Choice(REPORTS),
    default="text",
    show_default=True,
    help="How to report: for people, as JSON (docs/report.schema.json) or as SHACL's RDF.",
    ja="報告の形式: 人が読む文、JSON (docs/report.schema.json)、SHACL の RDF。",
)
@warnings_option
@common_options
@click.pass_context
def command(
    ctx: click.Context,
    paths: tuple[str, ...],
    bare: Bare,
    source_format: str | None,
    shapes: str,
    report: str,
    *,
    warnings_as_errors: bool,
    quiet: bool,
) -> None:
    r"""Find what is wrong in documents or RDF: where, what, and how to repair it.

    PATH is a document (a source.toml, its folder, or the document) or an RDF file; - is RDF on stdin.
    Exit status 1 where there are violations.

    \b
    kyodo-lod validate data/072036-koriyama
    kyodo-lod validate plan.ttl other.jsonld --report json
    curl … | kyodo-lod validate - --from turtle
    """
    from kyodo_lod.check.report import REPORTERS
    from kyodo_lod.check.shapes import load_shapes

    demanded = load_shapes(shapes)
    reports = [r for path in paths for r in _reports(path, bare, source_format, demanded)]
    code = exit_code(
        (finding for one in reports for finding in one.findings),
        warnings_as_errors=warnings_as_errors,
    )
    if code or not quiet:
        put(coloured(REPORTERS[report].report(reports, language()), sys.stdout))
    ctx.exit(code)


def _reports(
    path: str, bare: Bare, source_format: str | None, shapes: "Shapes"
) -> Iterator["Report"]:
    from kyodo_lod.errors import GraphError
    from kyodo_lod.files import read_file
    from kyodo_lod.pipeline import validate_document, validate_graph
    from kyodo_lod.rdf.formats import FORMATS, format_of

    fmt = FORMATS[source_format] if source_format else format_of(path)
    if path == "-" and bare == NOT_BARE:
        if fmt is None:
            raise Usage(
                "- には --from が要ります (標準入力の RDF の形式)。",
                "- needs --from: the format of what stdin brings",
            )
        step(path)
        yield validate_graph(stdin(), fmt, path, shapes)
    elif fmt and not Path(path).is_dir():
        step(path)
        yield validate_graph(read_file(Path(path), GraphError), fmt, path, shapes)
    else:
        yield from (validate_document(m, shapes) for m in found_manifests(path, bare))
