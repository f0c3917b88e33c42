"""A property path written as SPARQL does (SHACL 1.0, section 2.3.1)."""

from kyodo_lod.rdf.graph import Graph, Node
from kyodo_lod.rdf.terms import NamedNode
from kyodo_lod.rdf.vocabulary import PUBLICATION_VOCABULARIES, prefixes, rdf, sh

_SUFFIXES = {sh.zeroOrMorePath: "*", sh.oneOrMorePath: "+", sh.zeroOrOnePath: "?"}
_PREFIXES = prefixes(PUBLICATION_VOCABULARIES)


def path_text(shapes: Graph, path: Node | None) -> str:
    """Write a property path.

    Args:
        shapes: the graph that holds it.
        path: an IRI or the blank node of a path; None where there is none.

    Returns:
        The path with our prefixes shortened; empty for None.
    """
    if path is None:
        return ""
    if isinstance(path, NamedNode):
        return short(path.value)
    if shapes.objects(path, rdf.first):  # a list is one, whatever else it says (pySHACL)
        return "/".join(path_text(shapes, part) for part in shapes.items(path))
    inverse = shapes.value(path, sh.inversePath)
    if inverse is not None:
        return f"^{path_text(shapes, inverse)}"
    for predicate, suffix in _SUFFIXES.items():
        inner = shapes.value(path, predicate)
        if inner is not None:
            return f"({path_text(shapes, inner)}){suffix}"
    alternatives = shapes.value(path, sh.alternativePath)
    return "|".join(path_text(shapes, part) for part in shapes.items(alternatives or rdf.nil))


def short(iri: str) -> str:
    """Shorten an IRI by one of our prefixes.

    >>> short("http://purl.org/dc/terms/title"), short("https://example.org/title")
    ('dct:title', 'https://example.org/title')
    """
    for prefix, namespace in _PREFIXES.items():
        local = iri.removeprefix(namespace)
        if local != iri and local.isalnum():
            return f"{prefix}:{local}"
    return iri
