"""`kyodo-lod site`."""

import click

from kyodo_lod.bilingual import Bilingual
from kyodo_lod.cli.bilingual import Command, say
from kyodo_lod.cli.options import common_options, option
from kyodo_lod.cli.terminal import progress, put, tell


@click.command(
    cls=Command,
    name="site",
    ja="""公開データから、サーバーのいらないサイトを作ります。

    できたフォルダは、どの静的なウェブサーバーにもそのまま置けます。

    \b
    kyodo-lod site
    kyodo-lod site --dist dist --out _site
    kyodo-lod site --single-file kyodo.html
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
@option(
    "--single-file",
    metavar="FILE",
    help="Make one HTML file that holds everything instead; the English one stands beside it.",
    ja="代わりに、すべてを入れた1つの HTML ファイルを作ります。英語版が横に並びます。",
)
@common_options
def command(dist: str, out: str, single_file: str | None, *, quiet: bool) -> None:
    r"""Make a site without a server from the published data.

    The folder can be put on any static web server as it is.

    \b
    kyodo-lod site
    kyodo-lod site --dist dist --out _site
    kyodo-lod site --single-file kyodo.html
    """
    if single_file is not None:
        _make_single_file(dist, single_file, quiet=quiet)
        return
    from kyodo_lod.site.folder import make_site

    with progress(quiet=quiet) as show:
        files = make_site(dist, out, progress=show)
    if not quiet:
        put(f"{out}: {say(Bilingual(f'{len(files):,} ファイル', f'{len(files):,} files'))}\n")


def _make_single_file(dist: str, out: str, *, quiet: bool) -> None:
    from kyodo_lod.publish.pages.render import size
    from kyodo_lod.site.single_file import LIMIT, make_single_file

    with progress(quiet=quiet) as show:
        files = make_single_file(dist, out, progress=show)
    for path, count in files.items():
        if not quiet:
            put(f"{path}: {size(count)}\n")
        if count > LIMIT:
            tell(f"{path}: {say(_large(size(count), size(LIMIT)))}")


def _large(found: str, limit: str) -> Bilingual:
    return Bilingual(
        f"{found} あり、{limit} を超えています。開くのに時間がかかります。計画を減らすか、--out でフォルダのサイトを作ってください。",
        f"is {found}, more than {limit}, and slow to open; publish fewer plans in it, or make the site as a folder with --out",
    )
