"""Validation of a graph by compiled shapes."""

from functools import lru_cache

from kyodo_lod.check.fast.compiled import Compiler
from kyodo_lod.check.fast.foreign import refuse_foreign
from kyodo_lod.check.fast.targets import focus_nodes
from kyodo_lod.check.limits import UNLIMITED, Limits
from kyodo_lod.check.result import Result
from kyodo_lod.check.shapes import Shapes
from kyodo_lod.rdf.graph import Graph, Node


def results(
    data: Graph, shapes: Shapes, limits: Limits = UNLIMITED, place: str = ""
) -> list[Result]:
    """Validate `data` against `shapes`.

    Args:
        data: the data graph.
        shapes: what is demanded of it.
        limits: on the results.
        place: what the data were read from.

    Returns:
        The results that pySHACL gives, in an order that depends on nothing but their content.

    Raises:
        UnsupportedError: for what only pySHACL knows.
        GraphError: where there are too many results.
    """
    compiler = _compiler(data, shapes)
    found: list[Result] = []
    for shape in compiler.shapes:
        focused = focus_nodes(data, compiler.graph, shape)
        if focused:
            compiled = compiler.shape(shape)
            for node in focused:
                found += compiled.results(node)
                limits.refuse_results(len(found), place)
    return sorted(set(found), key=lambda result: result.sort_key)


def failing(data: Graph, shapes: Shapes, node: Node, shape: Node) -> list[Result]:
    """Validate one node against one shape, whatever its targets.

    Args:
        data: the data graph.
        shapes: the shapes graph that holds the shape.
        node: any node.
        shape: any shape, which says for instance what sh:or, sh:not or sh:node demand.

    Returns:
        The results, sorted by their content.

    Raises:
        UnsupportedError: for what only pySHACL knows.
    """
    found = _compiler(data, shapes).shape(shape).results(node)
    return sorted(set(found), key=lambda result: result.sort_key)


@lru_cache(maxsize=1)
def _compiler(data: Graph, shapes: Shapes) -> Compiler:
    refuse_foreign(data)
    refuse_foreign(shapes.graph)
    return Compiler(data, shapes)
