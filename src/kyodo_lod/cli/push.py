"""`kyodo-lod push`."""

import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

import click

from kyodo_lod.bilingual import Bilingual, visible
from kyodo_lod.cli.bilingual import Command, say
from kyodo_lod.cli.options import common_options, option
from kyodo_lod.cli.terminal import is_terminal, progress, put, tell
from kyodo_lod.errors import ServerError

if TYPE_CHECKING:
    from kyodo_lod.push.loading import Outcome

_DONE = {
    "there": Bilingual("すでにあります", "already there"),
    "sent": Bilingual("送りました", "sent"),
    "removed": Bilingual("取り除きました", "removed"),
    "differs": Bilingual("数が合いません", "DIFFERS"),
}
_PLANNED = {
    "there": Bilingual("すでにあります", "already there"),
    "sent": Bilingual("送ります", "would be sent"),
    "removed": Bilingual("取り除きます", "would be removed"),
}
_DEFAULT = Bilingual("既定グラフ", "default graph")
_INTERRUPTED = Bilingual(
    "kyodo-lod push: 中断しました。もう一度実行すると、残りを送ります。",
    "kyodo-lod push: interrupted; run it again to go on",
)


@click.command(
    cls=Command,
    name="push",
    ja="""公開データを SPARQL サーバーに入れます (SPARQL 1.1 Graph Store Protocol)。

    URL はグラフストアのアドレスです。同じ内容がすでにあるグラフは送らず、途中で止まっても、もう一度実行すれば残りだけを送ります。
    送ったグラフは数を確かめます。名前とパスワードは環境変数 KYODO_LOD_PUSH_USER と KYODO_LOD_PUSH_PASSWORD、トークンは
    KYODO_LOD_PUSH_TOKEN に入れてください。

    \b
    kyodo-lod push http://localhost:7878/store --union default
    kyodo-lod push http://localhost:8890/sparql-graph-crud-auth --union named
    kyodo-lod push https://lod.example.jp/plans/data --dry-run
    """,
)
@click.argument("url")
@option(
    "--dist", default="dist", show_default=True, metavar="DIR",
    help="Published folder.", ja="公開フォルダ。",
)  # fmt: skip
@option(
    "--sparql",
    metavar="URL",
    help="Where the server answers queries; known for oxigraph, Virtuoso, Fuseki, GraphDB.",
    ja="問い合わせのアドレス。oxigraph、Virtuoso、Fuseki、GraphDB なら省略できます。",
)
@option(
    "--union",
    type=click.Choice(["default", "named"]),
    help="Fill the default graph, or the graph …/current, with all current graphs, each triple once.",
    ja="現行のグラフすべてを合わせたもの (同じトリプルは一つ) を、既定グラフか、…/current という名のグラフに入れます。",
)
@option(
    "--all-graphs",
    is_flag=True,
    help="Send the catalogue and the earlier versions too.",
    ja="カタログと以前の版も送ります。",
)
@option(
    "--force",
    is_flag=True,
    help="Send everything, whatever is there.",
    ja="すでにあるものも、すべて送り直します。",
)
@option(
    "--dry-run",
    is_flag=True,
    help="Say what would be done; change nothing.",
    ja="何をするかだけを言い、何も変えません。",
)
@option(
    "--piece",
    type=click.IntRange(1, 1024),
    default=8,
    show_default=True,
    metavar="MIB",
    help="MiB of a request at most.",
    ja="一度に送る量の上限 (MiB)。",
)
@option(
    "--timeout",
    type=click.IntRange(1, 86400),
    default=300,
    show_default=True,
    metavar="SECONDS",
    help="How long to wait for an answer.",
    ja="答えを待つ秒数。",
)
@option(
    "--tries",
    type=click.IntRange(0, 100),
    default=5,
    show_default=True,
    metavar="N",
    help="How often to try again where the server is busy or out of reach.",
    ja="サーバーが混み合っているか届かないときに、やり直す回数。",
)
@option(
    "--insecure",
    is_flag=True,
    help="Send password or token to another machine unencrypted.",
    ja="パスワードやトークンを、暗号化せずにほかの機械へ送ります。",
)
@common_options
def command(
    url: str,
    dist: str,
    sparql: str | None,
    union: str | None,
    piece: int,
    timeout: int,
    tries: int,
    *,
    all_graphs: bool,
    force: bool,
    dry_run: bool,
    insecure: bool,
    quiet: bool,
) -> int:
    r"""Load the published data into a SPARQL server (SPARQL 1.1 Graph Store Protocol).

    URL is its graph store. A graph that is there already is not sent, so that a push that was broken
    off goes on where it stopped; each graph is verified by its count. Name and password come from the
    environment, KYODO_LOD_PUSH_USER and KYODO_LOD_PUSH_PASSWORD; a token from KYODO_LOD_PUSH_TOKEN.

    \b
    kyodo-lod push http://localhost:7878/store --union default
    kyodo-lod push http://localhost:8890/sparql-graph-crud-auth --union named
    kyodo-lod push https://lod.example.jp/plans/data --dry-run
    """
    _need_requests()
    from kyodo_lod.push.address import checked, endpoint
    from kyodo_lod.push.credentials import from_environment
    from kyodo_lod.push.loading import MEBIBYTE, Done, Wish, planned, push
    from kyodo_lod.push.store import connected
    from kyodo_lod.push.wire import Patience

    address = checked(url)
    asked = checked(sparql) if sparql else endpoint(address)
    credentials = from_environment(os.environ, address, insecure=insecure)
    wish = Wish(all_graphs, union, force, piece * MEBIBYTE)
    differs = False
    tell_why = _tell(quiet)
    with (
        _interruptible(),
        progress(quiet=quiet) as show,
        connected(address, asked, credentials, Patience(timeout, tries), tell_why) as store,
    ):
        outcomes = (
            planned(Path(dist), store, wish)
            if dry_run
            else push(Path(dist), store, wish, show, tell_why)
        )
        for outcome in outcomes:
            put(f"{say(_line(outcome, dry_run=dry_run))}\n")
            differs = differs or outcome.done is Done.DIFFERS
    return int(differs)


@contextmanager
def _interruptible() -> Iterator[None]:
    """Say what an interruption leaves, below what the terminal shows for Ctrl-C."""
    try:
        yield
    except KeyboardInterrupt:
        tell(("\n" if is_terminal(sys.stderr) else "") + say(_INTERRUPTED))
        raise click.Abort from None


def _need_requests() -> None:
    if find_spec("requests") is None:
        raise ServerError(
            "kyodo-lod push",
            "requests がありません。kyodo-lod のフォルダで pip install '.[push]' を実行してください。",
            "needs requests; in the folder of kyodo-lod run pip install '.[push]'",
        )


def _tell(quiet: bool) -> Callable[[Bilingual], None]:
    """Give what says on stderr why we wait."""
    return lambda text: None if quiet else tell(visible(say(text)))


def _line(outcome: "Outcome", *, dry_run: bool) -> Bilingual:
    name = Bilingual(outcome.name, outcome.name) if outcome.name else _DEFAULT
    done = (_PLANNED if dry_run else _DONE)[outcome.done.value]
    if outcome.done.value == "differs":
        return Bilingual(
            f"{name.ja}: {done.ja} ({outcome.triples:,} のはずが {outcome.found:,} トリプル)",
            f"{name.en}: {done.en}, {outcome.found:,} triples and not {outcome.triples:,}",
        )
    return Bilingual(
        f"{name.ja}: {done.ja} ({outcome.triples:,} トリプル)",
        f"{name.en}: {done.en}, {outcome.triples:,} triple{'' if outcome.triples == 1 else 's'}",
    )
