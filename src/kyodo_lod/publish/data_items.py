"""データ項目定義書: the sheet of all columns that another city could adopt, page and CSV alike.

Its headings follow デジタル庁's 自治体標準オープンデータセット; its rows come from the tables and
the definitions from the comments of the ontology.
"""

from dataclasses import dataclass
from functools import cache
from typing import Any

from kyodo_lod.assets import asset
from kyodo_lod.bilingual import Bilingual
from kyodo_lod.publish.csv_files import csv_bytes
from kyodo_lod.publish.tables import TABLES
from kyodo_lod.publish.tables.column import Column, Table
from kyodo_lod.rdf.formats import TURTLE
from kyodo_lod.rdf.read import parse
from kyodo_lod.rdf.terms import Literal, NamedNode
from kyodo_lod.rdf.vocabulary import prefixes, rdfs

REQUIRED = Bilingual("必須", "required")
RECOMMENDED = Bilingual("推奨", "recommended")
#: what stands above the columns of the sheet, in the order of `cells`
HEADINGS = (
    Bilingual("表", "Table"),
    Bilingual("ファイル", "File"),
    Bilingual("番号", "No."),
    Bilingual("項目名", "Item (header in the file)"),
    Bilingual("英語名", "English name"),
    Bilingual("必須/推奨", "Required or recommended"),
    Bilingual("形式", "Form"),
    Bilingual("説明", "Description"),
    Bilingual("記入例", "Example"),
    Bilingual("RDFプロパティ", "RDF property"),
    Bilingual("語彙での定義", "Definition in the vocabulary"),
)


@dataclass(frozen=True, slots=True)
class Item:
    """A row of the sheet: a column of a table.

    Args:
        number: of the column, from 1.
        name: the header in the file, and the same in English.
        column: its name in CSVW.
        required: whether it must be filled in; else it is recommended.
        form: what may stand in it.
        description: what to write.
        example: a cell.
        term: the property it becomes in RDF, if anything.
        definition: what our ontology says of that property, if it is ours.
    """

    number: int
    name: Bilingual
    column: str
    required: bool
    form: Bilingual
    description: Bilingual
    example: str
    term: NamedNode | None
    definition: Bilingual | None

    @property
    def demand(self) -> Bilingual:
        """必須 or 推奨."""
        return REQUIRED if self.required else RECOMMENDED

    @property
    def property_name(self) -> str:
        """The property as people write it, such as `kyo:listOrder`; empty where there is none."""
        return _prefixed(self.term) if self.term else ""


@dataclass(frozen=True, slots=True)
class Sheet:
    """The items of one table.

    Args:
        title: of the table.
        description: what a row of it is.
        file: name of its file, with `<slug>` for the dataset's slug.
        items: its columns.
    """

    title: Bilingual
    description: Bilingual
    file: str
    items: tuple[Item, ...]


def data_items() -> list[Sheet]:
    """Give the sheet, table by table."""
    return [_sheet(table) for table in TABLES]


def data_items_csv() -> bytes:
    """Give the sheet as CSV in Japanese."""
    rows = (cells(sheet, item) for sheet in data_items() for item in sheet.items)
    return csv_bytes([[heading.ja for heading in HEADINGS], *rows])


def cells(sheet: Sheet, item: Item) -> list[str]:
    """Give the cells of a row in Japanese, as `HEADINGS` names them."""
    return [
        sheet.title.ja,
        sheet.file,
        str(item.number),
        item.name.ja,
        item.name.en,
        item.demand.ja,
        item.form.ja,
        item.description.ja,
        item.example,
        item.property_name,
        item.definition.ja if item.definition else "",
    ]


def _sheet(table: Table[Any]) -> Sheet:
    items = (_item(number, column) for number, column in enumerate(table.columns, start=1))
    return Sheet(table.title, table.description, f"<slug>{table.ending}", tuple(items))


def _item(number: int, column: Column[Any]) -> Item:
    term = column.states.property if column.states else None
    return Item(
        number,
        Bilingual(column.header, column.english),
        column.name,
        column.required,
        column.datatype.label,
        column.description,
        column.example,
        term,
        _definitions().get(term) if term else None,
    )


@cache
def _definitions() -> dict[NamedNode, Bilingual]:
    """Give what the ontology says of each of its terms."""
    path = asset("ontology/kyodo.ttl")
    texts: dict[NamedNode, dict[str, str]] = {}
    for quad in parse(path.read_bytes(), TURTLE, path.name):
        term, text = quad.subject, quad.object
        is_comment = quad.predicate == rdfs.comment
        if is_comment and isinstance(term, NamedNode) and isinstance(text, Literal):
            texts.setdefault(term, {})[text.language or ""] = text.value
    return {term: Bilingual(both["ja"], both["en"]) for term, both in texts.items()}


def _prefixed(term: NamedNode) -> str:
    for prefix, home in prefixes().items():
        if term.value.startswith(home):
            return f"{prefix}:{term.value.removeprefix(home)}"
    return term.value
