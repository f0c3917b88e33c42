"""Patterns that may try for ever are refused before pySHACL runs: `re` has no time limit.

The fast engine, which knows what each is tried on, refuses them there (fast/backtracking.py).
"""

import re
from collections.abc import Iterable, Iterator

from kyodo_lod.check.fast.backtracking import endless, longest, may_backtrack
from kyodo_lod.check.shapes import Shapes
from kyodo_lod.rdf.graph import Graph, Node
from kyodo_lod.rdf.terms import Literal, NamedNode
from kyodo_lod.rdf.vocabulary import sh

_MATCHES = re.compile(r"\b(?:regex|replace)\b", re.IGNORECASE)
_TEXT = re.compile(r""""((?:[^"\\\n]|\\.)*+)"|'((?:[^'\\\n]|\\.)*+)'""")


def refuse_endless(data: Graph, shapes: Shapes) -> None:
    """Refuse a pattern that may take exponential time where the data hold a text long enough for it.

    One that a query puts together is not seen here.

    Raises:
        ShapesError: which names the pattern.
    """
    for pattern in _patterns(shapes.graph):
        if may_backtrack(pattern):
            limit = longest(pattern) or 0
            if any(_length(term) > limit for term in data.by_object):
                raise endless(shapes.place, pattern)


def _patterns(shapes: Graph) -> Iterator[str]:
    """Give the values of sh:pattern, and each text in a query that has REGEX or REPLACE."""
    for properties in shapes.by_subject.values():
        yield from _texts(properties.get(sh.pattern, ()))
        for query in _texts((*properties.get(sh.select, ()), *properties.get(sh.ask, ()))):
            if _MATCHES.search(query):
                found = ("".join(groups) for groups in _TEXT.findall(query))
                yield from (text.replace("\\\\", "\\") for text in found)


def _texts(nodes: Iterable[Node]) -> list[str]:
    return [node.value for node in nodes if isinstance(node, Literal)]


def _length(term: object) -> int:
    return len(term.value) if isinstance(term, NamedNode | Literal) else 0
