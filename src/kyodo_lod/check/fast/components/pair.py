"""Values of a shape's path beside the values of another property (SHACL 1.0, section 4.5)."""

from collections.abc import Callable, Collection

from kyodo_lod.check.fast.components.value_type import together
from kyodo_lod.check.fast.literals import is_less, is_less_or_equal
from kyodo_lod.check.fast.source import Check, Source, component
from kyodo_lod.check.result import Result
from kyodo_lod.rdf.graph import Node
from kyodo_lod.rdf.terms import NamedNode
from kyodo_lod.rdf.vocabulary import sh

_EQUALS, _DISJOINT = component("Equals"), component("Disjoint")
_LESS, _LESS_OR_EQUAL = component("LessThan"), component("LessThanOrEquals")
_Of = Callable[[Source, NamedNode], Check]


def _for_each(parameter: NamedNode, check_of: _Of) -> Callable[[Source], Check]:
    def compiled(source: Source) -> Check:
        properties = source.objects(parameter)
        others = [each for each in properties if isinstance(each, NamedNode)]
        if len(others) < len(properties):
            raise source.refused(parameter)
        return together([check_of(source, other) for other in others])

    return compiled


def _equals(source: Source, other: NamedNode) -> Check:
    objects = source.data.objects

    def check(focus: Node, values: Collection[Node]) -> list[Result]:
        here, there = dict.fromkeys(values), dict.fromkeys(objects(focus, other))
        differing = [*(v for v in here if v not in there), *(v for v in there if v not in here)]
        return [source.result(_EQUALS, focus, value) for value in differing]

    return check


def _disjoint(source: Source, other: NamedNode) -> Check:
    objects = source.data.objects

    def check(focus: Node, values: Collection[Node]) -> list[Result]:
        there = objects(focus, other)
        return [source.result(_DISJOINT, focus, value) for value in values if value in there]

    return check


def _less_than(source: Source, other: NamedNode) -> Check:
    return _ordered(source, other, _LESS, is_less)


def _less_than_or_equals(source: Source, other: NamedNode) -> Check:
    return _ordered(source, other, _LESS_OR_EQUAL, is_less_or_equal)


def _ordered(
    source: Source, other: NamedNode, name: NamedNode, holds: Callable[[Node, Node], bool]
) -> Check:
    if source.path is None:
        raise source.refused(sh.lessThan)
    objects = source.data.objects

    def check(focus: Node, values: Collection[Node]) -> list[Result]:
        there = objects(focus, other)
        pairs = ((value, each) for value in values for each in there)
        return [
            source.result(name, focus, value) for value, each in pairs if not holds(value, each)
        ]

    return check


#: parameter → what compiles it
TABLE = {
    sh.equals: _for_each(sh.equals, _equals),
    sh.disjoint: _for_each(sh.disjoint, _disjoint),
    sh.lessThan: _for_each(sh.lessThan, _less_than),
    sh.lessThanOrEquals: _for_each(sh.lessThanOrEquals, _less_than_or_equals),
}
