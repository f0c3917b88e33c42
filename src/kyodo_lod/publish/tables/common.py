"""Columns that several tables have; the first three as in 自治体標準オープンデータセット."""

from dataclasses import replace

from kyodo_lod.bilingual import Bilingual
from kyodo_lod.publish.tables.column import Column, Statement
from kyodo_lod.publish.tables.datatypes import (
    IDENTIFIER,
    IRI,
    MUNICIPALITY_CODE,
    POSITION,
    TEXT,
    YEAR,
)
from kyodo_lod.publish.tables.rows import PolicyRow, ProjectRow, Row
from kyodo_lod.rdf.vocabulary import dct, kyo, prov, skos

CODE: Column[Row] = Column(
    "全国地方公共団体コード",
    "Local government code",
    "municipalityCode",
    MUNICIPALITY_CODE,
    lambda row: row.plan.manifest.municipality.code,
    Bilingual(
        "計画を定めた地方公共団体の6桁のコード（検査数字を含む）。CSV を Excel でそのまま開くと先頭の0が消えて表示されるので、Excel では .xlsx を使う。",
        "The six-digit code of the municipality, check digit included. Excel drops the leading zero when it opens the CSV; use the .xlsx there.",
    ),
    "072036",
    states=Statement(skos.notation, about=lambda iris: iris.municipality.value),
)
CITY: Column[Row] = Column(
    "地方公共団体名",
    "Municipality",
    "municipalityName",
    TEXT,
    lambda row: row.plan.manifest.municipality.name.ja,
    Bilingual("計画を定めた地方公共団体の名称。", "The name of the municipality."),
    "郡山市",
    states=Statement(skos.prefLabel, about=lambda iris: iris.municipality.value),
)
PLAN: Column[Row] = Column(
    "計画名",
    "Plan",
    "planTitle",
    TEXT,
    lambda row: row.plan.manifest.plan.title.ja,
    Bilingual(
        "何年度にもわたる計画の名称。年度は含めない。",
        "The title of the plan over all its years, without the year.",
    ),
    "第二次郡山市協働推進基本計画",
    states=Statement(dct.title, about=lambda iris: iris.plan.value),
)
FISCAL_YEAR: Column[Row] = Column(
    "年度",
    "Fiscal year",
    "fiscalYear",
    YEAR,
    lambda row: row.plan.manifest.document.fiscal_year,
    Bilingual(
        "実施計画の年度。4月に始まる年度を西暦で書く（平成30年度は2018）。",
        "The year of the implementation plan, by the calendar year in which it begins in April.",
    ),
    "2018",
)
POLICY: Column[PolicyRow] = Column(
    "基本施策番号",
    "Number of the policy",
    "policyNumber",
    POSITION,
    lambda row: row.section.number,
    Bilingual(
        "基本施策に計画が付けた番号。", "The number that the plan gives to the basic policy."
    ),
    "4",
)
PROJECT: Column[ProjectRow] = Column(
    "事業ID",
    "ID of the project",
    "projectId",
    IDENTIFIER,
    lambda row: row.identifier,
    Bilingual("事業一覧の ID。", "The ID in the table of projects."),
    "072036-kyodo-2-fy2018-5-01",
)
PROJECT_NAME: Column[ProjectRow] = Column(
    "事業名",
    "Project",
    "projectName",
    TEXT,
    lambda row: row.project.name,
    Bilingual(
        "事業一覧の事業名。読みやすいように繰り返したもの。",
        "The name in the table of projects, repeated for the reader.",
    ),
    "あすまち郡山推進事業（スモールスタート支援事業）",
)
LINE: Column[ProjectRow] = Column(
    "出典行",
    "Line of the source",
    "sourceLine",
    POSITION,
    lambda row: row.project.origin.line,
    Bilingual(
        "原文書の何行目から読み取ったか。1から数え、空行も数える。",
        "The line of the source document, counted from 1, blank lines included.",
    ),
    "69",
)
SOURCE: Column[ProjectRow] = Column(
    "出典",
    "Source",
    "source",
    IRI,
    lambda row: row.iris.passage(row.project.origin).value,
    Bilingual("原文書の中の箇所を示す IRI。", "The IRI of the place in the source document."),
    "https://w3id.org/kyodo-lod/id/072036/source/9991fa2157f53a25#line=70,71",
    states=Statement(prov.wasDerivedFrom, value=lambda _: "{+source}"),
)
PROJECT_IRI: Column[ProjectRow] = Column(
    "事業IRI",
    "IRI of the project",
    "projectIri",
    IRI,
    lambda row: row.iris.project(row.project).value,
    Bilingual("事業を世界で一つに定める IRI。", "The IRI of the project."),
    "https://w3id.org/kyodo-lod/id/072036/plan/kyodo-2/fy2018/p/5-01",
)
#: the year, where a row's subject says it itself
OWN_YEAR = replace(
    FISCAL_YEAR, states=Statement(kyo.fiscalYear, value=lambda iris: iris.fiscal_year.value)
)
