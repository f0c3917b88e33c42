"""Every shape and every rule of our shapes, by examples whose names say what is expected.

`PlannedProject-label/invalid.missing.trig` trips plan#PlannedProject-label; beside it stands the
approved report, in English and in Japanese. An example is a change to base.ttl, a small whole plan.
The examples of shapes/catalog.ttl stand in catalog/ and change a small whole catalogue.

* `GRAPH <urn:without>` holds what is taken away; `[]` stands for whatever value is there,
* the triples outside of any graph are added,
* `GRAPH <urn:rename>` gives nodes another IRI, wherever they stand.
"""

import time
from collections.abc import Callable, Iterable
from functools import cache
from pathlib import Path

import pytest
from rdflib import OWL, RDF, RDFS, SH, SKOS, Graph, Literal, Namespace, URIRef
from rdflib.plugins.sparql.parser import parseQuery
from rdflib.term import Node

from kyodo_lod import pipeline
from kyodo_lod.check.graph import check_graph
from kyodo_lod.check.report import Report
from kyodo_lod.check.reports.text import write
from kyodo_lod.check.shapes import Shapes, load_shapes
from kyodo_lod.finding import Severity
from kyodo_lod.model.rules import RULES
from kyodo_lod.rdf.formats import TRIG, TURTLE
from kyodo_lod.rdf.read import parse
from kyodo_lod.rdf.terms import BlankNode, DefaultGraph, NamedNode, Triple
from kyodo_lod.rdf.vocabulary import dct, kyo

HERE = Path(__file__).parent
ROOT = HERE.parents[1]
KORIYAMA = ROOT / "data" / "072036-koriyama" / "kyodo-2" / "fy2018"
ONTOLOGY = ROOT / "ontology" / "kyodo.ttl"
HOME = "https://w3id.org/kyodo-lod/shapes/"
KYO = Namespace(kyo.iri)

#: where the examples of each profile stand
FOLDERS = {"plan": HERE, "catalog": HERE / "catalog"}
EXAMPLES = [path for folder in FOLDERS.values() for path in sorted(folder.glob("*/*.trig"))]
VALID = [path for path in EXAMPLES if path.name.startswith("valid.")]
FAULTY = [path for path in EXAMPLES if path not in VALID]
#: how an example begins that shows a fault of this severity
WORD = {Severity.VIOLATION: "invalid", Severity.WARNING: "warning"}

WITHOUT, RENAME = NamedNode("urn:without"), NamedNode("urn:rename")


@cache
def demanded(profile: str) -> Shapes:
    """Read the shapes of a profile, once."""
    return load_shapes(profile)


@pytest.fixture(params=FOLDERS)
def profile(request: pytest.FixtureRequest) -> str:
    """Give the name of each profile."""
    return str(request.param)


@pytest.fixture
def shapes(profile: str) -> Shapes:
    """Give the shapes of each profile."""
    return demanded(profile)


@cache
def written(profile: str) -> Graph:
    """Read the shapes of a profile as anybody's program does."""
    return Graph(bind_namespaces="none").parse(ROOT / "shapes" / f"{profile}.ttl", format="turtle")


@pytest.fixture
def graph(profile: str) -> Graph:
    """Give the triples of each profile."""
    return written(profile)


def texts(graph: Graph, shape: Node, predicate: Node) -> dict[str, str]:
    """Give the texts of a shape by language."""
    found = graph.objects(shape, predicate)
    return {each.language or "": str(each) for each in found if isinstance(each, Literal)}


def profile_of(path: Path) -> str:
    """Give the profile that an example is about."""
    return "catalog" if FOLDERS["catalog"] in path.parents else "plan"


def name(path: Path) -> str:
    """Name an example as its folder and file do."""
    return path.relative_to(HERE).as_posix()


def triples(quads: Iterable[object], graph: object) -> list[Triple]:
    """Give the triples of one graph."""
    return [Triple(q.subject, q.predicate, q.object) for q in quads if q.graph_name == graph]


@cache
def base(profile: str) -> tuple[Triple, ...]:
    """Read the plan or catalogue that the examples change."""
    path = FOLDERS[profile] / "base.ttl"
    return tuple(triples(parse(path.read_bytes(), TURTLE, path.name), DefaultGraph()))


def example(path: Path) -> list[Triple]:
    """Give the graph that an example stands for."""
    change = list(parse(path.read_bytes(), TRIG, name(path)))
    graph = list(base(profile_of(path)))
    for gone in triples(change, WITHOUT):
        left = [triple for triple in graph if not stands_for(gone, triple)]
        assert len(left) < len(graph), f"{name(path)}: base.ttl has no {gone}"
        graph = left
    graph += triples(change, DefaultGraph())
    return renamed(graph, {t.subject: t.object for t in triples(change, RENAME)})


def stands_for(pattern: Triple, triple: Triple) -> bool:
    """Tell whether `pattern`, whose object may be [], stands for `triple`."""
    same = (pattern.subject, pattern.predicate) == (triple.subject, triple.predicate)
    return same and (isinstance(pattern.object, BlankNode) or pattern.object == triple.object)


def renamed(graph: Iterable[Triple], names: dict[object, object]) -> list[Triple]:
    """Put other IRIs in place of those that `names` holds."""
    return [
        Triple(names.get(t.subject, t.subject), t.predicate, names.get(t.object, t.object))
        for t in graph
    ]


def check(path: Path) -> Report:
    """Validate an example."""
    return Report(path.name, tuple(check_graph(example(path), demanded(profile_of(path)))))


@pytest.mark.parametrize("path", VALID, ids=name)
def test_valid_example_conforms(path: Path) -> None:
    assert check(path).findings == ()


@pytest.mark.parametrize("path", FAULTY, ids=name)
def test_faulty_example_trips_its_shape(path: Path, approved: Callable[[Path, str], None]) -> None:
    report = check(path)
    rule = f"{profile_of(path)}#{path.parent.name}"
    own = [f for f in report.findings if f.short_rule == rule]
    assert own
    assert {WORD[finding.severity] for finding in own} == {path.name.partition(".")[0]}
    text = f"{write([report], 'en')}\n{write([report], 'ja')}"
    approved(path.with_name(f"{path.name}.approved.txt"), text)


def test_base_conforms(profile: str, shapes: Shapes) -> None:
    assert check_graph(base(profile), shapes) == []


def test_two_years_in_one_graph_conform() -> None:
    """Each year's counts and orders are its own; policies, units and places are told once."""
    text = (HERE / "base.ttl").read_text(encoding="utf-8")
    for old, new in [("2019", "2021"), ("2018", "2020"), ("5ad718", "6be829")]:
        text = text.replace(old, new)
    other = triples(parse(text.encode(), TURTLE, "2020"), DefaultGraph())
    assert check_graph([*base("plan"), *other], demanded("plan")) == []


def test_real_plan_conforms() -> None:
    dump = pipeline.convert(KORIYAMA, to="n-triples")
    assert check_graph(parse(dump, TURTLE, "koriyama"), demanded("plan")) == []


def rules(graph: Graph) -> set[Node]:
    """Give what may be the source of a result: the shapes and constraints of our own."""
    made = {SH.PropertyShape, SH.SPARQLConstraint}
    found = {s for kind in made for s in graph.subjects(RDF.type, kind)}
    constrained = {
        s for s in graph.subjects(RDF.type, SH.NodeShape) if (s, SH.pattern, None) in graph
    }
    return found | {shape for shape in constrained if is_targeted(graph, shape)}


def is_targeted(graph: Graph, shape: Node) -> bool:
    """Tell whether a shape finds its own focus nodes."""
    targets = (SH.targetClass, SH.targetNode, SH.targetObjectsOf, SH.targetSubjectsOf)
    return any((shape, target, None) in graph for target in targets)


def test_every_rule_has_examples(profile: str, graph: Graph) -> None:
    expected = {
        str(rule).removeprefix(f"{HOME}{profile}#"): severity(graph, rule) for rule in rules(graph)
    }
    found = {path.parent.name for path in EXAMPLES if profile_of(path) == profile}
    assert found == set(expected)
    for folder, of_fault in expected.items():
        examples = (FOLDERS[profile] / folder).glob("*.trig")
        words = {path.name.partition(".")[0] for path in examples}
        assert words == {"valid", WORD[of_fault]}, folder


def test_every_approved_report_has_its_example() -> None:
    reports = set(HERE.glob("**/*.approved.txt"))
    assert reports == {path.with_name(f"{path.name}.approved.txt") for path in FAULTY}


def severity(graph: Graph, rule: Node) -> Severity:
    """Give the stated severity of a shape or constraint."""
    return Severity(str(graph.value(rule, SH.severity)).removeprefix(str(SH)))


def test_every_rule_is_explained_in_both_languages(graph: Graph) -> None:
    for rule in rules(graph):
        for predicate in (SH.name, SH.message, SH.description):
            said = texts(graph, rule, predicate)
            assert set(said) == {"ja", "en"}, (rule, predicate)
            assert all(text.strip() == text != "" for text in said.values()), (rule, predicate)
        assert set(texts(graph, rule, SKOS.example)) in ({"ja", "en"}, {""}), rule
        assert len(list(graph.objects(rule, SH.severity))) == 1, rule


def test_every_rule_is_in_force(graph: Graph) -> None:
    used = set(graph.objects(None, SH.property)) | set(graph.objects(None, SH.sparql))
    for rule in rules(graph):
        assert isinstance(rule, URIRef)
        assert rule in used or is_targeted(graph, rule), rule
    assert used <= rules(graph)
    assert not list(graph.subjects(SH.deactivated))


def test_rule_is_named_after_its_shape(graph: Graph) -> None:
    for shape, rule in graph.subject_objects(SH.property | SH.sparql):
        assert str(rule).startswith(f"{shape}-")


def test_query_is_as_severe_as_its_shape(graph: Graph) -> None:
    """SHACL takes the severity from the shape, and pySHACL adds the messages of the shape."""
    for shape, constraint in graph.subject_objects(SH.sparql):
        assert severity(graph, constraint) == severity(graph, shape)
        assert not texts(graph, shape, SH.message)


def test_placeholders_are_the_same_in_both_languages(graph: Graph) -> None:
    for rule in rules(graph):
        ja, en = (placeholders(texts(graph, rule, SH.message)[tag]) for tag in ("ja", "en"))
        select = graph.value(rule, SH.select)
        assert ja == en <= (variables(str(select)) if select else set()), rule


def placeholders(text: str) -> set[str]:
    """Give the names in `{?name}`."""
    return {part.partition("}")[0] for part in text.split("{?")[1:]}


def variables(select: str) -> set[str]:
    """Give the variables that a query projects, those of its result."""
    parsed = parseQuery("PREFIX kyo: <x:> PREFIX dct: <x:> PREFIX org: <x:> PREFIX rdfs: <x:> "
                        "PREFIX skos: <x:> PREFIX dcat: <x:> PREFIX xsd: <x:>" + select)  # fmt: skip
    return {str(term.evar or term.var) for term in parsed[1].projection}


def test_reader_and_shapes_agree_on_the_rules_they_share() -> None:
    graph = written("plan")
    shared = [rule for rule in RULES.values() if rule.name.startswith("plan#")]
    assert shared
    for rule in shared:
        assert URIRef(rule.iri) in rules(graph), rule.name
        assert severity(graph, URIRef(rule.iri)) is rule.severity, rule.name


@pytest.mark.parametrize(
    ("rule", "kinds"),
    [
        ("knownTerms", (OWL.ObjectProperty, OWL.DatatypeProperty, OWL.AnnotationProperty)),
        ("knownClasses", (OWL.Class,)),
    ],
)
def test_known_terms_are_those_of_the_ontology(rule: str, kinds: tuple[Node, ...]) -> None:
    graph = written("plan")
    ontology = Graph(bind_namespaces="none").parse(ONTOLOGY, format="turtle")
    terms = {s for kind in kinds for s in ontology.subjects(RDF.type, kind) if s in KYO}
    select = str(graph.value(URIRef(f"{HOME}plan#Graph-{rule}"), SH.select))
    listed = select.partition("NOT IN (")[2].partition(")")[0].split(",")
    assert {KYO[entry.strip().removeprefix("kyo:")] for entry in listed} == terms


def test_every_class_has_a_shape() -> None:
    graph = written("plan")
    ontology = Graph(bind_namespaces="none").parse(ONTOLOGY, format="turtle")
    classes = {s for s in ontology.subjects(RDF.type, OWL.Class) if s in KYO}
    unwritten = {KYO.ListedItem}  # data state its subclasses
    assert classes - unwritten <= set(graph.objects(None, SH.targetClass))


def test_header(profile: str, graph: Graph) -> None:
    header = URIRef(f"{HOME}{profile}")
    assert (header, RDF.type, OWL.Ontology) in graph
    assert set(texts(graph, header, RDFS.label)) == {"ja", "en"}
    versions = {"plan": "1.1.0", "catalog": "1.0.0"}
    assert graph.value(header, OWL.versionInfo) == Literal(versions[header.rpartition("/")[2]])
    assert not list(graph.objects(header, OWL.imports))


def test_a_section_of_many_projects_takes_as_long_as_they_are_many() -> None:
    plan = "https://example.org/id/999997/plan/machi-1"
    base = parse((HERE / "base.ttl").read_bytes(), TURTLE, "base.ttl")
    projects = (
        Triple(NamedNode(f"urn:p{number}"), predicate, NamedNode(plan + value))
        for number in range(5_000)
        for predicate, value in ((dct.isPartOf, "/fy2018"), (kyo.basicPolicy, "/policy/1"))
    )
    start = time.process_time()
    check_graph([*base, *projects], demanded("plan"))
    assert time.process_time() - start < 8  # each beside each other: above half a minute
