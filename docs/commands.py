"""Writes docs/commands.md from the real `--help`, in both languages: `python docs/commands.py`."""

import contextlib
import io
import os
from collections.abc import Iterator
from pathlib import Path
from unittest import mock

import click

from kyodo_lod.cli import kyodo_lod, run
from kyodo_lod.cli.bilingual import Option
from kyodo_lod.cli.commands import VERBS

PAGE = Path(__file__).with_suffix(".md")
#: so that the page does not depend on anybody's window
_COLUMNS = 100

_HEAD = """\
# Commands

Written by `python docs/commands.py` from the program's own `--help`; nobody edits it by hand.
/ プログラムの `--help` から `python docs/commands.py` が作ったもので、手では直しません。
"""
_EXIT = """
## Exit status / 終了コード

| | | |
|---|---|---|
| 0 | fine | 問題なし |
| 1 | violations, or differences (`build --check`) | 違反、または違い (`build --check`) がある |
| 2 | cannot do it: usage, unreadable input, refused | できない: 使い方の誤り、読めない入力、拒否 |
| 130 | interrupted | 中断された |
| 141 | the reader of the pipe went away | パイプの先が閉じた |
"""
_ENVIRONMENT = """
## Environment / 環境変数

An option that is not given takes its value from the environment.
/ 指定しないオプションの値は、環境変数から取ります。

| verb | option | variable |
|---|---|---|
"""


def page() -> str:
    """Give the whole page."""
    parts = [_HEAD, *(_section(verb) for verb in ("", *VERBS)), _EXIT, _ENVIRONMENT]
    return "".join(parts) + "".join(f"{row}\n" for row in _variables())


def _section(verb: str) -> str:
    words = [verb] if verb else []
    name = " ".join(["kyodo-lod", *words])
    helps = (_help([*words, "--help"], language) for language in ("en", "ja"))
    return f"\n## {name}\n" + "".join(f"\n```text\n{text}```\n" for text in helps)


def _help(arguments: list[str], language: str) -> str:
    told = {"COLUMNS": str(_COLUMNS), "KYODO_LOD_LANG": language, "NO_COLOR": "1"}
    output = io.BytesIO()
    stream = io.TextIOWrapper(output, encoding="utf-8")
    with mock.patch.dict(os.environ, told), contextlib.redirect_stdout(stream):
        status = run(arguments)
    if status != 0:
        raise SystemExit(status)
    lines = output.getvalue().decode("utf-8").splitlines()
    return "".join(f"{line.rstrip()}\n" for line in lines)


def _variables() -> Iterator[str]:
    context = click.Context(kyodo_lod, info_name="kyodo-lod", auto_envvar_prefix="KYODO_LOD")
    for verb in VERBS:
        command = kyodo_lod.get_command(context, verb) or kyodo_lod
        inner = click.Context(command, parent=context, info_name=verb)
        for option in command.params:
            if isinstance(option, Option):
                yield f"| {verb} | `{option.opts[0]}` | `{option.variable(inner)}` |"
    yield "| all / すべて | `--lang` | `KYODO_LOD_LANG` |"


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8", newline="\n")
