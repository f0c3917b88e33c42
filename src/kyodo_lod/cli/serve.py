"""`kyodo-lod serve`."""

import re
import sys
from collections.abc import Sequence
from contextlib import ExitStack
from functools import cache
from importlib.util import find_spec
from ipaddress import ip_network
from pathlib import Path
from typing import TYPE_CHECKING

import click

from kyodo_lod.bilingual import Bilingual
from kyodo_lod.cli.bilingual import Command, say
from kyodo_lod.cli.options import common_options, option
from kyodo_lod.cli.serve_limits import limit_options, serve_limits
from kyodo_lod.cli.terminal import is_terminal, progress, tell
from kyodo_lod.cli.usage import Usage
from kyodo_lod.errors import KyodoError

if TYPE_CHECKING:
    from kyodo_lod.serve.journal import Form
    from kyodo_lod.serve.running import Started

_NEEDED = ("mimeparse", "python_multipart", "starlette", "uvicorn")
_PATH = re.compile(r"/|(?:/[A-Za-z0-9._~-]+)+/?")
_READY = Bilingual("グラフ {count} 件、Ctrl-C で止まります", "{count} graphs, Ctrl-C stops")
_FIRST = Bilingual(
    "サイトとストアを作っています (このデータでの初回だけ): ",
    "making the site and the store, at the first start with these data: ",
)
_NO_ENDPOINT = Bilingual(
    "カタログに SPARQL エンドポイントのアドレスがありません。公開する前に data/publisher.toml の [catalog] に endpoint を書き、build してください。",
    "the catalogue names no SPARQL endpoint; before you publish, set endpoint under [catalog] in data/publisher.toml and build",
)


@click.command(
    cls=Command,
    name="serve",
    ja="""公開データを、サイトと SPARQL エンドポイントのあるサーバーとして公開します。

    DIST が新しくなると、動いたまま引き継ぎます。Ctrl-C か SIGTERM で、処理中の要求に答え終えてから止まります。

    \b
    kyodo-lod serve
    kyodo-lod serve --port 0                               空いているポートで
    kyodo-lod serve --root-path /lod --trust-proxy 127.0.0.1   リバースプロキシーの後ろで
    """,
)
@option(
    "--dist",
    default="dist",
    show_default=True,
    metavar="DIR",
    help="What build made.",
    ja="build が作ったフォルダ。",
)
@option(
    "--state",
    metavar="DIR",
    help="Where to keep what is made of it; under ~/.local/state by default. One server a folder.",
    ja="そこから作ったものを置く場所。省略すると ~/.local/state の下。サーバー1つに1つ。",
)
@option(
    "--host",
    default="127.0.0.1",
    show_default=True,
    help="Address to listen at; 0.0.0.0 is all of this machine, :: IPv6 too.",
    ja="待ち受けるアドレス。0.0.0.0 はこの機械のすべて、:: は IPv6 も。",
)
@option(
    "--port",
    type=click.IntRange(0, 65535),
    default=8000,
    show_default=True,
    help="Port to listen at; 0 takes a free one.",
    ja="待ち受けるポート。0 は空いているもの。",
)
@option(
    "--root-path",
    default="/",
    show_default=True,
    metavar="PATH",
    help="Path under which a proxy shows this server; the proxy may strip it or not.",
    ja="プロキシーがこのサーバーを見せるパス。プロキシーが除いても除かなくてもよい。",
)
@option(
    "--trust-proxy",
    multiple=True,
    metavar="ADDRESS",
    help="Proxy, or network of proxies, whose X-Forwarded-For is believed; none by default.",
    ja="X-Forwarded-For を信じるプロキシーのアドレスかネットワーク。省略するとなし。",
)
@option(
    "--log",
    "form",
    type=click.Choice(["json", "text", "none"]),
    default="json",
    show_default=True,
    help="Form of the journal on stderr, which names no person.",
    ja="標準エラー出力に書く記録の形式。個人に関することは書きません。",
)
@option(
    "--processes",
    type=click.IntRange(min=0),
    default=0,
    show_default=True,
    metavar="N",
    help="Processes that answer queries at once; 0 is as many as suit this machine.",
    ja="問い合わせに同時に答えるプロセス。0 はこの機械に合う数。",
)
@limit_options
@common_options
def command(
    dist: str,
    state: str | None,
    host: str,
    port: int,
    root_path: str,
    trust_proxy: tuple[str, ...],
    form: "Form",
    processes: int,
    *,
    quiet: bool,
    **limits: int,
) -> None:
    r"""Serve the published data as a site and a SPARQL endpoint.

    New data in DIST are taken over while it runs. Ctrl-C or SIGTERM stops it, once requests that
    are being answered are done.

    \b
    kyodo-lod serve
    kyodo-lod serve --port 0                               at a free port
    kyodo-lod serve --root-path /lod --trust-proxy 127.0.0.1   behind a proxy
    """
    _require_extra()
    from kyodo_lod.serve.claims import default_state
    from kyodo_lod.serve.journal import Journal, to_stderr
    from kyodo_lod.serve.running import Settings, run

    settings = Settings(
        Path(dist),
        Path(state) if state else default_state(Path(dist)),
        host,
        port,
        _prefix(root_path),
        _networks(trust_proxy),
        serve_limits(limits),
        processes,
    )
    with ExitStack() as shown:
        show = cache(lambda: shown.enter_context(progress(quiet=quiet)))

        def write(line: str) -> bool:
            shown.close()  # what is made: on a terminal it would stand in the journal's line
            return to_stderr(line)

        def ready(started: "Started") -> None:
            shown.close()
            if not quiet and (form == "text" or is_terminal(sys.stderr)):
                _tell_people(started)

        run(settings, Journal(form, write), ready, lambda step: show()(f"{say(_FIRST)}{step}"))


def _tell_people(started: "Started") -> None:
    tell(f"{started.address}  {say(_READY.fill(count=started.graphs))}")
    if started.endpoint is None:
        tell(say(_NO_ENDPOINT))


def _require_extra() -> None:
    """Raise KyodoError where a library of the extra is not installed."""
    missing = [name for name in _NEEDED if find_spec(name) is None]
    if missing:
        raise KyodoError(
            "kyodo-lod serve",
            f"{', '.join(missing)} がありません。kyodo-lod のフォルダで pip install '.[serve]' を実行してください。",
            f"needs {', '.join(missing)}; in the folder of kyodo-lod run pip install '.[serve]'",
        )


def _prefix(root_path: str) -> str:
    """Give the path of a proxy without its last slash; the root is none."""
    if not _PATH.fullmatch(root_path):
        raise Usage(
            f"--root-path {root_path} は使えません。/lod のように、/ で始まる英数字のパスを書いてください。",
            f"--root-path {root_path} cannot be used; write a path such as /lod",
        )
    return root_path.rstrip("/")


def _networks(addresses: Sequence[str]) -> tuple[str, ...]:
    try:
        return tuple(str(ip_network(each)) for each in addresses)
    except ValueError as error:
        raise Usage(
            "--trust-proxy にはプロキシーの IP アドレスかネットワークを書いてください (例: 127.0.0.1)。",
            "--trust-proxy takes the IP address or network of a proxy, such as 127.0.0.1",
        ) from error
