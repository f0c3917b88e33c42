"""Patterns mean what they mean to pySHACL, and those that may take for ever are told beforehand."""

import re
import time

import pytest
from check.foreign import E
from hypothesis import given
from hypothesis import strategies as st

from kyodo_lod.check import shacl
from kyodo_lod.check.fast.pattern import compiled, longest, may_backtrack
from kyodo_lod.check.fast.unsupported import UnsupportedError
from kyodo_lod.check.shapes import Shapes, load_shapes, shape_names
from kyodo_lod.rdf.graph import Graph
from kyodo_lod.rdf.terms import Literal, NamedNode, Triple, string
from kyodo_lod.rdf.vocabulary import rdf, sh

SHAPE, NODE, PROPERTY = (NamedNode(E + name) for name in ("S", "n", "p"))
PATTERNS = ["", "^a", "a$", "a.b", "A", "^b$", r"\d", "[^a]", "a|b", r"\u0041", "あ"]
FLAGS = ["", "i", "I", "m", "s", "x", "im", "q", "gi"]
TEXTS = ["", "a", "A", "b", "a\nb", "B\na", "あ", "１", "a b", "aXb\n"]


def passing(pattern: str, flags: str) -> set[str]:
    """Give the texts that pySHACL lets pass."""
    demands = [(sh.targetNode, NODE), (rdf.type, sh.PropertyShape), (sh.path, PROPERTY)]
    demands += [(sh.pattern, string(pattern)), *([(sh.flags, string(flags))] if flags else [])]
    shapes = Graph(Triple(SHAPE, p, o) for p, o in demands)
    data = Graph(Triple(NODE, PROPERTY, string(text)) for text in TEXTS)
    found = shacl.results(data, Shapes("own.ttl", shapes))
    return set(TEXTS) - {r.value.value for r in found if isinstance(r.value, Literal)}


@pytest.mark.parametrize("flags", FLAGS)
@pytest.mark.parametrize("pattern", PATTERNS)
def test_pattern_is_that_of_pyshacl(pattern: str, flags: str) -> None:
    assert {text for text in TEXTS if compiled(pattern, flags)(text)} == passing(pattern, flags)


@pytest.mark.parametrize("pattern", ["(", "[a", "*", r"\p{L}", r"\i", "a{3,2}", "a{99999999999}"])
def test_what_python_cannot_read_is_left_to_pyshacl(pattern: str) -> None:
    with pytest.raises(UnsupportedError, match="sh:pattern"):
        compiled(pattern)


ENDLESS = [
    "(a+)+$", "(a*)*b", "(a|a)*b", "(a|ab|b)*c", "^(a{1,9})*$", "(;a*a*)*b", "(a*;a*)*b",
    "((ab)*c*)*d", "(?:(?:a+)b?)+c", "(.*)*x", r"^(\w+\s?)*$", "(?=(a+)+b)a", "((a)+)+b",
    "^(([a-z])+.)+[A-Z]([a-z])+$", "(?P<n>a+)(?(n)(b+)+)c", "([aA]+A?)*c", "(?i:(a+A)+)b",
]  # fmt: skip
HARMLESS = [
    "^[a-z]+$", "(a|b)*c", "(x{1,3}y){2,}", "^[a-z]+(-[a-z]+)*$", r"^\d{4}-\d\d$", "(ab)*c",
    r"^[^@]+@[^@]+$", r"^(\w+\s)*$", "(a+b+)*c", "", "(", "a{2}", "^(?:[0-9]+,)*[0-9]+$",
    "^(ab|cd)*$", "(foo|bar)+x", "^([0-9]+(,|;))*$",
]  # fmt: skip


@pytest.mark.parametrize("pattern", ENDLESS)
def test_pattern_that_may_take_for_ever(pattern: str) -> None:
    assert may_backtrack(pattern)
    assert longest(pattern) == 20


@pytest.mark.parametrize("pattern", HARMLESS)
def test_pattern_that_cannot(pattern: str) -> None:
    assert not may_backtrack(pattern)
    limit = longest(pattern)
    assert limit is None or limit >= 1000


@pytest.mark.parametrize("pattern", ENDLESS)
def test_at_the_limit_it_is_quick(pattern: str) -> None:
    for piece in ("a", "ab", "a;", "b", "a "):
        begun = time.process_time()
        compiled(pattern)((piece * 20)[:19] + "!")
        assert time.process_time() - begun < 5


def test_several_repetitions_in_a_row_have_a_limit() -> None:
    assert longest("a*a*a*a*b") == 1000
    assert longest(r"\s+$") is None
    assert longest("a+.*") == 44721


def test_our_own_patterns_are_harmless() -> None:
    for name in shape_names():
        graph = load_shapes(name).graph
        for shape in graph.holders(sh.pattern):
            for pattern in graph.objects(shape, sh.pattern):
                assert isinstance(pattern, Literal)
                assert not may_backtrack(pattern.value), pattern


@pytest.mark.filterwarnings("ignore:Possible nested set")
@given(st.text(alphabet="ab(|)*+?{1,}[]^$.\\d-", max_size=12))
def test_any_text_is_judged_without_an_error(pattern: str) -> None:
    assert may_backtrack(pattern) in (True, False)
    try:
        re.compile(pattern)
    except (re.error, OverflowError):
        assert not may_backtrack(pattern)
