"""A table and its columns, said once: CSV, CSVW, workbook and data-item sheet all read them."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Generic, TypeAlias, TypeVar

from kyodo_lod.bilingual import Bilingual
from kyodo_lod.mapping.iris import Iris
from kyodo_lod.model.plan import Plan
from kyodo_lod.rdf.terms import NamedNode

R = TypeVar("R", contravariant=True)
#: what a cell holds: one value, or the values of a list
Cell: TypeAlias = str | int | tuple[str | int, ...] | None
#: gives a URI template (RFC 6570) whose variables are names of columns
Template: TypeAlias = Callable[[Iris], str]

#: stands between the values of a list
SEPARATOR = ";"


@dataclass(frozen=True, slots=True)
class Datatype:
    """What the cells of a column may hold.

    Args:
        label: as a clerk reads it.
        csvw: the CSVW datatype.
        language: of the text; None where it is no text of a language.
        default: what an empty cell stands for, if anything.
        several: whether a cell is a list.
    """

    label: Bilingual
    csvw: dict[str, object] = field(hash=False)
    language: str | None = None
    default: str | None = None
    several: bool = False


@dataclass(frozen=True, slots=True)
class Statement:
    """What a row says in RDF.

    Args:
        property: the predicate.
        value: the object; None means the cell as a literal.
        about: the subject; None means what the row is about.
    """

    property: NamedNode
    value: Template | None = None
    about: Template | None = None


@dataclass(frozen=True, slots=True)
class Column(Generic[R]):
    """A column of a table.

    Args:
        header: as printed in the first row.
        english: the same in English.
        name: the same in ASCII, as CSVW names it.
        datatype: what its cells may hold.
        value: gives the cell of a row.
        description: what to write in it, for a clerk.
        example: a cell of it.
        required: whether no cell may be empty.
        states: what it says in RDF; None where nothing, or nothing a template can express.
    """

    header: str
    english: str
    name: str
    datatype: Datatype
    value: Callable[[R], Cell]
    description: Bilingual
    example: str
    required: bool = True
    states: Statement | None = None


@dataclass(frozen=True, slots=True)
class Reference:
    """A foreign key: each value of `column` is a value of `other` in the table `table`."""

    column: str
    table: str
    other: str


@dataclass(frozen=True, slots=True)
class Table(Generic[R]):
    """A table of a dataset.

    Args:
        name: ends the name of its file.
        title: what a row is, in a few words; the Japanese one names the sheet.
        description: for whom the table is and what a row is.
        rows: gives its rows in the order of the document.
        columns: in their order.
        about: name of the column with the IRI of what a row is about.
        states: what each row says beyond its cells.
        key: name of the column that no two rows share.
        references: its foreign keys.
    """

    name: str
    title: Bilingual
    description: Bilingual
    rows: Callable[[Plan, Iris], Iterator[R]]
    columns: tuple[Column[R], ...]
    about: str = "iri"
    states: tuple[Statement, ...] = ()
    key: str = "id"
    references: tuple[Reference, ...] = ()

    @property
    def ending(self) -> str:
        """The end of its file's name, behind the slug."""
        return f"-{self.name}.csv"

    def texts(self, row: R) -> list[str]:
        """Give the cells of `row` as text."""
        return [_text(column.value(row)) for column in self.columns]


def _text(cell: Cell) -> str:
    if isinstance(cell, tuple):
        return SEPARATOR.join(map(str, dict.fromkeys(cell)))
    return "" if cell is None else str(cell)
