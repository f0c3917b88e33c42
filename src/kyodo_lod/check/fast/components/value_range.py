"""Which values come before and after others (SHACL 1.0, section 4.3)."""

import operator
from collections.abc import Callable

from kyodo_lod.check.fast.components.value_type import together
from kyodo_lod.check.fast.literals import compare
from kyodo_lod.check.fast.source import Check, Source, component
from kyodo_lod.rdf.graph import Node
from kyodo_lod.rdf.terms import Literal, NamedNode
from kyodo_lod.rdf.vocabulary import sh

_Order = Callable[[int, int], bool]


def _bounds(parameter: NamedNode, name: str, order: _Order) -> Callable[[Source], Check]:
    iri = component(name)

    def compiled(source: Source) -> Check:
        bounds = source.objects(parameter)
        if not all(isinstance(bound, Literal) for bound in bounds):
            raise source.refused(parameter)
        return together([source.each(iri, _within(bound, order)) for bound in bounds])

    return compiled


def _within(bound: Node, order: _Order) -> Callable[[Node], bool]:
    def test(value: Node) -> bool:
        if not isinstance(value, Literal):
            return False
        sign = compare(value, bound)
        return sign is not None and order(sign, 0)

    return test


#: parameter → what compiles it
TABLE = {
    sh.minExclusive: _bounds(sh.minExclusive, "MinExclusive", operator.gt),
    sh.minInclusive: _bounds(sh.minInclusive, "MinInclusive", operator.ge),
    sh.maxExclusive: _bounds(sh.maxExclusive, "MaxExclusive", operator.lt),
    sh.maxInclusive: _bounds(sh.maxInclusive, "MaxInclusive", operator.le),
}
