"""`kyodo-lod explain`."""

import re
import sys
from collections.abc import Iterable, Iterator, Sequence
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

    RULE は validate が出す名前です。# から後だけでも、終わりだけでもかまいません。いくつもの規則に
    当たる名前や 'plan#Plan-*' のような形なら、その規則を一覧にします。

    \b
    kyodo-lod explain plan#PlannedProject-responsibleUnit
    kyodo-lod explain row-cells
    kyodo-lod explain sh:minCount
    kyodo-lod explain 'PlannedProject-*'
    kyodo-lod explain --shapes own.ttl http://example.org/LoanShape
    kyodo-lod explain --list
    """,
)
@click.argument("rule", required=False)
@option("--list", "show_list", is_flag=True, help="Name all rules.", ja="規則の一覧。")
@option(
    "--shapes",
    multiple=True,
    metavar="FILE",
    help="Explain the rules of these SHACL files too; may be repeated.",
    ja="この SHACL ファイルの規則も説明します。繰り返せます。",
)
@common_options
def command(
    rule: str | None,
    *,
    show_list: bool,
    shapes: tuple[str, ...],
    quiet: bool,  # noqa: ARG001
) -> None:
    r"""Explain what a rule demands, why, how to repair it; what passes and what fails.

    RULE is a name that validate prints; what follows the # is enough, or its end. A name or a pattern
    of several rules, such as 'plan#Plan-*', lists them.

    \b
    kyodo-lod explain plan#PlannedProject-responsibleUnit
    kyodo-lod explain row-cells
    kyodo-lod explain sh:minCount
    kyodo-lod explain 'PlannedProject-*'
    kyodo-lod explain --shapes own.ttl http://example.org/LoanShape
    kyodo-lod explain --list
    """
    known = _known(shapes)
    if show_list:
        put(_list(known.values()))
    elif rule is None:
        raise Usage(
            "規則の名前を書いてください。一覧は explain --list です。",
            "name a rule; explain --list names them all",
        )
    else:
        put(_told(_as_explained(rule, shapes), known))


def _known(shapes: Sequence[str]) -> "dict[str, Page]":
    """Give the pages of all rules, those of other people's shapes first."""
    from kyodo_lod.check.foreign_pages import foreign_pages
    from kyodo_lod.check.rule_pages import pages

    return (foreign_pages(shapes) if shapes else {}) | pages()


def _as_explained(rule: str, shapes: Sequence[str]) -> str:
    """Give a name that `validate` prints as the IRI of the shape that is explained."""
    if not shapes:
        return rule
    from kyodo_lod.check.checked_rules import holder_called
    from kyodo_lod.check.shapes import load_shapes

    return holder_called(load_shapes(*shapes), rule)


def _told(rule: str, known: "dict[str, Page]") -> str:
    from kyodo_lod.check.asked_rules import asked_for

    found = asked_for(rule, known)
    return _page(found[0]) if len(found) == 1 else _list(found)


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
    parts += filter(None, [help_uri(page.iri)])  # rules of others have no page of ours
    return "\n\n".join(parts) + "\n"


def _section(section: "Section") -> Iterator[str]:
    """Give the lines of a section: its head, its code further in than its words."""
    yield bold(say(section.head))
    if section.code.en:
        yield wrapped(say(section.code), indent="    ", hanging="      ")
    if section.text.en:
        said = _RIGHT.sub(_NEXT_LINE, say(section.text))
        yield wrapped(f"{say(_SAYS)}{said}" if section.code.en else said, indent="  ")
