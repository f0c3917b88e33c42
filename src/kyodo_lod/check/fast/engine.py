"""Validation of a graph by compiled shapes."""

import sys
from collections.abc import Iterator
from functools import lru_cache
from itertools import islice

from kyodo_lod.check.fast.compiled import Compiler
from kyodo_lod.check.fast.foreign import refuse_foreign
from kyodo_lod.check.fast.targets import focus_nodes
from kyodo_lod.check.result import Result
from kyodo_lod.check.shapes import Shapes
from kyodo_lod.rdf.graph import Graph, Node


def results(data: Graph, shapes: Shapes) -> list[Result]:
    """Give all results; as `some_results`."""
    return some_results(data, shapes, sys.maxsize)[0]


def some_results(data: Graph, shapes: Shapes, most: int) -> tuple[list[Result], bool]:
    """Validate `data` against `shapes`.

    Args:
        data: the data graph.
        shapes: what is demanded of it.
        most: how many results there may be before it stops.

    Returns:
        The results that pySHACL gives, in an order that depends on nothing but their content; and
        whether it stopped before it had all.

    Raises:
        UnsupportedError: for what only pySHACL knows.
    """
    found = list(islice(_found(_compiler(data, shapes)), min(most + 1, sys.maxsize)))
    return sorted(set(found[:most]), key=lambda result: result.sort_key), len(found) > most


def _found(compiler: Compiler) -> Iterator[Result]:
    for shape in compiler.shapes:
        focused = focus_nodes(compiler.data, compiler.graph, shape)
        if focused:
            compiled = compiler.shape(shape)
            for node in focused:
                yield from compiled.each(node)


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
