"""The statement of quality: each value measured again, on the dump, in SPARQL."""

import dataclasses
from collections.abc import Iterable
from decimal import Decimal

import pytest
import rdflib
from conftest import ROOT
from publish.conftest import BASE, SLUG
from rdflib.namespace import PROV, RDF, RDFS, SH, SKOS, XSD

from kyodo_lod.bilingual import Bilingual
from kyodo_lod.finding import SHAPES, Finding, Severity
from kyodo_lod.mapping.graph import graph as graph_of
from kyodo_lod.mapping.iris import Iris
from kyodo_lod.model.plan import Plan, PlannedProject, Unit
from kyodo_lod.publish.quality import measurements, quality_triples
from kyodo_lod.publish.rules_graph import rules_triples
from kyodo_lod.rdf.interop import to_rdflib

DQV = rdflib.Namespace("http://www.w3.org/ns/dqv#")
KYO = rdflib.Namespace("https://w3id.org/kyodo-lod/def#")
METRIC = "https://w3id.org/kyodo-lod/scheme/quality/"
DATASET = rdflib.URIRef(f"{BASE}dataset/{SLUG}")
FINDINGS = [
    Finding(f"{SHAPES}x", severity, Bilingual("誤り", "wrong"))
    for severity in (Severity.WARNING, Severity.INFO, Severity.WARNING)
]
PREFIXES = f"""
PREFIX dct: <http://purl.org/dc/terms/> PREFIX prov: <{PROV}>
PREFIX kyo: <https://w3id.org/kyodo-lod/def#>
"""
#: what a share is a share of, and what it counts among them
SHARES = {
    "registered-unit-share": (
        "?s a kyo:PlannedProject",
        """?s kyo:responsibleUnit ?any
           FILTER NOT EXISTS { ?s kyo:responsibleUnit ?u FILTER(CONTAINS(STR(?u), "/unit/u-")) }""",
    ),
    "plan-text-share": ("?s a kyo:PlannedProject", "?s dct:description ?text"),
    "source-place-share": (
        "VALUES ?c { kyo:PlannedProject kyo:SubItem kyo:PolicySection } ?s a ?c",
        "?s prov:wasDerivedFrom ?place . ?place a kyo:SourcePassage",
    ),
}

#: the projects of the whole, and those of a policy
_OF_PLAN = "?s a kyo:PlannedProject ; dct:isPartOf <{thing}>"
_OF_POLICY = """<{thing}> kyo:coversPolicy ?p ; dct:isPartOf ?year .
                ?s a kyo:PlannedProject ; kyo:basicPolicy ?p ; dct:isPartOf ?year"""


def _changed(plan: Plan, changes: Iterable[tuple[str, dict[str, object]]]) -> Plan:
    """Change projects of a plan by their keys."""
    by_key = dict(changes)

    def project(one: PlannedProject) -> PlannedProject:
        return dataclasses.replace(one, **by_key.get(one.key, {}))  # type: ignore[arg-type]

    sections = tuple(
        dataclasses.replace(section, projects=tuple(map(project, section.projects)))
        for section in plan.sections
    )
    return dataclasses.replace(plan, sections=sections)


@pytest.fixture(scope="module")
def damaged(plan: Plan) -> Plan:
    """Give the plan with a text lost, a unit nobody registered, and a count that is wrong."""
    unit = Unit("u-0123456789", "新しい課", None, "")
    both = (unit, next(plan.projects()).units[0])
    lost: list[tuple[str, dict[str, object]]] = [
        ("1-01", {"description": ""}),
        ("1-02", {"units": both}),
        ("1-03", {"units": ()}),
    ]
    first, *others = _changed(plan, lost).sections
    sections = (dataclasses.replace(first, declared=None), *others)
    return dataclasses.replace(plan, sections=sections, declared=78)


@pytest.fixture(params=["whole", "damaged"])
def measured(request: pytest.FixtureRequest, plan: Plan, damaged: Plan) -> Plan:
    return plan if request.param == "whole" else damaged


def stated(plan: Plan) -> rdflib.Graph:
    return to_rdflib(quality_triples(plan, Iris(plan, BASE), FINDINGS))


def dumped(plan: Plan) -> rdflib.Graph:
    return to_rdflib(graph_of(plan, Iris(plan, BASE)))


def value(graph: rdflib.Graph, metric: str, of: rdflib.term.Node = DATASET) -> Decimal | None:
    """Give the value of a metric, if it was measured."""
    for each in graph.subjects(DQV.isMeasurementOf, rdflib.URIRef(METRIC + metric)):
        if (each, DQV.computedOn, of) in graph:
            return Decimal(str(graph.value(each, DQV.value)))
    return None


def counted(graph: rdflib.Graph, pattern: str) -> int:
    query = f"{PREFIXES} SELECT (COUNT(DISTINCT ?s) AS ?n) WHERE {{ {pattern} }}"
    (row,) = graph.query(query)
    return int(row[0])  # type: ignore[index]


@pytest.mark.parametrize("metric", SHARES)
def test_every_share(metric: str, measured: Plan) -> None:
    whole, part = SHARES[metric]
    dump = dumped(measured)
    all_, some = counted(dump, whole), counted(dump, f"{whole} . {part}")
    share = value(stated(measured), metric)
    assert share is not None
    assert 0 <= Decimal(some) / all_ - share < Decimal("0.0001")
    assert (share == 1) is (some == all_)


def test_every_count(measured: Plan) -> None:
    dump, graph, iris = dumped(measured), stated(measured), Iris(measured, BASE)
    parts = {iris.section(section).value: _OF_POLICY for section in measured.sections}
    assert len(parts) == 7
    for thing, members in {iris.year_plan.value: _OF_PLAN, **parts}.items():
        node = DATASET if members == _OF_PLAN else rdflib.URIRef(thing)
        declared = dump.value(rdflib.URIRef(thing), KYO.declaredProjectCount)
        listed = counted(dump, members.format(thing=thing))
        assert value(graph, "listed-projects", node) == listed
        if declared is None:
            assert value(graph, "declared-projects", node) is None
            assert value(graph, "count-difference", node) is None
        else:
            assert value(graph, "declared-projects", node) == int(str(declared))
            assert value(graph, "count-difference", node) == listed - int(str(declared))


def test_findings_are_counted_by_severity(plan: Plan) -> None:
    graph = stated(plan)
    names = ("violations", "warnings", "infos")
    assert [value(graph, name) for name in names] == [0, 2, 1]


def test_the_rules_are_those_of_reading_and_of_the_shapes(plan: Plan) -> None:
    shapes = rdflib.Graph().parse(ROOT / "shapes" / "plan.ttl")
    named = {one for one in shapes.subjects(SH.message) if isinstance(one, rdflib.URIRef)}
    reading = set(to_rdflib(rules_triples()).subjects(RDF.type, SKOS.Concept))
    assert value(stated(plan), "rules-applied") == len(named | reading) > 100


def test_a_wrong_count_shows_as_a_difference(damaged: Plan) -> None:
    assert value(stated(damaged), "count-difference") == -2


def test_nearly_all_is_not_all(plan: Plan) -> None:
    assert value(stated(_changed(plan, [("1-01", {"description": ""})])), "plan-text-share") == (
        Decimal("0.9868")
    )


def test_of_nothing_there_is_no_share(plan: Plan) -> None:
    empty = dataclasses.replace(plan, sections=(), declared=None)
    metrics = [each.metric for each in measurements(empty, [])]
    assert metrics == ["listed-projects", "rules-applied", "violations", "warnings", "infos"]


def test_every_measurement_is_whole_and_of_the_type_its_metric_expects(plan: Plan) -> None:
    graph = stated(plan)
    scheme = rdflib.Graph().parse(ROOT / "ontology" / "codes" / "quality.ttl")
    measured = list(graph.subjects(RDF.type, DQV.QualityMeasurement))
    assert len(measured) == 10 + 7 * 3
    for each in measured:
        metric, computed_on = (
            graph.value(each, DQV.isMeasurementOf),
            graph.value(each, DQV.computedOn),
        )
        expected = scheme.value(metric, DQV.expectedDataType)
        assert graph.value(each, DQV.value).datatype == expected  # type: ignore[union-attr]
        assert expected in (XSD.integer, XSD.decimal)
        assert (computed_on, DQV.hasQualityMeasurement, each) in graph
        assert (metric, RDF.type, DQV.Metric) in graph
        assert str(graph.value(each, PROV.wasGeneratedBy)) == f"{DATASET}/1.0.0#build"
        assert {text.language for text in graph.objects(each, RDFS.label)} == {"ja", "en"}  # type: ignore[attr-defined]


def test_every_metric_of_the_scheme_is_measured(plan: Plan) -> None:
    scheme = rdflib.Graph().parse(ROOT / "ontology" / "codes" / "quality.ttl")
    metrics = set(scheme.subjects(RDF.type, DQV.Metric))
    assert metrics == set(stated(plan).objects(None, DQV.isMeasurementOf))
    assert all(scheme.value(metric, DQV.inDimension) for metric in metrics)


def test_the_validation_report_is_quality_metadata_of_the_dataset(plan: Plan) -> None:
    graph = stated(plan)
    report = rdflib.URIRef(f"{DATASET}/{SLUG}-report.ttl")
    assert list(graph.objects(DATASET, DQV.hasQualityMetadata)) == [report]
    assert {*graph.objects(report, RDF.type)} == {DQV.QualityMetadata, SH.ValidationReport}


def test_every_node_has_an_iri_and_nothing_is_said_twice(plan: Plan, iris: Iris) -> None:
    triples = list(quality_triples(plan, iris, FINDINGS))
    assert len(triples) == len(set(triples))
    assert not any(isinstance(t, rdflib.BNode) for triple in to_rdflib(triples) for t in triple)
