"""What kind of term a value is (SHACL 1.0, section 4.1)."""

from collections.abc import Callable, Iterable

from kyodo_lod.check.fast.literals import has_datatype
from kyodo_lod.check.fast.source import Check, Source, component
from kyodo_lod.check.fast.targets import with_subclasses
from kyodo_lod.check.result import Result
from kyodo_lod.rdf.graph import Node
from kyodo_lod.rdf.terms import BlankNode, Literal, NamedNode
from kyodo_lod.rdf.vocabulary import rdf, sh, xsd

_CLASS, _DATATYPE, _KIND = component("Class"), component("Datatype"), component("NodeKind")


def _classes(source: Source) -> Check:
    return together([_class(source, each) for each in source.objects(sh.class_)])


def _class(source: Source, wanted: Node) -> Check:
    if not isinstance(wanted, NamedNode):
        raise source.refused(sh.class_)
    classes = with_subclasses(source.data, wanted)
    types = source.data.objects
    return source.each(_CLASS, lambda value: not classes.isdisjoint(types(value, rdf.type)))


def together(checks: list[Check]) -> Check:
    """Give one check that does what several do."""
    if len(checks) == 1:
        return checks[0]

    def check(focus: Node, values: Iterable[Node]) -> list[Result]:
        nodes = list(values)
        return [result for each in checks for result in each(focus, nodes)]

    return check


def _datatype(source: Source) -> Check:
    wanted = source.one(sh.datatype)
    if not isinstance(wanted, NamedNode):
        raise source.refused(sh.datatype)
    return source.each(_DATATYPE, _has_datatype(wanted))


def _has_datatype(wanted: NamedNode) -> Callable[[Node], bool]:
    if wanted in (xsd.string, rdf.langString):  # any text is one of these
        return lambda value: isinstance(value, Literal) and value.datatype == wanted
    return lambda value: has_datatype(value, wanted)


_KINDS: dict[Node, tuple[type[Node], ...]] = {
    sh.IRI: (NamedNode,),
    sh.BlankNode: (BlankNode,),
    sh.Literal: (Literal,),
    sh.BlankNodeOrIRI: (BlankNode, NamedNode),
    sh.BlankNodeOrLiteral: (BlankNode, Literal),
    sh.IRIOrLiteral: (NamedNode, Literal),
}


def _node_kind(source: Source) -> Check:
    wanted = source.one(sh.nodeKind)
    if wanted not in _KINDS:
        raise source.refused(sh.nodeKind)
    kinds = _KINDS[wanted]
    return source.each(_KIND, lambda value: isinstance(value, kinds))


#: parameter → what compiles it
TABLE = {sh.class_: _classes, sh.datatype: _datatype, sh.nodeKind: _node_kind}
