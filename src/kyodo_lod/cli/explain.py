"""`kyodo-lod explain`."""

import re
import sys
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

import click

from kyodo_lod.bilingual import Bilingual
from kyodo_lod.cli.bilingual import Command, say
from kyodo_lod.cli.options import common_options, option
from kyodo_lod.cli.terminal import bold, is_terminal, put, table, wrapped
from kyodo_lod.cli.usage import Usage
from kyodo_lod.finding import help_uri

if TYPE_CHECKING:
    from kyodo_lod.check.rule_pages import Page, Section

#: wrong and right below each other
_RIGHT = re.compile(r"(?:;| )\s*(正|right): ")
_NEXT_LINE = r"\n\1: "
_SAYS = Bilingual("validate の指摘: ", "validate says: ")


@click.command(
    cls=Command,
    name="explain",
    ja="""規則が何を求め、なぜか、どう直すかを、通る例と通らない例で説明します。

    RULE は validate が出す名前です。# から後だけでもかまいません。

    \b
    kyodo-lod explain plan#PlannedProject-responsibleUnit
    kyodo-lod explain row-cells
    kyodo-lod explain sh:minCount
    kyodo-lod explain --list
    """,
)
@click.argument("rule", required=False)
@option("--list", "show_list", is_flag=True, help="Name all rules.", ja="規則の一覧。")
@common_options
def command(rule: str | None, *, show_list: bool, quiet: bool) -> None:  # noqa: ARG001
    r"""Explain what a rule demands, why, how to repair it; what passes and what fails.

    RULE is a name that validate prints; what follows the # is enough.

    \b
    kyodo-lod explain plan#PlannedProject-responsibleUnit
    kyodo-lod explain row-cells
    kyodo-lod explain sh:minCount
    kyodo-lod explain --list
    """
    from kyodo_lod.check.rule_pages import page, pages

    if show_list:
        put(_list(pages().values()))
    elif rule is None:
        raise Usage(
            "規則の名前を書いてください。一覧は explain --list です。",
            "name a rule; explain --list names them all",
        )
    else:
        put(_page(page(rule)))


def _list(pages: Iterable["Page"]) -> str:
    """Name the rules with what they demand: a table, or tab-separated in a pipe."""
    rows = [(page.name, say(page.demand)) for page in pages]
    if is_terminal(sys.stdout):
        return table(("rule", ""), rows)
    return "".join(f"{name}\t{demand}\n" for name, demand in rows)


def _page(page: "Page") -> str:
    severity = f" ({say(page.severity.label)})" if page.severity else ""
    parts = [bold(page.name) + severity, wrapped(say(page.demand))]
    parts += ["\n".join(_section(section)) for section in page.sections]
    parts.append(help_uri(page.iri))
    return "\n\n".join(parts) + "\n"


def _section(section: "Section") -> Iterator[str]:
    """Give the lines of a section: its head, its code further in than its words."""
    yield bold(say(section.head))
    if section.code.en:
        yield wrapped(say(section.code), indent="    ", hanging="      ")
    if section.text.en:
        said = _RIGHT.sub(_NEXT_LINE, say(section.text))
        yield wrapped(f"{say(_SAYS)}{said}" if section.code.en else said, indent="  ")
