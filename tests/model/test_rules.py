"""The texts of the reading rules; that each rule works is shown in tests/document."""

import re
from pathlib import Path
from string import Formatter

import pytest

from kyodo_lod.finding import SHAPES, Rule, Severity
from kyodo_lod.model import rules
from kyodo_lod.model.rules import RULES
from kyodo_lod.origin import Origin

ROOT = Path(__file__).parents[2]
EACH = pytest.mark.parametrize("rule", RULES.values(), ids=RULES)
#: what a person is told to do, in either language
REMEDY_JA = re.compile("ください|要ります")
REMEDY_EN = re.compile(
    r"\b(correct|write|put|remove|replace|delete|repair|find|add|record|needs?|move|fine)\b"
)


def fields(template: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(template) if name}


def test_each_rule_stands_in_the_table_once_under_its_name() -> None:
    declared = [value for value in vars(rules).values() if isinstance(value, Rule)]
    assert declared == list(RULES.values())
    assert all(rule.name == name for name, rule in RULES.items())


@EACH
def test_a_name_is_one_of_ours(rule: Rule) -> None:
    assert re.fullmatch(r"document#[a-z0-9]+(-[a-z0-9]+)*|plan#[A-Z]\w+-[a-z]\w+", rule.name)
    assert rule.iri == SHAPES + rule.name
    assert rule.severity in (Severity.VIOLATION, Severity.WARNING)


@EACH
def test_a_rule_that_shapes_share_is_one_of_the_shapes(rule: Rule) -> None:
    shapes = (ROOT / "shapes" / "plan.ttl").read_text(encoding="utf-8")
    if rule.name.startswith("plan#"):
        assert re.search(rf"^plan:{rule.name.removeprefix('plan#')} a sh:", shapes, re.MULTILINE)


@EACH
@pytest.mark.parametrize("part", ["message", "why", "example"])
def test_every_text_is_there_in_both_languages(rule: Rule, part: str) -> None:
    ja, en = getattr(rule, part)
    assert ja.strip() == ja != ""
    assert en.strip() == en != ""
    assert "\n" not in ja + en
    assert re.search("[ぁ-ん一-龯]", ja) or part == "example"


@EACH
def test_a_message_names_a_remedy(rule: Rule) -> None:
    assert REMEDY_JA.search(rule.message.ja), rule.message.ja
    assert REMEDY_EN.search(rule.message.en), rule.message.en


@EACH
def test_a_message_is_filled_alike_in_both_languages(rule: Rule) -> None:
    names = fields(rule.message.ja)
    # where a number stands for the row in one language, the other may put it into a word
    assert names == fields(rule.message.en)
    words = {name: f"«{name}»" for name in names - {"value"}}
    finding = rule.at(Origin("plan.txt", 3), value="«value»", **words)
    for text in finding.message:
        assert not set("{}") & set(text)
        assert all(f"«{name}»" in text for name in names)


@EACH
def test_why_and_example_hold_no_template(rule: Rule) -> None:
    for text in (*rule.why, *rule.example):
        assert not re.search(r"\{\w*\}", text)


@pytest.mark.parametrize("part", ["message", "why"])
def test_no_two_rules_say_the_same(part: str) -> None:
    for texts in zip(*(getattr(rule, part) for rule in RULES.values()), strict=True):
        assert len(set(texts)) == len(texts)
