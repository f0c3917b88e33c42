"""A store in memory that answers SELECT, row by row."""

from collections.abc import Iterable, Iterator, Mapping

import pyoxigraph

from kyodo_lod.errors import QueryError
from kyodo_lod.rdf.terms import BlankNode, Literal, NamedNode, Quad, Triple, iri

_Term = NamedNode | BlankNode | Literal | Triple
_ANY = iri("urn:x")


class SelectStore:
    """Triples to be asked in SPARQL 1.1.

    Args:
        quads: the data, all in the default graph.
    """

    def __init__(self, quads: Iterable[Quad]) -> None:
        self._store = pyoxigraph.Store()
        self._store.bulk_extend(quads)

    def select(self, text: str, prefixes: Mapping[str, str]) -> Iterator[dict[str, _Term]]:
        """Ask.

        Args:
            text: a SELECT, which was looked into for SERVICE and for deep nesting.
            prefixes: those that need not be declared.

        Returns:
            The solutions, each as variable → term; what is unbound is left out.

        Raises:
            QueryError: where it does not parse, is no SELECT or fails.
        """
        try:
            found = self._store.query(text, prefixes=dict(prefixes))
            yield from _solutions(found)
        except (SyntaxError, ValueError, RuntimeError, OSError) as error:
            what = " ".join(str(error).split())
            raise QueryError("sh:select", f"実行できません: {what}", f"fails: {what}") from error


def _solutions(
    found: pyoxigraph.QuerySolutions | pyoxigraph.QueryTriples | pyoxigraph.QueryBoolean,
) -> Iterator[dict[str, _Term]]:
    if not isinstance(found, pyoxigraph.QuerySolutions):
        raise ValueError("is no SELECT")
    names = [variable.value for variable in found.variables]
    for row in found:
        pairs = ((name, row[name]) for name in names)
        yield {name: term for name, term in pairs if term is not None}


def is_rewritten(literals: Iterable[Literal]) -> bool:
    """Tell whether a store gives any of `literals` back in another form: "7" for "007"."""
    store, asked = pyoxigraph.Store(), set(literals)
    store.bulk_extend(Quad(_ANY, _ANY, literal) for literal in asked)
    return {quad.object for quad in store} != asked
