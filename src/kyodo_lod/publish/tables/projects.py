"""事業一覧: the planned projects (design §4; its bytes are published and stay)."""

from dataclasses import replace

from kyodo_lod.bilingual import Bilingual
from kyodo_lod.publish.tables.column import Column, Reference, Statement, Table
from kyodo_lod.publish.tables.common import CITY, CODE, LINE, OWN_YEAR, PLAN, POLICY, PROJECT_IRI
from kyodo_lod.publish.tables.datatypes import FLAG, IDENTIFIER, NEW, POSITION, TEXT, TEXTS
from kyodo_lod.publish.tables.rows import ProjectRow, projects
from kyodo_lod.rdf.vocabulary import dct, kyo, rdf, rdfs

_COLUMNS: tuple[Column[ProjectRow], ...] = (
    CODE,
    Column(
        "ID",
        "ID",
        "id",
        IDENTIFIER,
        lambda row: row.identifier,
        Bilingual(
            "事業を定める文字列。コード、計画、年度、基本施策番号、施策内の番号をハイフンでつなぐ。一度公開した ID は変えない。",
            "Code, plan, year, number of the policy and number in it, joined by hyphens. A published ID never changes.",
        ),
        "072036-kyodo-2-fy2018-4-15",
        states=Statement(dct.identifier),
    ),
    CITY,
    PLAN,
    OWN_YEAR,
    replace(
        POLICY,
        states=Statement(kyo.basicPolicy, value=lambda iris: iris.policy_template(POLICY.name)),
    ),
    Column(
        "基本施策",
        "Policy",
        "policyTitle",
        TEXT,
        lambda row: row.section.title,
        Bilingual(
            "この年度の文書にある基本施策の見出し。",
            "The heading of the policy in this year's document.",
        ),
        "市民活動への参加と市民参画の促進",
    ),
    Column(
        "施策内順",
        "Position in the policy",
        "listOrder",
        POSITION,
        lambda row: row.project.order,
        Bilingual(
            "基本施策の中で何番目に書かれているか。", "The position within the basic policy."
        ),
        "15",
        states=Statement(kyo.listOrder),
    ),
    Column(
        "通し番号",
        "Position in the document",
        "documentOrder",
        POSITION,
        lambda row: row.project.document_order,
        Bilingual("文書全体で何番目に書かれているか。", "The position in the whole document."),
        "35",
        states=Statement(kyo.documentOrder),
    ),
    Column(
        "事業名",
        "Project",
        "name",
        TEXT,
        lambda row: row.project.name,
        Bilingual(
            "事業の名称。名称の後の【…】は除く。",
            "The name of the project, without the mark 【…】 behind it.",
        ),
        "猪苗代湖の水を守りたい事業",
        states=Statement(rdfs.label),
    ),
    Column(
        "事業名_原文",
        "Project as listed",
        "nameAsListed",
        TEXT,
        lambda row: row.project.name_as_listed,
        Bilingual(
            "事業名の欄に書かれているとおりの文字列。",
            "The text of the cell as the document has it.",
        ),
        "猪苗代湖の水を守りたい事業【水道事業】",
        states=Statement(kyo.nameAsListed),
    ),
    Column(
        "会計",
        "Account",
        "account",
        TEXT,
        lambda row: row.project.account,
        Bilingual(
            "名称の後に【…】で示された会計。表示がなければ空欄にする。空欄は一般会計を意味しない。",
            "The account printed in 【…】 behind the name. Empty where there is no mark; that does not mean the general account.",
        ),
        "水道事業",
        required=False,
    ),
    Column(
        "新規",
        "New",
        "markedNew",
        FLAG,
        lambda row: NEW if row.project.marked_new else None,
        Bilingual(
            "文書が新規と表示している事業に「新規」と書く。空欄は、継続事業であることを意味しない。",
            "Says 新規 where the document marks the project as new. Empty does not mean that the project is a continued one.",
        ),
        NEW,
        required=False,
        states=Statement(kyo.markedNew),
    ),
    Column(
        "事業計画",
        "Plan text",
        "description",
        TEXT,
        lambda row: row.project.description,
        Bilingual(
            "計画の文の全体。○の細目も含む。欄の中の改行は空白にする。",
            "The whole plan text, ○ items included; line breaks in the cell become spaces.",
        ),
        "水道水源である猪苗代湖の環境保全を啓発するために、市民及び上下水道局職員による猪苗代湖岸清掃を実施します。",
        states=Statement(dct.description),
    ),
    Column(
        "部局",
        "Bureau",
        "bureau",
        TEXTS,
        lambda row: tuple(unit.bureau.label for unit in row.project.units),
        Bilingual(
            "担当する部や局。二つ以上あれば「;」で区切る。",
            "The responsible bureaus, separated by “;”.",
        ),
        "上下水道局",
    ),
    Column(
        "担当課",
        "Unit",
        "unit",
        TEXTS,
        lambda row: tuple(unit.full_label for unit in row.project.units),
        Bilingual(
            "担当する課など。部局の名称から続けて書く。二つ以上あれば「;」で区切る。",
            "The responsible units, each with the names of the units above it, separated by “;”.",
        ),
        "上下水道局総務課",
    ),
    Column(
        "担当課_原文",
        "Unit as listed",
        "unitAsListed",
        TEXT,
        lambda row: row.project.unit_as_listed,
        Bilingual(
            "担当課の欄に書かれているとおりの文字列。",
            "The text of the cell as the document has it.",
        ),
        "上下水道局総務課",
        states=Statement(kyo.unitAsListed),
    ),
    LINE,
    replace(
        PROJECT_IRI,
        header="IRI",
        english="IRI",
        name="iri",
        example="https://w3id.org/kyodo-lod/id/072036/plan/kyodo-2/fy2018/p/4-15",
    ),
)

PROJECTS: Table[ProjectRow] = Table(
    "projects",
    Bilingual("事業一覧", "Projects"),
    Bilingual(
        "一行に一事業。計画の文、担当課、原文の行番号が分かります。",
        "One project a row, with plan text, responsible units and line of the source.",
    ),
    projects,
    _COLUMNS,
    states=(
        Statement(rdf.type, value=lambda _: kyo.PlannedProject.value),
        Statement(dct.isPartOf, value=lambda iris: iris.year_plan.value),
    ),
    references=(Reference(POLICY.name, "policies", POLICY.name),),
)
