"""The columns of a plan's table and the headers they are printed under."""

from collections.abc import Mapping, Sequence
from enum import Enum

from kyodo_lod.model.japanese import key


class Column(Enum):
    """A column that we read; the value is the header it usually has."""

    NEW = "新規"
    NAME = "事業名"
    DESCRIPTION = "事業計画"
    UNIT = "担当課"


_SYNONYMS = {
    Column.NEW: ("新規", "新規事業", "新規区分", "新規・継続"),
    Column.NAME: ("事業名", "事業名称", "事業の名称", "取組名", "事業"),
    Column.DESCRIPTION: (
        "事業計画", "事業内容", "事業の内容", "事業概要", "取組内容", "計画内容", "実施計画", "内容",
    ),
    Column.UNIT: ("担当課", "所管課", "担当部署", "担当課名", "担当部課", "所属", "担当", "実施課"),
}  # fmt: skip
_COLUMNS = {key(header): column for column, headers in _SYNONYMS.items() for header in headers}

#: characters; what is longer heads no column
_LONGEST_HEADER = 200

COUNT_TABLE = (("基本施策", "施策", "施策名"), ("事業数", "件数", "事業件数"))
TOTALS = tuple(map(key, ("合計", "計", "総計")))
CAPTIONS = tuple(map(key, ("事業数一覧表", "事業数一覧", "事業一覧表", "事業一覧")))


def header_column(header: str, named: Mapping[str, str]) -> Column | None:
    """Give the column a printed header stands for; what follows a bracket does not count.

    Args:
        header: the cell.
        named: the manifest's `columns`, printed header → known header.

    >>> header_column("事業計画（Ｈ３０）", {})
    <Column.DESCRIPTION: '事業計画'>
    """
    if len(header) > _LONGEST_HEADER:
        return None
    own = {key(printed): key(known) for printed, known in named.items()}
    word = key(header)
    word = own.get(word, word).partition("(")[0]
    return _COLUMNS.get(own.get(word, word))


def is_header(cells: Sequence[str], named: Mapping[str, str]) -> bool:
    """Tell whether a row heads the table of projects: two known columns of three or more."""
    known = [header_column(cell, named) for cell in cells if cell]
    return len([column for column in known if column]) >= 2 and len(known) >= 3


def is_count_header(cells: Sequence[str]) -> bool:
    """Tell whether a row heads the table of project counts."""
    filled = [cell for cell in cells if cell]
    return len(filled) == 2 and all(
        key(cell) in map(key, known) for cell, known in zip(filled, COUNT_TABLE, strict=True)
    )
