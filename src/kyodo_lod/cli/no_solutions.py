"""A query without solutions: the values that its parameters may have been meant to have."""

import difflib
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from kyodo_lod.bilingual import Bilingual, nearest, visible
from kyodo_lod.cli.bilingual import say
from kyodo_lod.cli.terminal import tell

if TYPE_CHECKING:
    from kyodo_lod.query.library import Query
    from kyodo_lod.rdf.store import Store

#: values that are named, and how near one must be
_NAMED, _NEAR = 3, 0.4


def tell_if_empty(query: "Query", store: "Store", values: Mapping[str, str]) -> None:
    """Say on stderr that nothing fits the parameters, with the nearest values that there are.

    Args:
        query: that was asked; where it has an answer, nothing is said.
        store: what was asked.
        values: of its parameters, as they were given.
    """
    from kyodo_lod.query.run import ask

    answer = ask(query, store, values)
    if isinstance(answer, (bool, tuple)) or answer.rows:
        return
    for name, value in values.items():
        hint = nearest(near(value, _column(query, store, values, name)))
        text = Bilingual(
            f"{query.name}: --param {name}={value} に当てはまるものはありません。{hint.ja}",
            f"{query.name}: nothing fits --param {name}={value}{hint.en}",
        )
        tell(visible(say(text)))


def _column(query: "Query", store: "Store", values: Mapping[str, str], name: str) -> list[str]:
    """Give what the data have in the column of a parameter, its other parameters as they are."""
    others = {other: value for other, value in query.values(dict(values)).items() if other != name}
    answer = store.query(query.text, query.name, others)
    if isinstance(answer, (bool, tuple)) or name not in answer.variables:
        return []
    at = answer.variables.index(name)
    return sorted({str(getattr(row[at], "value", "")) for row in answer.rows if row[at]})


def near(value: str, known: Sequence[str]) -> list[str]:
    """Give what may have been meant: what holds the value, else what is spelt alike.

    Args:
        value: as it was given.
        known: what there is.

    >>> near("福祉", ["保健福祉部", "総務部"]), near("保険福祉部", ["保健福祉部", "総務部"])
    (['保健福祉部'], ['保健福祉部'])
    """
    holding = [one for one in known if value and value in one]
    return (holding or difflib.get_close_matches(value, known, _NAMED, _NEAR))[:_NAMED]
