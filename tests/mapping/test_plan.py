"""The plan over its years, the plan of the year, and the fiscal year."""

from dataclasses import replace

import pytest
from mapping.terse import About, said

from kyodo_lod.mapping.iris import Iris
from kyodo_lod.mapping.plan import fiscal_year_triples, plan_triples, year_plan_triples
from kyodo_lod.model.plan import Plan

PLAN = "id/072036/plan/kyodo-2"
SOURCE = "id/072036/source/9991fa2157f53a25"
PLACES = ["<https://sws.geonames.org/2112139/>", "<http://data.e-stat.go.jp/lod/sac/C07203>"]


def in_year(plan: Plan, year: int) -> Plan:
    """Give the plan as if it were of another year."""
    document = replace(plan.manifest.document, fiscal_year=year)
    return replace(plan, manifest=replace(plan.manifest, document=document))


def test_plan(everything: dict[str, About]) -> None:
    title = [
        '"第二次郡山市協働推進基本計画"@ja',
        '"Second Koriyama City Basic Plan for the Promotion of Collaboration"@en',
    ]
    assert everything[f"<{PLAN}>"] == {
        "a": ["kyo:Plan", "prov:Plan"],
        "rdfs:label": title,
        "dct:title": title,
        "dct:identifier": ['"kyodo-2"'],
        "dct:creator": ["<id/072036>"],
        "kyo:ordinal": ["2"],
        "kyo:policyScheme": [f"<{PLAN}/policy>"],
        "dct:spatial": PLACES,
    }


def test_plan_without_ordinal(plan: Plan, iris: Iris) -> None:
    enduring = replace(plan.manifest.plan, ordinal=None)
    other = replace(plan, manifest=replace(plan.manifest, plan=enduring))
    assert "kyo:ordinal" not in said(plan_triples(other, iris))[f"<{PLAN}>"]


def test_year_plan(everything: dict[str, About]) -> None:
    title = ['"第二次郡山市協働推進基本計画 2018年度実施計画"@ja']
    assert everything[f"<{PLAN}/fy2018>"] == {
        "a": ["kyo:ImplementationPlan", "prov:Plan"],
        "rdfs:label": title,
        "dct:title": title,
        "dct:identifier": ['"072036-kyodo-2-fy2018"'],
        "dct:isPartOf": [f"<{PLAN}>"],
        "kyo:fiscalYear": ["<id/fy/2018>"],
        "dct:creator": ["<id/072036>"],
        "kyo:declaredProjectCount": ["76"],
        "dct:spatial": PLACES,
        # the document, and the row 合計 in it
        "prov:wasDerivedFrom": [f"<{SOURCE}>", f"<{SOURCE}#line=17,18>"],
    }


def test_year_plan_whose_document_counts_nothing(plan: Plan, iris: Iris) -> None:
    other = replace(plan, declared=None, declared_origin=None)
    about = said(year_plan_triples(other, iris))[f"<{PLAN}/fy2018>"]
    assert "kyo:declaredProjectCount" not in about
    assert about["prov:wasDerivedFrom"] == [f"<{SOURCE}>"]


def test_declared_nought_is_said(plan: Plan, iris: Iris) -> None:
    about = said(year_plan_triples(replace(plan, declared=0), iris))[f"<{PLAN}/fy2018>"]
    assert about["kyo:declaredProjectCount"] == ["0"]


def test_fiscal_year(everything: dict[str, About]) -> None:
    assert everything["<id/fy/2018>"] == {
        "a": ["kyo:FiscalYear", "dct:PeriodOfTime"],
        "rdfs:label": ['"2018年度"@ja', '"FY2018"@en'],
        "skos:altLabel": ['"平成30年度"@ja', '"H30"@ja'],
        "kyo:year": ["2018"],
        "dcat:startDate": ['"2018-04-01"^^xsd:date'],
        "dcat:endDate": ['"2019-03-31"^^xsd:date'],
    }


@pytest.mark.parametrize(
    ("year", "names"),
    [
        (2019, ["令和元年度", "R1", "平成31年度", "H31"]),
        (2020, ["令和2年度", "R2"]),
        (1988, ["昭和63年度", "S63"]),
        (1999, ["平成11年度", "H11"]),
    ],
)
def test_fiscal_year_in_other_eras(plan: Plan, year: int, names: list[str]) -> None:
    other = in_year(plan, year)
    about = said(fiscal_year_triples(other, Iris(other)))[f"<id/fy/{year}>"]
    assert about["skos:altLabel"] == [f'"{name}"@ja' for name in names]
    assert about["dcat:endDate"] == [f'"{year + 1}-03-31"^^xsd:date']
