"""担当一覧: which unit answers for which project; one row each, where a cell would hold a list."""

from dataclasses import replace

from kyodo_lod.bilingual import Bilingual
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
from kyodo_lod.publish.tables.datatypes import IDENTIFIER, TEXT
from kyodo_lod.publish.tables.rows import ResponsibilityRow, responsibilities
from kyodo_lod.rdf.vocabulary import kyo

_COLUMNS: tuple[Column[ResponsibilityRow], ...] = (
    CODE,
    Column(
        "ID",
        "ID",
        "id",
        IDENTIFIER,
        lambda row: f"{row.identifier}-u{row.order}",
        Bilingual(
            "行を定める文字列。事業の ID の後に -u と担当の順番を付ける。",
            "The ID of the project, then -u and the position of the unit.",
        ),
        "072036-kyodo-2-fy2018-5-01-u1",
    ),
    CITY,
    PLAN,
    FISCAL_YEAR,
    PROJECT,
    PROJECT_NAME,
    Column(
        "組織ID",
        "ID of the unit",
        "unitId",
        IDENTIFIER,
        lambda row: row.unit.slug,
        Bilingual("担当する組織の、組織一覧の ID。", "The ID in the table of units."),
        "seisaku-kaihatsu-bu-seisaku-kaihatsu-ka",
        states=Statement(kyo.responsibleUnit, value=lambda iris: iris.unit_template("unitId")),
    ),
    Column(
        "組織名",
        "Unit",
        "unitName",
        TEXT,
        lambda row: row.unit.full_label,
        Bilingual("担当する組織の名称。部局の名称から続けて書く。", "The full name of the unit."),
        "政策開発部政策開発課",
    ),
    Column(
        "部局ID",
        "ID of the bureau",
        "bureauId",
        IDENTIFIER,
        lambda row: row.unit.bureau.slug,
        Bilingual(
            "担当する組織が属する部局の、組織一覧の ID。",
            "The ID of its bureau in the table of units.",
        ),
        "seisaku-kaihatsu-bu",
        states=Statement(kyo.responsibleBureau, value=lambda iris: iris.unit_template("bureauId")),
    ),
    Column(
        "部局",
        "Bureau",
        "bureauName",
        TEXT,
        lambda row: row.unit.bureau.label,
        Bilingual("その部局の名称。", "The name of the bureau."),
        "政策開発部",
    ),
    replace(LINE, example="71"),
    SOURCE,
    PROJECT_IRI,
)

RESPONSIBILITIES: Table[ResponsibilityRow] = Table(
    "responsibilities",
    Bilingual("担当一覧", "Responsibilities"),
    Bilingual(
        "一行に一つの担当。担当課が二つ以上ある事業は、その数だけ行があります。課ごとに数えるときに使います。",
        "One responsibility a row; a project of several units has several. For counting by unit.",
    ),
    responsibilities,
    _COLUMNS,
    about="projectIri",
    references=(
        Reference("projectId", "projects", "id"),
        Reference("unitId", "units", "id"),
        Reference("bureauId", "units", "id"),
    ),
)
