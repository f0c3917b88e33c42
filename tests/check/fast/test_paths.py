"""Property paths, against pySHACL and on data with cycles."""

import pytest
from check.fast.turtle import agreed, fast, graph

from kyodo_lod.check.fast.unsupported import UnsupportedError
from kyodo_lod.check.paths import path_text
from kyodo_lod.rdf.terms import NamedNode
from kyodo_lod.rdf.vocabulary import sh

SHAPES = "ex:S sh:targetNode ex:a , 5 ; sh:path {} ; sh:in () ."
CYCLE = 'ex:a ex:p ex:b , "x" . ex:b ex:p ex:c ; ex:q ex:a . ex:c ex:p ex:a , ex:c ; ex:q 5 .'
PATHS = {
    "ex:p": "urn:ex:p",
    "[ sh:inversePath ex:p ]": "^<urn:ex:p>",
    "( ex:p ex:p ex:q )": "<urn:ex:p>/<urn:ex:p>/<urn:ex:q>",
    "[ sh:alternativePath ( ex:p [ sh:inversePath ex:q ] ) ]": "<urn:ex:p>|^<urn:ex:q>",
    "[ sh:zeroOrMorePath ex:p ]": "(<urn:ex:p>)*",
    "[ sh:oneOrMorePath ex:p ]": "(<urn:ex:p>)+",
    "[ sh:zeroOrOnePath ex:p ]": "(<urn:ex:p>)?",
    "[ sh:zeroOrMorePath [ sh:inversePath ex:p ] ]": "(^<urn:ex:p>)*",
    "[ sh:inversePath ( ex:p ex:p ) ]": "^(<urn:ex:p>/<urn:ex:p>)",
    "( ex:p [ sh:oneOrMorePath ( ex:p ex:q ) ] )": "<urn:ex:p>/(<urn:ex:p>/<urn:ex:q>)+",
}


@pytest.mark.parametrize("path", PATHS)
def test_value_nodes_and_text(path: str) -> None:
    found = agreed(SHAPES.format(path), CYCLE)
    assert {result.path for result in found} == {PATHS[path]}


@pytest.mark.parametrize("path", ["( ex:p )", "[ sh:alternativePath ( ex:p ) ]", "[ ]", '"p"'])
def test_malformed_path_is_left_to_pyshacl(path: str) -> None:
    with pytest.raises(UnsupportedError):
        fast(SHAPES.format(path), CYCLE)


def test_path_in_itself_ends() -> None:
    with pytest.raises(UnsupportedError, match="deep"):
        fast(SHAPES.format("_:x") + "_:x sh:inversePath _:x .", CYCLE)


def test_prefixes_are_ours() -> None:
    shapes = graph("ex:S sh:path <http://purl.org/dc/terms/title> .")
    path = shapes.value(NamedNode("urn:ex:S"), sh.path)
    assert (path_text(shapes, path), path_text(shapes, None)) == ("dct:title", "")
