"""The prefixes of a constraint, found as pySHACL finds them."""

import pytest
from check.fast.turtle import graph

from kyodo_lod.check.fast.declarations import prefixes_of
from kyodo_lod.check.fast.unsupported import UnsupportedError
from kyodo_lod.rdf.terms import NamedNode

Q = NamedNode("urn:ex:Q")
DECLARED = 'sh:declare [ sh:prefix "e" ; sh:namespace "urn:{}:"^^xsd:anyURI ]'
OWN, OTHER = DECLARED.format("own"), DECLARED.format("other")


def found(text: str) -> str | None:
    """Give the namespace of e:."""
    return prefixes_of(graph(text), Q).get("e")


@pytest.mark.parametrize(
    ("text", "namespace"),
    [
        (f"ex:Q sh:prefixes ex:o . ex:o a owl:Ontology ; {OWN} .", "urn:own:"),
        (f"ex:Q sh:prefixes ex:o . ex:o {OWN} .", "urn:own:"),
        (f"ex:Q sh:prefixes ex:o . ex:o a owl:Ontology ; {OWN} . ex:u a owl:Ontology ; {OTHER} .", "urn:own:"),
        (f"ex:Q sh:prefixes ex:o . ex:u a owl:Ontology ; {OTHER} .", "urn:other:"),
        (f"ex:Q sh:prefixes ex:o . ex:o owl:imports ex:u . ex:u {OTHER} .", "urn:other:"),
        (f"ex:Q sh:select '' . ex:u a owl:Ontology ; {OTHER} .", None),
        (f"ex:Q sh:prefixes ex:o , ex:u . ex:o {OWN} . ex:u {OWN} .", "urn:own:"),
    ],
)  # fmt: skip
def test_which_declarations_count(text: str, namespace: str | None) -> None:
    assert found(text) == namespace


def test_some_are_always_known_and_may_be_declared_anew() -> None:
    known = prefixes_of(graph("ex:Q sh:select '' ."), Q)
    assert {"rdf", "rdfs", "owl", "dct", "kyo"} <= known.keys()
    text = "ex:Q sh:prefixes ex:o . ex:o sh:declare [ sh:prefix 'dct' ; sh:namespace 'urn:d:' ] ."
    assert prefixes_of(graph(text), Q)["dct"] == "urn:d:"


@pytest.mark.parametrize(
    ("declared", "reason"),
    [
        ("[ sh:prefix 'e' ]", "not as it should be"),
        ("[ sh:namespace 'urn:e:' ]", "not as it should be"),
        ("[ sh:prefix 'e' ; sh:namespace 'urn:e:' , 'urn:f:' ]", "not as it should be"),
        ("[ sh:prefix ex:e ; sh:namespace 'urn:e:' ]", "not as it should be"),
        (
            "[ sh:prefix 'e' ; sh:namespace 'urn:e:' ] , [ sh:prefix 'e' ; sh:namespace 'urn:f:' ]",
            "two",
        ),
    ],
)
def test_malformed_declarations(declared: str, reason: str) -> None:
    with pytest.raises(UnsupportedError, match=reason):
        found(f"ex:Q sh:prefixes ex:o . ex:o sh:declare {declared} .")
