"""A SPARQL store in memory; a query is answered and turned into values in one call, on one thread."""

from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TypeAlias

import pyoxigraph

from kyodo_lod.errors import QueryError
from kyodo_lod.rdf.formats import ResultFormat
from kyodo_lod.rdf.results import made_right
from kyodo_lod.rdf.sparql import refuse_nesting, refuse_service
from kyodo_lod.rdf.syntax_error import syntax_error
from kyodo_lod.rdf.terms import BlankNode, DefaultGraph, Literal, NamedNode, Quad, Triple, string
from kyodo_lod.rdf.vocabulary import prefixes

Term: TypeAlias = NamedNode | BlankNode | Literal | Triple
_Result: TypeAlias = pyoxigraph.QuerySolutions | pyoxigraph.QueryTriples | pyoxigraph.QueryBoolean


@dataclass(frozen=True, slots=True)
class Table:
    """The answer to a SELECT: its columns, and rows of terms, None where unbound."""

    variables: tuple[str, ...]
    rows: tuple[tuple[Term | None, ...], ...]


Answer: TypeAlias = Table | bool | tuple[Triple, ...]


class Store:
    """Quads to be asked in SPARQL 1.1; outside GRAPH clauses, all graphs together.

    Args:
        quads: a triple of several graphs counts once in the default graph (oxigraph's own union
            would count it as often as it is there).
    """

    def __init__(self, quads: Iterable[Quad] = ()) -> None:
        self._store = pyoxigraph.Store()
        self._store.bulk_extend(each for quad in quads for each in with_default(quad))

    def query(self, text: str, place: str, values: Mapping[str, str] | None = None) -> Answer:
        """Ask.

        Args:
            text: SPARQL 1.1; our prefixes need not be declared.
            place: how the query is called in an error.
            values: variable → string that it stands for.

        Returns:
            A Table for SELECT, a truth for ASK, the triples (sorted, each once) for CONSTRUCT.

        Raises:
            QueryError: where it does not parse (with line and column), calls SERVICE, or fails.
        """
        with translated(place, text):
            return _values(self._evaluate(text, place, values))

    def serialize(
        self, text: str, place: str, values: Mapping[str, str] | None, fmt: ResultFormat
    ) -> bytes | tuple[Triple, ...]:
        """Ask, as `query`; give the answer to a SELECT or ASK in a SPARQL 1.1 results format.

        Raises:
            OutputError: where the format cannot hold the answer.
        """
        with translated(place, text):
            result = self._evaluate(text, place, values)
            if isinstance(result, pyoxigraph.QueryTriples):
                return sorted_triples(result)
            kind = getattr(pyoxigraph.QueryResultsFormat, fmt.oxigraph)
            return made_right(result.serialize(format=kind) or b"", fmt)

    def _evaluate(self, text: str, place: str, values: Mapping[str, str] | None) -> _Result:
        refuse_service(text, place)
        refuse_nesting(text, place)
        given = substitutions(values or {})
        return self._store.query(text, prefixes=prefixes(), substitutions=given)


def substitutions(values: Mapping[str, str]) -> dict[pyoxigraph.Variable, Term]:
    """Give the strings that stand for variables as pyoxigraph takes them.

    Raises:
        ValueError: for what cannot be the name of a variable.
    """
    return {pyoxigraph.Variable(name): string(value) for name, value in values.items()}


def with_default(quad: Quad) -> tuple[Quad, ...]:
    """Give a quad, and once more in the default graph, where a triple of several graphs counts once."""
    if isinstance(quad.graph_name, DefaultGraph):
        return (quad,)
    return quad, Quad(quad.subject, quad.predicate, quad.object)


@contextmanager
def translated(place: str, text: str) -> Iterator[None]:
    """Raise what pyoxigraph raises on a query as QueryError.

    Args:
        place: how the query is called.
        text: the query.
    """
    try:
        yield
    except SyntaxError as error:
        raise syntax_error(str(error), place, text) from error
    except (ValueError, RuntimeError, OSError) as error:
        if "SELECT projection" in str(error):
            raise _not_a_column(place) from error
        raise QueryError(place, f"実行できません: {error}", f"cannot be run: {error}") from error


def _values(result: _Result) -> Answer:
    if isinstance(result, pyoxigraph.QuerySolutions):
        names = [variable.value for variable in result.variables]
        return Table(tuple(names), tuple(tuple(row[name] for name in names) for row in result))
    if isinstance(result, pyoxigraph.QueryBoolean):
        return bool(result)
    return sorted_triples(result)


def sorted_triples(triples: Iterable[Triple]) -> tuple[Triple, ...]:
    """Give triples each once, in an order that does not hang on how they were found."""
    return tuple(sorted(set(triples), key=str))


def _not_a_column(place: str) -> QueryError:
    return QueryError(
        place,
        "パラメータの変数を SELECT の列に入れてください。",
        "a parameter must be one of the SELECT's columns; add its variable to the SELECT",
    )
