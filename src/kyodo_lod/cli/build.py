"""`kyodo-lod build`."""

import sys
from pathlib import Path

import click

from kyodo_lod.cli.bilingual import Command, language
from kyodo_lod.cli.options import base_option, common_options, option
from kyodo_lod.cli.terminal import coloured, progress, put, tell


@click.command(
    cls=Command,
    name="build",
    ja="""DATA のすべての文書を調べ、公開するファイル一式を作ります。

    違反が一つでもあれば何も書き換えません。途中で止めても、前のファイルはそのまま残ります。

    \b
    kyodo-lod build
    kyodo-lod build data --out dist --check     違いがあるかだけを見る
    kyodo-lod build --base https://data.example.jp/plans/
    """,
)
@click.argument("data", default="data")
@option(
    "--out", default="dist", show_default=True, metavar="DIR", help="Where to.", ja="作る場所。"
)
@option(
    "--check",
    is_flag=True,
    help="Write nothing; name the files that would change, exit 1 if any.",
    ja="何も書かず、変わるファイルを挙げます。あれば終了コードは 1。",
)
@base_option
@common_options
@click.pass_context
def command(
    ctx: click.Context, data: str, out: str, base: str | None, *, check: bool, quiet: bool
) -> None:
    r"""Check all documents under DATA and build the files to publish.

    With a violation nothing is replaced; interrupted, the old files stay as they are.

    \b
    kyodo-lod build
    kyodo-lod build data --out dist --check     only tell whether anything would change
    kyodo-lod build --base https://data.example.jp/plans/
    """
    from kyodo_lod.building import build
    from kyodo_lod.check.reports.text import finding_lines

    with progress(quiet=quiet) as show:
        built = build(data, out, base, check=check, progress=show)
    for line in () if quiet else finding_lines(built.findings, language(), data):
        tell(coloured(line, sys.stderr))
    if not quiet or check:
        put("".join(_line(Path(out) / name, check=check) for name in built.files))
    ctx.exit(int(check and bool(built.files)))


def _line(path: Path, *, check: bool) -> str:
    return f"{path}\n" if check else f"{path}  {path.stat().st_size:,}\n"
