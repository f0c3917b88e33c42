"""Patterns that may try for ever are refused before either engine runs: `re` has no time limit."""

from kyodo_lod.check.fast.pattern import longest, may_backtrack
from kyodo_lod.check.shapes import Shapes
from kyodo_lod.errors import ShapesError
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
                    raise _refused(shapes.place, pattern.value[:60])


def _length(term: object) -> int:
    return len(term.value) if isinstance(term, NamedNode | Literal) else 0


def _refused(place: str, pattern: str) -> ShapesError:
    return ShapesError(
        place,
        f"sh:pattern {pattern!r} は終わらないことがあります。繰り返しの中の繰り返しを区切りで分けてください。",
        f"sh:pattern {pattern!r} may take forever: it repeats what repeats; set a separator between",
    )
