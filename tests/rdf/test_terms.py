"""How our literals are written."""

import pytest

from kyodo_lod.bilingual import Bilingual
from kyodo_lod.rdf.terms import (
    Literal,
    NamedNode,
    Triple,
    boolean,
    date,
    english,
    integer,
    iri,
    japanese,
    labels,
    string,
)
from kyodo_lod.rdf.vocabulary import rdfs, xsd

SUBJECT = NamedNode("https://example.org/s")


def test_literals_are_canonical() -> None:
    assert str(integer(76)) == '"76"^^<http://www.w3.org/2001/XMLSchema#integer>'
    assert str(boolean(True)) == '"true"^^<http://www.w3.org/2001/XMLSchema#boolean>'
    assert str(boolean(False)) == '"false"^^<http://www.w3.org/2001/XMLSchema#boolean>'
    assert date("2018-04-01") == Literal("2018-04-01", datatype=xsd.date)
    assert string("4") == Literal("4", datatype=xsd.string)
    assert str(japanese("事業")) == '"事業"@ja'
    assert str(english("plan")) == '"plan"@en'


def test_iri_refuses_what_is_none() -> None:
    assert iri("https://example.org/") == NamedNode("https://example.org/")
    for text in ("", "a b", "example", "<https://example.org/>"):
        with pytest.raises(ValueError, match=r"IRI|scheme|code point"):
            iri(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (Bilingual("計画", "plan"), [japanese("計画"), english("plan")]),
        (Bilingual("計画", ""), [japanese("計画")]),
        (Bilingual("", "plan"), [english("plan")]),
        (Bilingual("", ""), []),
    ],
)
def test_labels_leave_out_what_is_empty(text: Bilingual, expected: list[Literal]) -> None:
    triples = list(labels(SUBJECT, rdfs.label, text))
    assert triples == [Triple(SUBJECT, rdfs.label, literal) for literal in expected]
