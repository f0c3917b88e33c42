"""The published answer of a query as a table for people; what it names of ours is linked."""

import csv
import re
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from kyodo_lod.publish.pages.layout import text_width
from kyodo_lod.query.run import own_quads
from kyodo_lod.rdf.formats import CSV, N_TRIPLES
from kyodo_lod.rdf.terms import Literal, NamedNode
from kyodo_lod.rdf.vocabulary import PUBLICATION_VOCABULARIES, prefixes
from kyodo_lod.site.published import Published

#: rows that a page shows; all are in the file
ROWS = 200
#: letters of a cell that a page shows
_LONGEST = 600
_NUMBER = re.compile(r"-?[0-9]+(\.[0-9]+)?")
#: how wide the texts of a column are that stay on one line, and of one that gets more room
_SHORT, _LONG = 170, 330
#: what the columns of a graph are called
_TRIPLE = ("subject", "predicate", "object")
_DATASET = "dataset"
_PREFIXES = prefixes(PUBLICATION_VOCABULARIES)


@dataclass(frozen=True, slots=True)
class Cell:
    """A value.

    Args:
        text: as shown: an IRI of ours without the home that all share.
        place: where the thing is shown, as a path in the site; empty for what is none of ours.
    """

    text: str
    place: str = ""


@dataclass(frozen=True, slots=True)
class Answer:
    """An answer as published.

    Args:
        path: of its file, in the site.
        columns: their names.
        rows: the first ones.
        total: how many there are.
        is_graph: whether they are triples.
        looks: for each column how it is set: `number`, `short`, `roomy`, or as it comes.
    """

    path: str
    columns: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]
    total: int
    is_graph: bool
    looks: tuple[str, ...]

    @property
    def dataset(self) -> str:
        """The dataset of all rows, where the first column says the same in each."""
        values = {row[0].text for row in self.rows if row}
        is_whole = 1 < len(self.rows) == self.total
        told = is_whole and self.columns[:1] == (_DATASET,) and len(values) == 1
        return values.pop() if told else ""

    @property
    def shown(self) -> range:
        """The columns that a table shows: all but a dataset that is told once."""
        return range(1 if self.dataset else 0, len(self.columns))


class Answers:
    """The answers in the published folder.

    Args:
        published: what is published.
    """

    def __init__(self, published: Published) -> None:
        self._published = published
        said = published.data.graph.by_subject
        self._things = {thing.value: thing for thing in said if isinstance(thing, NamedNode)}

    def answer(self, name: str) -> Answer | None:
        """Give the answer of a query; None where none is published."""
        for extension, read in ((CSV.extension, _table), (N_TRIPLES.extension, _graph)):
            path = self._published.folder / "queries" / f"{name}.{extension}"
            if path.is_file():
                return self._shown(f"queries/{path.name}", read(path), read is _graph)
        return None

    def _shown(self, path: str, rows: Iterator[Sequence[str]], is_graph: bool) -> Answer:
        columns = tuple(next(rows, ()))
        first = [row for _, row in zip(range(ROWS), rows, strict=False)]
        shown = tuple(tuple(map(self._cell, row)) for row in first)
        return Answer(
            path=path,
            columns=columns,
            rows=shown,
            total=len(first) + sum(1 for _ in rows),
            is_graph=is_graph,
            looks=tuple(_look([row[nth].text for row in shown]) for nth in range(len(columns))),
        )

    def _cell(self, value: str) -> Cell:
        thing = self._things.get(value)
        place = self._published.places.place(thing) if thing else ""
        text = value.removeprefix(self._published.home)
        return Cell(text if len(text) <= _LONGEST else f"{text[:_LONGEST]}…", place)


def _table(path: Path) -> Iterator[Sequence[str]]:
    """Give header and rows (SPARQL 1.1 Query Results CSV, section 3)."""
    csv.field_size_limit(sys.maxsize)  # a cell holds any literal, however long
    with path.open(encoding="utf-8", newline="") as file:
        reader = csv.reader(file)
        header = next(reader, [])
        yield header
        yield from (row for row in reader if len(row) == len(header))


def _graph(path: Path) -> Iterator[Sequence[str]]:
    yield _TRIPLE
    for quad in own_quads(path):
        yield tuple(map(_term, (quad.subject, quad.predicate, quad.object)))


def _term(term: object) -> str:
    """Give an IRI by its prefix where we have one, a literal without its quotes."""
    if not isinstance(term, NamedNode):
        return term.value if isinstance(term, Literal) else str(term)
    for prefix, namespace in _PREFIXES.items():
        local = term.value.removeprefix(namespace)
        if local != term.value and local.isidentifier():
            return f"{prefix}:{local}"
    return term.value


def _look(values: Sequence[str]) -> str:
    """Tell how a column is set, by its first values."""
    longest = max(map(text_width, values), default=0)
    if any(values) and all(_NUMBER.fullmatch(value) for value in values if value):
        return "number"
    return "short" if longest <= _SHORT else "roomy" if longest > _LONG else ""
