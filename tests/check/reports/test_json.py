"""Findings for programs: JSON that docs/report.schema.json describes, in both languages."""

import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from check.reports.findings import BROKEN_NAME, FINDINGS, IN_GRAPH, PLAIN, REPORTS
from conftest import KORIYAMA, ROOT
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

import kyodo_lod
from kyodo_lod.bilingual import Bilingual
from kyodo_lod.check.report import Beyond, Report, ShapesVersion
from kyodo_lod.check.reports.json import FORMAT_VERSION, write
from kyodo_lod.finding import Finding, Inner, Severity
from kyodo_lod.origin import Origin

SCHEMA = json.loads((ROOT / "docs" / "report.schema.json").read_text(encoding="utf-8"))
VALIDATOR = Draft202012Validator(SCHEMA)

_text = st.text(st.characters(exclude_categories=["Cs"]))
_origins = st.builds(
    Origin,
    st.text(min_size=1),
    *[st.integers(0, 10**6)] * 4,
    page=st.integers(0, 99),
    sheet=st.integers(0, 99),
    sheet_name=_text,
    row=st.integers(0, 10**6),
)
_NO_ROW = {"page": None, "sheet": None, "sheet_name": None, "row": None}
_words = st.builds(Bilingual, _text, _text)
_inner = st.recursive(
    st.builds(Inner, _text, _words),
    lambda deeper: st.builds(Inner, _text, _words, st.lists(deeper, max_size=2).map(tuple)),
    max_leaves=3,
)
_findings = st.builds(
    Finding,
    _text,
    st.sampled_from(Severity),
    _words,
    st.none() | _origins,
    st.lists(_origins, max_size=3).map(tuple),
    focus=_text,
    path=_text,
    value=_text,
    kind=_text,
    component=_text,
    label=_words,
    graph_origin=st.none() | _origins,
    inner=st.lists(_inner, max_size=2).map(tuple),
    excerpt=_text,
    stated_severity=_text,
)
_beyond = st.builds(Beyond, _text, st.sampled_from(Severity), st.integers(1, 9), _text)
_reports = st.lists(
    st.builds(
        Report,
        st.text(),
        st.lists(_findings, max_size=4).map(tuple),
        rules=st.sets(_text, max_size=3).map(lambda rules: tuple(sorted(rules))),
        shapes=st.lists(st.builds(ShapesVersion, _text, _text), max_size=2).map(tuple),
        engine=_text,
        known=st.integers(0, 9),
        beyond=st.lists(_beyond, max_size=2).map(tuple),
        stopped=st.booleans(),
    ),
    max_size=3,
)


def read(text: str) -> Any:  # noqa: ANN401 - JSON
    """Parse a report that the schema allows."""
    document = json.loads(text)
    VALIDATOR.validate(document)
    return document


def test_the_fixed_findings(approved: Callable[[Path, str], None]) -> None:
    text = write(REPORTS, "en")
    read(text)
    approved(Path(__file__).parent / "json.approved.json", text)


def test_the_language_changes_nothing() -> None:
    assert write(REPORTS, "ja") == write(REPORTS, "en")


def test_every_text_comes_through_as_it_is() -> None:
    (report, *_) = read(write(REPORTS, "en"))["reports"]
    assert [found["value"] or "" for found in report["findings"]] == [f.value for f in FINDINGS]
    assert [found["message"]["en"] for found in report["findings"]] == [
        f.message.en for f in FINDINGS
    ]


@given(_reports)
def test_every_report_is_as_the_schema_says(reports: list[Report]) -> None:
    document = read(write(reports, "en"))
    assert document["conforms"] == all(report["conforms"] for report in document["reports"])
    for report, given_report in zip(document["reports"], reports, strict=True):
        severities = [found["severity"] for found in report["findings"]]
        assert report["violations"] == severities.count("Violation")
        assert report["warnings"] == severities.count("Warning")
        severities += [each["severity"] for each in report["cut_rules"]]
        assert report["cut"] == sum(each["count"] for each in report["cut_rules"])
        is_well = "Violation" not in severities and not report["stopped"]
        assert report["conforms"] == is_well == given_report.conforms


def test_the_report_of_the_real_document_is_as_the_schema_says() -> None:
    document = read(write([kyodo_lod.validate(KORIYAMA)], "en"))
    assert document["conforms"]
    assert document["reports"][0]["findings"] == []


def test_what_is_not_there_is_null_never_empty() -> None:
    (found,) = read(write([Report("x", (PLAIN,))], "en"))["reports"][0]["findings"]
    assert (found["focus"], found["path"], found["value"], found["related"]) == (
        None,
        None,
        None,
        [],
    )
    assert found["place"] == {
        "document": "plan.txt",
        "line": 69,
        "last_line": None,
        "column": None,
        "end_column": None,
        **_NO_ROW,
    }
    absent = ("graph_place", "label", "kind", "component", "stated_severity", "excerpt")
    assert {found[key] for key in absent} == {None}
    assert found["inner"] == []


def test_a_finding_in_a_graph_has_both_places_and_all_that_is_known() -> None:
    report = REPORTS[1]
    document = read(write([report], "en"))["reports"][0]
    found = document["findings"][0]
    assert (found["place"]["document"], found["place"]["line"]) == ("plan.txt", 69)
    assert found["graph_place"] == {
        "document": "dist/plan.nt",
        "line": 412,
        "last_line": None,
        "column": 104,
        "end_column": 113,
        **_NO_ROW,
    }
    assert found["short_rule"] == "plan#PlannedProject-listOrder"
    assert found["help"].endswith("docs/rules.md#plan-plannedproject-listorder")
    assert (found["kind"], found["component"]) == ("@ja", IN_GRAPH.component)
    assert found["stated_severity"] == "https://example.org/severity#Grave"
    assert found["inner"][0]["inner"][0]["short_rule"] == "sh:datatype"
    assert document["shapes"][0] == {"name": "plan", "version": "1.0.0"}
    assert document["shapes"][1]["version"] is None
    assert (document["engine"], document["known"], document["cut"]) == ("fast", 3, 1)
    assert document["rules"] == list(report.rules)


def test_a_name_that_is_no_text_is_replaced() -> None:
    text = write([Report(BROKEN_NAME, ())], "en")
    text.encode("utf-8")
    assert read(text)["reports"][0]["input"] == "dist/?.ttl"


def test_the_schema_is_a_schema_and_has_the_formats_version() -> None:
    Draft202012Validator.check_schema(SCHEMA)
    assert SCHEMA["properties"]["version"]["const"] == FORMAT_VERSION


def _objects(schema: Any, name: str = "report") -> Iterator[tuple[str, dict[str, Any]]]:  # noqa: ANN401
    if isinstance(schema, dict):
        if "properties" in schema:
            yield name, schema
        for key, value in schema.items():
            yield from _objects(value, key)


@pytest.mark.parametrize(("name", "schema"), list(_objects(SCHEMA)))
def test_the_schema_describes_and_demands_every_key(name: str, schema: dict[str, Any]) -> None:
    assert set(schema["required"]) == set(schema["properties"]), name
    assert schema["additionalProperties"] is False
    for key, value in schema["properties"].items():
        assert value["description"].endswith("."), key


@pytest.mark.parametrize(
    "spoil",
    [
        lambda d: d.pop("version"),
        lambda d: d.update(version=1),
        lambda d: d["reports"][0].pop("findings"),
        lambda d: d["reports"][0]["findings"][0].update(severity="violation"),
        lambda d: d["reports"][0]["findings"][0].update(more=1),
        lambda d: d["reports"][0]["findings"][0].update(value=""),
        lambda d: d["reports"][0]["findings"][0]["message"].pop("ja"),
        lambda d: d["reports"][0]["findings"][0]["place"].update(line=0),
    ],
)
def test_the_schema_refuses_what_is_no_report(spoil: Callable[[Any], Any]) -> None:
    document = read(write([Report("x", (PLAIN,))], "en"))
    spoil(document)
    assert not VALIDATOR.is_valid(document)
