"""The command line: parse options, call one function, print. Imports click alone (design §2)."""

import sys
from collections.abc import Sequence
from contextvars import copy_context
from typing import TYPE_CHECKING

import click

from kyodo_lod.cli.bilingual import choose_early, lang_option, language
from kyodo_lod.cli.commands import Commands
from kyodo_lod.cli.options import version_option
from kyodo_lod.cli.terminal import ClosedPipe, tell
from kyodo_lod.cli.usage import usage_line
from kyodo_lod.errors import InvalidPlanError, KyodoError
from kyodo_lod.files import refusal

if TYPE_CHECKING:
    from kyodo_lod.finding import Finding

FINE, FINDINGS, CANNOT, INTERRUPTED, CLOSED_PIPE = 0, 1, 2, 130, 141


@click.group(
    cls=Commands,
    context_settings={
        "auto_envvar_prefix": "KYODO_LOD",
        "help_option_names": ["-h", "--help"],
        "max_content_width": 100,
    },
    ja="""自治体の実施計画を Linked Open Data にします。

    \b
    kyodo-lod read data/072036-koriyama      どう読んだか
    kyodo-lod validate data/072036-koriyama  どこがどう違うか
    kyodo-lod build                          data/ → dist/
    kyodo-lod query --list                   用意した問い
    """,
    epilog="Exit status: 0 fine, 1 violations or differences, 2 cannot do it. "
    "Every option has an environment variable, such as KYODO_LOD_BUILD_OUT.",
    ja_epilog="終了コード: 0 問題なし、1 違反か違いがある、2 実行できない。"
    "どのオプションにも環境変数があります (例: KYODO_LOD_BUILD_OUT)。",
)
@lang_option
@version_option
def kyodo_lod() -> None:
    r"""Municipal implementation plans (実施計画) as linked open data.

    \b
    kyodo-lod read data/072036-koriyama      what was understood
    kyodo-lod validate data/072036-koriyama  what is wrong, and where
    kyodo-lod build                          data/ → dist/
    kyodo-lod query --list                   the questions that are ready
    """


def main(arguments: Sequence[str] | None = None) -> None:
    """Run the command line and end the process with its exit status."""
    try:
        status = run(list(sys.argv[1:] if arguments is None else arguments))
    except (KeyboardInterrupt, SystemExit):  # click ends shell completion with the latter
        raise
    except BaseException:  # noqa: BLE001 - a mistake of ours, or a panic of oxigraph (which is no Exception), is no finding: shown, but not Python's 1
        sys.excepthook(*sys.exc_info())
        status = CANNOT
    sys.exit(status)


def run(arguments: list[str]) -> int:
    """Run the command line.

    Returns:
        The exit status: every way to end is mapped here.
    """
    return copy_context().run(_run, arguments)  # what the options choose ends with the run


def _run(arguments: list[str]) -> int:
    choose_early(arguments)
    try:
        return kyodo_lod.main(arguments, prog_name="kyodo-lod", standalone_mode=False) or FINE
    except InvalidPlanError as error:
        _tell_findings(error.findings)
        tell(error.line(language()))
        return FINDINGS
    except KyodoError as error:
        tell(error.line(language()))
        return CANNOT
    except click.exceptions.NoArgsIsHelpError as error:
        tell(error.format_message())
        return CANNOT
    except click.ClickException as error:
        tell(usage_line(error))
        return CANNOT
    except OSError as error:
        tell(_unforeseen(error).line(language()))
        return CANNOT
    except (click.Abort, KeyboardInterrupt):
        return INTERRUPTED
    except ClosedPipe:
        return CLOSED_PIPE


def _unforeseen(error: OSError) -> KyodoError:
    """Give one line for what the operating system refuses where nobody expected it."""
    why = refusal(error)
    place = str(error.filename or "kyodo-lod")
    return KyodoError(place, f"使えません ({why.ja})。", f"cannot be used ({why.en})")


def _tell_findings(findings: Sequence["Finding"]) -> None:
    from kyodo_lod.check.reports.text import finding_lines
    from kyodo_lod.cli.terminal import coloured

    for line in finding_lines(findings, language(), ""):
        tell(coloured(line, sys.stderr))
