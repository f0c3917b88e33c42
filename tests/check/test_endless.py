"""A pattern that may try for ever is refused by both engines, and only where a text is long enough."""

import pytest
from check.foreign import E

from kyodo_lod.check.endless import refuse_endless
from kyodo_lod.check.engine import ENGINES, run
from kyodo_lod.check.shapes import Shapes
from kyodo_lod.errors import ShapesError
from kyodo_lod.rdf.graph import Graph
from kyodo_lod.rdf.terms import NamedNode, Triple, string
from kyodo_lod.rdf.vocabulary import sh

SHAPE, NODE, PROPERTY = (NamedNode(E + name) for name in ("S", "n", "p"))


def shapes_with(pattern: str) -> Shapes:
    demands = [(sh.targetNode, NODE), (sh.path, PROPERTY), (sh.pattern, string(pattern))]
    return Shapes("own.ttl", Graph(Triple(SHAPE, p, o) for p, o in demands))


def data_with(text: str) -> Graph:
    return Graph([Triple(NODE, PROPERTY, string(text))])


@pytest.mark.parametrize("engine", ENGINES)
def test_it_is_refused_by_every_engine(engine: str) -> None:
    with pytest.raises(ShapesError, match="may take forever"):
        run(data_with("a" * 40 + "!"), shapes_with("^(a+)+$"), engine)


@pytest.mark.parametrize(
    ("pattern", "text"),
    [("^(a+)+$", "a" * 20), ("^[a-z]+(-[a-z]+)*$", "a" * 5000), ("(", "a" * 40)],
)
def test_what_ends_is_not_refused(pattern: str, text: str) -> None:
    refuse_endless(data_with(text), shapes_with(pattern))
