"""Findings for programs: JSON that docs/report.schema.json describes, in both languages."""

import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from check.reports.findings import FINDINGS, PLAIN, REPORTS
from conftest import KORIYAMA, ROOT
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

import kyodo_lod
from kyodo_lod.bilingual import Bilingual
from kyodo_lod.check.report import Report
from kyodo_lod.check.reports.json import FORMAT_VERSION, write
from kyodo_lod.finding import Finding, Severity
from kyodo_lod.origin import Origin

SCHEMA = json.loads((ROOT / "docs" / "report.schema.json").read_text(encoding="utf-8"))
VALIDATOR = Draft202012Validator(SCHEMA)

_text = st.text(st.characters(exclude_categories=["Cs"]))
_origins = st.builds(Origin, _text.filter(bool), st.integers(0, 10**6))
_findings = st.builds(
    Finding,
    _text,
    st.sampled_from(Severity),
    st.builds(Bilingual, _text, _text),
    st.none() | _origins,
    st.lists(_origins, max_size=3).map(tuple),
    _text,
    _text,
    _text,
)
_reports = st.lists(
    st.builds(Report, _text, st.lists(_findings, max_size=4).map(tuple)), max_size=3
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
        assert report["conforms"] == (report["violations"] == 0) == given_report.conforms


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
    assert found["place"] == {"document": "plan.txt", "line": 69}


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
        lambda d: d.update(version=2),
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
