"""Every rule that a finding may name can be explained, in both languages."""

import re

import pytest

from kyodo_lod.check.rules import explanations
from kyodo_lod.check.shapes import load_shapes, shape_names
from kyodo_lod.finding import SHAPES
from kyodo_lod.model.rules import RULES
from kyodo_lod.rdf.terms import NamedNode
from kyodo_lod.rdf.vocabulary import sh

ALL = explanations()
_JAPANESE = re.compile("[\u3041-\u30ff\u4e00-\u9fff]")


def test_the_rules_are_those_of_reading_and_of_the_shapes() -> None:
    shapes = {
        subject.value.removeprefix(SHAPES)
        for name in shape_names()
        for subject in load_shapes(name).graph.holders(sh.message)
        if isinstance(subject, NamedNode)
    }
    assert set(ALL) == shapes | set(RULES)
    profiles = ["plan", "document", "catalog"]  # a clerk meets plans first
    assert list(ALL) == sorted(ALL, key=lambda name: (profiles.index(name.split("#")[0]), name))


def test_every_shape_that_can_report_has_a_name_of_ours() -> None:
    for name in shape_names():
        graph = load_shapes(name).graph
        for subject in graph.holders(sh.message):
            assert str(subject).startswith(f"<{SHAPES}{name}#"), subject


@pytest.mark.parametrize("name", ALL)
def test_every_rule_is_explained_in_both_languages(name: str) -> None:
    rule = ALL[name]
    assert rule.name == name
    for text in (rule.message, rule.why, rule.example):
        assert text.ja.strip()
        assert text.en.strip()
    assert _JAPANESE.search(rule.message.ja)
    assert _JAPANESE.search(rule.why.ja)
    assert rule.message.ja != rule.message.en
    assert rule.why.ja != rule.why.en


@pytest.mark.parametrize("name", [name for name in RULES if name.startswith("plan#")])
def test_a_fault_that_reader_and_shape_both_see_matters_as_much_to_both(name: str) -> None:
    graph = load_shapes("plan").graph
    shape = NamedNode(SHAPES + name)
    assert graph.objects(shape, sh.message), f"no shape {name}"
    holder = next(iter(graph.subjects(sh.sparql, shape)), shape)
    stated = graph.value(holder, sh.severity) or sh.Violation
    assert stated == NamedNode(sh.iri + RULES[name].severity.value)


def test_no_two_rules_share_what_follows_the_hash() -> None:
    ends = [name.partition("#")[2] for name in ALL]
    assert len(ends) == len(set(ends))


def test_only_rules_about_documents_have_no_repair_in_the_graph() -> None:
    assert {name for name, rule in ALL.items() if not rule.repair.en} == {
        name for name in ALL if name.startswith("document#")
    }
