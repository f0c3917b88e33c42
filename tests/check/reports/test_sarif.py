"""Findings as SARIF: as the official schema demands, with every place where tools look for it.

The schema is read from ../shared/standards, or where $KYODO_LOD_STANDARDS says.
"""

import json
import os
from collections.abc import Callable
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any
from urllib.parse import unquote_to_bytes

import pytest
from check.reports.findings import (
    ALIKE,
    BROKEN_NAME,
    CELL,
    COUNT,
    EMPTY_CELL,
    FINDINGS,
    IN_GRAPH,
    NOWHERE,
    PLAIN,
    REPORTS,
    SEVERAL_LINES,
    WHOLE,
)
from conftest import ROOT
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft4Validator, FormatChecker

from kyodo_lod import __version__
from kyodo_lod.bilingual import Bilingual, Language
from kyodo_lod.check.report import Report
from kyodo_lod.check.reports.sarif import write
from kyodo_lod.finding import SHAPES, Finding, Severity
from kyodo_lod.origin import Origin
from kyodo_lod.rdf.vocabulary import sh

STANDARDS = Path(os.environ.get("KYODO_LOD_STANDARDS", ROOT.parent / "shared" / "standards"))
SCHEMA = STANDARDS / "sarif-2.1.0" / "sarif-schema-2.1.0.json"

#: the only tests that need the schema; all others read what is written without it
needs_schema = pytest.mark.skipif(
    not SCHEMA.is_file(),
    reason=f"the official schema is not at {SCHEMA}; set KYODO_LOD_STANDARDS to its folder",
)


@cache
def validator() -> Draft4Validator:
    schema = json.loads(SCHEMA.read_text(encoding="utf-8"))
    return Draft4Validator(schema, format_checker=FormatChecker())


def run(*reports: Report, language: Language = "en") -> dict[str, Any]:
    """Report and read the only run."""
    text = write(reports, language)
    text.encode("utf-8")
    (only,) = json.loads(text)["runs"]
    result: dict[str, Any] = only
    return result


def of(finding: Finding, place: str = "data/plan.txt") -> dict[str, Any]:
    (result,) = run(Report(place, (finding,)))["results"]
    return dict(result)


def physical(finding: Finding, place: str = "data/plan.txt") -> dict[str, Any]:
    (location,) = of(finding, place)["locations"]
    return dict(location["physicalLocation"])


def test_the_fixed_findings(approved: Callable[[Path, str], None]) -> None:
    approved(Path(__file__).parent / "sarif.approved.json", write(REPORTS, "en"))


@needs_schema
@pytest.mark.parametrize("language", ["ja", "en"])
def test_a_report_is_as_the_official_schema_demands(language: Language) -> None:
    document = json.loads(write(REPORTS, language))
    validator().validate(document)
    document["runs"][0]["results"][0]["level"] = "violation"
    assert not validator().is_valid(document)


@needs_schema
def test_nothing_to_report_is_a_report() -> None:
    validator().validate(json.loads(write([], "en")))
    assert run()["results"] == []


@needs_schema
@given(
    st.text(), st.text(min_size=1), st.text(), st.integers(0, 9), st.integers(0, 9),
    st.integers(0, 9),
)  # fmt: skip
def test_whatever_is_found_is_a_report(
    text: str, place: str, rule: str, line: int, column: int, end: int
) -> None:
    words = Bilingual(text, text)
    origin = Origin(place, line, column=column, end=end)
    finding = Finding(
        rule, Severity.INFO, words, origin, (Origin(text, end),), focus=text, value=text,
        label=words, excerpt=text, graph_origin=Origin(place, end, column=line),
    )  # fmt: skip
    document = json.loads(write([Report(place, (finding, finding)), Report(text, ())], "en"))
    validator().validate(document)


def test_the_run_names_the_tool_and_how_it_counts() -> None:
    only = run(Report("x", ()), language="ja")
    driver = only["tool"]["driver"]
    assert (driver["name"], driver["version"]) == ("kyodo-lod", __version__)
    assert driver["informationUri"].startswith("https://")
    assert only["columnKind"] == "unicodeCodePoints"
    assert only["invocations"] == [{"executionSuccessful": True}]
    assert only["language"] == "ja"


def test_each_result_leads_to_its_rule() -> None:
    only = run(*REPORTS)
    rules = only["tool"]["driver"]["rules"]
    assert len({rule["id"] for rule in rules}) == len(rules)
    assert [rule["properties"]["iri"] for rule in rules] == sorted(
        rule["properties"]["iri"] for rule in rules
    )
    assert len(only["results"]) == sum(len(report.findings) for report in REPORTS)
    for result in only["results"]:
        rule = rules[result["ruleIndex"]]
        assert rule["id"] == result["ruleId"]
        explained = rule["properties"]["iri"].startswith((SHAPES, sh.iri))
        assert explained == ("helpUri" in rule)


def test_a_rule_that_passed_is_described_too() -> None:
    rules = {rule["id"]: rule for rule in run(REPORTS[1])["tool"]["driver"]["rules"]}
    passed = rules["plan#Passed"]
    assert passed["shortDescription"]["text"] == "a name"
    assert passed["fullDescription"]["text"] == "repair it {{0}} [x\\](y)"
    assert passed["help"]["text"].endswith("\na reason")
    assert passed["defaultConfiguration"] == {"level": "warning"}
    assert passed["helpUri"].endswith("docs/rules.md#plan-passed")


def test_a_cell_is_the_region_and_its_line_the_context() -> None:
    at = physical(CELL)
    assert at["artifactLocation"] == {"uri": "data/plan.txt", "uriBaseId": "SRCROOT"}
    assert at["region"] == {
        "startLine": 71,
        "startColumn": CELL.origin.column,  # type: ignore[union-attr]
        "endColumn": CELL.origin.end,  # type: ignore[union-attr]
        "snippet": {"text": "総務部人事科"},
    }
    assert at["contextRegion"] == {"startLine": 71, "snippet": {"text": CELL.excerpt}}
    assert physical(EMPTY_CELL)["region"]["snippet"] == {"text": ""}


def test_a_line_a_row_and_a_whole_file() -> None:
    assert physical(PLAIN)["region"] == {"startLine": 69}
    assert physical(SEVERAL_LINES)["region"] == {"startLine": 72, "endLine": 75}
    assert "region" not in physical(WHOLE)


def test_further_places_are_related() -> None:
    (related,) = of(COUNT)["relatedLocations"]
    assert related["physicalLocation"]["region"] == {"startLine": 50}
    assert related["physicalLocation"]["artifactLocation"]["uriBaseId"] == "SRCROOT"
    assert of(PLAIN)["relatedLocations"] == []


def test_a_finding_in_a_graph_has_its_node_and_the_documents_place() -> None:
    result = of(IN_GRAPH, "dist/plan.nt")
    (location,) = result["locations"]
    assert location["physicalLocation"]["region"]["startLine"] == 412
    (node,) = location["logicalLocations"]
    assert node["fullyQualifiedName"] == IN_GRAPH.focus
    assert node["name"] == IN_GRAPH.label.en
    first, second = result["relatedLocations"]
    assert first["physicalLocation"] == {
        "artifactLocation": {"uri": "plan.txt"},
        "region": {"startLine": 69},
    }
    assert (first["id"], second["id"]) == (1, 2)
    assert "sh:datatype: datatype" in result["message"]["text"]
    assert result["properties"]["severity"] == IN_GRAPH.stated_severity


@pytest.mark.parametrize(
    ("place", "uri", "is_relative"),
    [
        ("a/計画 1%.ttl", "a/%E8%A8%88%E7%94%BB%201%25.ttl", True),
        ("./a/../b.ttl", "b.ttl", True),
        ("/outside/x y.ttl", "file:///outside/x%20y.ttl", False),
        (BROKEN_NAME, "dist/%FF.ttl", True),
        ("http://x/y?z#w", "http%3A/x/y%3Fz%23w", True),
    ],
)
def test_a_file_is_a_uri(place: str, uri: str, is_relative: bool) -> None:
    at = physical(NOWHERE, place)["artifactLocation"]
    assert at["uri"] == uri
    assert ("uriBaseId" in at) == is_relative
    assert unquote_to_bytes(uri)


def test_a_file_in_the_folder_is_relative_however_it_is_named(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.chdir(tmp_path)
    assert physical(NOWHERE, str(tmp_path / "a.ttl"))["artifactLocation"]["uri"] == "a.ttl"
    (tmp_path / "sub").mkdir()
    monkeypatch.chdir(tmp_path / "sub")
    monkeypatch.setenv("GITHUB_WORKSPACE", str(tmp_path))
    assert physical(NOWHERE, "a.ttl")["artifactLocation"]["uri"] == "sub/a.ttl"


def test_stdin_is_a_stream() -> None:
    only = run(Report("-", (PLAIN,)))
    assert only["artifacts"][0]["roles"] == ["standardStream"]
    at = only["results"][0]["locations"][0]["physicalLocation"]["artifactLocation"]
    assert at == {"uri": "stdin", "description": {"text": "standard input"}}


def test_each_input_is_listed_once_also_without_findings() -> None:
    artifacts = run(Report("a", ()), Report("b", (PLAIN,)), Report("./a", ()))["artifacts"]
    assert [one["location"]["uri"] for one in artifacts] == ["a", "b"]


def test_levels_are_sarifs() -> None:
    found = tuple(Finding("r", severity, Bilingual("", "")) for severity in Severity)
    assert [r["level"] for r in run(Report("x", found))["results"]] == ["error", "warning", "note"]


def test_fingerprints_tell_results_apart_and_outlast_moved_lines() -> None:
    names = [r["partialFingerprints"]["kyodoLod/v1"] for r in run(Report("x", FINDINGS))["results"]]
    assert len(set(names)) == len(FINDINGS)
    language = run(Report("x", FINDINGS), language="ja")["results"]
    assert [result["partialFingerprints"]["kyodoLod/v1"] for result in language] == names


def test_nothing_is_folded() -> None:
    lines = [
        r["locations"][0]["physicalLocation"]["region"]["startLine"]
        for r in run(Report("plan.txt", ALIKE))["results"]
    ]
    assert lines == [finding.origin.line for finding in ALIKE]  # type: ignore[union-attr]


@pytest.mark.parametrize(
    ("value", "expected"),
    [("{0} {x}", "{{0}} {{x}}"), ("[a](https://x)", "[a\\](https://x)"), ("[a] (b)", "[a] (b)")],
)
def test_a_message_holds_no_placeholder_and_no_link(value: str, expected: str) -> None:
    found = Finding("r", Severity.INFO, Bilingual(value, value))
    assert of(found)["message"]["text"] == expected


def test_a_rule_on_one_node_that_names_another_has_the_name_and_the_iri_of_that_one() -> None:
    section, plan = "https://example.org/section", "https://example.org/plan"
    label = Bilingual("節", "section")
    found = Finding(PLAIN.rule, Severity.VIOLATION, PLAIN.message, focus=plan, value=section)
    found = replace(found, kind="<>", label=label)
    (result,) = run(Report("x.ttl", (found,)))["results"]
    (node,) = result["locations"][0]["logicalLocations"]
    assert (node["name"], node["fullyQualifiedName"]) == ("section", section)
    assert result["properties"]["focus"] == plan
