"""Shapes that refer to themselves, which SHACL leaves undefined (SHACL 1.0, section 3.4.3)."""

from collections.abc import Iterator

from kyodo_lod.check.shapes import Shapes
from kyodo_lod.errors import ShapesError
from kyodo_lod.rdf.graph import Graph, Node
from kyodo_lod.rdf.vocabulary import sh

_HOLDING = (sh.property_, sh.node, sh.not_, sh.qualifiedValueShape)
_LISTING = (sh.and_, sh.or_, sh.xone)


def refuse_recursion(shapes: Shapes) -> None:
    """Raise ShapesError, which names the shapes, where one refers to itself by way of others."""
    done: set[Node] = set()
    for shape in list(shapes.graph.by_subject):
        cycle = _cycle(shapes.graph, shape, done)
        if cycle:
            names = " → ".join(dict.fromkeys(filter(None, map(shapes.named, cycle)))) or "?"
            raise ShapesError(
                shapes.place,
                f"シェイプが自分自身を参照しています: {names}。SHACL はその意味を定めていません。",
                f"shapes refer to themselves: {names}; SHACL leaves undefined what that means",
            )


def _cycle(graph: Graph, start: Node, done: set[Node]) -> list[Node]:
    """Give the shapes of a cycle that can be reached from `start`; what is `done` leads to none."""
    path: list[Node] = []
    waiting: list[tuple[Node, Iterator[Node]]] = []

    def enter(node: Node) -> None:
        path.append(node)
        waiting.append((node, _parts(graph, node)))

    if start not in done:
        enter(start)
    while waiting:
        node, parts = waiting[-1]
        part = next((each for each in parts if each not in done), None)
        if part is None:
            done.add(node)
            waiting.pop()
            path.pop()
        elif part in path:
            return path[path.index(part) :]
        else:
            enter(part)
    return []


def _parts(graph: Graph, shape: Node) -> Iterator[Node]:
    for predicate in _HOLDING:
        yield from graph.objects(shape, predicate)
    for predicate in _LISTING:
        for head in graph.objects(shape, predicate):
            yield from graph.items(head)
