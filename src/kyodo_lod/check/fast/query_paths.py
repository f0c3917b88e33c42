"""A property path put into a query in place of $PATH (SHACL 1.0, section 5.3.1)."""

import re
from collections.abc import Mapping

from kyodo_lod.check.fast.paths import members
from kyodo_lod.check.fast.source import Source
from kyodo_lod.check.fast.unsupported import UnsupportedError
from kyodo_lod.rdf.graph import Graph, Node
from kyodo_lod.rdf.terms import NamedNode
from kyodo_lod.rdf.vocabulary import rdf, sh

_PATH = re.compile(r"([\s{}()])[$?]PATH")
_SUFFIXES = {sh.zeroOrMorePath: "*", sh.oneOrMorePath: "+", sh.zeroOrOnePath: "?"}


def with_path(source: Source, text: str, prefixes: Mapping[str, str]) -> str:
    """Put the path of a shape into a query.

    Raises:
        UnsupportedError: where it has none, or pySHACL would write it in another way.
    """
    if "$PATH" not in text and "?PATH" not in text:
        return text
    if source.path is None:
        raise UnsupportedError("$PATH in a node shape")
    path = _written(source.shapes, source.path, prefixes)
    return _PATH.sub(lambda match: match[1] + path, text)


def _written(shapes: Graph, path: Node, prefixes: Mapping[str, str]) -> str:
    if isinstance(path, NamedNode):
        return _iri(path.value, prefixes)
    if shapes.objects(path, rdf.first):
        parts = [_written(shapes, each, prefixes) for each in members(shapes, path, least=2)]
        return f"({'/'.join(parts)})"
    inverse, alternatives = (
        shapes.value(path, sh.inversePath),
        shapes.value(path, sh.alternativePath),
    )
    if inverse is not None:
        return f"^{_written(shapes, inverse, prefixes)}"
    if alternatives is not None:
        parts = [
            _written(shapes, each, prefixes) for each in members(shapes, alternatives, least=2)
        ]
        return f"({'|'.join(parts)})"
    return _repeated(shapes, path, prefixes)


def _repeated(shapes: Graph, path: Node, prefixes: Mapping[str, str]) -> str:
    for predicate, suffix in _SUFFIXES.items():
        inner = shapes.value(path, predicate)
        if isinstance(inner, NamedNode):
            return _written(shapes, inner, prefixes) + suffix
    raise UnsupportedError("$PATH that repeats more than one property")


def _iri(iri: str, prefixes: Mapping[str, str]) -> str:
    """Write an IRI whole; pySHACL shortens it, and not always to what means the same."""
    for namespace in prefixes.values():
        if iri.startswith(namespace) and not re.fullmatch(r"\w+", iri.removeprefix(namespace)):
            raise UnsupportedError("$PATH that pySHACL cannot write")
    return f"<{iri}>"
