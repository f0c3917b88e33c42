"""Property paths compiled to functions from a node to its value nodes (SHACL 1.0, section 2.3.1).

As pySHACL does it: an inverse path turns round every step inside it, without turning their order.
"""

from collections.abc import Callable, Collection

from kyodo_lod.check.fast.unsupported import UnsupportedError
from kyodo_lod.rdf.graph import Graph, Node
from kyodo_lod.rdf.terms import Literal, NamedNode
from kyodo_lod.rdf.vocabulary import rdf, sh

Values = Callable[[Node], Collection[Node]]
#: where pySHACL gives up
_MAX_DEPTH = 10


def compiled_path(
    data: Graph, shapes: Graph, path: Node, *, inverse: bool = False, depth: int = 0
) -> Values:
    """Compile a property path.

    Args:
        data: the data graph.
        shapes: the graph that holds the path.
        path: an IRI or the blank node of a path.
        inverse: whether it is walked backwards.
        depth: how many paths it stands in.

    Returns:
        A function that gives the value nodes of a node, each once.

    Raises:
        UnsupportedError: for a path that is malformed or too deep.
    """
    if isinstance(path, NamedNode):
        return _backward(data, path) if inverse else _forward(data, path)
    if isinstance(path, Literal) or depth >= _MAX_DEPTH:
        raise UnsupportedError("a property path is malformed or too deep")

    def part(inner: Node, *, turned: bool = False) -> Values:
        return compiled_path(data, shapes, inner, inverse=inverse != turned, depth=depth + 1)

    kind, inner = _kind(shapes, path)
    if kind == sh.inversePath:
        return part(inner, turned=True)
    if kind == rdf.first:
        return _sequence(part(inner), _rest(shapes, path, depth), part)
    if kind == sh.alternativePath:
        return _alternatives([part(member) for member in members(shapes, inner, least=2)])
    return _REPEATED[kind](part(inner))


def _kind(shapes: Graph, path: Node) -> tuple[NamedNode, Node]:
    """Give what kind of path it is; the first where it is of several kinds, as in pySHACL."""
    properties = shapes.by_subject.get(path, {})
    kind = next((predicate for predicate in _KINDS if predicate in properties), None)
    if kind is None or len(properties[kind]) != 1:
        raise UnsupportedError("a property path is malformed")
    return kind, properties[kind][0]


def _rest(shapes: Graph, path: Node, depth: int) -> Node | None:
    """Give the rest of a sequence, None at its end; a sequence of one step is malformed."""
    rest = shapes.objects(path, rdf.rest)
    if len(rest) != 1 or (depth == 0 and rest[0] == rdf.nil):
        raise UnsupportedError("a sequence path is malformed")
    return None if rest[0] == rdf.nil else rest[0]


def members(shapes: Graph, head: Node, *, least: int = 0) -> list[Node]:
    """Give the members of a list; raises UnsupportedError where it is malformed or too short."""
    found: list[Node] = []
    seen: set[Node] = set()
    while head != rdf.nil:
        first, rest = shapes.objects(head, rdf.first), shapes.objects(head, rdf.rest)
        if len(first) != 1 or len(rest) != 1 or head in seen:
            raise UnsupportedError("a list is malformed")
        seen.add(head)
        found += first
        head = rest[0]
    if len(found) < least:
        raise UnsupportedError("a list is too short")
    return found


_NONE: dict[NamedNode, list[Node]] = {}


def _forward(data: Graph, predicate: NamedNode) -> Values:
    subjects = data.by_subject
    return lambda node: subjects.get(node, _NONE).get(predicate, ())


def _backward(data: Graph, predicate: NamedNode) -> Values:
    objects = data.by_object
    return lambda node: objects.get(node, _NONE).get(predicate, ())


def _sequence(first: Values, rest: Node | None, part: Callable[[Node], Values]) -> Values:
    if rest is None:
        return first
    then = part(rest)
    return lambda node: dict.fromkeys(value for step in first(node) for value in then(step))


def _alternatives(parts: list[Values]) -> Values:
    return lambda node: dict.fromkeys(value for part in parts for value in part(node))


def _zero_or_one(step: Values) -> Values:
    return lambda node: dict.fromkeys((node, *step(node)))


def _zero_or_more(step: Values) -> Values:
    return lambda node: _closure(step, [node])


def _one_or_more(step: Values) -> Values:
    return lambda node: _closure(step, step(node))


def _closure(step: Values, start: Collection[Node]) -> Collection[Node]:
    found = dict.fromkeys(start)
    waiting = list(found)
    while waiting:
        for value in step(waiting.pop()):
            if value not in found:
                found[value] = None
                waiting.append(value)
    return found


_REPEATED: dict[NamedNode, Callable[[Values], Values]] = {
    sh.zeroOrMorePath: _zero_or_more,
    sh.oneOrMorePath: _one_or_more,
    sh.zeroOrOnePath: _zero_or_one,
}
_KINDS = (rdf.first, sh.inversePath, sh.alternativePath, *_REPEATED)
