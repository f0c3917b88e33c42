"""Whoever reads any of the reports learns that it tells a part of what was found."""

import json
from dataclasses import replace
from xml.etree import ElementTree

import pytest
from check.reports.findings import PLAIN

from kyodo_lod.check.report import REPORTERS, Beyond, Report
from kyodo_lod.check.reports.summary import part
from kyodo_lod.finding import Severity

CUT = Report(
    "a.ttl",
    (PLAIN,),
    rules=(PLAIN.rule, "urn:cut", "urn:passed"),
    beyond=(Beyond(PLAIN.rule, Severity.VIOLATION, 2), Beyond("urn:cut", Severity.VIOLATION, 7)),
)
STOPPED = replace(CUT, stopped=True)


def test_a_whole_report_says_nothing() -> None:
    assert not any(part(replace(CUT, beyond=())))


@pytest.mark.parametrize("name", REPORTERS)
def test_every_report_says_that_it_is_a_part(name: str) -> None:
    cut, stopped = (REPORTERS[name].report([report], "en") for report in (CUT, STOPPED))
    assert any(words in cut for words in ("only counted", "9 not shown", "7 more", '"cut": 9'))
    assert any(words in stopped for words in ("there are more", '"stopped": true'))
    assert cut != stopped


def test_a_rule_whose_findings_are_all_left_out_has_not_passed() -> None:
    root = ElementTree.fromstring(REPORTERS["junit"].report([CUT], "en"))  # noqa: S314 - our own
    cases = {case.get("name"): [each.tag for each in case] for case in root.iter("testcase")}
    assert cases["urn:cut"] == ["failure"]
    assert cases["urn:passed"] == []


def test_where_it_was_stopped_no_rule_has_passed() -> None:
    [suite] = ElementTree.fromstring(REPORTERS["junit"].report([STOPPED], "en"))  # noqa: S314 - our own
    assert suite.get("failures") == "2"
    assert suite.get("skipped") == "1"
    assert not replace(STOPPED, findings=(), beyond=()).conforms


def test_json_counts_what_is_left_out_by_rule() -> None:
    [told] = json.loads(REPORTERS["json"].report([STOPPED], "en"))["reports"]
    assert (told["cut"], told["stopped"]) == (9, True)
    assert [(each["rule"], each["count"]) for each in told["cut_rules"]] == [
        (PLAIN.rule, 2),
        ("urn:cut", 7),
    ]


def test_what_is_left_out_is_no_solved_issue() -> None:
    first, *others = json.loads(REPORTERS["gitlab"].report([CUT], "en"))
    assert (first["check_name"], first["severity"]) == ("part", "major")
    assert len(others) == 1
