"""Property paths as a validation report states them (SHACL 1.0, section 2.3.1).

A path of more than one property is a blank node, for SHACL takes any IRI there for a property.
"""

import re
from collections.abc import Callable, Iterator, Sequence

from kyodo_lod.rdf.terms import BlankNode, NamedNode, Triple, iri
from kyodo_lod.rdf.vocabulary import PUBLICATION_VOCABULARIES, prefixes, rdf, sh

_TOKEN = re.compile(r"<[^<>]*>|[()|/^*+?]|[^()|/^*+?<>]+")
_SIGNS = "()|/^*+?"
_PREFIXED = re.compile(r"(\w+):(\w+)")
_SUFFIXES = {"*": sh.zeroOrMorePath, "+": sh.oneOrMorePath, "?": sh.zeroOrOnePath}
_Node = NamedNode | BlankNode


def path_triples(
    path: str, label: Callable[[int], str]
) -> tuple[NamedNode | BlankNode | None, list[Triple]]:
    """Give a path as a node and the triples that hang on it.

    Args:
        path: as `Finding.path`.
        label: gives the label of the nth blank node.

    Returns:
        The node, and no triple where it is a property; None for what is no path.
    """
    tokens = _TOKEN.findall(path)
    if len(tokens) == 1 or not all(one in _SIGNS or _property(one) for one in tokens):
        return _property(path) if _PREFIXED.fullmatch(path) else _bare(path), []
    written = _Path(tokens, label)
    try:
        node = written.alternatives()
    except (IndexError, ValueError):
        return None, []
    return (node, written.triples) if written.is_read else (None, [])


def _property(token: str) -> NamedNode | None:
    prefixed = _PREFIXED.fullmatch(token)
    if prefixed:
        namespace = prefixes(PUBLICATION_VOCABULARIES).get(prefixed[1])
        return NamedNode(namespace + prefixed[2]) if namespace else None
    return _bare(token[1:-1]) if token.startswith("<") else None


def _bare(text: str) -> NamedNode | None:
    try:
        return iri(text)
    except ValueError:
        return None


class _Path:
    """Reads tokens from the loosest sign to the tightest: | / ^ *."""

    def __init__(self, tokens: Sequence[str], label: Callable[[int], str]) -> None:
        self.triples: list[Triple] = []
        self._tokens = list(tokens)
        self._label = label
        self._blank = 0

    @property
    def is_read(self) -> bool:
        return not self._tokens

    def alternatives(self) -> _Node:
        parts = [self._sequence(), *self._after("|", self._sequence)]
        return parts[0] if len(parts) == 1 else self._with(sh.alternativePath, self._list(parts))

    def _sequence(self) -> _Node:
        parts = [self._element(), *self._after("/", self._element)]
        return parts[0] if len(parts) == 1 else self._list(parts)

    def _after(self, sign: str, part: Callable[[], _Node]) -> Iterator[_Node]:
        while self._next_is(sign):
            yield part()

    def _element(self) -> _Node:
        if self._next_is("^"):
            return self._with(sh.inversePath, self._element())
        node = self._primary()
        for suffix, predicate in _SUFFIXES.items():
            if self._next_is(suffix):
                return self._with(predicate, node)
        return node

    def _primary(self) -> _Node:
        if self._next_is("("):
            node = self.alternatives()
            if not self._next_is(")"):
                raise ValueError
            return node
        found = _property(self._tokens.pop(0))
        if found is None:
            raise ValueError
        return found

    def _next_is(self, sign: str) -> bool:
        is_it = self._tokens[:1] == [sign]
        del self._tokens[: int(is_it)]
        return is_it

    def _with(self, predicate: NamedNode, node: _Node) -> BlankNode:
        path = self._new()
        self.triples.append(Triple(path, predicate, node))
        return path

    def _list(self, members: Sequence[_Node]) -> _Node:
        head: _Node = rdf.nil
        for member in reversed(members):
            cell = self._new()
            self.triples += [Triple(cell, rdf.first, member), Triple(cell, rdf.rest, head)]
            head = cell
        return head

    def _new(self) -> BlankNode:
        self._blank += 1
        return BlankNode(self._label(self._blank))
