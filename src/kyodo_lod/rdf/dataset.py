"""Which graphs a query asks: the dataset clauses of SPARQL text (SPARQL 1.1, section 13.2)."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from urllib.parse import urljoin

from kyodo_lod.errors import QueryError
from kyodo_lod.rdf.sparql import tokens

_FROM = "FROM"
_NAMED = "NAMED"
_GLUED = re.compile(r"(FROM)(NAMED)?", re.IGNORECASE)
_SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.\-]*:")
_LOCAL_ESCAPE = re.compile(r"\\(.)", re.DOTALL)
_CODE_POINT = re.compile(r"\\u([0-9A-Fa-f]{4})|\\U([0-9A-Fa-f]{8})")


@dataclass(frozen=True, slots=True)
class Dataset:
    """The graphs that are asked (SPARQL 1.1, section 13).

    Args:
        default: names of the graphs whose merge is the default graph.
        named: names of the graphs that GRAPH finds.
    """

    default: tuple[str, ...] = ()
    named: tuple[str, ...] = ()

    @property
    def graphs(self) -> tuple[str, ...]:
        """All of them, each once."""
        return tuple(dict.fromkeys((*self.default, *self.named)))


def dataset_of(query: str, known: Mapping[str, str]) -> Dataset | None:
    """Give the dataset that FROM and FROM NAMED describe; None where there is no such clause.

    Args:
        query: SPARQL; what does not parse gives anything.
        known: prefix → namespace, of those that need not be declared.

    Raises:
        QueryError: for a name whose prefix is not declared.

    >>> dataset_of("SELECT * FROM <urn:a> FROM NAMED :b {}", {"": "urn:"})
    Dataset(default=('urn:a',), named=('urn:b',))
    >>> dataset_of("SELECT * { ?s ?from 'FROM <urn:a>' } # FROM <urn:a>", {}) is None
    True
    """
    if _FROM not in query.upper():
        return None
    clauses = _Clauses(query, known)
    default, named = clauses.read()
    return Dataset(tuple(default), tuple(named)) if default or named else None


class _Clauses:
    """What the prologue of a query declares, and the dataset clauses behind it."""

    def __init__(self, query: str, known: Mapping[str, str]) -> None:
        self._words = self._separated(tokens(query))
        self._namespaces = dict(known)
        self._base = ""

    def read(self) -> tuple[list[str], list[str]]:
        default: list[str] = []
        named: list[str] = []
        for word in self._words:
            if word.upper() == "BASE":
                self._base = self._iri(self._next())
            elif word.upper() == "PREFIX":
                prefix = self._next().removesuffix(":")
                self._namespaces[prefix] = self._iri(self._next())
            elif word.upper() == _FROM:
                name = self._next()
                is_named = name.upper() == _NAMED
                (named if is_named else default).append(
                    self._name(self._next() if is_named else name)
                )
        return default, named

    def _next(self) -> str:
        return next(self._words, "")

    def _separated(self, words: Iterator[str]) -> Iterator[str]:
        """Give tokens; keywords glued to what follows are taken apart, as oxigraph reads them."""
        before = ""
        for word in words:
            glued = _GLUED.match(word)
            is_prefix = before == "PREFIX" or word.partition(":")[0] in self._namespaces
            before = word.upper()
            if not glued or is_prefix:
                yield word
            else:
                yield from filter(None, glued.groups())
                if word[glued.end() :]:
                    yield word[glued.end() :]

    def _name(self, word: str) -> str:
        prefix, colon, local = word.partition(":")
        if word.startswith("<"):
            return self._iri(word)
        if not colon or prefix not in self._namespaces:
            raise QueryError(
                "query",
                f"FROM の後の「{word}」はグラフの名前ではありません。",
                f"FROM is not followed by the name of a graph but by {word!r}",
            )
        return self._namespaces[prefix] + _LOCAL_ESCAPE.sub(r"\1", local)

    def _iri(self, word: str) -> str:
        iri = _CODE_POINT.sub(lambda match: chr(int(match[1] or match[2], 16)), word[1:-1])
        return iri if _SCHEME.match(iri) else urljoin(self._base, iri)
