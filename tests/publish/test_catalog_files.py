"""Distributions: each is a file that is there, with its own size, checksum and terms."""

import hashlib
from pathlib import Path

import pytest
import rdflib
from publish.conftest import BASE, SLUG
from publish.two_cities import two_cities
from rdflib.namespace import DCAT, DCTERMS, RDF, RDFS, XSD

from kyodo_lod.errors import OutputError
from kyodo_lod.model.plan import Plan
from kyodo_lod.publish.catalog import Entry, catalog_triples
from kyodo_lod.publish.distributions import distributions
from kyodo_lod.rdf.interop import to_rdflib

SPDX = rdflib.Namespace("http://spdx.org/rdf/terms#")
ADMS = rdflib.Namespace("http://www.w3.org/ns/adms#")
DCATAP = rdflib.Namespace("http://data.europa.eu/r5r/")
D3 = rdflib.Namespace(str(DCAT))
DATASET = rdflib.URIRef(f"{BASE}dataset/{SLUG}")


@pytest.fixture(scope="module")
def graph(complete: Path) -> rdflib.Graph:
    return rdflib.Graph().parse(complete / "catalog.ttl")


@pytest.fixture(scope="module")
def larger(plan: Plan, tmp_path_factory: pytest.TempPathFactory) -> rdflib.Graph:
    made = tmp_path_factory.mktemp("larger")
    return to_rdflib(catalog_triples(two_cities(plan, made), made))


def files(graph: rdflib.Graph) -> list[rdflib.term.Node]:
    found = list(graph.objects(DATASET, DCAT.distribution))
    assert found
    return found


def test_size_and_checksum_are_those_of_the_file(graph: rdflib.Graph, complete: Path) -> None:
    for file in files(graph):
        data = (complete / str(file).removeprefix(BASE)).read_bytes()
        size = rdflib.Literal(str(len(data)), datatype=XSD.nonNegativeInteger)
        assert graph.value(file, DCAT.byteSize) == size
        checksum = graph.value(file, SPDX.checksum)
        assert str(checksum) == f"{file}#checksum"
        value = next(graph.objects(checksum, SPDX.checksumValue))
        assert isinstance(value, rdflib.Literal)
        assert value.datatype == XSD.hexBinary
        assert value.value == hashlib.sha256(data).digest()


def test_a_file_is_its_own_download_url_and_leads_to_the_page(graph: rdflib.Graph) -> None:
    for file in files(graph):
        assert graph.value(file, DCAT.downloadURL) == file
        assert str(graph.value(file, DCAT.accessURL)) == f"{DATASET}/"
        assert graph.value(file, RDFS.label) is None  # CKAN would take it for the address


def test_title_and_description_are_in_both_languages(graph: rdflib.Graph) -> None:
    for file in files(graph):
        for term in (DCTERMS.title, DCTERMS.description):
            texts = [t for t in graph.objects(file, term) if isinstance(t, rdflib.Literal)]
            assert sorted(str(text.language) for text in texts) == ["en", "ja"]


def test_media_type_and_format_agree_with_the_table(graph: rdflib.Graph, plan: Plan) -> None:
    for distribution in distributions(plan.manifest):
        file = rdflib.URIRef(BASE + distribution.path(SLUG))
        assert str(graph.value(file, DCAT.mediaType)).endswith(f"/{distribution.media_type}")
        assert str(graph.value(file, DCTERMS["format"])).endswith(f"/{distribution.file_type}")
        packed = graph.value(file, D3.compressFormat)
        assert (packed is None) == (distribution.compressed is None)
        if packed:
            assert str(packed).endswith("application/gzip")


@pytest.mark.filterwarnings("ignore:ConjunctiveGraph")  # rdflib's own JSON-LD parser
@pytest.mark.parametrize("extension", ["ttl", "jsonld", "rdf"])
def test_the_first_type_of_a_format_is_what_ckan_looks_for(extension: str, complete: Path) -> None:
    graph = rdflib.Graph().parse(complete / f"catalog.{extension}")
    formats = set(graph.objects(None, DCTERMS["format"]))
    assert len(formats) >= 7
    for one in formats:
        assert list(graph.objects(one, RDF.type)) == [DCTERMS.IMT, DCTERMS.MediaTypeOrExtent]
        (label,) = graph.objects(one, RDFS.label)
        assert isinstance(label, rdflib.Literal)
        assert label.language is None


def test_an_old_release_is_deprecated_and_stays(larger: rdflib.Graph) -> None:
    old = rdflib.URIRef(f"{DATASET}/1.0.0/{SLUG}.nt.gz")
    kept = rdflib.URIRef(f"{DATASET}/1.1.0/{SLUG}.nt.gz")
    plain = rdflib.URIRef(f"{DATASET}/{SLUG}.nt")
    assert {old, kept, plain} <= set(files(larger))
    of = {"status": ADMS.status, "availability": DCATAP.availability}
    found = [
        [str(larger.value(file, term)).rpartition("/")[2] for term in of.values()]
        for file in (old, kept, plain)
    ]
    assert found == [["DEPRECATED", "STABLE"], ["COMPLETED", "STABLE"], ["COMPLETED", "AVAILABLE"]]
    assert [str(larger.value(old, term)) for term in (DCTERMS.issued, DCTERMS.modified)] == [
        "2026-11-23", "2026-11-23"
    ]  # fmt: skip
    assert str(larger.value(kept, DCTERMS.issued)) == "2026-12-15"
    assert str(larger.value(old, D3.version)) == "1.0.0"


def test_tables_keep_to_csvw_and_dumps_to_ontology_and_shapes(graph: rdflib.Graph) -> None:
    for file in files(graph):
        kept = {str(one).rpartition("/")[2] for one in graph.objects(file, DCTERMS.conformsTo)}
        if str(file).endswith(".csv"):
            assert kept == {"csv-metadata.json"}
        elif not str(file).endswith(".xlsx"):
            assert kept == {"def", "plan"}


def test_a_file_that_is_not_there_is_an_error(plan: Plan, tmp_path: Path) -> None:
    entries = two_cities(plan, tmp_path)
    gone = f"dataset/{SLUG}/1.0.0/{SLUG}.nt.gz"
    (tmp_path / gone).unlink()
    with pytest.raises(OutputError) as caught:
        list(catalog_triples(entries, tmp_path))
    assert caught.value.line("en").startswith(f"{gone}: is to be in the catalogue and is not there")
    assert "[[release.earlier]]" in caught.value.line("ja")


def test_each_entry_has_its_own_files(larger: rdflib.Graph, of_plan: tuple[Path, Entry]) -> None:
    found = list(larger.subject_objects(DCAT.distribution))
    assert len(found) == len({file for _, file in found})
    assert len(found) == 3 * len(distributions(of_plan[1].manifest)) + 1
