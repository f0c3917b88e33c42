"""A property path written as SPARQL does (SHACL 1.0, section 2.3.1)."""

import re
from collections.abc import Mapping
from types import MappingProxyType

from kyodo_lod.rdf.graph import Graph, Node
from kyodo_lod.rdf.terms import NamedNode
from kyodo_lod.rdf.vocabulary import PUBLICATION_VOCABULARIES, prefixes, rdf, sh

_SUFFIXES = {sh.zeroOrMorePath: "*", sh.oneOrMorePath: "+", sh.zeroOrOnePath: "?"}
_PREFIXES = prefixes(PUBLICATION_VOCABULARIES)
_LOCAL = re.compile(r"\w+(?:-\w+)*")
_WHOLE = re.compile(r"<([^<>]*)>")
NO_PREFIXES: Mapping[str, str] = MappingProxyType({})


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
    bare = _WHOLE.sub("", text)
    return f"({text})" if any(sign in bare for sign in looser) else text


def shown_path(path: str, names: Mapping[str, str]) -> str:
    """Give a path with its IRIs shortened for people.

    Args:
        path: as `path_text` gives it.
        names: further prefixes.
    """
    if "<" not in path:
        return short(path, names)
    return _WHOLE.sub(lambda whole: _short_or_whole(whole, names), path)


def _short_or_whole(whole: re.Match[str], names: Mapping[str, str]) -> str:
    name = short(whole[1], names)
    return whole[0] if name == whole[1] else name


def short(iri: str, names: Mapping[str, str] = NO_PREFIXES) -> str:
    """Shorten an IRI by one of our prefixes, else by one of others.

    Args:
        iri: the IRI.
        names: further prefixes, as a file declares them.

    >>> short("http://purl.org/dc/terms/title"), short("https://example.org/title")
    ('dct:title', 'https://example.org/title')
    """
    for prefix, namespace in _PREFIXES.items():
        local = iri.removeprefix(namespace)
        if local != iri and local.isalnum():
            return f"{prefix}:{local}"
    for prefix, namespace in names.items():
        local = iri.removeprefix(namespace)
        if namespace and local != iri and _LOCAL.fullmatch(local):
            return f"{prefix}:{local}"
    return iri
