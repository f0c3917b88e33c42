"""Where pySHACL reads SHACL otherwise than it is written."""

import pytest
from check.fast.turtle import agreed, graph

from kyodo_lod.check.conformance import conformant, declarations, is_true
from kyodo_lod.rdf.graph import Graph
from kyodo_lod.rdf.terms import Literal, NamedNode, boolean, string
from kyodo_lod.rdf.vocabulary import sh, xsd

O = NamedNode("urn:ex:o")  # noqa: E741 - an ontology


@pytest.mark.parametrize(
    ("node", "truth"),
    [
        (boolean(True), True),
        (boolean(False), False),
        (Literal("1", datatype=xsd.boolean), False),
        (NamedNode("urn:true"), False),
    ],
)
def test_true_is_the_literal_true_only(node: NamedNode | Literal, truth: bool) -> None:
    assert is_true(node) is truth


@pytest.mark.parametrize(("value", "number"), [("true", 1), ('"1"^^xsd:boolean', 0), ("false", 0)])
def test_unique_languages_are_wanted_where_it_says_true(value: str, number: int) -> None:
    """SHACL 1.0, section 4.4.5; pySHACL takes "1" for true as well."""
    demanded = f"ex:S sh:targetNode ex:a ; sh:path ex:p ; sh:uniqueLang {value} ."
    assert len(agreed(demanded, 'ex:a ex:p "x"@ja , "y"@ja .')) == number


def test_all_else_stays() -> None:
    shapes = graph("ex:S sh:path ex:p ; sh:uniqueLang false ; sh:minCount 1 .")
    assert len(list(conformant(shapes))) == len(shapes) - 1


IMPORTING = """ex:Q sh:prefixes ex:o . ex:o owl:imports ex:u , ex:missing ; sh:declare ex:d .
ex:u owl:imports ex:o ; sh:declare ex:e ."""


def test_declarations_of_what_is_imported_count_and_circles_end() -> None:
    found = declarations(graph(IMPORTING), O)
    assert set(map(str, found)) == {"<urn:ex:d>", "<urn:ex:e>"}


def test_pyshacl_is_given_them_at_the_importing_one() -> None:
    given = Graph(conformant(graph(IMPORTING)))
    assert set(map(str, given.objects(O, sh.declare))) == {"<urn:ex:d>", "<urn:ex:e>"}


def test_prefixes_that_are_a_text_declare_nothing() -> None:
    shapes = graph('ex:Q sh:prefixes "ex:o" .')
    assert list(declarations(shapes, string("ex:o"))) == []
    assert len(list(conformant(shapes))) == 1
