"""A dataset of the catalogue: words for people, releases, terms of use, and what it leads to."""

import dataclasses
from pathlib import Path

import pytest
import rdflib
from publish.conftest import BASE, SLUG
from publish.two_cities import two_cities
from rdflib.namespace import DCAT, DCTERMS, OWL, PROV, RDFS

from kyodo_lod.bilingual import Bilingual
from kyodo_lod.model.plan import Plan
from kyodo_lod.publish.catalog import Entry, catalog_triples
from kyodo_lod.publish.catalog_dataset import frequency, keywords
from kyodo_lod.rdf.interop import to_rdflib

ADMS = rdflib.Namespace("http://www.w3.org/ns/adms#")
D3 = rdflib.Namespace(str(DCAT))
DATASET = rdflib.URIRef(f"{BASE}dataset/{SLUG}")


@pytest.fixture(scope="module")
def graph(plan: Plan, tmp_path_factory: pytest.TempPathFactory) -> rdflib.Graph:
    made = tmp_path_factory.mktemp("larger")
    return to_rdflib(catalog_triples(two_cities(plan, made), made))


def names(graph: rdflib.Graph, term: rdflib.URIRef) -> set[str]:
    return {str(value).rpartition("/")[2] for value in graph.objects(DATASET, term)}


@pytest.mark.parametrize("term", [DCTERMS.title, DCTERMS.description, ADMS.versionNotes])
def test_its_words_are_in_both_languages(term: rdflib.URIRef, graph: rdflib.Graph) -> None:
    texts = [value for value in graph.objects(DATASET, term) if isinstance(value, rdflib.Literal)]
    assert sorted(str(text.language) for text in texts) == ["en", "ja"]


def test_keywords_name_the_city_and_the_plan(of_plan: tuple[Path, Entry]) -> None:
    japanese, english = keywords(of_plan[1])
    assert {"協働", "郡山市", "第二次郡山市協働推進基本計画"} <= set(japanese)
    assert {"collaboration", "Koriyama City"} <= set(english)


def test_what_ckan_would_split_or_refuse_is_no_keyword(of_plan: tuple[Path, Entry]) -> None:
    entry = of_plan[1]
    plan = dataclasses.replace(
        entry.manifest.plan, title=Bilingual("福祉、医療と子ども・教育計画", "Plan for A, B and C")
    )
    other = dataclasses.replace(entry, manifest=dataclasses.replace(entry.manifest, plan=plan))
    japanese, english = keywords(other)
    assert plan.title.ja not in japanese
    assert plan.title.en not in english
    assert "郡山市" in japanese


@pytest.mark.parametrize(
    ("year", "modified", "expected"),
    [(2018, "2019-04-01", "NEVER"), (2018, "2019-03-31", "IRREG"), (2026, "2026-11-23", "IRREG")],
)
def test_a_year_that_is_over_never_changes(
    year: int, modified: str, expected: str, plan: Plan
) -> None:
    manifest = plan.manifest
    document = dataclasses.replace(manifest.document, fiscal_year=year)
    release = dataclasses.replace(manifest.release, modified=modified)
    found = frequency(dataclasses.replace(manifest, document=document, release=release))
    assert found.value.endswith(f"/frequency/{expected}")


def test_the_period_is_the_fiscal_year(graph: rdflib.Graph) -> None:
    (period,) = graph.objects(DATASET, DCTERMS.temporal)
    days = [graph.value(period, term) for term in (DCAT.startDate, DCAT.endDate)]
    assert days == [
        rdflib.Literal(day, datatype=rdflib.XSD.date) for day in ("2018-04-01", "2019-03-31")
    ]


def test_its_version_has_both_names(graph: rdflib.Graph) -> None:
    for term in (D3.version, OWL.versionInfo):
        assert list(graph.objects(DATASET, term)) == [rdflib.Literal("1.1.0")]


def test_licence_and_rights_stand_together(graph: rdflib.Graph) -> None:
    assert graph.value(DATASET, DCTERMS.license) is not None
    rights = graph.value(DATASET, DCTERMS.rights)
    texts = {str(text) for text in graph.objects(rights, RDFS.label)}
    assert any("郡山市の著作物" in text for text in texts)


def test_it_leads_to_document_page_series_and_publisher(graph: rdflib.Graph) -> None:
    assert names(graph, D3.landingPage) == {""}
    assert names(graph, D3.inSeries) == {"072036-kyodo-2"}
    assert names(graph, DCTERMS.publisher) == {"publisher"}
    assert names(graph, DCTERMS.creator) == {"072036"}
    assert names(graph, DCAT.contactPoint) == {"contact"}
    assert names(graph, PROV.wasDerivedFrom) == {"9991fa2157f53a25"}
    assert names(graph, DCTERMS.accessRights) == {"PUBLIC"}
    assert names(graph, DCAT.theme) == {"GOVE", "SOCI"}
