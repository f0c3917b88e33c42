"""Property paths in SPARQL's syntax."""

import pytest
from check.fast.turtle import graph

from kyodo_lod.check.paths import path_text
from kyodo_lod.rdf.terms import NamedNode
from kyodo_lod.rdf.vocabulary import sh


@pytest.mark.parametrize(
    ("path", "text"),
    [
        ("<http://purl.org/dc/terms/title>", "dct:title"),
        ("ex:p", "urn:ex:p"),
        ("[ sh:inversePath ex:p ]", "^<urn:ex:p>"),
        ("( ex:p rdfs:label )", "<urn:ex:p>/rdfs:label"),
        ("[ sh:alternativePath ( ex:p [ sh:zeroOrOnePath ex:q ] ) ]", "<urn:ex:p>|(<urn:ex:q>)?"),
        ("[ sh:oneOrMorePath ( ex:p ex:q ) ]", "(<urn:ex:p>/<urn:ex:q>)+"),
        ("( ex:p [ sh:alternativePath ( ex:q ex:r ) ] )", "<urn:ex:p>/(<urn:ex:q>|<urn:ex:r>)"),
        ("[ sh:inversePath ( ex:p ex:q ) ]", "^(<urn:ex:p>/<urn:ex:q>)"),
        ("[ ]", ""),
    ],
)
def test_text_of_a_path(path: str, text: str) -> None:
    shapes = graph(f"ex:S sh:path {path} .")
    assert path_text(shapes, shapes.value(NamedNode("urn:ex:S"), sh.path)) == text


def test_no_path_no_text() -> None:
    assert path_text(graph(""), None) == ""
