"""Commands and options whose help speaks Japanese or English, as `--lang` or the locale says."""

import os
from collections.abc import Mapping
from typing import Any, cast

import click

from kyodo_lod.bilingual import Bilingual, Language

_KEY = "kyodo_lod.language"
_LOCALE = ("LC_ALL", "LC_MESSAGES", "LANG")


def locale_language(environ: Mapping[str, str]) -> Language:
    """Give the language of the locale: the first of its variables that is set decides (POSIX)."""
    locale = next((environ[name] for name in _LOCALE if environ.get(name)), "")
    return "ja" if locale.lower().startswith("ja") else "en"


def language() -> Language:
    """Give the language for people: `--lang`, KYODO_LOD_LANG, else the locale's."""
    context = click.get_current_context(silent=True)
    chosen = context.meta.get(_KEY) if context else None
    chosen = chosen or os.environ.get("KYODO_LOD_LANG")
    return cast("Language", chosen) if chosen in ("ja", "en") else locale_language(os.environ)


def say(text: Bilingual) -> str:
    """Give `text` in the language for people."""
    return text.text(language())


class Option(click.Option):
    """An option with a help text in both languages."""

    def __init__(self, *args: Any, ja: str = "", **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.ja = ja

    def get_help_record(self, ctx: click.Context) -> tuple[str, str] | None:
        """Give the option's line of help."""
        english = self.help
        self.help = self.ja if language() == "ja" and self.ja else english
        try:
            return super().get_help_record(ctx)
        finally:
            self.help = english


class Command(click.Command):
    """A command with a help text in both languages; the Japanese one is `ja`."""

    def __init__(self, *args: Any, ja: str = "", **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.ja = ja

    def format_help_text(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the command's help."""
        english = self.help
        self.help = self.ja if language() == "ja" and self.ja else english
        try:
            super().format_help_text(ctx, formatter)
        finally:
            self.help = english


def _choose(ctx: click.Context, _: click.Parameter, value: str | None) -> None:
    if value:
        ctx.meta[_KEY] = value


lang_option = click.option(
    "--lang",
    cls=Option,
    type=click.Choice(["ja", "en"]),
    is_eager=True,
    expose_value=False,
    callback=_choose,
    help="Language of text for people; the locale's by default.",
    ja="人が読む文の言語。初めはロケールに従います。",
)


def remember_early_choice(arguments: list[str]) -> None:
    """Let errors made before `--lang` is parsed speak its language too."""
    for position, argument in enumerate(arguments):
        name, equals, value = argument.partition("=")
        if name == "--lang":
            value = value if equals else "".join(arguments[position + 1 : position + 2])
            if value in ("ja", "en"):
                os.environ["KYODO_LOD_LANG"] = value
