"""The verbs, each imported only when it is called; a mistyped one is told its nearest."""

import difflib
from importlib import import_module

import click

from kyodo_lod.bilingual import Bilingual
from kyodo_lod.cli.bilingual import Command, say
from kyodo_lod.cli.usage import Usage

#: verb → what it does, in the order of the work
VERBS = {
    "init": Bilingual("新しい文書のマニフェストを作る", "Write the manifests of a new document."),
    "read": Bilingual("文書をどう読んだかを見せる", "Show a plan as it was understood."),
    "validate": Bilingual("文書や RDF の誤りを探す", "Find what is wrong in a document or RDF."),
    "convert": Bilingual("文書を RDF にする", "Turn a document into RDF."),
    "build": Bilingual(
        "data/ のすべてから dist/ を作る", "Build everything under data/ into dist/."
    ),
    "site": Bilingual("dist/ からサイトを作る", "Make a site from dist/."),
    "serve": Bilingual(
        "公開データをサーバーとして公開する", "Serve the published data, with a SPARQL endpoint."
    ),
    "query": Bilingual("公開データに SPARQL で尋ねる", "Ask the published data in SPARQL."),
    "push": Bilingual(
        "公開データを SPARQL サーバーに入れる", "Load the published data into a SPARQL server."
    ),
    "explain": Bilingual("規則の意味と直し方を説明する", "Explain a rule and how to repair it."),
}

_COMMANDS = Bilingual("コマンド", "Commands")


class Commands(Command, click.Group):
    """Loads `kyodo_lod.cli.<verb>` when the verb is called."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - click's signature
        """Give the verbs."""
        return list(VERBS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002
        """Import and give a verb."""
        if cmd_name not in VERBS:
            return None
        command: Command = import_module(f"kyodo_lod.cli.{cmd_name}").command
        return command

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Find the verb that was typed, or name the nearest."""
        if args and args[0] not in VERBS and not args[0].startswith("-"):
            near = difflib.get_close_matches(args[0], VERBS, 1)
            ja = f"もしかして: {near[0]}。" if near else ""
            en = f"; did you mean {near[0]}?" if near else ""
            raise Usage(
                f"「{args[0]}」というコマンドはありません。{ja}",
                f"no such command {args[0]!r}{en}",
                ctx,
            )
        return super().resolve_command(ctx, args)

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the list of options, then that of verbs."""
        super().format_options(ctx, formatter)
        with formatter.section(say(_COMMANDS)):
            formatter.write_dl([(verb, say(text)) for verb, text in VERBS.items()])
