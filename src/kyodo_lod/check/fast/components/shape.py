"""Shapes that values must conform to (SHACL 1.0, section 4.7)."""

from collections.abc import Collection

from kyodo_lod.check.fast.components.value_type import together
from kyodo_lod.check.fast.parameters import count, truth
from kyodo_lod.check.fast.source import Check, Compiled, Source, component
from kyodo_lod.check.result import Result
from kyodo_lod.rdf.graph import Graph, Node
from kyodo_lod.rdf.terms import NamedNode
from kyodo_lod.rdf.vocabulary import sh

_NODE, _MIN, _MAX = (
    component("Node"),
    component("QualifiedMinCount"),
    component("QualifiedMaxCount"),
)


def _node(source: Source) -> Check:
    inner = [source.nested(each) for each in source.objects(sh.node)]
    if any(shape.is_property for shape in inner):
        raise source.refused(sh.node)
    return together([source.each(_NODE, shape.conforms) for shape in inner])


def _properties(source: Source) -> Check:
    inner = [source.nested(each) for each in source.objects(sh.property_)]
    if not all(shape.is_property for shape in inner):
        raise source.refused(sh.property_)

    def check(_focus: Node, values: Collection[Node]) -> list[Result]:
        return [found for value in values for shape in inner for found in shape.results(value)]

    return check


def _qualified(source: Source) -> Check | None:
    """Compile a qualified value shape; on a node shape there is nothing to count, as pySHACL has it."""
    least, most = _count(source, sh.qualifiedMinCount), _count(source, sh.qualifiedMaxCount)
    if least is most is None:
        raise source.refused(sh.qualifiedValueShape)
    if source.path is None:
        return None
    shapes = source.objects(sh.qualifiedValueShape)
    return together([_counting(source, shape, least, most) for shape in shapes])


def _count(source: Source, parameter: NamedNode) -> int | None:
    return count(source.one(parameter)) if source.objects(parameter) else None


def _counting(source: Source, shape: Node, least: int | None, most: int | None) -> Check:
    wanted = source.nested(shape)
    siblings = [source.nested(each) for each in siblings_of(source.shapes, source.node, shape)]

    def check(focus: Node, values: Collection[Node]) -> list[Result]:
        number = sum(_counts(value, wanted, siblings) for value in values)
        found = []
        if most is not None and number > most:
            found.append(source.result(_MAX, focus))
        if least is not None and number < least:
            found.append(source.result(_MIN, focus))
        return found

    return check


def _counts(value: Node, wanted: Compiled, siblings: list[Compiled]) -> bool:
    return wanted.conforms(value) and not any(shape.conforms(value) for shape in siblings)


def siblings_of(shapes: Graph, holder: Node, shape: Node) -> list[Node]:
    """Give the shapes that a value must not conform to, to count (sh:qualifiedValueShapesDisjoint).

    Args:
        shapes: the shapes graph.
        holder: the property shape.
        shape: its qualified value shape.

    Raises:
        UnsupportedError: where it is unclear whether there are any.
    """
    if not any(truth(each) for each in shapes.objects(holder, sh.qualifiedValueShapesDisjoint)):
        return []
    found = (
        sibling
        for parent in shapes.subjects(sh.property_, holder)
        for part in shapes.objects(parent, sh.property_)
        for sibling in shapes.objects(part, sh.qualifiedValueShape)
    )
    return [each for each in dict.fromkeys(found) if each != shape]


#: parameter → what compiles it
TABLE = {
    sh.node: _node,
    sh.property_: _properties,
    sh.qualifiedValueShape: _qualified,
}
