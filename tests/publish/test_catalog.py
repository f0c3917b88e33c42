"""catalog.ttl: what harvesters are told of the catalogue, and what holds of the graph as a whole."""

import dataclasses
from itertools import groupby
from pathlib import Path

import pytest
import rdflib
from publish.conftest import BASE, SLUG
from publish.two_cities import ENDPOINT, two_cities
from rdflib.namespace import DCAT, DCTERMS, FOAF, RDF

from kyodo_lod.check.graph import check_graph
from kyodo_lod.check.shapes import load_shapes
from kyodo_lod.errors import ManifestError
from kyodo_lod.model.plan import Plan
from kyodo_lod.publish.catalog import Entry, catalog_triples
from kyodo_lod.rdf.interop import to_rdflib
from kyodo_lod.rdf.terms import BlankNode, NamedNode, Triple
from kyodo_lod.validation import validate

DATASET = rdflib.URIRef(f"{BASE}dataset/{SLUG}")
CATALOG = rdflib.URIRef(f"{BASE}catalog")
SERIES_OF = rdflib.URIRef(f"{DCAT}DatasetSeries")


@pytest.fixture(scope="module")
def graph(complete: Path) -> rdflib.Graph:
    return rdflib.Graph().parse(complete / "catalog.ttl")


@pytest.fixture(scope="module")
def triples(plan: Plan, tmp_path_factory: pytest.TempPathFactory) -> list[Triple]:
    made = tmp_path_factory.mktemp("larger")
    return list(catalog_triples(two_cities(plan, made), made))


@pytest.fixture(scope="module")
def larger(triples: list[Triple]) -> rdflib.Graph:
    return to_rdflib(triples)


def test_there_is_one_dataset_per_entry(graph: rdflib.Graph) -> None:
    assert list(graph.subjects(RDF.type, DCAT.Catalog)) == [CATALOG]
    assert list(graph.objects(CATALOG, DCAT.dataset)) == [DATASET]
    assert list(graph.subjects(RDF.type, DCAT.Dataset)) == [DATASET]


def test_all_cities_and_years_are_listed_and_no_series(larger: rdflib.Graph) -> None:
    listed = {str(one).rpartition("/")[2] for one in larger.objects(CATALOG, DCAT.dataset)}
    assert listed == {SLUG, "072036-kyodo-2-fy2026", "131130-machi-1-fy2018"}
    assert set(larger.subjects(RDF.type, DCAT.Dataset)) == set(
        larger.objects(CATALOG, DCAT.dataset)
    )
    for series in larger.subjects(RDF.type, SERIES_OF):
        assert set(larger.objects(series, RDF.type)) == {SERIES_OF}


def test_the_catalogue_says_since_when_and_until_when(larger: rdflib.Graph) -> None:
    assert str(larger.value(CATALOG, DCTERMS.issued)) == "2026-11-23"
    assert str(larger.value(CATALOG, DCTERMS.modified)) == "2026-12-15"


def test_the_catalogue_has_its_page_its_languages_and_its_places(larger: rdflib.Graph) -> None:
    home = larger.value(CATALOG, FOAF.homepage)
    assert str(home) == BASE
    assert (home, RDF.type, FOAF.Document) in larger
    languages = {str(one).rpartition("/")[2] for one in larger.objects(CATALOG, DCTERMS.language)}
    assert languages == {"JPN", "ENG"}
    places = {str(one) for one in larger.objects(CATALOG, DCTERMS.spatial)}
    assert places == {f"https://sws.geonames.org/{number}/" for number in (2112139, 1852140)}


def test_an_endpoint_is_a_service_over_all_datasets(larger: rdflib.Graph) -> None:
    service = larger.value(CATALOG, DCAT.service)
    assert larger.value(service, DCAT.endpointURL) == rdflib.URIRef(ENDPOINT)
    served = set(larger.objects(service, DCAT.servesDataset))
    assert served == set(larger.objects(CATALOG, DCAT.dataset))


def test_without_an_endpoint_there_is_no_service(graph: rdflib.Graph) -> None:
    assert not list(graph.objects(CATALOG, DCAT.service))
    assert not list(graph.subjects(RDF.type, DCAT.DataService))


def test_it_meets_our_own_profile(triples: list[Triple], graph: rdflib.Graph) -> None:
    shapes = load_shapes("catalog")
    assert check_graph(triples, shapes) == []
    assert len(graph) > 400


def test_it_is_validated_by_the_name_of_the_profile(complete: Path, tmp_path: Path) -> None:
    assert validate(complete / "catalog.ttl", shapes="catalog").findings == ()
    (other := tmp_path / "catalog.ttl").write_bytes(
        (complete / "catalog.ttl").read_bytes().replace(b"a dcat:Catalog ", b"a dcat:Catalogue ")
    )
    rules = {finding.short_rule for finding in validate(other, shapes="catalog").findings}
    assert rules == {"catalog#Graph-catalog"}


def test_every_node_has_an_iri(triples: list[Triple]) -> None:
    terms = [term for triple in triples for term in (triple.subject, triple.object)]
    assert not [term for term in terms if isinstance(term, BlankNode)]


def test_each_subject_is_described_once_and_nothing_twice(triples: list[Triple]) -> None:
    runs = [subject for subject, _ in groupby(triples, key=lambda triple: triple.subject)]
    assert len(runs) == len(set(runs))
    assert len(triples) == len(set(triples))


def test_what_is_named_under_our_base_is_described(triples: list[Triple]) -> None:
    told = {triple.subject for triple in triples}
    named = {
        triple.object
        for triple in triples
        if isinstance(triple.object, NamedNode) and triple.object.value.startswith(BASE)
    }
    assert named - told == {NamedNode(ENDPOINT)}


def test_every_file_it_names_is_published(graph: rdflib.Graph, complete: Path) -> None:
    """Links of pages and files must answer when the folder is put on a web server."""
    for term in (
        DCAT.accessURL,
        DCAT.downloadURL,
        DCAT.landingPage,
        FOAF.homepage,
        DCTERMS.conformsTo,
    ):
        for link in set(graph.objects(None, term)):
            path = str(link).removeprefix(BASE)
            if str(link).startswith(BASE):
                assert (complete / (path or "index.html")).exists(), link
                assert not path.endswith("/") or (complete / path / "index.html").is_file(), link


def test_the_order_is_always_the_same(plan: Plan, tmp_path: Path, triples: list[Triple]) -> None:
    assert list(catalog_triples(two_cities(plan, tmp_path), tmp_path)) == triples


def test_without_a_publisher_there_is_no_catalogue(of_plan: tuple[Path, Entry]) -> None:
    folder, entry = of_plan
    manifest = dataclasses.replace(entry.manifest, publication=None)
    with pytest.raises(ManifestError, match=r"no publisher\.toml in a folder above it"):
        list(catalog_triples([dataclasses.replace(entry, manifest=manifest)], folder))
