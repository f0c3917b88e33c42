"""catalog.ttl: what harvesters are told of each dataset and of each of its files."""

import dataclasses
from pathlib import Path

import pytest
import rdflib
from publish.conftest import BASE, SLUG
from rdflib.namespace import DCAT, DCTERMS, FOAF, RDF, RDFS

from kyodo_lod.mapping.iris import Iris
from kyodo_lod.model.plan import Plan
from kyodo_lod.publish.catalog import Entry, catalog_triples
from kyodo_lod.source.manifest import Release, Rights

DATASET = rdflib.URIRef(f"{BASE}dataset/{SLUG}")


@pytest.fixture(scope="module")
def graph(complete: Path) -> rdflib.Graph:
    return rdflib.Graph().parse(complete / "catalog.ttl")


def test_there_is_one_dataset_per_entry(graph: rdflib.Graph) -> None:
    (catalog,) = graph.subjects(RDF.type, DCAT.Catalog)
    assert str(catalog) == f"{BASE}catalog"
    assert list(graph.objects(catalog, DCAT.dataset)) == [DATASET]
    assert list(graph.subjects(RDF.type, DCAT.Dataset)) == [DATASET]


def test_many_entries_are_all_listed(
    of_plan: tuple[Path, Entry], plan: Plan, tmp_path: Path
) -> None:
    document = dataclasses.replace(plan.manifest.document, fiscal_year=2019)
    manifest = dataclasses.replace(plan.manifest, document=document)
    iris = Iris(dataclasses.replace(plan, manifest=manifest), BASE)
    for slug in (SLUG, manifest.slug):
        (folder := tmp_path / "dataset" / slug).mkdir(parents=True)
        for path in (of_plan[0] / "dataset" / SLUG).glob(f"{SLUG}*"):
            (folder / path.name.replace(SLUG, slug)).touch()
    triples = set(catalog_triples([of_plan[1], Entry(manifest, iris, 3)], tmp_path))
    listed = {t.object.value for t in triples if t.predicate.value == str(DCAT.dataset)}  # type: ignore[union-attr]
    assert listed == {f"{BASE}dataset/{SLUG}", f"{BASE}dataset/072036-kyodo-2-fy2019"}
    files = [t for t in triples if t.predicate.value == str(DCAT.distribution)]
    assert len(files) == 12


def test_every_file_is_there_with_its_size(graph: rdflib.Graph, complete: Path) -> None:
    files = list(graph.objects(DATASET, DCAT.distribution))
    names = {str(file).removeprefix(f"{BASE}dataset/{SLUG}/") for file in files}
    extensions = (".jsonld", ".nt", ".rdf", ".trig", ".ttl", "-projects.csv")
    assert names == {f"{SLUG}{extension}" for extension in extensions}
    for file in files:
        path = complete / str(file).removeprefix(BASE)
        assert graph.value(file, DCAT.byteSize).toPython() == path.stat().st_size  # type: ignore[union-attr]
        assert graph.value(file, DCAT.downloadURL) == graph.value(file, DCAT.accessURL) == file
        assert (file, RDF.type, DCAT.Distribution) in graph


def test_every_file_says_its_media_type(graph: rdflib.Graph) -> None:
    iana = "http://www.iana.org/assignments/media-types/"
    types = {
        str(file).rpartition(".")[2]: str(kind).removeprefix(iana)
        for file, kind in graph.subject_objects(DCAT.mediaType)
    }
    assert types == {
        "csv": "text/csv",
        "jsonld": "application/ld+json",
        "nt": "application/n-triples",
        "rdf": "application/rdf+xml",
        "trig": "application/trig",
        "ttl": "text/turtle",
    }


@pytest.mark.parametrize("term", [DCTERMS.license, DCTERMS.publisher, DCTERMS.rights])
def test_what_governs_the_use_is_described(term: rdflib.URIRef, graph: rdflib.Graph) -> None:
    (value,) = graph.objects(DATASET, term)
    assert graph.value(value, RDF.type) is not None
    assert {label.language for label in graph.objects(value, RDFS.label)} == {"ja", "en"}  # type: ignore[attr-defined]
    if term != DCTERMS.publisher:
        for file in graph.objects(DATASET, DCAT.distribution):
            assert graph.value(file, term) == value


def test_the_dataset_says_what_it_is(graph: rdflib.Graph) -> None:
    for term in (DCTERMS.title, DCTERMS.description, RDFS.label):
        assert {text.language for text in graph.objects(DATASET, term)} == {"ja", "en"}  # type: ignore[attr-defined]
    assert "76事業" in str([*graph.objects(DATASET, DCTERMS.description)])
    assert str(graph.value(DATASET, DCTERMS.identifier)) == SLUG
    assert str(graph.value(DATASET, rdflib.URIRef(f"{DCAT}version"))) == "1.0.0"
    assert graph.value(DATASET, DCTERMS.issued).datatype == rdflib.XSD.date  # type: ignore[union-attr]
    assert len(list(graph.objects(DATASET, DCTERMS.spatial))) == 2
    (city,) = graph.objects(DATASET, DCTERMS.creator)
    assert (city, FOAF.name, rdflib.Literal("郡山市", lang="ja")) in graph


def test_every_node_has_an_iri(graph: rdflib.Graph) -> None:
    assert [term for triple in graph for term in triple if isinstance(term, rdflib.BNode)] == []


def test_what_is_not_known_is_not_said(of_plan: tuple[Path, Entry], plan: Plan) -> None:
    folder, entry = of_plan
    bare = dataclasses.replace(plan.manifest, release=Release(), rights=Rights())
    triples = catalog_triples([dataclasses.replace(entry, manifest=bare)], folder)
    said = {triple.predicate.value for triple in triples}
    unknown = (DCTERMS.license, DCTERMS.rights, DCTERMS.issued, DCTERMS.modified)
    assert not said & {str(term) for term in unknown}


def test_two_years_of_one_city_describe_it_once(of_plan: tuple[Path, Entry]) -> None:
    folder, entry = of_plan
    triples = list(catalog_triples([entry, entry], folder))
    city = [triple for triple in triples if triple.subject == entry.iris.municipality]
    assert len(city) == len(set(city)) == 3
