"""Findings as JUnit XML, as Jenkins' schema and GitLab read it."""

import re
from collections.abc import Callable
from pathlib import Path
from xml.etree import ElementTree

import pytest
from check.reports.findings import ALIKE, BROKEN_NAME, IN_GRAPH, NASTY, PLAIN, REPORTS
from hypothesis import given
from hypothesis import strategies as st

from kyodo_lod.bilingual import Bilingual
from kyodo_lod.check.report import Report
from kyodo_lod.check.reports.junit import write
from kyodo_lod.finding import SHAPES, Finding, Severity
from kyodo_lod.origin import Origin

#: attributes and children that xunit-plugin's junit-10.xsd demands and allows, of those we may write
REQUIRED = {
    "testsuites": set(),
    "testsuite": {"name", "tests", "failures", "errors"},
    "testcase": {"name", "classname"},
    "failure": set(),
    "error": set(),
    "system-out": set(),
}
ALLOWED = {
    "testsuites": {"name", "tests", "failures", "errors"},
    "testsuite": {"skipped"},
    "testcase": {"file"},
    "failure": {"message", "type"},
    "error": {"message", "type"},
    "system-out": set(),
}
CHILDREN = {
    "testsuites": ["testsuite"],
    "testsuite": ["testcase"],
    "testcase": ["failure", "error", "system-out"],
    "failure": [],
    "error": [],
    "system-out": [],
}
#: XML 1.0, production 2
ILLEGAL = re.compile("[^\t\n\r -\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def of(*reports: Report, unfold: bool = False) -> ElementTree.Element:
    """Report, read the report, and hold it against the schema's demands."""
    text = write(reports, "en", unfold)
    assert not ILLEGAL.search(text)
    root = ElementTree.fromstring(text.encode("utf-8"))  # noqa: S314 - our own
    assert root.tag == "testsuites"
    for element in root.iter():
        assert REQUIRED[element.tag] <= set(element.attrib)
        assert set(element.attrib) <= REQUIRED[element.tag] | ALLOWED[element.tag]
        tags = [child.tag for child in element]
        assert set(tags) <= set(CHILDREN[element.tag])
        assert element.tag != "testcase" or len(tags) == len(set(tags))
    return root


def case(root: ElementTree.Element, name: str) -> ElementTree.Element:
    (found,) = (one for one in root.iter("testcase") if one.attrib["name"] == name)
    return found


def test_the_fixed_findings(approved: Callable[[Path, str], None]) -> None:
    approved(Path(__file__).parent / "junit.approved.xml", write(REPORTS, "en"))


def test_the_fixed_findings_are_as_the_schema_demands() -> None:
    root = of(*REPORTS)
    assert [suite.attrib["name"] for suite in root][1] == "dist/plan.nt"
    assert len(root) == len(REPORTS)


def test_the_sums_are_those_of_the_cases() -> None:
    root = of(*REPORTS)
    for suite in root:
        assert int(suite.attrib["tests"]) == len(suite)
        assert int(suite.attrib["failures"]) == len(suite.findall("testcase/failure"))
        assert int(suite.attrib["errors"]) == len(suite.findall("testcase/error"))
        assert suite.attrib["skipped"] == "0"
    assert root.attrib["errors"] == "2"
    for key in ("tests", "failures", "errors"):
        assert int(root.attrib[key]) == sum(int(suite.attrib[key]) for suite in root)


def test_one_case_for_each_rule_that_was_checked_and_passing_ones_are_empty() -> None:
    rules = tuple(f"{SHAPES}plan#{name}" for name in ("A", "B", "PlannedProject-responsibleUnit"))
    root = of(Report("plan.txt", (PLAIN,), rules=rules))
    assert [one.attrib["name"] for one in root.iter("testcase")] == [
        "plan#A",
        "plan#B",
        "plan#PlannedProject-responsibleUnit",
    ]
    assert len(case(root, "plan#A")) == 0
    failure = case(root, "plan#PlannedProject-responsibleUnit").find("failure")
    assert failure is not None
    assert failure.attrib == {
        "type": "Violation",
        "message": "担当課 is empty; every project needs one",
    }
    assert failure.text == (
        "plan.txt:69: violation plan#PlannedProject-responsibleUnit: "
        "担当課 is empty; every project needs one"
    )


def test_a_warning_is_shown_and_fails_nothing() -> None:
    root = of(Report("plan.txt", ALIKE))
    assert root.attrib["failures"] == "0"
    (only,) = root.iter("testcase")
    text = only.findtext("system-out") or ""
    assert text.startswith("plan.txt:80: warning ")
    assert text.endswith("(and 6 more: lines 81, 84, 85, 86, 87, …)")
    unfolded = of(Report("plan.txt", ALIKE), unfold=True).findtext(".//system-out") or ""
    assert len(unfolded.splitlines()) == len(ALIKE)


def test_a_rule_with_both_has_both() -> None:
    warned = Finding(PLAIN.rule, Severity.WARNING, Bilingual("x", "x"))
    (only,) = of(Report("plan.txt", (warned, PLAIN))).iter("testcase")
    assert [child.tag for child in only] == ["failure", "system-out"]


def test_a_finding_in_a_graph_says_both_places_and_the_inner_demands() -> None:
    text = of(REPORTS[1]).findtext(".//failure") or ""
    lines = text.splitlines()
    assert lines[0].startswith("dist/plan.nt:412: violation (Grave) ")
    assert lines[1].startswith("  → plan.txt:69 · ")
    assert lines[3] == "    - sh:datatype: datatype"
    assert IN_GRAPH.rule in REPORTS[1].rules


def test_every_nasty_text_comes_through_as_text() -> None:
    text = of(Report("plan.txt", NASTY)).findtext(".//failure") or ""
    for shown in ("::error file=x,line=1::owned", "]]> & <![CDATA[", "<script>alert('x')</script>"):
        assert f"{shown} is odd" in text
    assert len(text.splitlines()) == len(NASTY)


def test_a_file_is_named_as_the_repository_names_it(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    (tmp_path / "sub").mkdir()
    monkeypatch.chdir(tmp_path / "sub")
    monkeypatch.setenv("CI_PROJECT_DIR", str(tmp_path))
    (only,) = of(Report("plan.txt", (PLAIN,))).iter("testcase")
    assert (only.attrib["file"], only.attrib["classname"]) == ("sub/plan.txt", "plan.txt")


def test_a_name_that_is_no_text_is_shown() -> None:
    (suite,) = of(Report(BROKEN_NAME, ()))
    assert suite.attrib["name"] == "dist/<U+DCFF>.ttl"


@given(
    st.text(st.characters()), st.text(st.characters(), min_size=1), st.text(st.characters()),
    st.sampled_from(Severity),
)  # fmt: skip
def test_whatever_is_found_is_xml(text: str, place: str, rule: str, severity: Severity) -> None:
    finding = Finding(rule, severity, Bilingual(text, text), Origin(place, 1), focus=text)
    root = of(Report(place, (finding,), rules=(text,)))
    assert len(list(root.iter("testcase"))) == len({rule, text})
