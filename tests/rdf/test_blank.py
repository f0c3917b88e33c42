"""Nameless blank nodes are called alike in every reading of a file."""

import pytest

from kyodo_lod.rdf.blank import called_in_order
from kyodo_lod.rdf.formats import FORMATS, TURTLE
from kyodo_lod.rdf.read import parse
from kyodo_lod.rdf.terms import BlankNode, Quad

_TEXT = b"@prefix e: <http://e/> . e:a e:p [ e:q 1 ], _:alice, _:anon1, ( 1 2 ) . _:alice e:p [] ."


def _read(data: bytes, fmt: str = "turtle", file: int = 0) -> list[Quad]:
    return list(called_in_order(parse(data, FORMATS[fmt], "x"), file))


def _labels(quads: list[Quad]) -> list[str]:
    terms = (term for quad in quads for term in (quad.subject, quad.object, quad.graph_name))
    return list(dict.fromkeys(term.value for term in terms if isinstance(term, BlankNode)))


def test_two_readings_are_the_same() -> None:
    assert _read(_TEXT) == _read(_TEXT)
    assert _labels(_read(_TEXT)) == ["anon1", "alice", "anon2", "anon3", "anon4", "anon5"]


def test_no_two_nodes_become_one() -> None:
    as_read = list(parse(_TEXT, TURTLE, "x"))
    assert len(_labels(_read(_TEXT))) == len(_labels(as_read))
    second = list(called_in_order(parse(_TEXT, TURTLE, "x", rename=True), 2))
    assert not set(_labels(second)) & set(_labels(_read(_TEXT)))
    assert all(label.startswith("anon2x") for label in _labels(second))


@pytest.mark.parametrize(
    ("fmt", "data"),
    [
        ("json-ld", b'{"http://e/q": {"http://e/r": 2}}'),
        ("trig", b"GRAPH [] { [] <http://e/p> [] }"),
    ],
)
def test_other_formats_too(fmt: str, data: bytes) -> None:
    assert _read(data, fmt) == _read(data, fmt) != []
