"""The official shapes of DCAT-AP 3.0.1: nothing but what the README beside them waives.

They are read from ../shared/standards, or where $KYODO_LOD_STANDARDS says.
"""

import os
from collections import Counter
from io import BytesIO
from pathlib import Path

import pytest
import rdflib
from conftest import ROOT
from publish.conftest import BASE
from publish.two_cities import two_cities
from pyshacl import validate
from rdflib import DCAT, OWL, RDF, SH

from kyodo_lod.model.plan import Plan
from kyodo_lod.publish.catalog import catalog_triples
from kyodo_lod.rdf import turtle
from kyodo_lod.rdf.formats import TURTLE

STANDARDS = Path(os.environ.get("KYODO_LOD_STANDARDS", ROOT.parent / "shared" / "standards"))
DCAT_AP = STANDARDS / "dcat-ap-3.0.1"
FILES = (
    "shapes.ttl",
    "range.ttl",
    "shapes_recommended.ttl",
    "mdr-vocabularies.shape.ttl",
    "deprecateduris.ttl",
)
#: those that judge codes by the lists they are in
WITH_LISTS = FILES[3:]
SPDX = rdflib.Namespace("http://spdx.org/rdf/terms#")

pytestmark = pytest.mark.skipif(
    not DCAT_AP.is_dir(),
    reason=f"the official shapes are not at {DCAT_AP}; set KYODO_LOD_STANDARDS to their folder",
)


def found(data: rdflib.Graph, name: str) -> Counter[str]:
    """Give the top-level results of one shapes file, in words, but those that are waived."""
    shapes = rdflib.Graph().parse(DCAT_AP / name)
    shapes.remove((None, OWL.imports, None))
    if name in WITH_LISTS:
        data = data + rdflib.Graph().parse(DCAT_AP / "nal.ttl")
    _, report, _ = validate(data, shacl_graph=shapes, inference="none", advanced=False)
    tops = [
        r
        for node in report.subjects(RDF.type, SH.ValidationReport)
        for r in report.objects(node, SH.result)
    ]
    return Counter(words(report, result) for result in tops if not waived(report, result))


def words(report: rdflib.Graph, result: rdflib.term.Node) -> str:
    parts = (SH.resultSeverity, SH.focusNode, SH.resultPath, SH.resultMessage)
    return " ".join(str(report.value(result, part)).rpartition("#")[2] for part in parts)


def waived(report: rdflib.Graph, result: rdflib.term.Node) -> bool:
    """Tell whether a result is one that no true catalogue of a Japanese city avoids.

    * W1: SPDX's namespace is http://, and the shape wants https://.
    * W2 (a Warning): the publisher is not in the EU list of corporate bodies.
    * A Warning that a place should have a bounding box and a centroid: no manifest knows them, and
      nothing is said that is not known. The IRI of the place leads to GeoNames.
    """
    path, severity = report.value(result, SH.resultPath), report.value(result, SH.resultSeverity)
    w1 = path == SPDX.algorithm and report.value(result, SH.value) == SPDX.checksumAlgorithm_sha256
    recommended = path in (rdflib.DCTERMS.publisher, DCAT.bbox, DCAT.centroid)
    return w1 or (recommended and severity == SH.Warning)


@pytest.fixture(scope="module")
def real(complete: Path) -> rdflib.Graph:
    return rdflib.Graph().parse(complete / "catalog.ttl")


@pytest.fixture(scope="module")
def larger(plan: Plan, tmp_path_factory: pytest.TempPathFactory) -> rdflib.Graph:
    made = tmp_path_factory.mktemp("larger")
    output = BytesIO()
    turtle.write(catalog_triples(two_cities(plan, made), made), TURTLE, output, BASE)
    return rdflib.Graph().parse(output.getvalue())


@pytest.mark.parametrize("name", FILES)
def test_the_real_catalogue_conforms(name: str, real: rdflib.Graph) -> None:
    assert found(real, name) == Counter()


@pytest.mark.parametrize("name", FILES)
def test_a_larger_catalogue_conforms(name: str, larger: rdflib.Graph) -> None:
    assert found(larger, name) == Counter()


@pytest.mark.parametrize(
    ("name", "damage"),
    [
        ("shapes.ttl", "DELETE { ?s dct:title ?o } WHERE { ?s a dcat:Dataset ; dct:title ?o }"),
        ("range.ttl", "DELETE { ?s a ?o } WHERE { ?s a dct:PeriodOfTime , ?o }"),
        ("shapes_recommended.ttl", "DELETE { ?s dcat:theme ?o } WHERE { ?s dcat:theme ?o }"),
        (
            "mdr-vocabularies.shape.ttl",
            "DELETE { ?s adms:status ?o } INSERT { ?s adms:status <x:y> } WHERE { ?s adms:status ?o }",
        ),
        ("deprecateduris.ttl", "DELETE { ?s skos:inScheme ?o } WHERE { ?s skos:inScheme ?o }"),
    ],
)
def test_a_damage_is_found(name: str, damage: str, real: rdflib.Graph) -> None:
    data = real + rdflib.Graph()
    data.update(f"PREFIX adms: <http://www.w3.org/ns/adms#> {PREFIXES} {damage}")
    assert found(data, name)


PREFIXES = (
    f"PREFIX dcat: <{rdflib.DCAT}> PREFIX dct: <{rdflib.DCTERMS}> PREFIX skos: <{rdflib.SKOS}>"
)
