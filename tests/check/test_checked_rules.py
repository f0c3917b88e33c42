"""Which rules a check demands, for reports that list passing ones too."""

import subprocess
import sys
from pathlib import Path

import pytest

from kyodo_lod.bilingual import Bilingual
from kyodo_lod.check.checked_rules import (
    reading_rules,
    reading_texts,
    rule_iris,
    rule_texts,
    with_rules,
)
from kyodo_lod.check.report import Report
from kyodo_lod.check.shapes import Shapes, load_shapes, shape_names
from kyodo_lod.check.unreadable import Unreadable
from kyodo_lod.finding import SHAPES, Severity
from kyodo_lod.model.rules import RULES
from kyodo_lod.origin import Origin
from kyodo_lod.rdf.terms import NamedNode
from kyodo_lod.rdf.vocabulary import sh

PREFIXES = """
@prefix sh: <http://www.w3.org/ns/shacl#> . @prefix ex: <https://example.org/> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix owl: <http://www.w3.org/2002/07/owl#> .
"""
SHACL = "http://www.w3.org/ns/shacl#"


def loaded(turtle: str, folder: Path) -> Shapes:
    path = folder / "shapes.ttl"
    path.write_text(PREFIXES + turtle, encoding="utf-8")
    return load_shapes(str(path))


@pytest.mark.parametrize("name", shape_names())
def test_our_own_rules_are_those_with_a_message(name: str) -> None:
    shapes = load_shapes(name)
    said = {node.value for node in shapes.graph.holders(sh.message) if isinstance(node, NamedNode)}
    assert set(rule_iris(shapes)) == said
    assert len(said) > 30


@pytest.mark.parametrize("name", shape_names())
def test_each_rule_has_its_texts_in_the_same_order(name: str) -> None:
    shapes = load_shapes(name)
    texts = rule_texts(shapes)
    assert (
        tuple(text.rule for text in texts) == rule_iris(shapes) == tuple(sorted(rule_iris(shapes)))
    )
    assert all(all(text.name) and all(text.message) for text in texts)


def test_a_warning_of_ours_is_a_warning() -> None:
    texts = {text.rule: text for text in rule_texts(load_shapes("plan"))}
    registered = texts[f"{SHAPES}plan#PlannedProject-registeredUnit"]
    assert registered.severity is Severity.WARNING
    assert texts[f"{SHAPES}plan#PlannedProject-label"].severity is Severity.VIOLATION


def test_reading_has_its_rules() -> None:
    assert len(reading_rules()) == len(RULES)
    assert tuple(text.rule for text in reading_texts()) == reading_rules()
    assert all("{" not in text.message.en and all(text.why) for text in reading_texts())


@pytest.mark.parametrize(
    ("turtle", "rules"),
    [
        ("ex:S a sh:NodeShape ; sh:targetClass ex:C ; sh:closed true .", ["ex:S"]),
        ("ex:S a sh:NodeShape ; sh:targetNode ex:n ; sh:property [ sh:path ex:p ; sh:minCount 1 ] .", ["ex:S/ex:p-minCount"]),
        ("[] sh:targetNode ex:n ; sh:property ex:P . ex:P sh:path ex:p ; sh:minCount 1 .", ["ex:P"]),
        ("[] sh:targetNode ex:n ; sh:property [ sh:path ex:p ; sh:minCount 1 ; sh:pattern 'x' ] .",
         [f"{SHACL}MinCountConstraintComponent", f"{SHACL}PatternConstraintComponent"]),
        ("ex:C a sh:NodeShape , rdfs:Class ; sh:nodeKind sh:IRI .", ["ex:C"]),
        ("ex:C a sh:NodeShape , owl:Class ; sh:nodeKind sh:IRI .", ["ex:C"]),
        ("ex:S a sh:NodeShape ; sh:nodeKind sh:IRI .", []),
        ("ex:S sh:targetNode ex:n ; sh:or ( ex:A [ sh:nodeKind sh:IRI ] ) . ex:A a sh:NodeShape ; sh:nodeKind sh:IRI .", ["ex:S"]),
        ("ex:S sh:targetNode ex:n ; sh:node ex:A . ex:A sh:property ex:P . ex:P sh:path ex:p ; sh:minCount 1 .", ["ex:S"]),
        ("ex:S sh:targetNode ex:n ; sh:deactivated true ; sh:nodeKind sh:IRI .", []),
        ("ex:S sh:targetNode ex:n ; sh:property ex:P . ex:P sh:path ex:p ; sh:minCount 1 ; sh:deactivated true .", []),
        ("ex:S sh:targetNode ex:n ; sh:sparql [ sh:select 'x' ] .", ["ex:S"]),
        ("ex:S sh:targetNode ex:n ; sh:sparql ex:Q . ex:Q sh:select 'x' .", ["ex:Q"]),
        ("ex:S sh:targetNode ex:n ; sh:sparql ex:Q . ex:Q sh:select 'x' ; sh:deactivated true .", []),
        ("[] sh:targetNode ex:n ; sh:sparql [ sh:select 'x' ] .", [f"{SHACL}SPARQLConstraintComponent"]),
        ("ex:K a sh:ConstraintComponent ; sh:parameter [ sh:path ex:a ] , [ sh:path ex:b ; sh:optional true ] . [] sh:targetNode ex:n ; ex:a 1 .", ["ex:K"]),
        ("ex:K a sh:ConstraintComponent ; sh:parameter [ sh:path ex:a ] , [ sh:path ex:b ] . [] sh:targetNode ex:n ; ex:a 1 .", []),
        ("ex:S sh:targetNode ex:n ; sh:property ex:P . ex:P sh:path ex:p ; sh:maxCount 1 ; sh:property ex:P .", ["ex:P"]),
    ],
)  # fmt: skip
def test_rules_are_what_a_finding_can_name(turtle: str, rules: list[str], tmp_path: Path) -> None:
    expected = [rule.replace("ex:", "https://example.org/", 1) for rule in rules]
    shapes = loaded(turtle, tmp_path)
    assert list(rule_iris(shapes)) == expected
    assert [text.rule for text in rule_texts(shapes)] == expected


def test_a_foreign_rule_has_the_texts_that_it_has(tmp_path: Path) -> None:
    shapes = loaded(
        "ex:S sh:targetNode ex:n ; sh:closed true ; sh:severity sh:Info ; sh:message 'zu viel'@de ;"
        " rdfs:label 'closed' . [] sh:targetNode ex:n ; sh:nodeKind sh:IRI .",
        tmp_path,
    )
    component, ours = rule_texts(shapes)
    assert (ours.severity, *ours.message, *ours.name) == (
        Severity.INFO, "zu viel", "zu viel", "closed", "closed",
    )  # fmt: skip
    assert ours.why == ("", "")
    assert component.message == ("", "")


def test_it_takes_no_rdflib() -> None:
    program = (
        "import sys\n"
        "from kyodo_lod.check.checked_rules import rule_texts\n"
        "from kyodo_lod.check.shapes import load_shapes\n"
        "assert rule_texts(load_shapes('plan'))\n"
        "print(sorted({'rdflib', 'pyshacl'} & set(sys.modules)))"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True
    )
    assert done.stdout == "[]\n"


def test_a_report_of_a_document_tells_the_rules_of_reading_too_and_one_of_rdf_does_not() -> None:
    shapes = load_shapes("plan")
    of_rdf = with_rules(Report("plan.ttl", (), engine="fast"), shapes)
    of_document = with_rules(Report("plan.txt", (), Bilingual("", "")), shapes)
    assert of_rdf.rules == rule_iris(shapes)
    assert set(of_document.rules) == {*rule_iris(shapes), *reading_rules()}
    assert tuple(text.rule for text in of_document.texts) == of_document.rules


def test_of_what_could_not_be_read_no_rule_was_checked() -> None:
    why = Unreadable("plan.ttl", Origin("plan.ttl"), Bilingual("", ""))
    assert with_rules(Report("plan.ttl", (), unreadable=why), load_shapes("plan")).rules == ()
