"""`kyodo-lod init`."""

from collections.abc import Iterable
from contextlib import suppress
from datetime import date
from functools import partial
from pathlib import Path
from typing import IO

import click

from kyodo_lod.bilingual import Bilingual
from kyodo_lod.cli.bilingual import Command, say
from kyodo_lod.cli.options import FISCAL_YEAR, common_options, option
from kyodo_lod.cli.terminal import put, tell
from kyodo_lod.cli.usage import Usage

_GUESSED = Bilingual(
    "推測しました。確かめてください: 題名「{title}」、自治体名「{city}」、計画名「{plan}」、文字コード {encoding}",
    "guessed, please check: title {title!r}, municipality {city!r}, plan {plan!r}, encoding {encoding}",
)
_UNITS = Bilingual(
    "units.csv に {count} の部・課を書きました。書き誤りがないか見て、slug を読みやすい名前に変えてください (公開する前に)。",
    "units.csv lists {count} units; look for misspellings, and give them readable slugs before you publish",
)
_TO_FILL = Bilingual(
    "build の前に書き足してください: {places}", "fill in before you build: {places}"
)
#: what a document does not tell and build demands
_OPEN = {
    "municipality.toml": "[name] en",
    "plan.toml": "[title] en",
    "publisher.toml": "[publisher] name.en, [contact] email",
}
_REFRESHED = Bilingual(
    "公開済みなら、{source} の [release] で version と modified を上げ、前の版を [[release.earlier]] に書いてください。",
    "if it is published, raise version and modified under [release] in {source}, and list the release "
    "before it as [[release.earlier]]",
)
_NEXT = Bilingual("次は: kyodo-lod validate {folder}", "next: kyodo-lod validate {folder}")


@click.command(
    cls=Command,
    name="init",
    ja="""新しい文書を data/ に置き、マニフェストを作ります。すでにあるファイルは変えません。

    --refresh は、文書を直したあとで、今の文書の sha256 を source.toml に記録します。

    \b
    kyodo-lod init plan.txt --municipality 072036 --plan kyodo-2 --year 2018
    kyodo-lod init --refresh data/072036-koriyama/kyodo-2/fy2018
    """,
)
@click.argument("path")
@option(
    "--municipality", metavar="CODE", help="Six-digit code.", ja="全国地方公共団体コード 6 桁。"
)
@option(
    "--plan",
    metavar="SLUG",
    help="A name for the plan, such as kyodo-2.",
    ja="計画の名前 (例: kyodo-2)。",
)
@option("--year", type=FISCAL_YEAR, metavar="YEAR", help="Fiscal year.", ja="年度。")
@option(
    "--data",
    default="data",
    show_default=True,
    metavar="DIR",
    help="Folder of all cities.",
    ja="data フォルダ。",
)
@option(
    "--issued",
    metavar="DAY",
    help="Day of the first release; today by default.",
    ja="最初の公開日。省略すると今日。",
)
@option(
    "--refresh", is_flag=True, help="Record a corrected document.", ja="直した文書を記録します。"
)
@common_options
def command(
    path: str,
    municipality: str | None,
    plan: str | None,
    year: int | None,
    data: str,
    issued: str | None,
    *,
    refresh: bool,
    quiet: bool,
) -> None:
    r"""Put a new document into data/ and write its manifests; files that are there stay.

    --refresh records the sha256 that a corrected document has now.

    \b
    kyodo-lod init plan.txt --municipality 072036 --plan kyodo-2 --year 2018
    kyodo-lod init --refresh data/072036-koriyama/kyodo-2/fy2018
    """
    if refresh:
        _refresh(Path(path), quiet=quiet)
        return
    if municipality is None or plan is None or year is None:
        raise Usage(
            "新しい文書には --municipality、--plan、--year が要ります。",
            "a new document needs --municipality, --plan and --year",
        )
    from kyodo_lod.model.proposal import propose

    day = issued or date.today().isoformat()  # noqa: DTZ011 - the day on the clerk's calendar
    made = propose(Path(path), municipality, plan, year, _checked_day(day), Path(data))
    _create(made.files)
    if not quiet:
        guessed = made.guess
        words = {"title": guessed.title, "city": guessed.municipality, "plan": guessed.plan}
        tell(say(_GUESSED.fill(encoding=made.encoding or "utf-8", **words)))
        if made.units:
            tell(say(_UNITS.fill(count=made.units)))
        if places := _to_fill(made.files):
            tell(say(_TO_FILL.fill(places=places)))
        tell(say(_NEXT.fill(folder=next(iter(made.files)).parent)))


def _to_fill(files: Iterable[Path]) -> str:
    """Name the new files that leave something open, with what it is."""
    return ", ".join(f"{path} ({_OPEN[path.name]})" for path in files if path.name in _OPEN)


def _checked_day(day: str) -> str:
    try:
        return date.fromisoformat(day).isoformat()
    except ValueError as error:
        raise Usage(
            f"--issued の「{day}」は日付ではありません (例: 2026-11-23)。",
            f"--issued {day!r} is no date such as 2026-11-23",
        ) from error


def _refresh(path: Path, *, quiet: bool) -> None:
    from kyodo_lod.source.locate import manifests
    from kyodo_lod.source.writing import refreshed

    texts = {Path(m.place): refreshed(Path(m.place)) for m in manifests(path)}
    for source, text in texts.items():
        is_changed = text.encode() != source.read_bytes()
        _write(source, text.encode())
        put(f"{source}\n")
        if is_changed and not quiet:
            tell(say(_REFRESHED.fill(source=source)))


def _put(content: bytes, stream: IO[bytes]) -> None:
    stream.write(content)


def _create(files: dict[Path, bytes]) -> None:
    """Write new files, all or none of them."""
    made: list[Path] = []
    try:
        for path, content in files.items():
            made += [*reversed([one for one in path.parents if not one.exists()]), path]
            _write(path, content)
    except BaseException:
        for path in reversed(made):
            _remove(path)
        raise
    put("".join(f"{path}\n" for path in files))


def _remove(path: Path) -> None:
    with suppress(OSError):
        path.rmdir() if path.is_dir() else path.unlink(missing_ok=True)


def _write(path: Path, content: bytes) -> None:
    from kyodo_lod.publish.replace import output_errors, replace_file

    with output_errors(path):
        path.parent.mkdir(parents=True, exist_ok=True)
    replace_file(path, partial(_put, content))
