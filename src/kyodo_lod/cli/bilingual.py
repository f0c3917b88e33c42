"""Commands and options whose help speaks Japanese or English, as `--lang` or the locale says."""

import os
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Any, cast

import click

from kyodo_lod.bilingual import Bilingual, Language
from kyodo_lod.cli.terminal import put

_LOCALE = ("LC_ALL", "LC_MESSAGES", "LANG")
_chosen: ContextVar[str] = ContextVar("language", default="")
_USAGE = Bilingual("使い方: ", "Usage: ")
#: what click itself adds to an option's help
_EXTRAS = (("[default: ", "[省略時: "), ("[required]", "[必須]"))
_OPTIONS = Bilingual("オプション", "Options")


def locale_language(environ: Mapping[str, str]) -> Language:
    """Give the language of the locale: the first of its variables that is set decides (POSIX)."""
    locale = next((environ[name] for name in _LOCALE if environ.get(name)), "")
    return "ja" if locale.lower().startswith("ja") else "en"


def language() -> Language:
    """Give the language for people: `--lang`, KYODO_LOD_LANG, else the locale's."""
    chosen = _chosen.get() or os.environ.get("KYODO_LOD_LANG")
    return cast("Language", chosen) if chosen in ("ja", "en") else locale_language(os.environ)


def choose_early(arguments: list[str]) -> None:
    """Take the language from the command line before it is parsed, so that its errors speak it too."""
    for position, argument in enumerate(arguments):
        name, equals, value = argument.partition("=")
        if name == "--lang":
            value = value if equals else "".join(arguments[position + 1 : position + 2])
            _chosen.set(value if value in ("ja", "en") else "")


def say(text: Bilingual) -> str:
    """Give `text` in the language for people."""
    return text.text(language())


@contextmanager
def _in_language(thing: object, attribute: str, japanese: str) -> Iterator[None]:
    english = getattr(thing, attribute)
    setattr(thing, attribute, japanese if language() == "ja" and japanese else english)
    try:
        yield
    finally:
        setattr(thing, attribute, english)


class Option(click.Option):
    """An option with a help text in both languages."""

    def __init__(self, *args: Any, ja: str = "", **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.ja = ja

    def variable(self, ctx: click.Context) -> str:
        """Give the environment variable that stands in for the option: …_CONVERT_TO for --to."""
        name = max(self.opts, key=len).lstrip("-")
        return f"{ctx.auto_envvar_prefix}_{name}".replace("-", "_").upper()

    def resolve_envvar_value(self, ctx: click.Context) -> str | None:
        """Read that variable; an empty one is none."""
        return (self.allow_from_autoenv and os.environ.get(self.variable(ctx))) or None

    def get_help_record(self, ctx: click.Context) -> tuple[str, str] | None:
        """Give the option's line of help."""
        with _in_language(self, "help", self.ja):
            record = super().get_help_record(ctx)
        if record is None or language() != "ja":
            return record
        names, text = record
        for english, japanese in _EXTRAS:
            text = text.replace(english, japanese)
        return names, text


class Command(click.Command):
    """A command with help in both languages; the Japanese texts are `ja` and `ja_epilog`."""

    def __init__(self, *args: Any, ja: str = "", ja_epilog: str = "", **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        # click's mark of a verbatim block is a backspace; a raw docstring spells it \b
        self.help = (self.help or "").replace("\\b", "\b")
        self.ja, self.ja_epilog = ja, ja_epilog
        self._help_flag: Option | None = None

    def get_help_option(self, ctx: click.Context) -> click.Option:
        """Give --help, which writes as all data is written and speaks both languages."""
        if self._help_flag is None:
            self._help_flag = Option(
                ctx.help_option_names,
                is_flag=True,
                is_eager=True,
                expose_value=False,
                allow_from_autoenv=False,
                callback=_put_help,
                help="Show this message and exit.",
                ja="この説明を表示します。",
            )
        return self._help_flag

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Parse; an error in it names this command."""
        try:
            return super().parse_args(ctx, args)
        except click.UsageError as error:
            error.ctx = error.ctx or ctx
            raise

    def format_usage(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the line of usage."""
        pieces = " ".join(self.collect_usage_pieces(ctx))
        formatter.write_usage(ctx.command_path, pieces, say(_USAGE))

    def format_help_text(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the command's help."""
        with _in_language(self, "help", self.ja):
            super().format_help_text(ctx, formatter)

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the list of options."""
        options = (o for o in self.get_params(ctx) if isinstance(o, click.Option))
        records = (option.get_help_record(ctx) for option in options)
        with formatter.section(say(_OPTIONS)):
            formatter.write_dl([record for record in records if record])

    def format_epilog(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write what follows the options."""
        with _in_language(self, "epilog", self.ja_epilog):
            super().format_epilog(ctx, formatter)


def _put_help(ctx: click.Context, _: click.Parameter, value: bool) -> None:
    if value and not ctx.resilient_parsing:
        put(f"{ctx.get_help()}\n")
        ctx.exit()


def _choose(_: click.Context, __: click.Parameter, value: str | None) -> None:
    if value:
        _chosen.set(value)


lang_option = click.option(
    "--lang",
    cls=Option,
    type=click.Choice(["ja", "en"]),
    is_eager=True,
    expose_value=False,
    callback=_choose,
    help="Language of text for people; the locale's by default.",
    ja="人が読む文の言語。省略するとロケールに従います。",
)
