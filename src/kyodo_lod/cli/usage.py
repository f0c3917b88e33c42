"""What is wrong with a command line, in one line, in both languages."""

import click

from kyodo_lod.bilingual import Bilingual, visible
from kyodo_lod.cli.bilingual import say


class Usage(click.UsageError):
    """A mistake in the command line that we found ourselves, not click."""

    def __init__(self, ja: str, en: str, ctx: click.Context | None = None) -> None:
        super().__init__(en, ctx)
        self.ja = ja


def usage_line(error: click.ClickException) -> str:
    """Give `error` as one line: the command, what is wrong, where its help is."""
    context = getattr(error, "ctx", None)
    command = context.command_path if context else "kyodo-lod"
    english = " ".join(error.format_message().split()).rstrip(".")
    line = Bilingual(
        f"{command}: {_japanese(error)} (使い方: {command} --help)",
        f"{command}: {english} (see {command} --help)",
    )
    return visible(" ".join(say(line).split()))


def _japanese(error: click.ClickException) -> str:  # the narrower before the wider
    match error:
        case Usage():
            return error.ja
        case click.MissingParameter():
            return f"{_name(error)} がありません。"
        case click.BadParameter():
            return f"{_name(error)} の値が使えません。{_choices(error)}"
        case click.NoSuchOption():
            return f"{error.option_name} というオプションはありません。{_nearest(error)}"
        case click.BadOptionUsage():
            return f"{error.option_name} の値がないか、余分です。"
        case _:
            return f"引数が違います: {error.format_message()}"


def _choices(error: click.BadParameter) -> str:
    kind = error.param.type if error.param else None
    if isinstance(kind, click.Choice):
        return f"選べるもの: {', '.join(kind.choices)}。"
    if isinstance(kind, click.IntRange):
        return f"{kind.min} から {kind.max} までの整数を書いてください。"
    return error.message


def _name(error: click.BadParameter) -> str:
    hint = error.param_hint or (error.param.get_error_hint(error.ctx) if error.param else "")
    return hint if isinstance(hint, str) else " / ".join(hint)


def _nearest(error: click.NoSuchOption) -> str:
    near = ", ".join(error.possibilities or ())
    return f"もしかして: {near}。" if near else ""
