"""Which nodes of a shapes graph are shapes, and whether they are well formed (SHACL 1.0, section 2.1)."""

from collections.abc import Iterable, Iterator

from kyodo_lod.check.fast.parameters import truth
from kyodo_lod.check.fast.paths import members
from kyodo_lod.check.fast.unsupported import UnsupportedError
from kyodo_lod.rdf.graph import Graph, Node
from kyodo_lod.rdf.terms import BlankNode, NamedNode
from kyodo_lod.rdf.vocabulary import rdf, rdfs, sh

_SUBJECTS = (
    sh.targetClass, sh.targetNode, sh.targetObjectsOf, sh.targetSubjectsOf, sh.property_, sh.node,
)  # fmt: skip
_VALUES = (sh.property_, sh.node, sh.not_, sh.qualifiedValueShape)
_LISTS = (sh.and_, sh.or_, sh.xone)
_SUBCLASS = NamedNode(f"{rdfs.iri}subClassOf")


def shapes_of(graph: Graph) -> list[Node]:
    """Give all shapes, each once, as pySHACL finds them.

    Raises:
        UnsupportedError: where one is malformed, or a component is defined in SPARQL or JavaScript.
    """
    found = list(dict.fromkeys(_shapes(graph)))
    for shape in found:
        _refuse_malformed(graph, shape)
    _refuse_components(graph)
    return found


def _shapes(graph: Graph) -> Iterator[Node]:
    for kind in (sh.NodeShape, sh.PropertyShape):
        yield from graph.subjects(rdf.type, kind)
    for shape, properties in graph.by_subject.items():
        if any(predicate in properties for predicate in _SUBJECTS):
            yield shape
        for predicate in _VALUES:
            yield from properties.get(predicate, ())
        for predicate in _LISTS:
            for head in properties.get(predicate, ()):
                yield from members(graph, head, least=1)


def _refuse_malformed(graph: Graph, shape: Node) -> None:
    if not isinstance(shape, NamedNode | BlankNode):
        raise UnsupportedError(f"{shape} cannot be a shape")
    types, paths = graph.objects(shape, rdf.type), graph.objects(shape, sh.path)
    least = int(sh.PropertyShape in types)
    most = 0 if sh.NodeShape in types else 1
    if not least <= len(paths) <= most:
        raise UnsupportedError(f"{shape} is malformed: its kind and its paths do not agree")
    is_deactivated(graph, shape)


def is_deactivated(graph: Graph, shape: Node) -> bool:
    """Tell whether a shape is switched off; raises UnsupportedError where that is unclear."""
    stated = graph.objects(shape, sh.deactivated)
    if len(stated) > 1:
        raise UnsupportedError(f"{shape} has several values of sh:deactivated")
    return any(truth(each) for each in stated)


def _refuse_components(graph: Graph) -> None:
    kinds = [sh.ConstraintComponent, *graph.subjects(_SUBCLASS, sh.ConstraintComponent)]
    for component in _instances(graph, kinds):
        if not (isinstance(component, NamedNode) and component.value.startswith(sh.iri)):
            raise UnsupportedError(f"{component} is a constraint component of its own")


def _instances(graph: Graph, kinds: Iterable[Node]) -> Iterator[Node]:
    for kind in kinds:
        yield from graph.subjects(rdf.type, kind)
