"""void.ttl: every number counted again, from the dump and in SPARQL."""

import dataclasses
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

import pyoxigraph
import pytest
import rdflib
from publish.conftest import BASE, SLUG
from rdflib.namespace import DCTERMS, FOAF, RDF, RDFS, VOID

from kyodo_lod.mapping.graph import graph as graph_of
from kyodo_lod.mapping.iris import Iris
from kyodo_lod.model.plan import Plan
from kyodo_lod.publish.dumps import write_dumps
from kyodo_lod.publish.entry import Entry
from kyodo_lod.publish.void import void_triples
from kyodo_lod.rdf.formats import FORMATS, TURTLE, format_of
from kyodo_lod.rdf.vocabulary import PUBLICATION_VOCABULARIES

DATASET = rdflib.URIRef(f"{BASE}dataset/{SLUG}")
DESCRIPTION = rdflib.URIRef(f"{BASE}void.ttl")


@pytest.fixture(scope="module")
def folder(plan: Plan, iris: Iris, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give a folder with the dumps of the real plan."""
    made = tmp_path_factory.mktemp("void")
    write_dumps(list(graph_of(plan, iris)), iris, SLUG, made / "dataset" / SLUG)
    return made


@pytest.fixture(scope="module")
def dump(folder: Path) -> rdflib.Graph:
    return rdflib.Graph().parse(folder / "dataset" / SLUG / f"{SLUG}.nt")


def described(entries: list[Entry], folder: Path) -> rdflib.Graph:
    """Write and read void.ttl."""
    output, base = BytesIO(), entries[0].iris.base
    TURTLE.resolve_writer()(void_triples(entries, folder), TURTLE, output, base)
    return rdflib.Graph().parse(data=output.getvalue(), format="turtle")


@pytest.fixture(scope="module")
def graph(plan: Plan, iris: Iris, folder: Path) -> rdflib.Graph:
    return described([Entry(plan.manifest, iris, 76)], folder)


def counted(dump: rdflib.Graph, what: str, pattern: str) -> int:
    """Count in SPARQL."""
    (row,) = dump.query(f"SELECT (COUNT({what}) AS ?n) WHERE {{ {pattern} }}")
    return int(row[0])  # type: ignore[index]


def number(graph: rdflib.Graph, subject: rdflib.term.Node, term: rdflib.URIRef) -> int:
    (value,) = graph.objects(subject, term)
    assert isinstance(value, rdflib.Literal)
    assert value.datatype == rdflib.XSD.integer
    return int(value)


#: each number of a dataset, and how SPARQL counts it
NUMBERS = {
    "triples": ("*", "?s ?p ?o"),
    "entities": ("DISTINCT ?s", f"?s a ?c . FILTER(STRSTARTS(STR(?s), '{BASE}id/'))"),
    "classes": ("DISTINCT ?c", "?s a ?c"),
    "properties": ("DISTINCT ?p", "?s ?p ?o"),
    "distinctSubjects": ("DISTINCT ?s", "?s ?p ?o"),
    "distinctObjects": ("DISTINCT ?o", "?s ?p ?o"),
}


@pytest.mark.parametrize("name", NUMBERS)
def test_every_number_of_the_dataset(name: str, graph: rdflib.Graph, dump: rdflib.Graph) -> None:
    assert number(graph, DATASET, VOID[name]) == counted(dump, *NUMBERS[name]) > 0


def test_every_class_has_its_part_and_its_numbers(graph: rdflib.Graph, dump: rdflib.Graph) -> None:
    parts = list(graph.objects(DATASET, VOID.classPartition))
    classes = [graph.value(part, VOID["class"]) for part in parts]
    assert set(classes) == set(dump.objects(None, RDF.type))
    assert len(classes) == number(graph, DATASET, VOID.classes)
    for part, class_ in zip(parts, classes, strict=True):
        members = f"?s a <{class_}>"
        assert number(graph, part, VOID.entities) == counted(dump, "DISTINCT ?s", members)
        assert number(graph, part, VOID.triples) == counted(dump, "*", f"{members} . ?s ?p ?o")


def test_every_property_has_its_part_and_its_numbers(
    graph: rdflib.Graph, dump: rdflib.Graph
) -> None:
    parts = list(graph.objects(DATASET, VOID.propertyPartition))
    properties = [graph.value(part, VOID.property) for part in parts]
    assert set(properties) == set(dump.predicates())
    assert len(properties) == number(graph, DATASET, VOID.properties)
    for part, property_ in zip(parts, properties, strict=True):
        uses = f"?s <{property_}> ?o"
        assert number(graph, part, VOID.triples) == counted(dump, "*", uses)
        assert number(graph, part, VOID.distinctSubjects) == counted(dump, "DISTINCT ?s", uses)
        assert number(graph, part, VOID.distinctObjects) == counted(dump, "DISTINCT ?o", uses)


def test_every_linkset_has_its_target_and_its_number(
    graph: rdflib.Graph, dump: rdflib.Graph
) -> None:
    found = {}
    for linkset in graph.objects(DATASET, VOID.subset):
        assert (linkset, RDF.type, VOID.Linkset) in graph
        assert graph.value(linkset, VOID.subjectsTarget) == DATASET
        target = graph.value(linkset, VOID.objectsTarget)
        space, predicate = (
            graph.value(target, VOID.uriSpace),
            graph.value(linkset, VOID.linkPredicate),
        )
        links = f"?s <{predicate}> ?o . FILTER(STRSTARTS(STR(?o), '{space}'))"
        times = number(graph, linkset, VOID.triples)
        assert times == counted(dump, "*", links)
        found[str(space)] = times
    assert found == {
        "http://data.e-stat.go.jp/lod/": 3,
        "https://sws.geonames.org/": 3,
        "http://www.wikidata.org/entity/": 1,
    }


def test_the_whole_is_one_document_in_several_formats(folder: Path, graph: rdflib.Graph) -> None:
    dumps = {str(dump) for dump in graph.objects(DATASET, VOID.dataDump)}
    published = {fmt.extension for fmt in FORMATS.values() if fmt.published}
    assert dumps == {f"{DATASET}/{SLUG}.{extension}" for extension in published}
    contents = []
    for iri in sorted(dumps):
        path = folder / iri.removeprefix(BASE)
        fmt = format_of(path)
        assert fmt is not None
        quads = pyoxigraph.parse(path=path, format=getattr(pyoxigraph.RdfFormat, fmt.oxigraph))
        contents.append({(quad.subject, quad.predicate, quad.object) for quad in quads})
    assert all(content == contents[0] for content in contents)
    assert number(graph, DATASET, VOID.documents) == 1
    assert len(list(graph.objects(DATASET, VOID.feature))) == len(published)


def test_the_features_are_the_w3cs_iris_of_formats(graph: rdflib.Graph) -> None:
    names = ("JSON-LD", "N-Triples", "RDF_XML", "TriG", "Turtle")
    features = sorted(map(str, graph.objects(DATASET, VOID.feature)))
    assert features == [f"http://www.w3.org/ns/formats/{name}" for name in names]


def test_the_ways_in_lead_somewhere(graph: rdflib.Graph, dump: rdflib.Graph) -> None:
    examples = list(graph.objects(DATASET, VOID.exampleResource))
    roots = list(graph.objects(DATASET, VOID.rootResource))
    assert (len(examples), len(roots)) == (3, 1)
    assert all((one, None, None) in dump for one in (*examples, *roots))
    space = str(graph.value(DATASET, VOID.uriSpace))
    assert all(str(one).startswith(space) for one in (*examples, *roots))


def test_the_vocabularies_are_those_of_classes_and_properties(
    graph: rdflib.Graph, dump: rdflib.Graph
) -> None:
    terms = {*dump.predicates(), *dump.objects(None, RDF.type)}
    used = {str(vocabulary) for vocabulary in graph.objects(DATASET, VOID.vocabulary)}
    assert all(any(str(term).startswith(iri) for iri in used) for term in terms)
    assert all(any(str(term).startswith(iri) for term in terms) for iri in used)
    assert used <= {vocabulary.iri for vocabulary in PUBLICATION_VOCABULARIES}


def test_the_file_describes_itself(graph: rdflib.Graph) -> None:
    assert (DESCRIPTION, RDF.type, VOID.DatasetDescription) in graph
    assert list(graph.objects(DESCRIPTION, FOAF.topic)) == [DATASET]
    assert list(graph.objects(DESCRIPTION, FOAF.primaryTopic)) == [DATASET]
    assert {text.language for text in graph.objects(DESCRIPTION, DCTERMS.description)} == {
        "ja",
        "en",
    }  # type: ignore[attr-defined]


def test_the_terms_of_use_stand_beside_the_licence(graph: rdflib.Graph) -> None:
    assert graph.value(DATASET, DCTERMS.license)
    rights = graph.value(DATASET, DCTERMS.rights)
    assert {text.language for text in graph.objects(rights, RDFS.label)} == {"ja", "en"}  # type: ignore[attr-defined]


def test_every_node_has_an_iri_and_every_described_one_a_label(graph: rdflib.Graph) -> None:
    assert not any(isinstance(term, rdflib.BNode) for triple in graph for term in triple)
    assert [one for one in set(graph.subjects()) if not graph.value(one, RDFS.label)] == []


def test_no_subject_is_described_in_two_places(plan: Plan, iris: Iris, folder: Path) -> None:
    subjects = [t.subject for t in void_triples([Entry(plan.manifest, iris, 76)], folder)]
    runs = [one for one, before in zip(subjects, [None, *subjects], strict=False) if one != before]
    assert len(runs) == len(set(runs))


def _other_year(plan: Plan, **changes: object) -> Plan:
    manifest = plan.manifest
    document = dataclasses.replace(manifest.document, fiscal_year=2019)
    municipality = dataclasses.replace(manifest.municipality, **changes)  # type: ignore[arg-type]
    other = dataclasses.replace(manifest, document=document, municipality=municipality)
    return dataclasses.replace(plan, manifest=other)


def _entries(plans: list[Plan], folder: Path) -> Iterator[Entry]:
    for plan in plans:
        iris, slug = Iris(plan, BASE), plan.manifest.slug
        if not (folder / "dataset" / slug).exists():
            write_dumps(list(graph_of(plan, iris)), iris, slug, folder / "dataset" / slug)
        yield Entry(plan.manifest, iris, 76)


def test_of_several_datasets_none_is_the_primary_topic(plan: Plan, tmp_path: Path) -> None:
    entries = list(_entries([plan, _other_year(plan)], tmp_path))
    graph = described(entries, tmp_path)
    assert len(list(graph.objects(DESCRIPTION, FOAF.topic))) == 2
    assert not list(graph.objects(DESCRIPTION, FOAF.primaryTopic))
    for dataset in graph.objects(DESCRIPTION, FOAF.topic):
        path = next((tmp_path / str(dataset).removeprefix(BASE)).glob("*.nt"))
        assert number(graph, dataset, VOID.triples) == len(rdflib.Graph().parse(path))


def test_a_dataset_nobody_listed_is_a_target_by_its_host(plan: Plan, tmp_path: Path) -> None:
    other = _other_year(plan, same_as=("https://data.example.net/city/7", "http://ja.dbpedia.org/resource/郡山市"))  # fmt: skip
    graph = described(list(_entries([other], tmp_path)), tmp_path)
    spaces = {str(space) for space in graph.objects(None, VOID.uriSpace)}
    assert {"https://data.example.net/", "http://ja.dbpedia.org/resource/"} <= spaces


def test_an_endpoint_is_named_where_there_is_one(plan: Plan, tmp_path: Path) -> None:
    (entry,) = _entries([plan], tmp_path)
    assert entry.manifest.publication is not None
    endpoint = "https://example.org/sparql"
    publication = dataclasses.replace(entry.manifest.publication, endpoint=endpoint)
    manifest = dataclasses.replace(entry.manifest, publication=publication)
    graph = described([dataclasses.replace(entry, manifest=manifest)], tmp_path)
    assert str(graph.value(DATASET, VOID.sparqlEndpoint)) == endpoint
    assert not list(described([entry], tmp_path).objects(DATASET, VOID.sparqlEndpoint))
