"""細目一覧: the ○ items of the plan texts."""

from dataclasses import replace

from kyodo_lod.bilingual import Bilingual
from kyodo_lod.mapping.iris import Iris
from kyodo_lod.publish.tables.column import Column, Reference, Statement, Table
from kyodo_lod.publish.tables.common import (
    CITY,
    CODE,
    FISCAL_YEAR,
    LINE,
    PLAN,
    PROJECT,
    PROJECT_IRI,
    PROJECT_NAME,
    SOURCE,
)
from kyodo_lod.publish.tables.datatypes import IDENTIFIER, IRI, POSITION, TEXT
from kyodo_lod.publish.tables.rows import SubItemRow, sub_items
from kyodo_lod.rdf.vocabulary import dct, kyo, rdf, rdfs


def _project(_: Iris) -> str:
    return "{+projectIri}"


_COLUMNS: tuple[Column[SubItemRow], ...] = (
    CODE,
    Column(
        "ID",
        "ID",
        "id",
        IDENTIFIER,
        lambda row: f"{row.identifier}-s{row.item.order}",
        Bilingual(
            "行を定める文字列。事業の ID の後に -s と細目順を付ける。",
            "The ID of the project, then -s and the position in it.",
        ),
        "072036-kyodo-2-fy2018-5-01-s1",
    ),
    CITY,
    PLAN,
    FISCAL_YEAR,
    PROJECT,
    PROJECT_NAME,
    Column(
        "細目順",
        "Position in the project",
        "listOrder",
        POSITION,
        lambda row: row.item.order,
        Bilingual("事業の中で何番目の細目か。", "The position within the project."),
        "1",
        states=Statement(kyo.listOrder),
    ),
    Column(
        "細目",
        "Sub-item",
        "name",
        TEXT,
        lambda row: row.item.label,
        Bilingual(
            "事業計画の文の中で○を付けて挙げられた取り組み。○は書かない。",
            "An activity that the plan text lists with a ○, without that sign.",
        ),
        "プラットフォーム構築",
        states=Statement(rdfs.label),
    ),
    replace(LINE, example="71"),
    SOURCE,
    replace(PROJECT_IRI, states=Statement(dct.isPartOf, value=_project)),
    Column(
        "IRI",
        "IRI",
        "iri",
        IRI,
        lambda row: row.iris.sub_item(row.project, row.item).value,
        Bilingual("細目を世界で一つに定める IRI。", "The IRI of the sub-item."),
        "https://w3id.org/kyodo-lod/id/072036/plan/kyodo-2/fy2018/p/5-01/s/1",
    ),
)

SUB_ITEMS: Table[SubItemRow] = Table(
    "sub-items",
    Bilingual("細目一覧", "Sub-items"),
    Bilingual(
        "一行に一つの細目。事業計画の文の中で○を付けて挙げられた取り組みです。",
        "One sub-item a row: an activity that a plan text lists with a ○.",
    ),
    sub_items,
    _COLUMNS,
    states=(
        Statement(rdf.type, value=lambda _: kyo.SubItem.value),
        Statement(kyo.subItem, value=lambda _: "{+iri}", about=_project),
    ),
    references=(Reference("projectId", "projects", "id"),),
)
