"""What each dump says of itself, with and without what a manifest may leave open."""

from dataclasses import replace

from mapping.terse import About, said
from strategies import SHEET, reading_of

from kyodo_lod.bilingual import Bilingual
from kyodo_lod.mapping.dataset import (
    dataset_title,
    dataset_triples,
    licence_triples,
    licences,
    publisher_triples,
    rights_triples,
)
from kyodo_lod.mapping.iris import Iris
from kyodo_lod.model.plan import Plan
from kyodo_lod.rdf.terms import NamedNode
from kyodo_lod.source.manifest import Publisher, Rights

DATASET = "dataset/072036-kyodo-2-fy2018"
CC_BY = "https://creativecommons.org/licenses/by/4.0/"


def test_dataset(everything: dict[str, About]) -> None:
    title = [
        '"第二次郡山市協働推進基本計画 2018年度実施計画 (Linked Data)"@ja',
        (
            '"Second Koriyama City Basic Plan for the Promotion of Collaboration: '
            'implementation plan for FY2018, linked data"@en'
        ),
    ]
    assert everything[f"<{DATASET}>"] == {
        "a": ["dcat:Dataset", "void:Dataset"],
        "rdfs:label": title,
        "dct:title": title,
        "dct:identifier": ['"072036-kyodo-2-fy2018"'],
        "dct:publisher": ["<id/publisher>"],
        "dct:license": [f"<{CC_BY}>"],
        "dct:rights": [f"<{DATASET}#rights>"],
        "dcat:version": ['"1.0.0"'],
        "dct:issued": ['"2026-11-23"^^xsd:date'],
        "dct:modified": ['"2026-11-23"^^xsd:date'],
        "prov:wasDerivedFrom": ["<id/072036/source/9991fa2157f53a25>"],
    }


def test_rights_credit_the_city(everything: dict[str, About]) -> None:
    rights = everything[f"<{DATASET}#rights>"]
    assert rights["a"] == ["dct:RightsStatement"]
    assert rights["rdfs:label"] == [
        '"構造は CC BY 4.0。引用した計画の文は郡山市の著作物で、利用条件は市に確認。"@ja',
        (
            '"The structure is CC BY 4.0. The quoted text of the plan is the work of Koriyama City; '
            'ask the city for its terms of use."@en'
        ),
    ]
    assert rights["dct:description"][0] == (
        '"計画の文: 郡山市「第二次郡山市協働推進基本計画 2018年度実施計画」"@ja'
    )
    # only where the city's own licence is known
    assert not any("加工して作成" in text for texts in rights.values() for text in texts)


def test_publisher_is_not_the_city(everything: dict[str, About]) -> None:
    names = ['"kyodo-lod プロジェクト"@ja', '"kyodo-lod project"@en']
    assert everything["<id/publisher>"] == {
        "a": ["foaf:Agent"],
        "rdfs:label": names,
        "foaf:name": names,
    }


def test_publisher_is_whom_publisher_toml_names(plan: Plan, iris: Iris) -> None:
    assert plan.manifest.publication
    other = Publisher(Bilingual("例市", "Example City"), "LocalAuthority")
    publication = replace(plan.manifest.publication, publisher=other)
    manifest = replace(plan.manifest, publication=publication)
    about = said(publisher_triples(manifest, iris))["<id/publisher>"]
    assert about["foaf:name"] == about["rdfs:label"] == ['"例市"@ja', '"Example City"@en']


def test_without_publisher_toml_the_project_publishes(plan: Plan, iris: Iris) -> None:
    manifest = replace(plan.manifest, publication=None)
    about = said(publisher_triples(manifest, iris))["<id/publisher>"]
    assert about["foaf:name"] == ['"kyodo-lod プロジェクト"@ja', '"kyodo-lod project"@en']


def test_licence_is_named(everything: dict[str, About]) -> None:
    assert everything[f"<{CC_BY}>"] == {
        "a": ["dct:LicenseDocument"],
        "rdfs:label": [
            '"クリエイティブ・コモンズ 表示 4.0 国際"@ja',
            '"Creative Commons Attribution 4.0 International"@en',
        ],
    }


def test_other_licence_is_called_by_its_iri() -> None:
    iri = "https://example.org/terms"
    assert said(licence_triples(NamedNode(iri)))[f"<{iri}>"]["rdfs:label"] == [
        f'"{iri}"@ja',
        f'"{iri}"@en',
    ]


def test_of_a_bare_document() -> None:
    plan = reading_of(SHEET.text()).plan
    assert plan
    about = said(dataset_triples(plan, Iris(plan)))[f"<{DATASET}>"]
    assert about["dcat:version"] == ['"0.0.0"']
    assert not {"dct:license", "dct:rights", "dct:issued", "dct:modified"} & set(about)
    assert not list(rights_triples(plan.manifest, Iris(plan)))
    assert not licences(plan.manifest)


def test_statement_without_attribution(plan: Plan, iris: Iris) -> None:
    rights = replace(plan.manifest.rights, attribution=None)
    manifest = replace(plan.manifest, rights=rights)
    about = said(rights_triples(manifest, iris))[f"<{DATASET}#rights>"]
    assert set(about) == {"a", "rdfs:label"}


def test_both_licences_are_described(plan: Plan) -> None:
    rights = Rights(licence=CC_BY, source_licence="https://example.org/terms")
    found = licences(replace(plan.manifest, rights=rights))
    assert [licence.value for licence in found] == [CC_BY, "https://example.org/terms"]


def test_title_without_english(plan: Plan) -> None:
    enduring = replace(plan.manifest.plan, title=Bilingual("基本計画", ""))
    title = dataset_title(replace(plan.manifest, plan=enduring))
    assert title == Bilingual("基本計画 2018年度実施計画 (Linked Data)", "")
