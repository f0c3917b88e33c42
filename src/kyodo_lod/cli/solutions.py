"""The solutions of a query as a table for people."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from kyodo_lod.bilingual import Bilingual
from kyodo_lod.cli.bilingual import say
from kyodo_lod.cli.terminal import plain, table

if TYPE_CHECKING:
    from kyodo_lod.rdf.store import Table

#: characters of a value that is worth a line of its own above the table
_LONG = 12


def solutions(answer: "Table") -> str:
    """Give a table and the number of its rows; what is the same in all of them stands above it.

    Args:
        answer: of a SELECT query.
    """
    rows = [["" if term is None else shown(term) for term in row] for row in answer.rows]
    columns = list(zip(answer.variables, *rows, strict=True))
    same = [column for column in columns if len(rows) > 1 and _is_long_and_same(column[1:])]
    left = [column for column in columns if column not in same] or columns
    numbers = [p for p, column in enumerate(left) if rows and all(map(_is_number, column[1:]))]
    above = "".join(f"{name}: {value}\n" for name, value, *_ in same if left is not columns)
    count = Bilingual(f"{len(rows)} 行", f"{len(rows)} row{'' if len(rows) == 1 else 's'}")
    heads, *body = zip(*left, strict=True) if left else [()]
    return f"{above}{table(heads, body, right=numbers)}{say(count)}\n"


def _is_long_and_same(cells: Sequence[str]) -> bool:
    """Tell whether one long value fills a column, so that it can be said once above the table."""
    return len(set(cells)) == 1 and len(cells[0]) > _LONG


def _is_number(cell: str) -> bool:
    return cell.isascii() and cell.isdigit()


def shown(term: object) -> str:
    """Show a term as short as it is clear: our own IRIs from the base on, others by prefix.

    Args:
        term: an IRI, a literal, a blank node or a quoted triple.
    """
    from kyodo_lod.rdf.terms import NamedNode
    from kyodo_lod.rdf.vocabulary import HOME, prefixes

    value = getattr(term, "value", None)
    if not isinstance(term, NamedNode):
        return plain(value if isinstance(value, str) else str(term))
    for prefix, namespace in prefixes().items():
        local = term.value.removeprefix(namespace)
        if local != term.value and local.isalnum():
            return f"{prefix}:{local}"
    return term.value.removeprefix(HOME)
