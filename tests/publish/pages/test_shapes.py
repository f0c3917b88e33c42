"""The pages of shapes and reading rules: one anchor for each rule, with what `explain` tells."""

from xml.etree.ElementTree import Element

import pytest

from kyodo_lod.check.rules import explanations
from kyodo_lod.check.shapes import shape_names
from kyodo_lod.finding import Severity
from kyodo_lod.model.rules import RULES

RULES_OF_ALL = explanations()


def _rules(page: str) -> list[str]:
    return [name for name in RULES_OF_ALL if name.startswith(f"{page}#")]


@pytest.mark.parametrize("page", [*shape_names(), "document"])
def test_every_rule_stands_at_its_anchor(page: str, pages: dict[str, Element]) -> None:
    sections = {s.get("id") for s in pages[f"shapes/{page}.html"].findall(".//section[@id]")}
    rules = {name.partition("#")[2] for name in _rules(page)}
    shared = {name.partition("#")[2] for name in RULES if name.startswith(f"{page}#")}
    assert rules
    assert sections == rules | shared


@pytest.mark.parametrize("page", [*shape_names(), "document"])
def test_a_rule_says_what_explain_says(page: str, pages: dict[str, Element]) -> None:
    for language, suffix in (("ja", ""), ("en", ".en")):
        tree = pages[f"shapes/{page}{suffix}.html"]
        for name in _rules(page):
            rule, text = RULES_OF_ALL[name], _section(tree, name.partition("#")[2])
            if name not in RULES or page == "document":
                assert rule.why.text(language) in text, name  # type: ignore[arg-type]
                assert rule.example.text(language) in text, name  # type: ignore[arg-type]
                assert _label(rule.severity, language) in text, name


def _section(tree: Element, anchor: str) -> str:
    section = tree.find(f".//section[@id='{anchor}']")
    assert section is not None
    return "".join(section.itertext())


def _label(severity: Severity, language: str) -> str:
    return severity.label.ja if language == "ja" else severity.label.en


def test_what_reading_finds_too_is_said(pages: dict[str, Element]) -> None:
    shared = [name for name in RULES if name.startswith("plan#")]
    assert shared
    for name in shared:
        text = _section(pages["shapes/plan.html"], name.partition("#")[2])
        assert RULES[name].demand.ja in text


@pytest.mark.parametrize("name", ["plan#PlannedProject-label", "document#control-character"])
def test_a_clerk_is_told_what_to_do_and_sees_rows_before_any_shacl(
    name: str, pages: dict[str, Element]
) -> None:
    page, _, anchor = name.partition("#")
    for suffix, repair in (("", "文書を保存し直してください"), (".en", "save the document")):
        section = pages[f"shapes/{page}{suffix}.html"].find(f".//section[@id='{anchor}']")
        assert section is not None
        plain = "".join(
            text for each in section if each.tag != "details" for text in each.itertext()
        )
        assert repair in plain
        assert "⇥市民と進めます。⇥" in plain
        assert "sh:" not in plain
