"""`kyodo-lod site`."""

import click

from kyodo_lod.bilingual import Bilingual
from kyodo_lod.cli.bilingual import Command, say
from kyodo_lod.cli.options import common_options, option
from kyodo_lod.cli.terminal import progress, put


@click.command(
    cls=Command,
    name="site",
    ja="""公開データから、サーバーのいらないサイトを作ります。

    できたフォルダは、どの静的なウェブサーバーにもそのまま置けます。

    \b
    kyodo-lod site
    kyodo-lod site --dist dist --out _site
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
    "--out", default="_site", show_default=True, metavar="DIR", help="Where to.", ja="作る場所。"
)
@common_options
def command(dist: str, out: str, *, quiet: bool) -> None:
    r"""Make a site without a server from the published data.

    The folder can be put on any static web server as it is.

    \b
    kyodo-lod site
    kyodo-lod site --dist dist --out _site
    """
    from kyodo_lod.site.folder import make_site

    with progress(quiet=quiet) as show:
        files = make_site(dist, out, progress=show)
    if not quiet:
        put(f"{out}: {say(Bilingual(f'{len(files):,} ファイル', f'{len(files):,} files'))}\n")
