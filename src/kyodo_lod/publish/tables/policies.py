"""基本施策一覧: the basic policies, and what this year's plan makes of each."""

from collections.abc import Callable
from dataclasses import replace

from kyodo_lod.bilingual import Bilingual
from kyodo_lod.mapping.iris import Iris
from kyodo_lod.origin import Origin
from kyodo_lod.publish.tables.column import Cell, Column, Statement, Table
from kyodo_lod.publish.tables.common import CITY, CODE, FISCAL_YEAR, PLAN, POLICY
from kyodo_lod.publish.tables.datatypes import COUNT, IDENTIFIER, IRI, POSITION, TEXT
from kyodo_lod.publish.tables.rows import PolicyRow, policies
from kyodo_lod.rdf.vocabulary import dct, kyo, prov, rdf, rdfs, skos


def _section(_: Iris) -> str:
    return "{+sectionIri}"


def _of_count(row: PolicyRow, give: Callable[[Origin], Cell]) -> Cell:
    """Give something of the place that declares the number of projects, where there is one."""
    return give(row.section.origins[1]) if len(row.section.origins) > 1 else None


_COLUMNS: tuple[Column[PolicyRow], ...] = (
    CODE,
    Column(
        "ID",
        "ID",
        "id",
        IDENTIFIER,
        lambda row: f"{row.plan.manifest.slug}-{row.section.number}",
        Bilingual(
            "行を定める文字列。コード、計画、年度、基本施策番号をハイフンでつなぐ。",
            "Code, plan, year and number of the policy, joined by hyphens.",
        ),
        "072036-kyodo-2-fy2018-4",
    ),
    CITY,
    PLAN,
    FISCAL_YEAR,
    replace(POLICY, states=Statement(kyo.listOrder)),
    Column(
        "基本施策",
        "Policy",
        "title",
        TEXT,
        lambda row: row.plan.manifest.plan.policies.get(row.section.number, row.section.title),
        Bilingual(
            "基本施策の名称。年度が変わっても同じものを書く。",
            "The title of the policy, the same in all years.",
        ),
        "市民活動への参加と市民参画の促進",
        states=Statement(skos.prefLabel),
    ),
    Column(
        "基本施策_原文",
        "Policy as listed",
        "titleAsListed",
        TEXT,
        lambda row: row.section.title,
        Bilingual("この年度の文書にある見出しの文字列。", "The heading in this year's document."),
        "市民活動への参加と市民参画の促進",
        states=Statement(rdfs.label, about=_section),
    ),
    Column(
        "掲載順",
        "Position in the document",
        "sectionOrder",
        POSITION,
        lambda row: row.section.order,
        Bilingual(
            "この年度の文書で何番目の見出しか。", "The position of the heading in the document."
        ),
        "4",
        states=Statement(kyo.listOrder, about=_section),
    ),
    Column(
        "事業数_文書",
        "Projects declared",
        "declaredProjectCount",
        COUNT,
        lambda row: row.section.declared,
        Bilingual(
            "文書の事業数一覧表などが示す事業の件数。示されていなければ空欄にする。",
            "The number of projects by the document's own table of counts; empty where it has none.",
        ),
        "15",
        required=False,
        states=Statement(kyo.declaredProjectCount, about=_section),
    ),
    Column(
        "事業数_掲載",
        "Projects listed",
        "listedProjectCount",
        COUNT,
        lambda row: len(row.section.projects),
        Bilingual(
            "事業一覧にある事業の件数。文書が示す件数と比べるためのもの。",
            "The number of projects in the table of projects, to be held against the declared one.",
        ),
        "15",
    ),
    Column(
        "出典行",
        "Line of the source",
        "sourceLine",
        POSITION,
        lambda row: row.section.origins[0].line,
        Bilingual("見出しが原文書の何行目にあるか。", "The line of the heading in the source."),
        "50",
    ),
    Column(
        "出典",
        "Source",
        "source",
        IRI,
        lambda row: row.iris.passage(row.section.origins[0]).value,
        Bilingual("見出しの箇所を示す IRI。", "The IRI of the place of the heading."),
        "https://w3id.org/kyodo-lod/id/072036/source/9991fa2157f53a25#line=49,50",
        states=Statement(prov.wasDerivedFrom, value=lambda _: "{+source}", about=_section),
    ),
    Column(
        "出典行_事業数",
        "Line of the declared count",
        "countLine",
        POSITION,
        lambda row: _of_count(row, lambda origin: origin.line),
        Bilingual(
            "文書が示す事業数が原文書の何行目にあるか。なければ空欄にする。",
            "The line of the declared number of projects; empty where there is none.",
        ),
        "14",
        required=False,
    ),
    Column(
        "出典_事業数",
        "Source of the declared count",
        "countSource",
        IRI,
        lambda row: _of_count(row, lambda origin: row.iris.passage(origin).value),
        Bilingual(
            "文書が示す事業数の箇所を示す IRI。", "The IRI of the place of the declared number."
        ),
        "https://w3id.org/kyodo-lod/id/072036/source/9991fa2157f53a25#line=13,14",
        required=False,
        states=Statement(prov.wasDerivedFrom, value=lambda _: "{+countSource}", about=_section),
    ),
    Column(
        "節IRI",
        "IRI of the section",
        "sectionIri",
        IRI,
        lambda row: row.iris.section(row.section).value,
        Bilingual(
            "この年度の文書がその基本施策に充てた部分の IRI。",
            "The IRI of the part of this year's document that covers the policy.",
        ),
        "https://w3id.org/kyodo-lod/id/072036/plan/kyodo-2/fy2018/policy/4",
    ),
    Column(
        "IRI",
        "IRI",
        "iri",
        IRI,
        lambda row: row.iris.policy(row.section.number).value,
        Bilingual("基本施策を世界で一つに定める IRI。", "The IRI of the policy."),
        "https://w3id.org/kyodo-lod/id/072036/plan/kyodo-2/policy/4",
    ),
)

POLICIES: Table[PolicyRow] = Table(
    "policies",
    Bilingual("基本施策一覧", "Basic policies"),
    Bilingual(
        "一行に一つの基本施策。文書が示す事業数と、実際に載っている事業数を比べられます。",
        "One basic policy a row, with the declared and the listed number of projects.",
    ),
    policies,
    _COLUMNS,
    states=(
        Statement(rdf.type, value=lambda _: kyo.BasicPolicy.value),
        Statement(rdf.type, value=lambda _: skos.Concept.value),
        Statement(skos.inScheme, value=lambda iris: iris.policy_scheme.value),
        Statement(skos.topConceptOf, value=lambda iris: iris.policy_scheme.value),
        Statement(rdf.type, value=lambda _: kyo.PolicySection.value, about=_section),
        Statement(dct.isPartOf, value=lambda iris: iris.year_plan.value, about=_section),
        Statement(kyo.coversPolicy, value=lambda _: "{+iri}", about=_section),
    ),
)
