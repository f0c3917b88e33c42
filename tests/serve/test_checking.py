"""serve/checking.py: what an upload is checked for, and how much of it a report holds."""

import time
from dataclasses import replace

import pytest
from conftest import KORIYAMA, ROOT

from kyodo_lod.finding import Severity, short_rule
from kyodo_lod.model.rules import UNIT_UNKNOWN
from kyodo_lod.rdf.formats import TURTLE
from kyodo_lod.serve.checking import MOST, checked
from kyodo_lod.serve.row_names import RowName
from kyodo_lod.serve.submission import PlanDocument, RdfFile

DIST = ROOT / "dist"
PLAN = (KORIYAMA / "plan.txt").read_bytes()
DOCUMENT = PlanDocument("計画.txt", "072036", "kyodo-2", 2018)
ELSEWHERE = PlanDocument("計画.txt", "011002", "kyodo-2", 2018)
GRAPH = RdfFile("計画.ttl", TURTLE, "plan")


def test_units_are_looked_up_where_they_are_published() -> None:
    misspelt = PLAN.replace("総務部人事課".encode(), "総務部人事科".encode())
    here, there = (checked(what, misspelt, DIST) for what in (DOCUMENT, ELSEWHERE))
    assert [short_rule(each.rule) for each in here.report.findings] == [UNIT_UNKNOWN.name]
    assert here.units
    assert there.report.findings == ()
    assert not there.units
    assert UNIT_UNKNOWN.iri in here.report.rules
    assert UNIT_UNKNOWN.iri not in there.report.rules


def test_a_document_of_another_city_than_its_code_is_doubted() -> None:
    assert checked(DOCUMENT, PLAN, DIST).doubts == ()
    [doubt] = checked(ELSEWHERE, PLAN, DIST).doubts
    assert "郡山市" in doubt.ja


@pytest.mark.parametrize(
    ("what", "data"),
    [
        (ELSEWHERE, PLAN),
        (replace(DOCUMENT, plan="kyodo2"), PLAN),
        (DOCUMENT, PLAN.replace("総務部人事課".encode(), "総務部人亊課".encode())),
    ],
)
def test_what_may_be_a_slip_is_to_be_looked_at(what: PlanDocument, data: bytes) -> None:
    result = checked(what, data, DIST)
    assert result.report.conforms
    assert result.is_doubtful
    assert not checked(DOCUMENT, PLAN, DIST).is_doubtful


def test_rows_are_known_by_their_projects() -> None:
    names = checked(DOCUMENT, PLAN, DIST).names
    assert names[24] == RowName("人材育成推進事業", 24)
    assert names[23].project == ""


def test_a_document_that_is_garbled_is_so_as_a_whole() -> None:
    garbled = PLAN.decode().encode().decode("cp932", "replace").encode()
    assert checked(DOCUMENT, garbled, DIST).garbled
    assert not checked(DOCUMENT, PLAN, DIST).garbled


def test_what_cannot_be_read_is_a_report_too() -> None:
    for what, data in ((DOCUMENT, b""), (GRAPH, b"<x:a>")):
        result = checked(what, data, DIST)
        assert result.report.unreadable
        assert result.report.place == what.name
        assert result.total == 0


def test_findings_are_counted_by_severity_also_those_not_told() -> None:
    nodes = b"".join(
        b"<x:%d> a <https://w3id.org/kyodo-lod/def#PlannedProject> .\n" % number
        for number in range(2_000)
    )
    result = checked(GRAPH, nodes, DIST)
    assert len(result.report.findings) == MOST
    assert result.total == MOST + result.report.cut > MOST
    assert [key for key, _, _ in result.counts] == [each.value for each in Severity]
    assert result.counts[0][2] > MOST


KINDS = {
    "unknown classes": b"<x:%d> a kyo:Plannedproject%d .\n",
    "wrong datatypes": b"<x:%d> a kyo:PlannedProject ; kyo:listOrder '%d' .\n",
}
HEAD = b"@prefix kyo: <https://w3id.org/kyodo-lod/def#> .\n"


@pytest.mark.parametrize("kind", KINDS)
def test_thirty_thousand_faulty_nodes_are_answered_whole_or_say_that_there_are_more(
    kind: str,
) -> None:
    nodes = b"".join(KINDS[kind] % (number, number) for number in range(30_000))
    start = time.process_time()
    result = checked(GRAPH, HEAD + nodes, DIST)
    assert time.process_time() - start < 20  # on a busy machine; each beside each other: minutes
    assert len(result.report.findings) == MOST
    assert result.report.stopped or result.total >= 30_000
    assert result.total <= 50_000


def test_what_is_told_of_many_is_of_every_rule() -> None:
    many = b"".join(b"<x:%d> a kyo:Plannedproject%d .\n" % (n, n) for n in range(6_000))
    result = checked(GRAPH, HEAD + many + b"<x:z> kyo:planned 1 .", DIST)
    told = {short_rule(each.rule) for each in result.report.findings}
    assert {"plan#Graph-knownTerms", "plan#Graph-implementationPlan"} <= told
    assert [each.short_rule for each in result.report.beyond] == ["plan#Graph-knownClasses"]


def test_a_line_as_long_as_the_file_is_cut() -> None:
    label = b'"' + b"a" * 100_000 + b'"'
    line = b"<x:a> a <https://w3id.org/kyodo-lod/def#PlannedProject> ; <x:label> " + label + b" ."
    result = checked(GRAPH, line, DIST)
    assert result.report.findings
    for each in result.report.findings:
        assert max(len(each.excerpt), len(each.value), *map(len, each.message)) <= 2_001


def test_what_a_parser_quotes_is_cut() -> None:
    data = b"a" * 1_000_000
    unread = checked(GRAPH, data, DIST).report.unreadable
    assert unread
    assert max(map(len, (unread.place, *unread.message))) < 300
