"""Findings and the rules that give them."""

import pytest

from kyodo_lod.bilingual import Bilingual
from kyodo_lod.finding import (
    SHAPES,
    Finding,
    Inner,
    Rule,
    Severity,
    anchor,
    has_violation,
    help_uri,
    short_rule,
)
from kyodo_lod.origin import Origin

TEXT = Bilingual("", "")
RULE = Rule(
    "document#header",
    Severity.VIOLATION,
    Bilingual("「{value}」と「{title}」", "{value!r} and {title!r}"),
    TEXT,
    TEXT,
)
PLACE = Origin("plan.txt", 3)


def test_a_finding_knows_rule_place_and_related_places() -> None:
    finding = RULE.at(PLACE, Origin("plan.txt", 1), value="あ", title="い")
    assert finding.rule == RULE.iri == SHAPES + "document#header"
    assert finding.short_rule == "document#header"
    assert (finding.origin, finding.related) == (PLACE, (Origin("plan.txt", 1),))
    assert finding.message == Bilingual("「あ」と「い」", "'あ' and 'い'")
    assert (finding.value, finding.focus, finding.path) == ("あ", "", "")


def test_long_values_and_words_are_cut() -> None:
    finding = RULE.at(PLACE, value="a" * 61, title="b" * 100_000)
    assert finding.value == "a" * 59 + "…"
    assert finding.message.ja == f"「{'a' * 59}…」と「{'b' * 59}…」"
    assert RULE.at(PLACE, value="a" * 60, title="").value == "a" * 60


def test_unseen_characters_of_the_document_are_shown_not_sent() -> None:
    finding = RULE.at(PLACE, value="\x1b[2J", title="\u202e\ufeff")
    assert finding.value == "<U+001B>[2J"
    assert finding.message.ja == "「<U+001B>[2J」と「<U+202E><U+FEFF>」"


def test_braces_of_the_document_are_not_filled() -> None:
    assert RULE.at(PLACE, value="{title}", title="{").message.ja == "「{title}」と「{」"


@pytest.mark.parametrize(
    ("severity", "ja", "en"),
    [
        (Severity.VIOLATION, "違反", "violation"),
        (Severity.WARNING, "警告", "warning"),
        (Severity.INFO, "情報", "info"),
    ],
)
def test_a_severity_has_a_word_in_both_languages(severity: Severity, ja: str, en: str) -> None:
    assert severity.label == Bilingual(ja, en)
    assert severity.value == en.capitalize()


def test_only_a_violation_makes_the_data_wrong() -> None:
    found = {severity: Finding("x", severity, TEXT) for severity in Severity}
    assert [severity for severity in found if found[severity].is_violation] == [Severity.VIOLATION]
    assert has_violation(found.values())
    assert not has_violation([found[Severity.WARNING], found[Severity.INFO]])
    assert not has_violation([])


def test_a_finding_of_shacl_needs_no_place() -> None:
    assert Finding("sh:MinCount", Severity.INFO, TEXT).origin is None


def test_a_rule_says_what_it_demands_of_no_row_in_particular() -> None:
    assert RULE.demand == Bilingual("「…」と「…」", "… and …")


@pytest.mark.parametrize(
    ("rule", "short", "address"),
    [
        (f"{SHAPES}plan#PlannedProject-label", "plan#PlannedProject-label", "plan-plannedproject-label"),
        (f"{SHAPES}document#row-cells", "document#row-cells", "document-row-cells"),
        ("http://www.w3.org/ns/shacl#MinCountConstraintComponent", "sh:minCount", "sh-mincount"),
        ("http://www.w3.org/ns/shacl#SPARQLConstraintComponent", "sh:sparql", "sh-sparql"),
        ("https://example.org/shapes#Person", "https://example.org/shapes#Person", ""),
        ("", "", ""),
    ],
)  # fmt: skip
def test_a_rule_has_a_short_name_and_ours_and_shacls_a_page(
    rule: str, short: str, address: str
) -> None:
    assert short_rule(rule) == short
    if address:
        assert help_uri(rule) == (
            f"https://github.com/kyodo-lod/kyodo-lod/blob/main/docs/rules.md#{address}"
        )
        assert anchor(rule) == address
    else:
        assert help_uri(rule) == ""


def test_a_demand_within_a_rule_has_a_short_name_too() -> None:
    assert Inner(f"{SHAPES}plan#Untidy", TEXT).short_rule == "plan#Untidy"
