"""`kyodo-lod validate`."""

import os
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from kyodo_lod.bilingual import Bilingual, visible
from kyodo_lod.cli.bilingual import language, say
from kyodo_lod.cli.inputs import Input, inputs
from kyodo_lod.cli.options import (
    ENGINES,
    INFERENCES,
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
from kyodo_lod.cli.reporting import Target, deliver, summarise, targets
from kyodo_lod.cli.settings import Configured
from kyodo_lod.cli.terminal import put, stdin, step, tell
from kyodo_lod.cli.usage import Usage

if TYPE_CHECKING:
    from kyodo_lod.check.rdf_file import Demand
    from kyodo_lod.check.report import Report

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
    kyodo-lod validate plan.nt --report sarif --output plan.sarif --report text
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
    metavar="FILE",
    help="File for the report; the first for the first --report, and so on. The rest goes to stdout.",
    ja="報告の書き出し先。一つ目は一つ目の --report のもの、以下同じ。残りは標準出力。",
)
@option(
    "--unfold", is_flag=True, help="Tell findings alike one by one.", ja="同じ誤りもまとめません。"
)
@option(
    "--select",
    multiple=True,
    metavar="RULE",
    help="Only these rules, such as plan#PlannedProject-*; may be repeated.",
    ja="この規則だけ (例: plan#PlannedProject-*)。繰り返せます。",
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
    help="Count findings by rule on stdout instead of telling them.",
    ja="一件ずつではなく、規則ごとの件数を標準出力に示します。",
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
    kyodo-lod validate plan.nt --report sarif --output plan.sarif --report text
    kyodo-lod validate plan.ttl --baseline known.json --write-baseline
    curl … | kyodo-lod validate - --from turtle

    Options that are always the same may stand in pyproject.toml, under [tool.kyodo-lod.validate], or
    in kyodo-lod.toml, under [validate].
    """
    ctx.exit(_validate(paths, options))


def _validate(paths: Sequence[str], options: dict[str, Any]) -> int:
    from kyodo_lod.check.selection import limited

    chosen = _targets(options)
    demand = _demand(options)
    found, failed = _checked(paths, demand, options)
    reports = list(_selected(found, demand, options))
    _tell_idle(reports)
    if options["write_baseline"]:
        return _written(reports, options["baseline"], failed=failed)
    reports = _new(reports, options)
    findings = [finding for report in reports for finding in report.findings]
    found_code = exit_code(findings, warnings_as_errors=options["warnings_as_errors"])
    shown = limited(reports, options["max_findings"])
    deliver(chosen, shown, unfold=options["unfold"], quiet=options["quiet"] and not found_code)
    if options["statistics"]:
        _put_statistics(reports)
    summarise(reports, os.environ)
    return _CANNOT if failed else found_code * (not options["exit_zero"])


def _targets(options: dict[str, Any]) -> list[Target]:
    """Give the reports and where they go; under --statistics only those that go to files."""
    if options["write_baseline"] and not options["baseline"]:
        raise Usage(
            "--write-baseline には --baseline FILE が要ります。",
            "--write-baseline needs --baseline FILE, the file to write",
        )
    names = options["report_names"]
    chosen = targets(names, options["outputs"], os.environ)
    if not options["statistics"]:
        return chosen
    if any(target.output == "-" and target.reporter != "text" for target in chosen) and names:
        raise Usage(
            "--statistics も標準出力に書きます。--report には --output を付けてください。",
            "--statistics goes to stdout too; give each --report an --output",
        )
    return [target for target in chosen if target.output != "-"]


def _put_statistics(reports: Sequence["Report"]) -> None:
    from kyodo_lod.check.reports.statistics import write

    put(write(reports, language()))


def _tell_idle(reports: Sequence["Report"]) -> None:
    """Say where no finding means nothing: no shape is about anything there."""
    for report in reports:
        if report.idle:
            place = visible(report.place)
            note = Bilingual(
                f"{place}: 当てはまるシェイプがなく、何も検査していません。",
                f"{place}: no shape is about anything in it, so nothing was checked",
            )
            tell(say(note))


def _demand(options: dict[str, Any]) -> "Demand":
    from kyodo_lod.check.rdf_file import Demand, load_ontology
    from kyodo_lod.check.shapes import load_shapes

    shapes = load_shapes(*(options["shapes"] or ("plan",)))
    return Demand(
        shapes, load_ontology(options["ontology"]), options["inference"], options["engine"]
    )


def _checked(
    paths: Sequence[str], demand: "Demand", options: dict[str, Any]
) -> tuple[list["Report"], bool]:
    """Check every input; tell of each that cannot be, and whether there was one."""
    from kyodo_lod.errors import DocumentError, GraphError, KyodoError, ManifestError, ShapesError

    reports: list[Report] = []
    failed = False
    for path in paths:
        try:
            for one in inputs(path, options["source_format"], is_bare=options["bare"] != NOT_BARE):
                try:
                    reports += _reports(one, options["bare"], demand)
                except (DocumentError, GraphError, ManifestError) as error:
                    tell(error.line(language()))
                    failed = True
        except ShapesError:
            raise
        except KyodoError as error:
            tell(error.line(language()))
            failed = True
    return reports, failed


def _reports(one: Input, bare: Bare, demand: "Demand") -> Iterator["Report"]:
    if one.format:
        from kyodo_lod.check.rdf_file import check_file
        from kyodo_lod.errors import GraphError
        from kyodo_lod.files import read_file

        step(one.path)
        data = stdin() if one.path == "-" else read_file(Path(one.path), GraphError)
        reports: Iterable[Report] = [check_file(data, one.format, one.path, demand)]
    else:
        from kyodo_lod.pipeline import validate_document

        found = found_manifests(one.path, bare)
        reports = (validate_document(each, demand) for each in found)
    for report in reports:
        step(f"{report.place}: {report.engine}")
        yield report


def _selected(
    reports: Sequence["Report"], demand: "Demand", options: dict[str, Any]
) -> Iterator["Report"]:
    from kyodo_lod.check.selection import refuse_unknown, selected

    select, ignore = options["select"], options["ignore"]
    reports = [_with_rules(report, demand, options) for report in reports]
    if select or ignore:
        from kyodo_lod.check.checked_rules import reading_rules, rule_iris

        rules = (*rule_iris(demand.shapes), *reading_rules())
        refuse_unknown(select, rules, "--select")
        refuse_unknown(ignore, rules, "--ignore")
    yield from (selected(report, select, ignore) for report in reports)


def _with_rules(report: "Report", demand: "Demand", options: dict[str, Any]) -> "Report":
    """Say which rules were checked, for the reports that tell of passing ones too."""
    if not {"junit", "sarif", "json"} & set(options["report_names"]):
        return report
    from kyodo_lod.check.checked_rules import reading_rules, reading_texts, rule_iris, rule_texts

    rules, texts = rule_iris(demand.shapes), rule_texts(demand.shapes)
    if report.read is not None or not report.engine:
        rules = tuple(sorted({*rules, *reading_rules()}))
        texts = tuple(
            sorted(
                {text.rule: text for text in (*reading_texts(), *texts)}.values(),
                key=lambda text: text.rule,
            )
        )
    return replace(report, rules=rules, texts=texts)


def _new(reports: list["Report"], options: dict[str, Any]) -> list["Report"]:
    """Take out what the baseline knows; say how much of it is no longer there."""
    if options["baseline"] is None:
        return reports
    from kyodo_lod.check.baseline import gone, load_baseline, without_known
    from kyodo_lod.check.selection import is_selected

    path = options["baseline"]
    baseline = load_baseline(Path(path))
    lost = gone(
        reports, baseline, lambda rule: is_selected(rule, options["select"], options["ignore"])
    )
    if lost:
        note = Bilingual(
            f"{path}: {lost} 件はもう見つかりません。--write-baseline で作り直せます。",
            f"{path}: {lost} known {'finding is' if lost == 1 else 'findings are'} gone; "
            "--write-baseline makes it anew",
        )
        tell(say(note))
    return without_known(reports, baseline)


def _written(reports: Sequence["Report"], baseline: str, *, failed: bool) -> int:
    """Write the baseline, but not without the findings of what could not be read."""
    from kyodo_lod.check.baseline import baseline_json
    from kyodo_lod.cli.reporting import write_file

    if failed:
        tell(
            say(
                Bilingual(
                    f"{baseline}: 読めないものがあるため、書き出していません。",
                    f"{baseline}: was not written, as not everything could be read",
                )
            )
        )
        return _CANNOT
    write_file(Path(baseline), baseline_json(reports))
    put(f"{baseline}\n")
    return 0
