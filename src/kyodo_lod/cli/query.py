"""`kyodo-lod query`."""

import signal
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

import click

from kyodo_lod.cli.bilingual import Command, language, say
from kyodo_lod.cli.dataset import dataset
from kyodo_lod.cli.no_solutions import tell_if_empty
from kyodo_lod.cli.options import (
    RDF_FORMATS,
    RESULT_FORMATS,
    common_options,
    from_option,
    option,
)
from kyodo_lod.cli.solutions import solutions
from kyodo_lod.cli.terminal import is_terminal, put, stdin, step, table
from kyodo_lod.cli.usage import Usage
from kyodo_lod.errors import QueryError

if TYPE_CHECKING:
    from kyodo_lod.query.library import Query
    from kyodo_lod.rdf.store import Store


@click.command(
    cls=Command,
    name="query",
    ja="""用意した問い、または自分の SPARQL を実行します。

    NAME は query --list にある名前、.rq ファイル、または - (標準入力) です。--data がなければ dist/ のすべての
    データセットとオントロジーに尋ねます。

    \b
    kyodo-lod query --list
    kyodo-lod query bureau-policy-matrix
    kyodo-lod query full-text --param word=防災
    echo 'SELECT * { ?s ?p ?o } LIMIT 5' | kyodo-lod query -
    """,
)
@click.argument("name", required=False)
@option(
    "--list",
    "show_list",
    is_flag=True,
    help="Name the ready questions; with NAME, tell what it answers.",
    ja="用意した問いの一覧。",
)
@option(
    "--data",
    multiple=True,
    metavar="FILE",
    help="RDF to ask instead of dist/.",
    ja="dist/ の代わりに尋ねる RDF。",
)
@option(
    "--dist",
    default="dist",
    show_default=True,
    metavar="DIR",
    help="Published folder.",
    ja="公開フォルダ。",
)
@from_option
@option(
    "--param",
    multiple=True,
    metavar="NAME=VALUE",
    help="A parameter's value.",
    ja="パラメータの値。",
)
@option(
    "--format",
    "style",
    type=click.Choice([*RESULT_FORMATS, *RDF_FORMATS]),
    help="Format of the answer; a table on a terminal, csv in a pipe.",
    ja="答えの形式。端末では table、パイプでは csv。",
)
@option(
    "--no-limits",
    is_flag=True,
    help="Lift the limits on the size of --data (64 MiB, 400,000 triples a file).",
    ja="--data の大きさの上限 (1 ファイル 64 MiB、40 万トリプル) を外します。",
)
@common_options
def command(
    name: str | None,
    data: tuple[str, ...],
    dist: str,
    source_format: str | None,
    param: tuple[str, ...],
    style: str | None,
    *,
    show_list: bool,
    no_limits: bool,
    quiet: bool,
) -> None:
    r"""Run a ready question, or SPARQL of your own.

    NAME is one of query --list, a .rq file, or - for stdin. Asked are all datasets in dist/ with the
    ontology, or the files given with --data.

    \b
    kyodo-lod query --list
    kyodo-lod query bureau-policy-matrix
    kyodo-lod query full-text --param word=防災
    echo 'SELECT * { ?s ?p ?o } LIMIT 5' | kyodo-lod query -
    """
    if show_list:
        put(_about(_query(name)) if name else _list())
        return
    if name is None:
        raise Usage(
            "問いの名前、.rq ファイル、または - (標準入力) を書いてください。一覧は query --list です。",
            "name a query, a .rq file, or - for stdin; query --list names the ready ones",
        )
    values = dict(_pair(text) for text in param)
    query = _query(name)
    with _interruptible():
        asked = dataset(data, dist, source_format, limited=not no_limits)
        step(query.name)
        put(_answer(query, asked, values, style))
        if values and not quiet:
            tell_if_empty(query, asked, values)


def _list() -> str:
    """Name the ready queries with their parameters: a table, or tab-separated in a pipe."""
    from kyodo_lod.query.library import queries

    rows = [
        (query.name, ", ".join(query.parameters), query.title.text(language()))
        for query in queries()
    ]
    if is_terminal(sys.stdout):
        return table(("query", "--param", ""), rows)
    return "".join("\t".join(row) + "\n" for row in rows)


def _about(query: "Query") -> str:
    """Say what a query answers and does not, and what its parameters are."""
    lines = [f"{query.name}: {say(query.title)}", "", say(query.summary)]
    lines += [
        f"  --param {parameter.name}={parameter.default}  {say(parameter.label)}"
        for parameter in query.parameters.values()
    ]
    return "\n".join(lines) + "\n"


def _pair(text: str) -> tuple[str, str]:
    name, equals, value = text.partition("=")
    if not equals or not name:
        raise Usage(
            f"--param の「{text}」は 名前=値 の形ではありません。",
            f"--param {text!r} is not NAME=VALUE",
        )
    return name, value


def _query(name: str) -> "Query":
    from kyodo_lod.query.library import find_query, parse_query

    if name != "-":
        return find_query(name)
    try:
        return parse_query("-", stdin().decode("utf-8-sig"))
    except UnicodeError as error:
        raise QueryError("-", "UTF-8 ではありません。", "is not UTF-8") from error


def _answer(
    query: "Query", store: "Store", values: dict[str, str], asked: str | None
) -> bytes | str:
    from kyodo_lod.query.run import ask, write_answer

    style = asked or ("table" if is_terminal(sys.stdout) else "csv")
    if asked == "csv" and query.gives_graph:
        raise _no_table(query)
    if style != "table":
        data = write_answer(query, store, values, style)
        is_line = style in ("csv", "tsv") and not data.endswith(b"\n")  # true, false
        return data + b"\n" if is_line else data
    answer = ask(query, store, values)
    if isinstance(answer, bool):
        return f"{str(answer).lower()}\n"
    if isinstance(answer, tuple):
        return write_answer(query, store, values, "turtle")
    return solutions(answer)


def _no_table(query: "Query") -> QueryError:
    names = ", ".join(RDF_FORMATS)
    return QueryError(
        query.name,
        f"グラフを返す問いなので、csv にはできません。--format は {names} から選んでください。",
        f"gives a graph, which csv cannot hold; choose --format from {names}",
    )


@contextmanager
def _interruptible() -> Iterator[None]:
    """Let Ctrl-C end a query at once: Python does not hear it while the engine works."""
    try:
        before = signal.signal(signal.SIGINT, signal.SIG_DFL)
    except ValueError:  # not the main thread
        yield
        return
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)
