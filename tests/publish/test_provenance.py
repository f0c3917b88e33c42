"""The provenance of a release: what it was made of, and that nothing is made up."""

import dataclasses
from hashlib import sha256
from io import BytesIO

import pytest
import rdflib
from conftest import KORIYAMA, ROOT
from publish.conftest import BASE, SLUG
from rdflib.namespace import DCTERMS, FOAF, PROV, RDF, RDFS, XSD

import kyodo_lod
from kyodo_lod.mapping.graph import graph as graph_of
from kyodo_lod.mapping.iris import Iris
from kyodo_lod.model.plan import Plan
from kyodo_lod.publish.distributions import distributions
from kyodo_lod.publish.provenance import provenance_triples
from kyodo_lod.rdf.formats import FORMATS, TURTLE
from kyodo_lod.rdf.interop import to_rdflib
from kyodo_lod.source.manifest import EarlierRelease, Release

DATASET = rdflib.URIRef(f"{BASE}dataset/{SLUG}")
VERSION = rdflib.URIRef(f"{DATASET}/1.0.0")
BUILD = rdflib.URIRef(f"{VERSION}#build")
SOURCE = rdflib.URIRef(f"{BASE}id/072036/source/9991fa2157f53a25")
SPDX = rdflib.Namespace("http://spdx.org/rdf/terms#")
URL = "https://www.city.example.jp/plan.txt"


@pytest.fixture(scope="module")
def graph(plan: Plan, iris: Iris) -> rdflib.Graph:
    return to_rdflib(provenance_triples(plan, iris))


def of_document(plan: Plan, iris: Iris, **changes: object) -> rdflib.Graph:
    """Give the provenance where the manifest says more or less of the document."""
    document = dataclasses.replace(plan.manifest.document, **changes)  # type: ignore[arg-type]
    manifest = dataclasses.replace(plan.manifest, document=document)
    return to_rdflib(provenance_triples(dataclasses.replace(plan, manifest=manifest), iris))


def of_release(plan: Plan, release: Release) -> rdflib.Graph:
    """Give the provenance of another release."""
    manifest = dataclasses.replace(plan.manifest, release=release)
    other = dataclasses.replace(plan, manifest=manifest)
    return to_rdflib(provenance_triples(other, Iris(other, BASE)))


def test_the_build_used_the_document_and_every_input(graph: rdflib.Graph) -> None:
    used = set(graph.objects(BUILD, PROV.used))
    names = {str(one).partition("#")[2] for one in used - {SOURCE}}
    codes = {path.name for path in (ROOT / "ontology" / "codes").iterdir()}
    assert SOURCE in used
    manifests = {"source.toml", "plan.toml", "municipality.toml", "units.csv", "publisher.toml"}
    assert names == {"kyodo.ttl", "plan.ttl", *codes, *manifests}


@pytest.mark.parametrize(
    "path",
    [
        ROOT / "ontology" / "kyodo.ttl",
        ROOT / "shapes" / "plan.ttl",
        KORIYAMA / "source.toml",
        KORIYAMA.parent.parent / "units.csv",
    ],
    ids=lambda path: path.name,
)
def test_an_input_is_known_by_its_hash(path: object, graph: rdflib.Graph) -> None:
    name = path.name  # type: ignore[attr-defined]
    checksum = graph.value(rdflib.URIRef(f"{VERSION}#{name}"), SPDX.checksum)
    value = graph.value(checksum, SPDX.checksumValue)
    assert str(value) == sha256(path.read_bytes()).hexdigest()  # type: ignore[attr-defined]
    assert value.datatype == XSD.hexBinary  # type: ignore[union-attr]


def test_ontology_shapes_and_codes_say_which_they_are(graph: rdflib.Graph) -> None:
    states = {
        str(one).partition("#")[2]: str(graph.value(one, PROV.specializationOf))
        for one in graph.objects(BUILD, PROV.used)
        if str(one).endswith(".ttl")
    }
    home = "https://w3id.org/kyodo-lod/"
    assert states["kyodo.ttl"] == f"{home}def/1.0.0"
    assert states["plan.ttl"] == f"{home}shapes/plan"
    assert states["account.ttl"] == f"{home}scheme/account"


def test_the_program_and_the_publisher_made_it(graph: rdflib.Graph) -> None:
    program = rdflib.URIRef(f"{BASE}id/program/{kyodo_lod.__version__}")
    publisher = rdflib.URIRef(f"{BASE}id/publisher")
    assert set(graph.objects(BUILD, PROV.wasAssociatedWith)) == {program, publisher}
    assert (program, RDF.type, PROV.SoftwareAgent) in graph
    assert (program, PROV.actedOnBehalfOf, publisher) in graph
    assert (publisher, RDF.type, PROV.Agent) in graph
    assert (VERSION, PROV.wasAttributedTo, publisher) in graph


def test_only_the_day_is_said_because_only_it_is_known(graph: rdflib.Graph) -> None:
    day = graph.value(BUILD, DCTERMS.date)
    assert day == rdflib.Literal("2026-11-23", datatype=XSD.date)
    datatypes = {getattr(value, "datatype", None) for value in graph.objects()}
    assert XSD.dateTime not in datatypes


def test_every_current_file_was_generated_and_derived(plan: Plan, graph: rdflib.Graph) -> None:
    listed = {rdflib.URIRef(BASE + one.path(SLUG)) for one in distributions(plan.manifest)}
    beside = {f"{SLUG}-report.ttl", f"{SLUG}-quality.ttl", "csv-metadata.json"}
    files = listed | {rdflib.URIRef(f"{DATASET}/{name}") for name in beside}
    assert set(graph.subjects(PROV.wasGeneratedBy, BUILD)) == files | {VERSION}
    for file in files:
        assert (file, PROV.wasDerivedFrom, SOURCE) in graph
        assert (file, RDF.type, PROV.Entity) in graph


def test_dumps_are_alternates_tables_are_made_of_the_release(graph: rdflib.Graph) -> None:
    extensions = [f".{fmt.extension}" for fmt in FORMATS.values() if fmt.published]
    dumps = {rdflib.URIRef(f"{DATASET}/{SLUG}{extension}") for extension in extensions}
    dumps.add(rdflib.URIRef(f"{VERSION}/{SLUG}.nt.gz"))
    main = rdflib.URIRef(f"{DATASET}/{SLUG}.nt")
    assert set(graph.subjects(PROV.specializationOf, VERSION)) == dumps
    assert set(graph.subjects(PROV.alternateOf, main)) == dumps - {main}
    table = rdflib.URIRef(f"{DATASET}/{SLUG}-projects.csv")
    assert (table, PROV.wasDerivedFrom, VERSION) in graph


def test_the_chain_leads_from_a_file_to_a_line(plan: Plan, iris: Iris, graph: rdflib.Graph) -> None:
    both = graph + to_rdflib(graph_of(plan, iris))
    (row,) = both.query(
        f"""
        PREFIX prov: <{PROV}> PREFIX dct: <{DCTERMS}> PREFIX kyo: <https://w3id.org/kyodo-lod/def#>
        SELECT ?line WHERE {{
          <{DATASET}/{SLUG}.ttl> prov:specializationOf/prov:wasDerivedFrom ?document .
          <{BASE}id/072036/plan/kyodo-2/fy2018/p/4-15> prov:wasDerivedFrom ?passage .
          ?passage dct:isPartOf ?document ; kyo:lineNumber ?line
        }}"""
    )
    assert int(row[0]) == 69  # type: ignore[index]


def test_the_document_is_the_citys_and_nothing_is_said_of_where_it_was_had(
    graph: rdflib.Graph,
) -> None:
    said = set(graph.predicates(SOURCE))
    assert said == {RDF.type, RDFS.label, PROV.wasAttributedTo}
    assert graph.value(SOURCE, PROV.wasAttributedTo) == rdflib.URIRef(f"{BASE}id/072036")


def test_where_the_document_was_had_is_said_where_known(plan: Plan, iris: Iris) -> None:
    page = "https://www.city.example.jp/plans.html"
    graph = of_document(plan, iris, url=URL, page=page, retrieved="2026-10-01")
    retrieval = graph.value(SOURCE, PROV.wasGeneratedBy)
    assert graph.value(SOURCE, PROV.wasDerivedFrom) == rdflib.URIRef(URL)
    assert graph.value(SOURCE, FOAF.page) == rdflib.URIRef(page)
    assert graph.value(retrieval, PROV.used) == rdflib.URIRef(URL)
    assert graph.value(retrieval, DCTERMS.date) == rdflib.Literal("2026-10-01", datatype=XSD.date)
    assert (rdflib.URIRef(URL), RDF.type, PROV.Entity) in graph


@pytest.mark.parametrize("known", [{"url": URL}, {"retrieved": "2026-10-01"}])
def test_half_of_it_is_said_where_half_is_known(
    known: dict[str, str], plan: Plan, iris: Iris
) -> None:
    graph = of_document(plan, iris, **known)
    assert ((SOURCE, PROV.wasDerivedFrom, None) in graph) is ("url" in known)
    assert ((SOURCE, PROV.wasGeneratedBy, None) in graph) is ("retrieved" in known)
    assert (None, PROV.used, rdflib.URIRef(URL)) not in graph


def test_a_release_revises_the_one_before_and_makes_no_file_of_it(plan: Plan) -> None:
    earlier = (EarlierRelease("1.0.0", "2026-11-23"), EarlierRelease("0.9.0", "2026-01-01"))
    graph = of_release(plan, Release("1.1.0", "2026-11-23", "2026-12-01", earlier=earlier))
    new = rdflib.URIRef(f"{DATASET}/1.1.0")
    assert list(graph.objects(new, PROV.wasRevisionOf)) == [VERSION]
    made = set(graph.subjects(PROV.wasGeneratedBy, rdflib.URIRef(f"{new}#build")))
    assert rdflib.URIRef(f"{new}/{SLUG}.nt.gz") in made
    assert rdflib.URIRef(f"{VERSION}/{SLUG}.nt.gz") not in made


def test_without_a_day_none_is_said(plan: Plan) -> None:
    assert not list(of_release(plan, Release()).subjects(DCTERMS.date))


def test_every_node_has_an_iri_and_every_described_one_a_label(graph: rdflib.Graph) -> None:
    assert not any(isinstance(term, rdflib.BNode) for triple in graph for term in triple)
    assert [one for one in set(graph.subjects()) if not graph.value(one, RDFS.label)] == []


def test_the_same_plan_gives_the_same_bytes_and_nothing_twice(plan: Plan, iris: Iris) -> None:
    triples = list(provenance_triples(plan, iris))
    assert len(triples) == len(set(triples))
    outputs = []
    for _ in range(2):
        output = BytesIO()
        TURTLE.resolve_writer()(provenance_triples(plan, iris), TURTLE, output, BASE)
        outputs.append(output.getvalue())
    assert outputs[0] == outputs[1]
    assert str(ROOT).encode() not in outputs[0]
