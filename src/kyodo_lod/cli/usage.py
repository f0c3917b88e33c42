"""What is wrong with a command line, in one line, in both languages."""

import re
from collections.abc import Iterator

import click
from click.core import ParameterSource

from kyodo_lod.bilingual import NOTHING, Bilingual, visible
from kyodo_lod.cli.bilingual import Option, say


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
    given = _given_by(", ".join(_variables(context, english)) if context else "")
    line = Bilingual(
        f"{command}: {_japanese(error)}{given.ja} (使い方: {command} --help)",
        f"{command}: {english}{given.en} (see {command} --help)",
    )
    return visible(" ".join(say(line).split()))


def _variables(context: click.Context, words: str) -> Iterator[str]:
    """Give the environment variables behind the options that `words` name."""
    for each in context.command.get_params(context):
        source = context.get_parameter_source(each.name or "")
        if source != ParameterSource.ENVIRONMENT or not isinstance(each, Option):
            continue
        if any(re.search(rf"(?<![\w-]){re.escape(name)}(?![\w-])", words) for name in each.opts):
            yield each.variable(context)


def _given_by(variables: str) -> Bilingual:
    """Say where the value of an option comes from that is not on the command line."""
    if not variables:
        return NOTHING
    return Bilingual(f" (環境変数 {variables} の値です)", f"; the environment sets it: {variables}")


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
        last = "以上" if kind.max is None else f" から {kind.max} まで"
        return f"{kind.min}{last}の整数を書いてください。"
    return error.message


def _name(error: click.BadParameter) -> str:
    hint = error.param_hint or (error.param.get_error_hint(error.ctx) if error.param else "")
    return hint if isinstance(hint, str) else " / ".join(hint)


def _nearest(error: click.NoSuchOption) -> str:
    near = ", ".join(error.possibilities or ())
    return f"もしかして: {near}。" if near else ""
