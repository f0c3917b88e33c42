"""A rule is called by its IRI, else by the shape that holds it, its property and its component."""

from pathlib import Path

import pytest

from kyodo_lod.check.checked_rules import rule_iris, rule_names, rule_texts
from kyodo_lod.check.graph import check_graph
from kyodo_lod.check.naming import parameter_name
from kyodo_lod.check.reports.text import about_line
from kyodo_lod.check.shapes import Shapes, load_shapes
from kyodo_lod.finding import Finding
from kyodo_lod.rdf.formats import TURTLE
from kyodo_lod.rdf.read import parse

NS = "http://example.org/ns#"
_HEAD = f"@prefix ex: <{NS}> . @prefix sh: <http://www.w3.org/ns/shacl#> .\n"
_SHAPES = """
ex:LoanShape a sh:NodeShape ; sh:targetClass ex:Loan ;
  sh:closed true ; sh:ignoredProperties ( <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> ) ;
  sh:property [ sh:path ex:due ; sh:minCount 1 ; sh:maxCount 0 ] ;
  sh:property [ sh:path ( ex:by [ sh:inversePath ex:age ] ) ; sh:minCount 1 ] ;
  sh:property [ sh:path ex:of ; sh:sparql [ sh:select "SELECT $this WHERE { $this a ex:Loan }" ;
    sh:prefixes [ sh:declare [ sh:prefix "ex" ; sh:namespace "http://example.org/ns#" ] ] ] ] ;
  sh:property ex:Titled .
ex:Titled sh:path ex:title ; sh:minCount 1 .
"""


@pytest.fixture
def shapes(tmp_path: Path) -> Shapes:
    (tmp_path / "s.ttl").write_text(_HEAD + _SHAPES)
    return load_shapes(str(tmp_path / "s.ttl"))


def _found(shapes: Shapes) -> list[Finding]:
    text = f"{_HEAD} ex:a a ex:Loan ; ex:due 1 ; ex:x 1 . ex:b a ex:Loan ."
    return check_graph(parse(text.encode(), TURTLE, "d"), shapes)


def test_a_shape_without_an_iri_has_a_name_of_its_own(shapes: Shapes) -> None:
    assert {finding.short_rule for finding in _found(shapes)} == {
        "ex:LoanShape",
        "ex:LoanShape/ex:due-minCount",
        "ex:LoanShape/ex:due-maxCount",
        "ex:LoanShape/ex:by/^ex:age-minCount",
        "ex:LoanShape/ex:of-sparql",
        "ex:Titled",
    }


def test_what_is_checked_has_the_names_of_what_is_found(shapes: Shapes) -> None:
    found = {(finding.rule, finding.short_rule) for finding in _found(shapes)}
    assert {(text.rule, text.short_rule) for text in rule_texts(shapes)} == found
    assert {rule for rule, _ in found} == set(rule_iris(shapes)) == set(rule_names(shapes))
    assert f"{NS}LoanShape/ex:due-minCount" in rule_iris(shapes)


def test_names_under_which_it_is_selected(shapes: Shapes) -> None:
    called = rule_names(shapes)[f"{NS}LoanShape/ex:due-minCount"]
    holder = {f"{NS}LoanShape", "ex:LoanShape", "LoanShape"}
    assert called.names == {"ex:LoanShape/ex:due-minCount", *holder}
    assert called.components == {"sh:minCount"}


def test_the_property_is_shown_with_the_prefixes_of_the_shapes(shapes: Shapes) -> None:
    shown = {(finding.path, about_line(finding, "en", "d")) for finding in _found(shapes)}
    assert (f"{NS}due", "ex:a · ex:due") in shown
    assert (f"<{NS}by>/^<{NS}age>", "ex:b · ex:by/^ex:age") in shown


def test_components_are_called_by_their_parameters() -> None:
    home = "http://www.w3.org/ns/shacl#"
    assert parameter_name(f"{home}SPARQLConstraintComponent") == "sparql"
    assert parameter_name(f"{home}QualifiedMinCountConstraintComponent") == "qualifiedMinCount"
    assert parameter_name("https://example.org/MyConstraintComponent") == "my"
