"""Patterns that may try for ever are refused before pySHACL runs: `re` has no time limit.

The fast engine, which knows what each is tried on, refuses them there (fast/backtracking.py).
"""

from kyodo_lod.check.fast.backtracking import endless, longest, may_backtrack
from kyodo_lod.check.shapes import Shapes
from kyodo_lod.rdf.graph import Graph
from kyodo_lod.rdf.terms import Literal, NamedNode
from kyodo_lod.rdf.vocabulary import sh


def refuse_endless(data: Graph, shapes: Shapes) -> None:
    """Refuse a pattern that may take exponential time where the data hold a text long enough for it.

    Raises:
        ShapesError: which names the pattern.
    """
    for shape in shapes.graph.holders(sh.pattern):
        for pattern in shapes.graph.objects(shape, sh.pattern):
            if isinstance(pattern, Literal) and may_backtrack(pattern.value):
                limit = longest(pattern.value) or 0
                if any(_length(term) > limit for term in data.by_object):
                    raise endless(shapes.place, pattern.value)


def _length(term: object) -> int:
    return len(term.value) if isinstance(term, NamedNode | Literal) else 0
