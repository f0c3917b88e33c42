"""The limits of `kyodo-lod serve` as options."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import NamedTuple

import click

from kyodo_lod.cli.options import P, R, option
from kyodo_lod.serve.limits import LIMITED, ServeLimits

_MIB = 1024 * 1024


class _Limit(NamedTuple):
    """A limit that an operator may set: its option, its name in ServeLimits, its unit."""

    name: str
    field: str
    least: int
    help: str
    ja: str
    unit: int = 1


_LIMITS = (
    _Limit(
        "--seconds",
        "seconds",
        1,
        "Seconds that a query or a check may run.",
        "1つの問い合わせや検査にかけてよい秒数。",
    ),
    _Limit("--max-result", "result", 1, "Size of an answer.", "答えの大きさ。", _MIB),
    _Limit(
        "--max-upload",
        "upload",
        1,
        "Size of an upload to /check.",
        "/check に送るファイルの大きさ。",
        _MIB,
    ),
    _Limit(
        "--max-memory",
        "memory",
        1,
        "Memory that a query may take.",
        "1つの問い合わせが使ってよいメモリ。",
        _MIB,
    ),
    _Limit(
        "--waiting",
        "waiting",
        1,
        "Queries that may wait for a process.",
        "プロセスを待ってよい問い合わせの数。",
    ),
    _Limit(
        "--patience",
        "patience",
        1,
        "Seconds that they wait.",
        "待つ秒数。",
    ),
    _Limit(
        "--per-client",
        "per_client",
        0,
        "Queries of one client that run at once; 0 is no limit.",
        "1つのクライアントが同時に実行できる問い合わせ。0 は上限なし。",
    ),
    _Limit(
        "--busy",
        "busy",
        0,
        "Seconds of work that a client is given within a minute; 0 is no limit.",
        "1つのクライアントが1分間に使ってよい処理の秒数。0 は上限なし。",
    ),
    _Limit(
        "--errors",
        "errors",
        0,
        "Faulty queries that a client may send within a minute; 0 is no limit.",
        "1つのクライアントが1分間に送ってよい誤った問い合わせ。0 は上限なし。",
    ),
    _Limit(
        "--slow",
        "slow",
        1,
        "Seconds that a client may take to send its request or the next piece of its body, or to "
        "read a piece of its answer.",
        "要求や本文の続きを送るのに、または答えの続きを受け取るのにかけてよい秒数。",
    ),
    _Limit(
        "--connections",
        "connections",
        0,
        "Connections open at once; 0 is no limit.",
        "同時に開いてよい接続。0 は上限なし。",
    ),
    _Limit(
        "--connections-per-client",
        "connections_per_client",
        0,
        "Of them, those of one client; 0 is no limit.",
        "そのうち1つのクライアントのもの。0 は上限なし。",
    ),
)


def limit_options(function: Callable[P, R]) -> Callable[P, R]:
    """Add an option for each limit."""
    for each in reversed(_LIMITS):
        function = option(
            each.name,
            each.field,
            type=click.IntRange(min=each.least),
            default=getattr(LIMITED, each.field) // each.unit,
            show_default=True,
            metavar="MIB" if each.unit == _MIB else None,
            help=each.help,
            ja=each.ja,
        )(function)
    return function


def serve_limits(given: Mapping[str, int]) -> ServeLimits:
    """Give the limits that were chosen.

    Args:
        given: by their names in ServeLimits, in the units of the options.
    """
    values = {each.field: each.unit * given[each.field] for each in _LIMITS}
    return replace(LIMITED, **values)
