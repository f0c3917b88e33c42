"""`kyodo-lod explain`."""

import re
import sys
from collections.abc import Iterable
from typing import TYPE_CHECKING

import click

from kyodo_lod.bilingual import Bilingual
from kyodo_lod.cli.bilingual import Command, say
from kyodo_lod.cli.options import common_options, option
from kyodo_lod.cli.terminal import is_terminal, put, table
from kyodo_lod.cli.usage import Usage
from kyodo_lod.finding import SHAPES, help_uri

if TYPE_CHECKING:
    from kyodo_lod.check.rules import Explanation

_WHY = Bilingual("理由", "Why")
_REPAIR = Bilingual("文書での直し方", "Repair in the document")
_EXAMPLE = Bilingual("例", "Example")
#: wrong and right below each other
_RIGHT = re.compile(r"(?:;| )\s*(正|right): ")
_NEXT_LINE = r"\n  \1: "


@click.command(
    cls=Command,
    name="explain",
    ja="""規則が何を求め、なぜか、どう直すかを、例とともに説明します。

    RULE は validate が出す名前です。# から後だけでもかまいません。

    \b
    kyodo-lod explain plan#PlannedProject-responsibleUnit
    kyodo-lod explain row-cells
    kyodo-lod explain --list
    """,
)
@click.argument("rule", required=False)
@option("--list", "show_list", is_flag=True, help="Name all rules.", ja="規則の一覧。")
@common_options
def command(rule: str | None, *, show_list: bool, quiet: bool) -> None:  # noqa: ARG001
    r"""Explain what a rule demands, why, how to repair it, with an example.

    RULE is a name that validate prints; what follows the # is enough.

    \b
    kyodo-lod explain plan#PlannedProject-responsibleUnit
    kyodo-lod explain row-cells
    kyodo-lod explain --list
    """
    from kyodo_lod.check.rules import explain, explanations

    if show_list:
        put(_list(explanations().values()))
    elif rule is None:
        raise Usage(
            "規則の名前を書いてください。一覧は explain --list です。",
            "name a rule; explain --list names them all",
        )
    else:
        put(_page(explain(rule)))


def _list(rules: Iterable["Explanation"]) -> str:
    """Name the rules with what they demand: a table, or tab-separated in a pipe."""
    from kyodo_lod.check.rules import unfilled

    rows = [(rule.name, say(unfilled(rule.message))) for rule in rules]
    if is_terminal(sys.stdout):
        return table(("rule", ""), rows)
    return "".join(f"{name}\t{demand}\n" for name, demand in rows)


def _page(rule: "Explanation") -> str:
    from kyodo_lod.check.repair import repair_in_document
    from kyodo_lod.check.rules import unfilled

    severity = say(rule.severity.label)
    parts = [f"{rule.name} ({severity})", say(unfilled(rule.message))]
    parts += [
        f"{say(head)}\n  {_RIGHT.sub(_NEXT_LINE, say(text))}"
        for head, text in (
            (_WHY, rule.why),
            (_REPAIR, repair_in_document(rule.name)),
            (_EXAMPLE, rule.example),
        )
    ]
    parts.append(help_uri(SHAPES + rule.name))
    return "\n\n".join(parts) + "\n"
