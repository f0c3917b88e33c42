"""The published report: called by the dataset's name, its places those of the dump."""

import dataclasses

import rdflib
from publish.conftest import BASE, SLUG
from rdflib.namespace import DCTERMS, PROV, RDF, RDFS, SH

from kyodo_lod.bilingual import Bilingual
from kyodo_lod.finding import SHAPES, Finding, Severity
from kyodo_lod.mapping.graph import graph as graph_of
from kyodo_lod.mapping.iris import Iris
from kyodo_lod.model.plan import Plan
from kyodo_lod.origin import Origin
from kyodo_lod.publish.validation_report import validation_report_triples
from kyodo_lod.rdf.interop import to_rdflib
from kyodo_lod.rdf.terms import Triple

REPORT = rdflib.URIRef(f"{BASE}dataset/{SLUG}/{SLUG}-report.ttl")
DOCUMENT = rdflib.URIRef(f"{BASE}id/072036/source/9991fa2157f53a25")
WARNING = Finding(
    f"{SHAPES}document#hidden",
    Severity.WARNING,
    Bilingual("確かめてください。", "look at it"),
    Origin("plan.txt", 69),
    related=(Origin("plan.txt", 14), Origin("plan.txt")),
)


def test_a_plan_without_findings_conforms(plan: Plan, iris: Iris) -> None:
    graph = to_rdflib(validation_report_triples(plan, iris, ()))
    assert list(graph.subjects(RDF.type, SH.ValidationReport)) == [REPORT]
    assert graph.value(REPORT, SH.conforms).toPython() is True  # type: ignore[union-attr]
    assert not list(graph.objects(REPORT, SH.result))
    assert {str(label) for label in graph.objects(REPORT, RDFS.label)} == {
        f"検査報告: {SLUG}",
        f"validation report: {SLUG}",
    }


def test_a_warning_stands_at_the_published_place(plan: Plan, iris: Iris) -> None:
    graph = to_rdflib(validation_report_triples(plan, iris, [WARNING]))
    (result,) = graph.objects(REPORT, SH.result)
    line = rdflib.URIRef(f"{DOCUMENT}#line=68,69")
    assert str(result) == f"{REPORT}#result-1"
    assert graph.value(result, SH.focusNode) == line
    places = set(graph.objects(result, PROV.wasDerivedFrom))
    assert places == {line, rdflib.URIRef(f"{DOCUMENT}#line=13,14"), DOCUMENT}
    assert graph.value(line, DCTERMS.isPartOf) == DOCUMENT


def test_what_it_says_of_places_is_what_the_dump_says(plan: Plan, iris: Iris) -> None:
    report = [t for t in validation_report_triples(plan, iris, [WARNING]) if _is_place(t)]
    assert len(report) == 2 + 2 * 4
    assert set(report) <= set(graph_of(plan, iris))


def _is_place(triple: Triple) -> bool:
    return str(triple.subject).startswith(f"<{DOCUMENT}")


def test_a_row_of_several_lines_is_found_by_its_first(plan: Plan, iris: Iris) -> None:
    first, *sections = plan.sections
    one, *others = first.projects
    long = dataclasses.replace(one, origin=Origin("plan.txt", one.origin.line, one.origin.line + 2))
    section = dataclasses.replace(first, projects=(long, *others))
    spread = dataclasses.replace(plan, sections=(section, *sections))
    of_shacl = dataclasses.replace(WARNING, origin=Origin("plan.txt", one.origin.line), related=())
    graph = to_rdflib(validation_report_triples(spread, iris, [of_shacl]))
    focus = graph.value(rdflib.URIRef(f"{REPORT}#result-1"), SH.focusNode)
    assert str(focus) == iris.passage(long.origin).value
    assert str(graph.value(focus, RDFS.label)).endswith(
        f"{one.origin.line}〜{long.origin.last}行目"
    )
