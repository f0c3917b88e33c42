"""Two things that pySHACL reads otherwise than SHACL 1.0 says, put right in the shapes it is given."""

from collections.abc import Iterator

from kyodo_lod.rdf.graph import Graph, Node
from kyodo_lod.rdf.terms import Literal, NamedNode, Triple
from kyodo_lod.rdf.vocabulary import owl, sh

_IMPORTS = NamedNode(f"{owl.iri}imports")


def conformant(shapes: Graph) -> Iterator[Triple]:
    """Give the triples of a shapes graph such that pySHACL does with them what the standard says."""
    for triple in shapes.triples():
        if triple.predicate != sh.uniqueLang or is_true(triple.object):
            yield triple
    for holder in dict.fromkeys(
        triple.object for triple in shapes.triples() if triple.predicate == sh.prefixes
    ):
        if isinstance(holder, NamedNode):
            for declaration in declarations(shapes, holder):
                yield Triple(holder, sh.declare, declaration)


def is_true(node: Node) -> bool:
    """Tell whether a term is the literal true: "1"^^xsd:boolean is another (section 4.4.5)."""
    return isinstance(node, Literal) and node.value == "true"


def declarations(shapes: Graph, holder: Node) -> Iterator[Node]:
    """Give the prefix declarations of a holder and of what it imports, as far as the graph has them.

    SHACL 1.0, section 5.2.1: nothing is fetched.
    """
    waiting, seen = [holder], set()
    while waiting:
        node = waiting.pop()
        if node not in seen:
            seen.add(node)
            yield from shapes.objects(node, sh.declare)
            waiting += shapes.objects(node, _IMPORTS)
