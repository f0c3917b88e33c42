"""Findings as a SHACL validation report: RDF that others read, blank in paths alone."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pyoxigraph
import pytest
import rdflib
from check.reports.findings import (
    COUNT,
    FINDINGS,
    FOREIGN,
    IN_GRAPH,
    IN_TURTLE,
    NOWHERE,
    OF_GRAPH,
    PLAIN,
    REPORTS,
)
from conftest import KORIYAMA
from hypothesis import given
from hypothesis import strategies as st
from pyshacl import validate
from rdflib.collection import Collection
from rdflib.namespace import DCTERMS, PROV, RDF, RDFS, SH, XSD

import kyodo_lod
from kyodo_lod.bilingual import Bilingual
from kyodo_lod.check.graph import check_graph
from kyodo_lod.check.report import Beyond, Report
from kyodo_lod.check.reports.turtle import READING, report_triples, write
from kyodo_lod.check.shapes import load_shapes
from kyodo_lod.finding import SHAPES, Finding, Severity
from kyodo_lod.origin import Origin
from kyodo_lod.query.library import find_query
from kyodo_lod.query.run import write_answer
from kyodo_lod.rdf.formats import TURTLE
from kyodo_lod.rdf.read import parse
from kyodo_lod.rdf.store import Store
from kyodo_lod.rdf.terms import NamedNode, Quad

KYO = rdflib.Namespace("https://w3id.org/kyodo-lod/def#")
#: what SHACL 1.0, section 3.6, demands of a report, as shapes
REPORT_SHAPES = """
@prefix sh: <http://www.w3.org/ns/shacl#> . @prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
@prefix ex: <https://example.org/> .
ex:Report a sh:NodeShape ; sh:targetClass sh:ValidationReport ; sh:nodeKind sh:IRI ;
  sh:property [ sh:path sh:conforms ; sh:minCount 1 ; sh:maxCount 1 ; sh:datatype xsd:boolean ] ,
    [ sh:path sh:result ; sh:class sh:ValidationResult ] .
ex:Result a sh:NodeShape ; sh:targetClass sh:ValidationResult ; sh:nodeKind sh:IRI ;
  sh:property [ sh:path [ sh:inversePath sh:result ] ; sh:minCount 1 ; sh:maxCount 1 ] ,
    [ sh:path sh:focusNode ; sh:minCount 1 ; sh:maxCount 1 ] ,
    [ sh:path sh:resultSeverity ; sh:minCount 1 ; sh:maxCount 1 ; sh:nodeKind sh:IRI ] ,
    [ sh:path sh:detail ; sh:class sh:AbstractResult ] ,
    [ sh:path sh:sourceConstraintComponent ; sh:minCount 1 ; sh:maxCount 1 ; sh:nodeKind sh:IRI ] ,
    [ sh:path sh:resultPath ; sh:maxCount 1 ; sh:nodeKind sh:BlankNodeOrIRI ] ,
    [ sh:path sh:value ; sh:maxCount 1 ] ,
    [ sh:path sh:sourceShape ; sh:maxCount 1 ; sh:nodeKind sh:IRI ] ,
    [ sh:path sh:resultMessage ; sh:or ( [ sh:datatype xsd:string ] [ sh:datatype
      <http://www.w3.org/1999/02/22-rdf-syntax-ns#langString> ] ) ; sh:uniqueLang true ] .
"""
_text = st.text(st.characters(exclude_categories=["Cs"]))
_origins = st.builds(Origin, _text.filter(bool), st.integers(0, 10**6))
_findings = st.builds(
    Finding,
    _text | st.sampled_from([PLAIN.rule, NOWHERE.rule]),
    st.sampled_from(Severity),
    st.builds(Bilingual, _text, _text),
    st.none() | _origins,
    st.lists(_origins, max_size=3).map(tuple),
    _text | st.just("https://example.org/x"),
    _text | st.sampled_from(["dct:title", "https://example.org/p"]),
    _text,
    st.sampled_from(["", "<>", "@ja", "@", "^^", f"^^{XSD.integer}"]) | _text,
    _text | st.just(str(SH.MinCountConstraintComponent)),
)
_reports = st.lists(
    st.builds(Report, _text, st.lists(_findings, max_size=4).map(tuple)), min_size=1, max_size=3
)


def read(text: str) -> rdflib.Graph:
    return rdflib.Graph().parse(data=text, format="turtle")


def of(*findings: Finding) -> rdflib.Graph:
    """Report findings of one input and read the report."""
    return read(write([Report("plan.txt", findings)], "en"))


def only(graph: rdflib.Graph, term: rdflib.URIRef) -> rdflib.term.Node | None:
    """Give what the only result says."""
    (result,) = graph.subjects(RDF.type, SH.ValidationResult)
    return graph.value(result, term)


def test_the_fixed_findings(approved: Callable[[Path, str], None]) -> None:
    approved(Path(__file__).parent / "turtle.approved.ttl", write(REPORTS, "en"))


def test_the_language_changes_nothing() -> None:
    assert write(REPORTS, "ja") == write(REPORTS, "en")


def test_a_report_is_as_shacl_demands() -> None:
    shapes = read(REPORT_SHAPES)
    conforms, _, text = validate(read(write(REPORTS, "en")), shacl_graph=shapes)
    assert conforms, text
    broken = read(write(REPORTS, "en"))
    broken.remove((None, SH.focusNode, None))
    assert not validate(broken, shacl_graph=shapes)[0]


@given(_reports)
def test_whatever_is_found_is_a_report(reports: list[Report]) -> None:
    text = write(reports, "en")
    quads = list(pyoxigraph.parse(text.encode(), format=pyoxigraph.RdfFormat.TURTLE))
    kinds = {type(term) for quad in quads for term in (quad.subject, quad.object)}
    assert pyoxigraph.BlankNode not in kinds
    results = {q.subject for q in quads if q.object.value == str(SH.ValidationResult)}  # type: ignore[union-attr]
    name = NamedNode("urn:x")
    different = {
        (report.place, str(list(report_triples(report, name)))): report for report in reports
    }.values()
    assert len(results) == sum(len(report.findings) for report in different)
    for term in (SH.focusNode, SH.resultSeverity, SH.sourceConstraintComponent):
        assert len([q for q in set(quads) if q.predicate.value == str(term)]) == len(results)


def test_shacl_counts_a_warning_among_the_results() -> None:
    for report in REPORTS:
        graph = read(write([report], "en"))
        (conforms,) = graph.objects(None, SH.conforms)
        assert conforms.toPython() is not bool(report.findings or report.unreadable)  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    "hidden", [Report("x", (), known=1), Report("x", (), beyond=(Beyond("r", Severity.INFO, 1),))]
)
def test_what_is_not_told_does_not_conform(hidden: Report) -> None:
    assert str(next(read(write([hidden], "en")).objects(None, SH.conforms))) == "false"


def test_no_message_is_no_empty_one() -> None:
    finding = Finding(PLAIN.rule, Severity.INFO, Bilingual("", ""))
    assert only(of(finding), SH.resultMessage) is None


def test_two_reports_are_two_things_the_same_is_one() -> None:
    names = set(read(write(REPORTS, "en")).subjects(RDF.type, SH.ValidationReport))
    assert len(names) == len(REPORTS)
    assert all(str(name).startswith("urn:uuid:") for name in names)
    assert len(set(read(write([REPORTS[0]] * 2, "en")).subjects(SH.conforms))) == 1
    again = Report(REPORTS[0].place, REPORTS[0].findings)
    assert write([again], "en") == write([REPORTS[0]], "en")


@pytest.mark.parametrize(
    "more",
    [
        {"label": Bilingual("名", "name")},
        {"excerpt": "a line"},
        {"related": (Origin("plan.txt", 50, column=3, end=5),)},
    ],
)
def test_what_the_report_does_not_tell_changes_no_name(more: dict[str, Any]) -> None:
    """An identity made of a whole object would change with every new field of its class."""
    report = Report("plan.txt", (replace(COUNT, **more),), engine="fast", rules=("a",))
    assert write([report], "en") == write([Report("plan.txt", (COUNT,))], "en")


@pytest.mark.parametrize("name", ["rule", "focus", "path", "value", "kind"])
def test_what_the_report_tells_is_in_its_name(name: str) -> None:
    given = {"rule": "https://x/r", "focus": "https://x/f", "path": "dct:title", "kind": "@en"}
    finding = replace(COUNT, value="v", focus="https://x/g")
    other = replace(finding, **{name: given.get(name, "w")})
    names = set(
        read(write([Report("x", (f,)) for f in (finding, other)], "en")).subjects(SH.conforms)
    )
    assert len(names) == 2


def test_results_are_counted_in_order_under_the_report() -> None:
    name = NamedNode("https://example.org/report")
    triples = list(report_triples(Report("x", (PLAIN, COUNT)), name))
    results = [t.object.value for t in triples if t.predicate.value == str(SH.result)]  # type: ignore[union-attr]
    assert results == [f"{name.value}#result-1", f"{name.value}#result-2"]


def test_what_reading_found_is_about_its_place() -> None:
    graph = of(COUNT)
    focus = only(graph, SH.focusNode)
    assert graph.value(focus, KYO.lineNumber) == rdflib.Literal(14)
    (result,) = graph.subjects(RDF.type, SH.ValidationResult)
    lines = {
        graph.value(place, KYO.lineNumber) for place in graph.objects(result, PROV.wasDerivedFrom)
    }
    assert lines == {rdflib.Literal(14), rdflib.Literal(50)}
    assert str(only(graph, SH.sourceConstraintComponent)) == READING.value
    assert str(only(graph, SH.sourceShape)) == COUNT.rule
    assert (rdflib.URIRef(READING.value), RDF.type, SH.ConstraintComponent) in graph


def test_what_shacl_found_is_about_its_node_and_has_its_place() -> None:
    graph = of(OF_GRAPH)
    assert str(only(graph, SH.focusNode)) == OF_GRAPH.focus
    assert only(graph, SH.resultPath) == KYO.listOrder
    place = only(graph, PROV.wasDerivedFrom)
    assert graph.value(place, KYO.lineNumber) == rdflib.Literal(70)
    assert str(graph.value(place, RDFS.label)) == "plan.txt 70行目"


def test_a_component_that_stands_in_for_a_shape_is_no_shape() -> None:
    graph = of(NOWHERE)
    assert only(graph, SH.sourceConstraintComponent) == SH.MinCountConstraintComponent
    assert only(graph, SH.sourceShape) is None
    path = only(graph, SH.resultPath)
    assert isinstance(path, rdflib.BNode)
    first, inverse = Collection(graph, path)
    assert (first, graph.value(inverse, SH.inversePath)) == (KYO.a, KYO.b)


@pytest.mark.parametrize(
    ("value", "kind", "expected"),
    [
        ("15", f"^^{XSD.integer}", rdflib.Literal(15)),
        ("x", f"^^{XSD.integer}", rdflib.Literal("x", datatype=XSD.integer, normalize=False)),
        ("名", "@ja", rdflib.Literal("名", lang="ja")),
        ("https://example.org/", "<>", rdflib.URIRef("https://example.org/")),
        ("https://example.org/", "", rdflib.Literal("https://example.org/")),
        ("no IRI", "<>", rdflib.Literal("no IRI")),
        ("x", "@no tag", rdflib.Literal("x")),
    ],
)
@pytest.mark.filterwarnings("ignore")
def test_a_value_is_the_term_it_was(value: str, kind: str, expected: rdflib.term.Node) -> None:
    finding = Finding(PLAIN.rule, Severity.WARNING, PLAIN.message, value=value, kind=kind)
    assert only(of(finding), SH.value) == expected


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("dct:title", "http://purl.org/dc/terms/title"),
        ("https://example.org/p", "https://example.org/p"),
        ("nobody:knows", None),
        ("https://example.org/a/b", "https://example.org/a/b"),
        ("", None),
    ],
)
def test_a_path_is_said_where_it_is_one_property(path: str, expected: str | None) -> None:
    finding = Finding(PLAIN.rule, Severity.WARNING, PLAIN.message, path=path)
    said = only(of(finding), SH.resultPath)
    assert said == (rdflib.URIRef(expected) if expected else None)


def test_the_line_of_the_rdf_file_stands_beside_the_documents() -> None:
    graph = of(IN_GRAPH)
    (result,) = graph.subjects(RDF.type, SH.ValidationResult)
    places = {
        (
            graph.value(graph.value(place, DCTERMS.isPartOf), name),
            graph.value(place, KYO.lineNumber),
        )
        for place in graph.objects(result, PROV.wasDerivedFrom)
        for name in (KYO.fileName, RDFS.label)
    } - {(None, rdflib.Literal(n)) for n in (14, 69, 412)}
    assert {(str(name), int(line)) for name, line in places} == {  # type: ignore[arg-type]
        ("plan.txt", 69),
        ("plan.txt", 14),
        ("dist/plan.nt", 412),
    }
    documents = set(graph.subjects(RDF.type, KYO.SourceDocument))
    assert len(documents) == 1, "an RDF file is no document of a city"


def test_a_file_without_lines_is_named_as_a_whole() -> None:
    graph = of(FOREIGN[0])
    place = only(graph, PROV.wasDerivedFrom)
    assert graph.value(place, RDFS.label) == rdflib.Literal("https//x/g.jsonld")
    assert graph.value(place, KYO.lineNumber) is None


def test_demands_within_a_rule_are_details() -> None:
    graph = of(IN_GRAPH)
    (result,) = graph.subjects(RDF.type, SH.ValidationResult)
    first, second = sorted(graph.objects(result, SH.detail))
    assert str(graph.value(first, SH.sourceShape)) == f"{SHAPES}plan#UncanonicalInteger"
    (deeper,) = graph.objects(first, SH.detail)
    assert graph.value(deeper, SH.sourceConstraintComponent) == SH.DatatypeConstraintComponent
    assert graph.value(deeper, SH.resultMessage, any=True) is not None
    assert list(graph.objects(second, SH.detail)) == []
    assert set(graph.objects(None, SH.result)) == {result}, "details are no results of their own"


def test_a_severity_of_the_shapes_own_is_told_as_it_is() -> None:
    assert str(only(of(IN_GRAPH), SH.resultSeverity)) == IN_GRAPH.stated_severity
    broken = replace(IN_GRAPH, stated_severity="no IRI")
    assert only(of(broken), SH.resultSeverity) == SH.Violation


def test_a_blank_node_gets_a_name_under_the_report() -> None:
    assert str(only(of(IN_TURTLE), SH.focusNode)).endswith("#node=_%3Ab0")


def test_a_message_without_a_language_gets_none() -> None:
    finding = Finding(PLAIN.rule, Severity.INFO, Bilingual("too few", "too few"))
    assert only(of(finding), SH.resultMessage) == rdflib.Literal("too few")
    graph = of(PLAIN)
    messages = {message.language for message in graph.objects(None, SH.resultMessage)}  # type: ignore[attr-defined]
    assert messages == {"ja", "en"}


def test_a_name_that_is_no_text_is_replaced() -> None:
    broken = b"\xff.ttl".decode("utf-8", "surrogateescape")
    finding = Finding(PLAIN.rule, Severity.INFO, PLAIN.message, Origin(broken, 1))
    graph = read(write([Report(broken, (finding,))], "en"))
    assert [str(name) for name in graph.objects(None, KYO.fileName)] == ["?.ttl"]


def test_a_real_graph_gives_a_real_report() -> None:
    text = """
        @prefix kyo: <https://w3id.org/kyodo-lod/def#> . @base <https://example.org/> .
        <id/999997/plan/m/fy2018/p/1-01> a kyo:PlannedProject ; kyo:listOrder "x" ;
            kyo:responsibleUnit "課"@ja ; kyo:documentOrder 0 ; kyo:fiscalYear <id/none> ."""
    found = check_graph(parse(text.encode(), TURTLE, "x.ttl"), load_shapes("plan"))
    graph = read(write([Report("x.ttl", tuple(found))], "en"))
    by_rule = {
        str(graph.value(result, SH.sourceShape)): result for result in graph.subjects(SH.focusNode)
    }
    result = by_rule[f"{SHAPES}plan#PlannedProject-listOrder"]
    assert graph.value(result, SH.value) == rdflib.Literal("x")
    assert graph.value(result, SH.sourceConstraintComponent) == SH.DatatypeConstraintComponent
    values = set(graph.objects(None, SH.value))
    assert {rdflib.Literal("課", lang="ja"), rdflib.Literal(0)} <= values
    assert rdflib.URIRef("https://example.org/id/none") in values
    assert len(list(graph.subjects(RDF.type, SH.ValidationResult))) == len(found) > 5
    assert (None, SH.sourceConstraintComponent, rdflib.URIRef(READING.value)) not in graph


def test_shapes_without_an_iri_and_messages_in_any_language_are_told(tmp_path: Path) -> None:
    (tmp_path / "own.ttl").write_text("""
        @prefix sh: <http://www.w3.org/ns/shacl#> . @prefix ex: <https://example.org/> .
        ex:S sh:targetNode ex:a ; sh:property
          [ sh:path ( ex:p ex:q ) ; sh:minCount 1 ; sh:message "fehlt"@de, "missing" ] ,
          [ sh:path ex:r ; sh:minCount 1 ] ; sh:sparql ex:Q .
        ex:Q sh:select "SELECT $this WHERE { $this ?p ?o }" .""")
    data = parse(b"@prefix ex: <https://example.org/> . ex:a ex:x 1 .", TURTLE, "x.ttl")
    found = check_graph(data, load_shapes(str(tmp_path / "own.ttl")))
    graph = read(write([Report("x.ttl", tuple(found))], "en"))
    shapes = {graph.value(r, SH.sourceShape) for r in graph.subjects(SH.resultSeverity)}
    assert all(isinstance(shape, rdflib.URIRef) for shape in shapes)
    assert len(shapes) == 3, "none of the property shapes is the node shape"
    (constraint,) = graph.subjects(SH.sourceConstraint)
    assert graph.value(constraint, SH.sourceShape) == rdflib.URIRef("https://example.org/S")
    messages = set(graph.objects(None, SH.resultMessage))
    assert {rdflib.Literal("fehlt", lang="de"), rdflib.Literal("missing")} <= messages
    conforms, _, said = validate(graph, shacl_graph=rdflib.Graph().parse(data=REPORT_SHAPES))
    assert conforms, said


def test_the_report_of_the_real_document_conforms() -> None:
    graph = read(write([kyodo_lod.validate(KORIYAMA)], "en"))
    assert [value.toPython() for value in graph.objects(None, SH.conforms)] == [True]  # type: ignore[attr-defined]


def test_the_named_query_counts_the_findings() -> None:
    report = Report("plan.txt", FINDINGS)
    triples = report_triples(report, NamedNode("https://example.org/report"))
    store = Store(Quad(t.subject, t.predicate, t.object) for t in triples)
    rows = write_answer(find_query("findings-by-severity"), store, {}, "csv").decode().splitlines()
    counts = [int(row.split(",")[2]) for row in rows[1:]]
    assert sum(counts) == len(FINDINGS)
    assert rows[1].startswith("Violation,")
