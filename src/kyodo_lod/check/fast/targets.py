"""The nodes a shape is about (SHACL 1.0, section 2.1.3)."""

from collections.abc import Iterator

from kyodo_lod.check.fast.unsupported import UnsupportedError
from kyodo_lod.rdf.graph import Graph, Node
from kyodo_lod.rdf.terms import NamedNode
from kyodo_lod.rdf.vocabulary import rdf, rdfs, sh

_SUBCLASS = NamedNode(f"{rdfs.iri}subClassOf")
#: pySHACL adds that owl:Class is a subclass of rdfs:Class
_CLASSES = {rdfs.Class, NamedNode("http://www.w3.org/2002/07/owl#Class")}


def focus_nodes(data: Graph, shapes: Graph, shape: Node) -> list[Node]:
    """Give the focus nodes that the targets of a shape name, each once.

    Args:
        data: the data graph; only its own subclasses count.
        shapes: the shapes graph.
        shape: one of its shapes.

    Raises:
        UnsupportedError: where a target is not as SHACL wants it.
    """
    return list(dict.fromkeys(_targeted(data, shapes, shape)))


def _targeted(data: Graph, shapes: Graph, shape: Node) -> Iterator[Node]:
    yield from shapes.objects(shape, sh.targetNode)
    for wanted in (*_iris(shapes, shape, sh.targetClass), *_itself(shapes, shape)):
        for each in with_subclasses(data, wanted):
            yield from data.subjects(rdf.type, each)
    for predicate in _iris(shapes, shape, sh.targetSubjectsOf):
        yield from data.holders(predicate)
    for predicate in _iris(shapes, shape, sh.targetObjectsOf):
        for holder in data.holders(predicate):
            yield from data.objects(holder, predicate)


def _iris(shapes: Graph, shape: Node, target: NamedNode) -> list[NamedNode]:
    found = shapes.objects(shape, target)
    iris = [each for each in found if isinstance(each, NamedNode)]
    if len(iris) < len(found):
        raise UnsupportedError(f"a target of {shape} is no IRI")
    return iris


def _itself(shapes: Graph, shape: Node) -> list[NamedNode]:
    """Give the shape where it is a class as well (SHACL 1.0, section 2.1.3.3)."""
    types = shapes.objects(shape, rdf.type)
    is_class = any(t in _CLASSES or rdfs.Class in shapes.objects(t, _SUBCLASS) for t in types)
    return [shape] if is_class and isinstance(shape, NamedNode) else []


def with_subclasses(data: Graph, wanted: NamedNode) -> set[Node]:
    """Give a class and all its subclasses."""
    found: set[Node] = {wanted}
    waiting: list[Node] = [wanted]
    while waiting:
        for each in data.subjects(_SUBCLASS, waiting.pop()):
            if each not in found:
                found.add(each)
                waiting.append(each)
    return found
