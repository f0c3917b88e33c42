"""組織一覧: the organisational units that projects name, each with the unit above it."""

from kyodo_lod.bilingual import Bilingual
from kyodo_lod.mapping.concepts import scheme
from kyodo_lod.mapping.iris import Iris
from kyodo_lod.publish.tables.column import Column, Statement, Table
from kyodo_lod.publish.tables.common import CITY, CODE
from kyodo_lod.publish.tables.datatypes import IDENTIFIER, IRI, TEXT
from kyodo_lod.publish.tables.rows import UnitRow, units
from kyodo_lod.rdf.vocabulary import dct, org, rdf, rdfs, skos


def _level_code(row: UnitRow) -> str | None:
    return scheme("unit-level").code_of(row.unit.level) if row.unit.level else None


def _level(row: UnitRow) -> str | None:
    known = scheme("unit-level")
    text = row.unit.level
    label = known.concepts.get(known.code_of(text)) if text else None
    return label.ja if label else text


def _level_iri(_: Iris) -> str:
    return f"{scheme('unit-level').iri}/{{levelCode}}"


_COLUMNS: tuple[Column[UnitRow], ...] = (
    CODE,
    Column(
        "ID",
        "ID",
        "id",
        IDENTIFIER,
        lambda row: row.unit.slug,
        Bilingual(
            "組織を定めるローマ字の文字列。上位組織の ID の後に、自分の名称をローマ字で続ける。u- で始まるものは、まだ登録されていない組織。",
            "The name of the unit in romaji, behind the ID of the unit above it. What begins with u- is not registered yet.",
        ),
        "jogesuido-kyoku-somu-ka",
        states=Statement(dct.identifier),
    ),
    CITY,
    Column(
        "組織名",
        "Unit",
        "name",
        TEXT,
        lambda row: row.unit.label,
        Bilingual(
            "組織の名称。上位組織の名称は含めない。",
            "The name of the unit, without those of the units above it.",
        ),
        "総務課",
        states=Statement(skos.prefLabel),
    ),
    Column(
        "組織名_全体",
        "Unit, full name",
        "fullName",
        TEXT,
        lambda row: row.unit.full_label,
        Bilingual(
            "部局の名称から続けた、文書での書き方。",
            "The names from the bureau down, as documents print them.",
        ),
        "上下水道局総務課",
        states=Statement(rdfs.label),
    ),
    Column(
        "階層コード",
        "Code of the level",
        "levelCode",
        IDENTIFIER,
        _level_code,
        Bilingual(
            "組織の階層のコード。bureau（部局）、office（所）、section（課等）のいずれか。",
            "The code of the unit's level: bureau, office or section.",
        ),
        "section",
        required=False,
        states=Statement(org.classification, value=_level_iri),
    ),
    Column(
        "階層",
        "Level",
        "level",
        TEXT,
        _level,
        Bilingual("階層の名称。", "The name of the level in Japanese."),
        "課等",
        required=False,
        states=Statement(skos.prefLabel, about=_level_iri),
    ),
    Column(
        "上位組織ID",
        "ID of the unit above",
        "parentId",
        IDENTIFIER,
        lambda row: row.unit.parent.slug if row.unit.parent else None,
        Bilingual(
            "一つ上の組織の ID。部局では空欄にする。",
            "The ID of the unit directly above; empty for a bureau.",
        ),
        "jogesuido-kyoku",
        required=False,
        states=Statement(org.subOrganizationOf, value=lambda iris: iris.unit_template("parentId")),
    ),
    Column(
        "上位組織名",
        "Unit above",
        "parentName",
        TEXT,
        lambda row: row.unit.parent.full_label if row.unit.parent else None,
        Bilingual(
            "一つ上の組織の名称。部局の名称から続けて書く。",
            "The full name of the unit directly above.",
        ),
        "上下水道局",
        required=False,
    ),
    Column(
        "IRI",
        "IRI",
        "iri",
        IRI,
        lambda row: row.iris.unit(row.unit).value,
        Bilingual("組織を世界で一つに定める IRI。", "The IRI of the unit."),
        "https://w3id.org/kyodo-lod/id/072036/unit/jogesuido-kyoku-somu-ka",
    ),
)

UNITS: Table[UnitRow] = Table(
    "units",
    Bilingual("組織一覧", "Organisational units"),
    Bilingual(
        "一行に一つの組織。計画に名前が出る部局や課と、その上位の組織です。",
        "One unit a row: those that the plan names, and the units above them.",
    ),
    units,
    _COLUMNS,
    states=(
        Statement(rdf.type, value=lambda _: org.OrganizationalUnit.value),
        Statement(org.unitOf, value=lambda iris: iris.municipality.value),
    ),
    # no foreign key for parentId: read by the letter, CSVW demands a row for an empty cell too
)
