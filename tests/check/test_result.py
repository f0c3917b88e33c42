"""Results of a validation have an order that hangs on nothing but what they say."""

from itertools import permutations

from kyodo_lod.check.result import Result
from kyodo_lod.rdf.terms import BlankNode, Literal, NamedNode

A, B = NamedNode("https://e.jp/a"), NamedNode("https://e.jp/b")
ONE = Result(A, "https://e.jp/p", None, B, None, "minCount", "Violation")
SEVERAL = (
    ONE,
    ONE._replace(value=Literal("x")),
    ONE._replace(value=Literal("x", language="ja")),
    ONE._replace(value=BlankNode("x")),
    ONE._replace(constraint=A),
    ONE._replace(severity="Warning"),
    ONE._replace(messages=(Literal("a"),)),
    ONE._replace(messages=(Literal("a"), Literal("b"))),
)


def test_in_whatever_order_they_come_they_are_sorted_alike() -> None:
    in_order = sorted(SEVERAL[:5], key=lambda each: each.sort_key)
    for others in permutations(SEVERAL[:5]):
        assert sorted(others, key=lambda each: each.sort_key) == in_order


def test_what_differs_is_told_apart() -> None:
    assert len({each.sort_key for each in SEVERAL}) == len(SEVERAL)
