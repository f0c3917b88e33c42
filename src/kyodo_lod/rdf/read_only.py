"""A SPARQL store on disk that nobody writes: asked within limits, the answer written as a file."""

from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING

import pyoxigraph

from kyodo_lod.bilingual import Bilingual
from kyodo_lod.errors import GraphError, QueryError
from kyodo_lod.rdf.blank import called_in_order
from kyodo_lod.rdf.dataset import Dataset, dataset_of
from kyodo_lod.rdf.formats import Format, ResultFormat
from kyodo_lod.rdf.namespaces import HOME
from kyodo_lod.rdf.results import made_right
from kyodo_lod.rdf.sparql import refuse_nesting, refuse_service
from kyodo_lod.rdf.store import sorted_triples, substitutions, translated
from kyodo_lod.rdf.terms import NamedNode, Quad, Triple
from kyodo_lod.rdf.vocabulary import prefixes

if TYPE_CHECKING:
    from _typeshed import ReadableBuffer

#: how a query is called in an error
PLACE = "query"
_NO_SERVICE = Bilingual(
    "ここにあるグラフだけを問い合わせてください。", "ask only the graphs that are here"
)
#: an unknown graph's error names those there are, up to so many
_LISTED = 12


#: bytes of a store that is read into memory, at the cost of a tenth of a second when it is opened:
#: some 20,000 triples; one of a million takes ten seconds and 400 MB
_SMALL = 4 * 1024 * 1024
#: bytes that a triple takes at the least in any format, among others of its subject
_SMALLEST = 16


class MisfitError(Exception):
    """The answer is a table or a graph, and no format of that kind is wanted."""


class LargeError(Exception):
    """The answer is larger than its limit."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """How an answer is to be written.

    Args:
        table: the format of a table or truth; None where none is taken.
        graph: the format of a graph; None where none is taken.
        limit: bytes that the answer may have.
    """

    table: ResultFormat | None
    graph: Format | None
    limit: int


@dataclass(frozen=True, slots=True)
class Written:
    """An answer as a file.

    Args:
        body: all of it.
        is_graph: whether it is a graph; else a table or a truth.
    """

    body: bytes
    is_graph: bool


class ReadOnlyStore:
    """A store on disk, as `disk_store` writes it: named graphs, and a default graph of its own.

    Args:
        folder: of the store.

    Raises:
        GraphError: where it cannot be opened.
    """

    def __init__(self, folder: Path) -> None:
        try:
            self._store = _near(pyoxigraph.Store.read_only(str(folder)), folder)
        except OSError as error:
            raise GraphError(str(folder), "開けません。", "cannot be opened") from error
        named = (each.value for each in self._store.named_graphs() if isinstance(each, NamedNode))
        self._names = tuple(sorted(named))
        self._merged: tuple[Dataset | None, pyoxigraph.Store] = None, self._store

    def answer(
        self,
        text: str,
        dataset: Dataset | None,
        wanted: Wanted,
        values: Mapping[str, str] | None = None,
    ) -> Written:
        """Ask.

        Args:
            text: SPARQL 1.1; our prefixes need not be declared.
            dataset: what is asked, whatever FROM says; None for what the query itself names.
            wanted: how the answer is to be written.
            values: variable → string that it stands for.

        Raises:
            QueryError: where it does not parse, calls SERVICE, names a graph that is not there, or fails.
            OutputError: where the format cannot hold the answer.
            MisfitError: where no format is wanted for such an answer.
            LargeError: where the answer is larger than wanted.
            OSError: where the store is damaged.
        """
        refuse_service(text, PLACE, _NO_SERVICE)
        refuse_nesting(text, PLACE)
        result = self._result(text, dataset or dataset_of(text, prefixes()), values or {})
        output = _Limited(wanted.limit)
        if isinstance(result, pyoxigraph.QueryTriples):
            if wanted.graph is None:
                raise MisfitError
            with _evaluating(text):
                triples = _each_once(result, wanted.limit // _SMALLEST)
            wanted.graph.resolve_writer()(triples, wanted.graph, output, HOME)
            return Written(output.getvalue(), is_graph=True)
        if wanted.table is None:
            raise MisfitError
        fmt = getattr(pyoxigraph.QueryResultsFormat, wanted.table.oxigraph)
        with _evaluating(text):
            result.serialize(output=output, format=fmt)
        return Written(made_right(output.getvalue(), wanted.table), is_graph=False)

    def _result(
        self, text: str, dataset: Dataset | None, values: Mapping[str, str]
    ) -> pyoxigraph.QuerySolutions | pyoxigraph.QueryTriples | pyoxigraph.QueryBoolean:
        if dataset is None:
            with _evaluating(text):
                return self._store.query(
                    text, prefixes=prefixes(), substitutions=substitutions(values)
                )
        self._refuse_unknown(dataset.graphs)
        store, default = self._holding(dataset)
        with _evaluating(text):
            return store.query(
                text,
                prefixes=prefixes(),
                default_graph=default,
                named_graphs=[NamedNode(name) for name in dataset.named],
                substitutions=substitutions(values),
            )

    def _refuse_unknown(self, graphs: Iterable[str]) -> None:
        unknown = next((name for name in graphs if name not in self._names), None)
        if unknown is None:
            return
        names = " ".join(f"<{name}>" for name in self._names[:_LISTED])
        more = " …" if len(self._names) > _LISTED else ""
        raise QueryError(
            PLACE,
            f"グラフ <{unknown}> はここにありません (取得もしません)。あるグラフ: {names}{more}",
            f"the graph <{unknown}> is not here, and nothing is fetched; there are {names}{more}",
        )

    def _holding(
        self, dataset: Dataset
    ) -> tuple[pyoxigraph.Store, list[NamedNode | pyoxigraph.BlankNode | pyoxigraph.DefaultGraph]]:
        """Give a store, and those of its graphs that are the default graph.

        SPARQL 1.1, section 13.2: several graphs are merged. oxigraph asks one after the other, so that
        a triple of two counts twice; a store of their own has each once.
        """
        if len(set(dataset.default)) < 2:
            return self._store, [NamedNode(name) for name in dataset.default[:1]]
        if self._merged[0] != dataset:
            self._merged = None, self._store  # free what was held before anything more is taken
            merged = pyoxigraph.Store()
            merged.extend(self._quads(dataset))
            self._merged = dataset, merged
        return self._merged[1], [pyoxigraph.DefaultGraph()]

    def _quads(self, dataset: Dataset) -> Iterator[Quad]:
        for name in dataset.default:
            for quad in self._store.quads_for_pattern(None, None, None, NamedNode(name)):
                yield Quad(quad.subject, quad.predicate, quad.object)
        for name in dataset.named:
            yield from self._store.quads_for_pattern(None, None, None, NamedNode(name))


def _near(store: pyoxigraph.Store, folder: Path) -> pyoxigraph.Store:
    """Give a small store as one in memory, which answers in a quarter of the time."""
    if sum(path.stat().st_size for path in folder.iterdir()) > _SMALL:
        return store
    near = pyoxigraph.Store()
    near.bulk_extend(store)
    return near


class _Limited(BytesIO):
    """A file in memory that takes no more than its limit."""

    def __init__(self, limit: int) -> None:
        super().__init__()
        self._limit = limit

    def write(self, data: "ReadableBuffer", /) -> int:
        if self.tell() + len(memoryview(data)) > self._limit:
            raise LargeError
        return super().write(data)


@contextmanager
def _evaluating(text: str) -> Iterator[None]:
    """Raise what a query is to blame for as QueryError; a damaged store is not the query's fault."""
    try:
        with translated(PLACE, text):
            yield
    except QueryError as error:
        if isinstance(error.__cause__, OSError):
            raise error.__cause__ from None
        raise


def _each_once(triples: Iterable[Triple], limit: int) -> tuple[Triple, ...]:
    """Give triples each once and sorted; blank nodes are called by the order in which they are found."""
    found: set[Triple] = set()
    for quad in called_in_order(Quad(*each) for each in triples):
        found.add(quad.triple)
        if len(found) > limit:
            raise LargeError
    return sorted_triples(found)
