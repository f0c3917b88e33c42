"""schema.org in the pages: extracted again as a search engine does, and held against the catalogue."""

import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import html5lib
import pytest
import rdflib
from publish.conftest import BASE, SLUG
from rdflib import RDF, SDO
from rdflib.namespace import DCAT, DCTERMS

from kyodo_lod.rdf.formats import JSON_LD
from kyodo_lod.rdf.interop import to_rdflib
from kyodo_lod.rdf.read import parse

DATASET = rdflib.URIRef(f"{BASE}dataset/{SLUG}")
SPDX = rdflib.Namespace("http://spdx.org/rdf/terms#")
DCAT_VERSION = rdflib.URIRef(f"{DCAT}version")  # rdflib holds DCAT 2
LANGUAGES = {"ja": "index.html", "en": "index.en.html"}


def _extracted(page: Path) -> dict[str, Any]:
    tree = html5lib.parse(page.read_text(encoding="utf-8"), namespaceHTMLElements=False)
    (script,) = tree.findall(".//script[@type='application/ld+json']")
    document: dict[str, Any] = json.loads(script.text)
    assert document["@context"] == "https://schema.org/"
    return document


def _graph(page: Path) -> rdflib.Graph:
    """Give the page's triples; the context, which is never fetched, is replaced by its namespace."""
    document = _extracted(page) | {"@context": {"@vocab": str(SDO)}}
    return to_rdflib(parse(json.dumps(document).encode(), JSON_LD, page.name))


@pytest.fixture(scope="module", params=LANGUAGES)
def language(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture(scope="module")
def document(complete: Path, language: str) -> dict[str, Any]:
    return _extracted(complete / "dataset" / SLUG / LANGUAGES[language])


@pytest.fixture(scope="module")
def graph(complete: Path, language: str) -> rdflib.Graph:
    return _graph(complete / "dataset" / SLUG / LANGUAGES[language])


@pytest.fixture(scope="module")
def catalog(complete: Path) -> rdflib.Graph:
    return rdflib.Graph().parse(complete / "catalog.ttl")


def _in(values: Iterable[Any], language: str) -> set[str]:
    return {str(value) for value in values if value.language == language}


def test_what_google_demands_is_there(document: dict[str, Any]) -> None:
    assert document["@type"] == "Dataset"
    assert document["name"]
    assert 50 <= len(document["description"]) <= 5000
    recommended = {
        *("alternateName", "creator", "identifier", "includedInDataCatalog", "isAccessibleForFree"),
        *("keywords", "license", "spatialCoverage", "temporalCoverage", "url", "version"),
        *("distribution", "usageInfo", "publisher", "isBasedOn", "dateModified", "inLanguage"),
    }
    assert recommended <= set(document)


def test_it_says_what_the_catalogue_says(
    graph: rdflib.Graph, catalog: rdflib.Graph, language: str
) -> None:
    pairs = (
        (SDO.name, DCTERMS.title),
        (SDO.description, DCTERMS.description),
        (SDO.keywords, DCAT.keyword),
    )
    for ours, theirs in pairs:
        said = {str(value) for value in graph.objects(DATASET, ours)}
        assert said == _in(catalog.objects(DATASET, theirs), language), ours
    for ours, theirs in ((SDO.version, DCAT_VERSION), (SDO.dateModified, DCTERMS.modified)):
        assert str(graph.value(DATASET, ours)) == str(catalog.value(DATASET, theirs))


def test_licence_and_rights_stand_together(
    graph: rdflib.Graph, catalog: rdflib.Graph, language: str
) -> None:
    licence, rights = graph.value(DATASET, SDO.license), graph.value(DATASET, SDO.usageInfo)
    assert str(licence) == str(catalog.value(DATASET, DCTERMS.license))
    assert rights == catalog.value(DATASET, DCTERMS.rights)
    statement = graph.value(rights, SDO.text)
    assert "郡山市" in str(statement) if language == "ja" else "Koriyama" in str(statement)


def test_every_file_is_the_catalogues_with_its_size_and_hash(
    graph: rdflib.Graph, catalog: rdflib.Graph
) -> None:
    files = set(graph.objects(DATASET, SDO.distribution))
    assert files == set(catalog.objects(DATASET, DCAT.distribution))
    for file in files:
        assert graph.value(file, RDF.type) == SDO.DataDownload
        assert str(graph.value(file, SDO.contentUrl)) == str(catalog.value(file, DCAT.downloadURL))
        assert str(graph.value(file, SDO.contentSize)) == f"{catalog.value(file, DCAT.byteSize)} B"
        checksum = catalog.value(file, SPDX.checksum)
        assert str(graph.value(file, SDO.sha256)) == str(
            catalog.value(checksum, SPDX.checksumValue)
        )


def test_every_term_is_one_of_schema_org(graph: rdflib.Graph) -> None:
    known = {rdflib.URIRef(term) for term in dir(SDO)}
    used = set(graph.predicates()) | set(graph.objects(None, RDF.type))
    assert {term for term in used if term.startswith(str(SDO))} - known <= {SDO.sha256}


def test_the_period_is_the_fiscal_year(document: dict[str, Any]) -> None:
    assert document["temporalCoverage"] == "2018-04-01/2019-03-31"


def test_the_catalogue_names_its_datasets(complete: Path, language: str) -> None:
    document = _extracted(complete / LANGUAGES[language])
    assert document["@type"] == "DataCatalog"
    assert document["@id"] == f"{BASE}catalog"
    (dataset,) = document["dataset"]
    assert dataset["@id"] == str(DATASET)
    assert dataset.keys() >= {"name", "description", "license", "creator"}
