"""What a report states as a path is the path of the shape."""

import pytest
from check.fast.turtle import graph

from kyodo_lod.check.paths import path_text
from kyodo_lod.check.reports.turtle_paths import path_triples
from kyodo_lod.rdf.graph import Graph
from kyodo_lod.rdf.terms import NamedNode
from kyodo_lod.rdf.vocabulary import dct, sh


def _label(number: int) -> str:
    return f"p{number}"


@pytest.mark.parametrize(
    "path",
    [
        "( ex:p rdfs:label )",
        "[ sh:inversePath ex:p ]",
        "[ sh:alternativePath ( ex:p [ sh:zeroOrOnePath ex:q ] ) ]",
        "[ sh:oneOrMorePath ( ex:p ex:q ) ]",
        "( ex:p [ sh:alternativePath ( ex:q ( ex:r ex:p ) ) ] [ sh:zeroOrMorePath ex:q ] )",
        "[ sh:inversePath ( ex:p ex:q ) ]",
        "[ sh:zeroOrMorePath [ sh:inversePath ex:p ] ]",
    ],
)
def test_a_path_is_built_again(path: str) -> None:
    shapes = graph(f"ex:S sh:path {path} .")
    text = path_text(shapes, shapes.value(NamedNode("urn:ex:S"), sh.path))
    node, triples = path_triples(text, _label)
    assert triples
    assert path_text(Graph(triples), node) == text
    length = len(shapes) - 1
    assert len(Graph(triples)) == length, "and nothing but the path"


def test_a_property_is_itself() -> None:
    assert path_triples("dct:title", _label) == (dct.title, [])
    assert path_triples("https://example.org/a/b", _label)[0] == NamedNode(
        "https://example.org/a/b"
    )


@pytest.mark.parametrize(
    "text", ["", "a b", "(dct:title", "dct:title/", "nope:a/dct:title", "<a b>"]
)
def test_what_is_no_path_is_none(text: str) -> None:
    assert path_triples(text, _label)[1] == []
