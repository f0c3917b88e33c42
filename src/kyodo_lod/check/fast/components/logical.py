"""Shapes combined by not, and, or, exactly one (SHACL 1.0, section 4.6)."""

from collections.abc import Callable, Iterable

from kyodo_lod.check.fast.components.value_type import together
from kyodo_lod.check.fast.source import Check, Compiled, Source, component
from kyodo_lod.rdf.graph import Node
from kyodo_lod.rdf.terms import NamedNode
from kyodo_lod.rdf.vocabulary import sh

_Holds = Callable[[Iterable[bool]], bool]


def _exactly_one(truths: Iterable[bool]) -> bool:
    return sum(truths) == 1


def _not(source: Source) -> Check:
    inner = [source.nested(each) for each in source.objects(sh.not_)]
    return together([source.each(component("Not"), _fails(shape)) for shape in inner])


def _fails(shape: Compiled) -> Callable[[Node], bool]:
    return lambda value: not shape.conforms(value)


def _listed(parameter: NamedNode, name: str, holds: _Holds) -> Callable[[Source], Check]:
    iri = component(name)

    def compiled(source: Source) -> Check:
        lists = source.members(parameter, least=1)
        inner = [[source.nested(each) for each in members] for members in lists]
        return together([source.each(iri, _combined(shapes, holds)) for shapes in inner])

    return compiled


def _combined(shapes: list[Compiled], holds: _Holds) -> Callable[[Node], bool]:
    return lambda value: holds(shape.conforms(value) for shape in shapes)


#: parameter → what compiles it
TABLE = {
    sh.not_: _not,
    sh.and_: _listed(sh.and_, "And", all),
    sh.or_: _listed(sh.or_, "Or", any),
    sh.xone: _listed(sh.xone, "Xone", _exactly_one),
}
