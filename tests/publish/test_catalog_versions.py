"""The releases of a dataset in the catalogue: none is lost, none is harvested as a dataset."""

from pathlib import Path

import pytest
import rdflib
from publish.conftest import BASE, SLUG
from publish.two_cities import two_cities
from rdflib.namespace import DCAT, DCTERMS, RDF

from kyodo_lod.model.plan import Plan
from kyodo_lod.publish.catalog import catalog_triples
from kyodo_lod.publish.catalog_versions import versions
from kyodo_lod.rdf.interop import to_rdflib

ADMS = rdflib.Namespace("http://www.w3.org/ns/adms#")
D3 = rdflib.Namespace(str(DCAT))
DATASET = rdflib.URIRef(f"{BASE}dataset/{SLUG}")


@pytest.fixture(scope="module")
def graph(plan: Plan, tmp_path_factory: pytest.TempPathFactory) -> rdflib.Graph:
    made = tmp_path_factory.mktemp("larger")
    return to_rdflib(catalog_triples(two_cities(plan, made), made))


def test_the_newest_comes_first(plan: Plan, tmp_path: Path) -> None:
    found = versions(two_cities(plan, tmp_path)[1].manifest)
    assert [(one.number, one.day) for one in found] == [
        ("1.1.0", "2026-12-15"), ("1.0.0", "2026-11-23")
    ]  # fmt: skip


def test_each_release_stays_and_leads_to_the_one_before(graph: rdflib.Graph) -> None:
    new, old = (rdflib.URIRef(f"{DATASET}/{number}") for number in ("1.1.0", "1.0.0"))
    assert set(graph.objects(DATASET, D3.hasVersion)) == {new, old}
    assert list(graph.objects(DATASET, D3.hasCurrentVersion)) == [new]
    assert graph.value(new, D3.previousVersion) == old
    assert graph.value(old, D3.previousVersion) is None
    assert [str(graph.value(one, DCTERMS.issued)) for one in (new, old)] == [
        "2026-12-15",
        "2026-11-23",
    ]
    assert rdflib.Literal("First release.", lang="en") in set(graph.objects(old, ADMS.versionNotes))


def test_a_release_is_not_harvested_as_a_dataset(graph: rdflib.Graph) -> None:
    for release in graph.objects(DATASET, D3.hasVersion):
        assert list(graph.objects(release, RDF.type)) == [DCAT.Resource]
