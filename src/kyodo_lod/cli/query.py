"""`kyodo-lod query`."""

import difflib
import signal
import sys
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import click

from kyodo_lod.bilingual import Bilingual, nearest, visible
from kyodo_lod.cli.bilingual import Command, language, say
from kyodo_lod.cli.options import (
    RDF_FORMATS,
    RESULT_FORMATS,
    common_options,
    from_option,
    option,
)
from kyodo_lod.cli.terminal import is_terminal, plain, put, stdin, step, table, tell
from kyodo_lod.cli.usage import Usage
from kyodo_lod.errors import GraphError, QueryError

if TYPE_CHECKING:
    from kyodo_lod.check.limits import Limits
    from kyodo_lod.query.library import Query
    from kyodo_lod.rdf.formats import Format
    from kyodo_lod.rdf.store import Store, Table
    from kyodo_lod.rdf.terms import Quad


#: characters of a value that is worth a line of its own above the table
_LONG = 12


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
        store = _store(data, dist, source_format, limited=not no_limits)
        step(query.name)
        put(_answer(query, store, values, style))
        if values and not quiet:
            _tell_if_empty(query, store, values)


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


def _store(
    data: tuple[str, ...], dist: str, source_format: str | None, *, limited: bool
) -> "Store":
    from kyodo_lod.check.limits import LIMITED, UNLIMITED
    from kyodo_lod.query.run import dist_quads
    from kyodo_lod.rdf.formats import FORMATS
    from kyodo_lod.rdf.store import Store

    fmt = FORMATS[source_format] if source_format else None
    if not data:
        return Store(dist_quads(Path(dist)))
    limits = LIMITED if limited else UNLIMITED
    files = enumerate(data, 1)
    return Store(quad for number, path in files for quad in _quads(path, number, fmt, limits))


def _quads(path: str, number: int, fmt: "Format | None", limits: "Limits") -> Iterable["Quad"]:
    """Give the statements of a file, within the limits of `validate`: it may be anybody's."""
    from kyodo_lod.check.rdf_file import file_quads

    known = fmt or _format(path)
    data = stdin(limits.to_read) if path == "-" else None
    return file_quads(path, limits, number, known, data)


def _format(path: str) -> "Format":
    """Give the format that a name tells."""
    from kyodo_lod.rdf.formats import format_of

    if path == "-":
        raise Usage(
            "--data - には --from が要ります (標準入力の RDF の形式)。",
            "--data - needs --from: the format of what stdin brings",
        )
    known = format_of(path)
    if known is None:
        names = ", ".join(RDF_FORMATS)
        raise GraphError(
            path,
            f"RDF の形式が分かりません。--from で指定してください ({names})。",
            f"its RDF format is not known; say it with --from ({names})",
        )
    return known


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
    return _table(answer)


def _no_table(query: "Query") -> QueryError:
    names = ", ".join(RDF_FORMATS)
    return QueryError(
        query.name,
        f"グラフを返す問いなので、csv にはできません。--format は {names} から選んでください。",
        f"gives a graph, which csv cannot hold; choose --format from {names}",
    )


def _tell_if_empty(query: "Query", store: "Store", values: dict[str, str]) -> None:
    """Say on stderr that nothing fits the parameters, with the nearest values that there are."""
    from kyodo_lod.query.run import ask

    answer = ask(query, store, values)
    if isinstance(answer, (bool, tuple)) or answer.rows:
        return
    for name, value in values.items():
        hint = nearest(_near(value, _column(query, store, values, name)))
        text = Bilingual(
            f"{query.name}: --param {name}={value} に当てはまるものはありません。{hint.ja}",
            f"{query.name}: nothing fits --param {name}={value}{hint.en}",
        )
        tell(visible(say(text)))


def _column(query: "Query", store: "Store", values: dict[str, str], name: str) -> list[str]:
    """Give what the data have in the column of a parameter, its other parameters as they are."""
    others = {other: value for other, value in query.values(values).items() if other != name}
    answer = store.query(query.text, query.name, others)
    if isinstance(answer, (bool, tuple)) or name not in answer.variables:
        return []
    at = answer.variables.index(name)
    return sorted({str(getattr(row[at], "value", "")) for row in answer.rows if row[at]})


def _near(value: str, known: Sequence[str]) -> list[str]:
    holding = [one for one in known if value and value in one]
    return (holding or difflib.get_close_matches(value, known, 3, 0.4))[:3]


def _table(answer: "Table") -> str:
    rows = [["" if term is None else _text(term) for term in row] for row in answer.rows]
    columns = list(zip(answer.variables, *rows, strict=True))
    same = [column for column in columns if len(rows) > 1 and _is_long_and_same(column[1:])]
    shown = [column for column in columns if column not in same] or columns
    numbers = [p for p, column in enumerate(shown) if rows and all(map(_is_number, column[1:]))]
    above = "".join(f"{name}: {value}\n" for name, value, *_ in same if shown is not columns)
    count = Bilingual(f"{len(rows)} 行", f"{len(rows)} row{'' if len(rows) == 1 else 's'}")
    heads, *body = zip(*shown, strict=True) if shown else [()]
    return f"{above}{table(heads, body, right=numbers)}{say(count)}\n"


def _is_long_and_same(cells: Sequence[str]) -> bool:
    """Tell whether one long value fills a column, so that it can be said once above the table."""
    return len(set(cells)) == 1 and len(cells[0]) > _LONG


def _is_number(cell: str) -> bool:
    return cell.isascii() and cell.isdigit()


def _text(term: object) -> str:
    """Show a term as short as it is clear: our own IRIs from the base on, others by prefix."""
    from kyodo_lod.rdf.terms import NamedNode
    from kyodo_lod.rdf.vocabulary import HOME, prefixes

    value = getattr(term, "value", None)
    if not isinstance(term, NamedNode):
        return plain(value if isinstance(value, str) else str(term))
    for prefix, namespace in prefixes().items():
        local = term.value.removeprefix(namespace)
        if local != term.value and local.isalnum():
            return f"{prefix}:{local}"
    return term.value.removeprefix(HOME)


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
