"""`kyodo-lod validate`."""

import os
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

import click

from kyodo_lod.cli.baseline import unknown, write_baseline
from kyodo_lod.cli.checking import checked, demanded
from kyodo_lod.cli.options import (
    ENGINES,
    INFERENCES,
    REPORTS,
    common_options,
    document_options,
    exit_code,
    from_option,
    option,
    warnings_option,
)
from kyodo_lod.cli.reporting import deliver, put_statistics, summarise, tell_idle
from kyodo_lod.cli.selecting import selection
from kyodo_lod.cli.settings import Configured
from kyodo_lod.cli.targets import Target, beside_statistics, targets
from kyodo_lod.cli.usage import Usage

if TYPE_CHECKING:
    from kyodo_lod.check.report import Beyond, Report
    from kyodo_lod.finding import Finding

_CANNOT = 2


@click.command(
    cls=Configured,
    name="validate",
    ja="""文書や RDF の誤りを探し、場所と直し方を言います。違反があれば終了コードは 1 です。

    PATH は文書 (source.toml、フォルダ、文書)、RDF ファイル、そのフォルダ、パターンのどれかです。
    - は標準入力の RDF です。一つが読めなくても残りは調べ、終了コードは 2 になります。

    \b
    kyodo-lod validate data/072036-koriyama
    kyodo-lod validate 'rdf/**/*.ttl' --shapes own.ttl --ontology def.ttl
    kyodo-lod validate plan.nt --output sarif=plan.sarif --report text
    kyodo-lod validate plan.ttl --baseline known.json --write-baseline
    curl … | kyodo-lod validate - --from turtle

    いつも同じオプションは、pyproject.toml の [tool.kyodo-lod.validate] か kyodo-lod.toml の
    [validate] に書けます。
    """,
)
@click.argument("paths", metavar="PATH...", nargs=-1, required=True)
@document_options
@from_option
@option(
    "--shapes",
    multiple=True,
    metavar="NAME|FILE",
    help="What to demand: plan (by default), catalog, or a SHACL file; may be repeated.",
    ja="何を求めるか: plan (省略時)、catalog、または SHACL のファイル。繰り返せます。",
)
@option(
    "--ontology",
    multiple=True,
    metavar="FILE",
    help="RDF that the data are checked together with, such as a class hierarchy; may be repeated.",
    ja="データと合わせて調べる RDF (クラスの階層など)。繰り返せます。",
)
@option(
    "--inference",
    type=click.Choice(INFERENCES),
    default="none",
    show_default=True,
    help="What to infer from the data and --ontology before the check.",
    ja="調べる前に、データと --ontology から何を導くか。",
)
@option(
    "--engine",
    type=click.Choice(ENGINES),
    default="auto",
    show_default=True,
    help="SHACL engine; auto is the fast one, and pySHACL for what only that knows.",
    ja="SHACL のエンジン。auto は fast を使い、fast の知らない構文だけ pySHACL に任せます。",
)
@option(
    "--report",
    "report_names",
    type=click.Choice(REPORTS),
    multiple=True,
    help="How to report: text by default, github under GitHub Actions; json is as in "
    "docs/report.schema.json. May be repeated.",
    ja="報告の形式。省略すると text、GitHub Actions の中では github。json の説明は "
    "docs/report.schema.json。繰り返せます。",
)
@option(
    "--output",
    "-o",
    "outputs",
    multiple=True,
    metavar="[REPORT=]FILE",
    help="File for a report, such as junit=out.xml. Without a name the first is for the first "
    "--report, and so on. The rest goes to stdout.",
    ja="報告の書き出し先 (例: junit=out.xml)。名前がなければ、一つ目は一つ目の --report のもの、以下同じ。"
    "残りは標準出力。",
)
@option(
    "--unfold", is_flag=True, help="Tell findings alike one by one.", ja="同じ誤りもまとめません。"
)
@option(
    "--select",
    multiple=True,
    metavar="RULE",
    help="Only these rules, such as plan#PlannedProject-*, ex:Shape or sh:minCount; may be repeated.",
    ja="この規則だけ (例: plan#PlannedProject-*、ex:Shape、sh:minCount)。繰り返せます。",
)
@option(
    "--ignore",
    multiple=True,
    metavar="RULE",
    help="All but these rules; may be repeated.",
    ja="この規則のほかすべて。繰り返せます。",
)
@option(
    "--max-findings",
    type=click.IntRange(min=0),
    metavar="N",
    help="Tell at most so many findings; the others count all the same.",
    ja="示す件数の上限。残りも終了コードには数えます。",
)
@option(
    "--statistics",
    is_flag=True,
    help="Count findings by rule and severity on stdout instead of telling them.",
    ja="一件ずつではなく、規則と重さごとの件数を標準出力に示します。",
)
@option(
    "--baseline",
    metavar="FILE",
    help="Findings that are known already and do not count.",
    ja="既に知られていて、数えないもののファイル。",
)
@option(
    "--write-baseline",
    is_flag=True,
    help="Write all findings into the --baseline FILE and exit 0.",
    ja="いまある誤りをすべて --baseline のファイルに書きます。終了コードは 0。",
)
@option(
    "--no-limits",
    is_flag=True,
    help="Lift the limits on size, findings and CPU time: for data and shapes that you trust.",
    ja="大きさ、件数、CPU 時間の上限を外します。信頼できるデータとシェイプのときに。",
)
@option(
    "--exit-zero",
    is_flag=True,
    help="Exit 0 for findings.",
    ja="違反があっても終了コードを 0 にします。",
)
@warnings_option
@common_options
@click.pass_context
def command(ctx: click.Context, /, paths: tuple[str, ...], **options: Any) -> None:
    r"""Find what is wrong in documents or RDF: where, what, and how to repair it.

    PATH is a document (a source.toml, its folder, or the document), an RDF file, a folder of them or
    a pattern; - is RDF on stdin. Exit status 1 where there are violations. Where one cannot be read,
    the others are checked all the same, and the exit status is 2.

    \b
    kyodo-lod validate data/072036-koriyama
    kyodo-lod validate 'rdf/**/*.ttl' --shapes own.ttl --ontology def.ttl
    kyodo-lod validate plan.nt --output sarif=plan.sarif --report text
    kyodo-lod validate plan.ttl --baseline known.json --write-baseline
    curl … | kyodo-lod validate - --from turtle

    Options that are always the same may stand in pyproject.toml, under [tool.kyodo-lod.validate], or
    in kyodo-lod.toml, under [validate].
    """
    ctx.exit(_validate(paths, options))


def _validate(paths: Sequence[str], options: dict[str, Any]) -> int:
    from kyodo_lod.check.selection import limited

    chosen = _targets(options)
    options = options | {"report_names": [target.reporter for target in chosen]}
    demand = demanded(options)
    reports = list(selection(checked(paths, demand, options), demand, options))
    tell_idle(reports)
    if options["write_baseline"]:
        write_baseline(reports, options["baseline"], quiet=options["quiet"])
        return 0
    reports = unknown(reports, demand, options)
    shown = limited(reports, options["max_findings"])
    codes = [_code(report, options) for report in reports]
    told = [one for one, code in zip(shown, codes, strict=True) if code or not options["quiet"]]
    deliver(chosen, shown, told, unfold=options["unfold"])
    if options["statistics"]:
        put_statistics(limited(reports, None))
    summarise(reports, os.environ)
    if any(report.unreadable for report in reports):
        return _CANNOT
    return max(codes, default=0) * (not options["exit_zero"])


def _code(report: "Report", options: dict[str, Any]) -> int:
    found: list[Finding | Beyond] = [*report.findings, *report.beyond]
    code = exit_code(found, warnings_as_errors=options["warnings_as_errors"])
    return max(code, int(report.stopped))  # nobody knows what is among those that were not counted


def _targets(options: dict[str, Any]) -> list[Target]:
    """Give the reports and where they go; refuse options that do not go together."""
    if options["write_baseline"] and not options["baseline"]:
        raise Usage(
            "--write-baseline には --baseline FILE が要ります。",
            "--write-baseline needs --baseline FILE, the file to write",
        )
    names, outputs = options["report_names"], options["outputs"]
    chosen = targets(names, outputs, os.environ)
    if not options["statistics"]:
        return chosen
    asked = bool(names) or any(output.endswith("=-") for output in outputs)
    return beside_statistics(chosen, asked=asked)
