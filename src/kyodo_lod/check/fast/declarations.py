"""The prefixes a SPARQL constraint may use (SHACL 1.0, section 5.2.1)."""

from collections.abc import Iterator

from kyodo_lod.check.conformance import declarations
from kyodo_lod.check.fast.unsupported import UnsupportedError
from kyodo_lod.rdf.graph import Graph, Node
from kyodo_lod.rdf.terms import Literal
from kyodo_lod.rdf.vocabulary import owl, prefixes, rdf, rdfs, sh

#: ours are bound in every graph that pySHACL gets, the others by pySHACL itself
_ALWAYS = {**prefixes(), "rdf": rdf.iri, "rdfs": rdfs.iri, "owl": owl.iri}


def prefixes_of(shapes: Graph, constraint: Node) -> dict[str, str]:
    """Give prefix → namespace; like pySHACL, of all ontologies in the graph for want of an own one.

    Raises:
        UnsupportedError: where a declaration is malformed or two contradict each other.
    """
    found: dict[str, str] = {}
    for declaration in dict.fromkeys(_declarations(shapes, constraint)):
        prefix = _text(shapes, declaration, _one(shapes, declaration, prefix=True))
        namespace = _text(shapes, declaration, _one(shapes, declaration, prefix=False))
        if found.setdefault(prefix, namespace) != namespace:
            raise UnsupportedError(f"the prefix {prefix} has two namespaces")
    return {**_ALWAYS, **found}


def _declarations(shapes: Graph, constraint: Node) -> Iterator[Node]:
    ontologies = shapes.subjects(rdf.type, owl.Ontology)
    for holder in shapes.objects(constraint, sh.prefixes):
        own = list(declarations(shapes, holder))
        yield from own
        if not own or holder not in ontologies:
            for ontology in ontologies:
                yield from shapes.objects(ontology, sh.declare)


def _one(shapes: Graph, declaration: Node, *, prefix: bool) -> Node:
    found = shapes.objects(declaration, sh.prefix_ if prefix else sh.namespace)
    if len(found) != 1:
        raise UnsupportedError(f"{declaration} is a declaration that is not as it should be")
    return found[0]


def _text(_shapes: Graph, declaration: Node, node: Node) -> str:
    if not isinstance(node, Literal):
        raise UnsupportedError(f"{declaration} is a declaration that is not as it should be")
    return node.value
