"""Options that several verbs share, and what they stand for."""

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from functools import wraps
from pathlib import Path
from typing import TYPE_CHECKING, Any, ParamSpec, TypeVar

import click

from kyodo_lod import __version__
from kyodo_lod.cli.bilingual import Option, lang_option
from kyodo_lod.cli.terminal import be_verbose, put, stdin, step
from kyodo_lod.cli.usage import Usage

if TYPE_CHECKING:
    from kyodo_lod.check.report import Beyond
    from kyodo_lod.finding import Finding
    from kyodo_lod.source.manifest import Manifest

P = ParamSpec("P")
R = TypeVar("R")
HOME = "https://w3id.org/kyodo-lod/"
#: municipality, plan and year of a document without a manifest
Bare = tuple[str | None, str | None, int | None]
NOT_BARE: Bare = (None, None, None)
#: as in a source.toml
FISCAL_YEAR = click.IntRange(1947, 2999)

#: RDF formats and report formats by name, so that --help imports no RDF library (held equal by a test)
RDF_FORMATS = ("turtle", "json-ld", "n-triples", "n-quads", "trig", "rdf-xml")
RESULT_FORMATS = ("table", "csv", "tsv", "json", "xml")
REPORTS = ("text", "json", "github", "gitlab", "sarif", "junit", "turtle", "markdown")
ENGINES = ("auto", "fast", "pyshacl")
INFERENCES = ("none", "rdfs")


def option(*names: str, ja: str, **kwargs: Any) -> Callable[[Callable[P, R]], Callable[P, R]]:
    """Declare an option with help in both languages."""
    return click.option(*names, cls=Option, ja=ja, **kwargs)


quiet_option = option(
    "--quiet",
    "-q",
    is_flag=True,
    help="Say nothing but the result.",
    ja="結果のほかは何も言いません。",
)
verbose_option = option(
    "--verbose",
    "-v",
    is_flag=True,
    expose_value=False,
    callback=lambda _, __, value: be_verbose() if value else None,
    help="Say what is being done, with the seconds since the start.",
    ja="何をしているかを、始めからの秒数とともに言います。",
)
base_option = option(
    "--base",
    metavar="IRI",
    help=f"What id/ and dataset/ stand under; by default the base of publisher.toml, else {HOME}.",
    ja=f"id/ と dataset/ の前に付く IRI。省略すると publisher.toml の base、なければ {HOME} です。",
)
output_option = option(
    "--output",
    "-o",
    default="-",
    metavar="FILE",
    help="Where to write; stdout by default.",
    ja="書き出し先。指定しなければ標準出力。",
)
from_option = option(
    "--from",
    "source_format",
    type=click.Choice(RDF_FORMATS),
    help="Format of RDF input, where its name does not tell.",
    ja="入力の RDF の形式。ファイル名で分からないときに。",
)


def _put_version(ctx: click.Context, _: click.Parameter, value: bool) -> None:
    if value and not ctx.resilient_parsing:
        put(f"kyodo-lod, version {__version__}\n")
        ctx.exit()


version_option = option(
    "--version",
    is_flag=True,
    is_eager=True,
    expose_value=False,
    allow_from_autoenv=False,
    callback=_put_version,
    help="Show the version and exit.",
    ja="版を表示します。",
)


def warnings_option(function: Callable[P, R]) -> Callable[P, R]:
    """Add --warnings-as-errors."""
    return option(
        "--warnings-as-errors",
        is_flag=True,
        help="Exit 1 for warnings too.",
        ja="警告だけのときも終了コードを 1 にします。",
    )(function)


def common_options(function: Callable[P, R]) -> Callable[P, R]:
    """Add what every verb takes: --lang, --quiet and --verbose."""
    return lang_option(quiet_option(verbose_option(function)))


def document_options(function: Callable[P, R]) -> Callable[P, R]:
    """Add what describes a document without a manifest, as one argument `bare`."""

    @wraps(function)
    def with_bare(*args: Any, **kwargs: Any) -> R:
        names = ("municipality", "plan", "year")
        bare = tuple(kwargs.pop(name) for name in names)
        return function(*args, bare=bare, **kwargs)  # type: ignore[arg-type]

    year = option(
        "--year",
        type=FISCAL_YEAR,
        metavar="YEAR",
        help="Its fiscal year, such as 2018.",
        ja="年度 (例: 2018)。",
    )
    plan = option(
        "--plan", metavar="SLUG", help="Its plan, such as kyodo-2.", ja="計画の名前 (例: kyodo-2)。"
    )
    municipality = option(
        "--municipality",
        metavar="CODE",
        help="Six-digit code, for a document without a source.toml.",
        ja="全国地方公共団体コード 6 桁。source.toml のない文書に。",
    )
    return municipality(plan(year(with_bare)))


def found_manifests(path: str, bare: Bare) -> Iterator["Manifest"]:
    """Give the manifests of `path`, or the one that the options describe."""
    municipality, plan, year = bare
    if bare == NOT_BARE:
        from kyodo_lod.source.locate import manifests

        for manifest in manifests(Path(path)):
            step(manifest.place)
            yield manifest
    elif municipality is None or plan is None or year is None:
        raise Usage(
            "--municipality、--plan、--year は三つとも書いてください。",
            "--municipality, --plan and --year belong together; give all three",
        )
    else:
        from kyodo_lod.model.proposal import describe

        with _document(path) as document:
            step(path)
            yield describe(document, municipality, plan, year)


@contextmanager
def _document(path: str) -> Iterator[Path]:
    """Give the document at `path`; - is a text on stdin, kept in a file while it is read."""
    if path != "-":
        yield Path(path)
        return
    from kyodo_lod.publish.replace import scratch

    with scratch() as folder:
        document = folder / "stdin.txt"
        document.write_bytes(stdin())
        yield document


def exit_code(findings: Iterable["Finding | Beyond"], *, warnings_as_errors: bool) -> int:
    """Give 1 where a finding is a Violation, or a Warning counts as one; else 0."""
    from kyodo_lod.finding import Severity

    fatal = {Severity.VIOLATION, Severity.WARNING} if warnings_as_errors else {Severity.VIOLATION}
    return int(any(finding.severity in fatal for finding in findings))
