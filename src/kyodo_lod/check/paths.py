"""A property path written as SPARQL does (SHACL 1.0, section 2.3.1)."""

from kyodo_lod.check.short_names import WHOLE, short
from kyodo_lod.rdf.graph import Graph, Node
from kyodo_lod.rdf.terms import NamedNode
from kyodo_lod.rdf.vocabulary import rdf, sh

_SUFFIXES = {sh.zeroOrMorePath: "*", sh.oneOrMorePath: "+", sh.zeroOrOnePath: "?"}


def path_text(shapes: Graph, path: Node | None) -> str:
    """Write a property path.

    Args:
        shapes: the graph that holds it.
        path: an IRI or the blank node of a path; None where there is none.

    Returns:
        The path with our prefixes shortened; an IRI that is all of it stands bare. Empty for None.
    """
    if isinstance(path, NamedNode):
        return short(path.value)
    return _written(shapes, path) if path is not None else ""


def _written(shapes: Graph, path: Node) -> str:
    if isinstance(path, NamedNode):
        name = short(path.value)
        return name if name != path.value else f"<{name}>"
    if shapes.objects(path, rdf.first):  # a list is one, whatever else it says (pySHACL)
        return "/".join(_grouped(shapes, part, "|") for part in shapes.items(path))
    inverse = shapes.value(path, sh.inversePath)
    if inverse is not None:
        return f"^{_grouped(shapes, inverse, '|/')}"
    for predicate, suffix in _SUFFIXES.items():
        inner = shapes.value(path, predicate)
        if inner is not None:
            return f"({_written(shapes, inner)}){suffix}"
    alternatives = shapes.value(path, sh.alternativePath)
    return "|".join(_written(shapes, part) for part in shapes.items(alternatives or rdf.nil))


def _grouped(shapes: Graph, path: Node, looser: str) -> str:
    """Write a part of a path, in parentheses where it holds a sign that binds less."""
    text = _written(shapes, path)
    bare = WHOLE.sub("", text)
    return f"({text})" if any(sign in bare for sign in looser) else text
