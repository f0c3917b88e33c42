"""Recursive shapes are refused by name, and nothing hangs."""

import pytest

from kyodo_lod.check.engine import ENGINES, run
from kyodo_lod.check.recursion import refuse_recursion
from kyodo_lod.check.shapes import Shapes, load_shapes, shape_names
from kyodo_lod.errors import ShapesError
from kyodo_lod.rdf.formats import TURTLE
from kyodo_lod.rdf.graph import Graph
from kyodo_lod.rdf.read import parse

PREFIXES = "@prefix e: <https://example.org/> . @prefix sh: <http://www.w3.org/ns/shacl#> . "


def shapes(text: str) -> Shapes:
    return Shapes("own.ttl", Graph(parse((PREFIXES + text).encode(), TURTLE, "own.ttl")))


@pytest.mark.parametrize(
    "text",
    [
        "e:S sh:node e:S .",
        "e:S sh:property [ sh:path e:knows ; sh:node e:S ] .",
        "e:S sh:or ( [ sh:not e:T ] e:U ) . e:T sh:xone ( e:U e:S ) .",
        "e:S sh:property e:P . e:P sh:path e:p ; sh:qualifiedValueShape e:S ; sh:qualifiedMinCount 1 .",
    ],
)
@pytest.mark.parametrize("engine", ENGINES)
def test_recursion_is_refused_by_name(text: str, engine: str) -> None:
    data = Graph(parse(f"{PREFIXES} e:a e:knows e:a .".encode(), TURTLE, "data"))
    with pytest.raises(
        ShapesError, match=r"own\.ttl: shapes refer to themselves: .*example\.org/S"
    ):
        run(data, shapes(f"e:S sh:targetNode e:a . {text}"), engine)


def test_a_shape_used_twice_is_no_recursion() -> None:
    refuse_recursion(shapes("e:S sh:node e:T , e:U . e:T sh:node e:U . e:V sh:and ( e:U e:T ) ."))


@pytest.mark.parametrize("name", shape_names())
def test_our_shapes_are_not_recursive(name: str) -> None:
    refuse_recursion(load_shapes(name))


def test_a_thousand_shapes_inside_each_other_end() -> None:
    refuse_recursion(shapes(" ".join(f"e:s{n} sh:node e:s{n + 1} ." for n in range(3000))))
