"""Findings as the published report tells them: worst first, each with its rule and its place."""

import shutil
from pathlib import Path

import pytest
from conftest import ROOT

from kyodo_lod.check.rules import explanations
from kyodo_lod.site.findings import findings, report_path
from kyodo_lod.site.published import Published

DIST = ROOT / "dist"
SLUG = "072036-kyodo-2-fy2018"
_RESULT = """<{report}#result-{n}> a sh:ValidationResult ;
    sh:resultSeverity sh:{severity} ; sh:focusNode {focus} ; sh:sourceShape {rule} ;
    sh:sourceConstraintComponent sh:MinLengthConstraintComponent ;
    sh:resultMessage "{message}"@ja , "in English"@en ;
    prov:wasDerivedFrom <id/072036/source/9991fa2157f53a25#line=68,69> .
"""
_HEAD = """@base <https://w3id.org/kyodo-lod/> .
@prefix sh: <http://www.w3.org/ns/shacl#> .
@prefix prov: <http://www.w3.org/ns/prov#> .
<r> a sh:ValidationReport ; sh:conforms false ; sh:result <r#result-1> , <r#result-2> , <r#result-3> .
"""
_PROJECT = "<id/072036/plan/kyodo-2/fy2018/p/4-15>"


def _result(n: int, severity: str, rule: str, message: str = "短い") -> str:
    return _RESULT.format(
        report="r", n=n, severity=severity, focus=_PROJECT, rule=rule, message=message
    )


@pytest.fixture
def with_findings(tmp_path: Path) -> Published:
    """Give what publishes a report with an info, a violation and a warning, in that order."""
    dist = tmp_path / "dist"
    shutil.copytree(DIST, dist)
    report = _HEAD + "".join(
        [
            _result(1, "Info", "<shapes/plan#PlannedProject-label>", "<script>alert(1)</script>"),
            _result(2, "Violation", "<https://example.org/shapes#a>"),
            _result(3, "Warning", "<shapes/document#account-bracket>"),
        ]
    )
    (dist / report_path(SLUG)).write_text(report, encoding="utf-8")
    return Published(dist)


def test_the_worst_comes_first(with_findings: Published) -> None:
    found = findings(SLUG, with_findings)
    assert found is not None
    assert [each.severity for each in found] == ["Violation", "Warning", "Info"]
    assert [each.severity_name.ja for each in found] == ["違反", "警告", "情報"]


def test_rules_of_ours_lead_to_their_pages_and_others_nowhere(with_findings: Published) -> None:
    found = findings(SLUG, with_findings) or []
    assert [each.rule_place for each in found] == [
        "",
        "shapes/document.html#account-bracket",
        "shapes/plan.html#PlannedProject-label",
    ]
    assert [each.rule for each in found] == ["a", "account-bracket", "PlannedProject-label"]


def test_what_and_where_are_told(with_findings: Published) -> None:
    first = (findings(SLUG, with_findings) or [])[0]
    assert first.focus is not None
    assert first.focus.value.endswith("/p/4-15")
    assert [place.value.partition("#")[2] for place in first.places] == ["line=68,69"]
    assert first.message == ("短い", "in English")


def test_nothing_found_is_not_the_same_as_no_report(published: Published) -> None:
    assert findings(SLUG, published) == []
    assert findings("nowhere", published) is None


def test_every_rule_that_a_report_can_name_has_its_place(tmp_path: Path) -> None:
    dist = tmp_path / "dist"
    shutil.copytree(DIST, dist)
    rules = [name for name in explanations() if name.startswith(("plan#", "document#"))]
    results = [_result(n, "Warning", f"<shapes/{name}>") for n, name in enumerate(rules)]
    head = _HEAD.replace("<r#result-1>", ", ".join(f"<r#result-{n}>" for n in range(len(rules))))
    (dist / report_path(SLUG)).write_text(head + "".join(results), encoding="utf-8")
    found = findings(SLUG, Published(dist)) or []
    assert {each.rule_place for each in found} == {
        f"shapes/{name.replace('#', '.html#')}" for name in rules
    }
