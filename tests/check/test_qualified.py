"""Of a qualified shape it is told how many values meet it, and which do or do not."""

import pytest

from kyodo_lod.bilingual import Bilingual
from kyodo_lod.check.qualified import counted
from kyodo_lod.check.result import Result
from kyodo_lod.check.shapes import Shapes
from kyodo_lod.finding import Inner
from kyodo_lod.rdf.formats import TURTLE
from kyodo_lod.rdf.graph import Graph
from kyodo_lod.rdf.read import parse
from kyodo_lod.rdf.terms import NamedNode
from kyodo_lod.rdf.vocabulary import sh

PREFIXES = "@prefix sh: <http://www.w3.org/ns/shacl#> . @prefix e: <https://e.jp/> . @prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> . "
FAILS = Inner("", Bilingual("合わない", "fails"))


def graph(text: str) -> Graph:
    """Read Turtle with the prefixes."""
    return Graph(list(parse((PREFIXES + text).encode(), TURTLE, "x.ttl")))


def told(limit: str, data: str, more: str = "") -> list[Inner]:
    """Give what is told of a hand whose fingers are to be of class e:F."""
    shapes = Shapes(
        "x.ttl",
        graph(
            f"e:H sh:property e:P {more} . e:IsF sh:class e:F ."
            f"e:P sh:path e:has ; sh:qualifiedValueShape e:IsF ; sh:{limit} ."
        ),
    )
    component = f"{sh.iri}{limit.split()[0][0].upper()}{limit.split()[0][1:]}ConstraintComponent"
    result = Result(
        NamedNode("https://e.jp/h"), "", None, NamedNode("https://e.jp/P"), None, component, "x"
    )
    return list(counted(result, graph(data), shapes, lambda _: FAILS))


def fingers(good: int, bad: int) -> str:
    """Give a hand with so many that are fingers and so many that are none."""
    names = [f"e:g{n}" for n in range(good)] + [f"e:x{n}" for n in range(bad)]
    has = f"e:h e:has {' , '.join(names)} . " if names else ""
    return has + "".join(f"{name} a e:F . " for name in names[:good]) + "e:o a e:F ."


@pytest.mark.parametrize(
    ("limit", "good", "bad", "said"),
    [
        ("qualifiedMinCount 3", 2, 1, "2 of 3 values conform (at least 3)"),
        ("qualifiedMinCount 3", 3, 1, None),
        ("qualifiedMinCount 1", 0, 0, "0 of 0 values conform (at least 1)"),
        ("qualifiedMaxCount 2", 3, 1, "3 of 4 values conform (at most 2)"),
        ("qualifiedMaxCount 2", 2, 5, None),
        ("qualifiedMaxCount 0", 1, 0, "1 of 1 values conform (at most 0)"),
    ],
)
def test_how_many_conform_is_told_where_that_is_at_fault(
    limit: str, good: int, bad: int, said: str | None
) -> None:
    assert [inner.message.en for inner in told(limit, fingers(good, bad))] == [said] * bool(said)


@pytest.mark.parametrize(("bad", "shown"), [(3, 3), (4, 3)])
def test_of_many_values_the_first_are_told_and_that_there_are_more(bad: int, shown: int) -> None:
    (inner,) = told("qualifiedMinCount 9", fingers(1, bad))
    assert len(inner.inner) == shown
    assert ("; the first 3:" in inner.message.en) == (bad > shown)
    assert ("最初の 3 個" in inner.message.ja) == (bad > shown)
    assert all(each.inner == (FAILS,) for each in inner.inner), "why each does not count"


def test_where_there_are_too_many_those_that_conform_are_told() -> None:
    (inner,) = told("qualifiedMaxCount 1", fingers(2, 2))
    assert [each.message.en for each in inner.inner] == ["<https://e.jp/g0>", "<https://e.jp/g1>"]
    assert [each.inner for each in inner.inner] == [(), ()]


def test_a_value_is_called_by_its_name_too() -> None:
    named = 'e:x0 rdfs:label "親指"@ja , "thumb"@en .'
    (inner,) = told("qualifiedMinCount 1", fingers(0, 1) + named)
    assert inner.inner[0].message == Bilingual(
        "<https://e.jp/x0> (親指)", "<https://e.jp/x0> (thumb)"
    )


def test_what_meets_a_sibling_does_not_count_where_they_are_disjoint() -> None:
    sibling = "; sh:property [ sh:path e:has ; sh:qualifiedValueShape e:IsT ; sh:qualifiedMinCount 1 ] . e:IsT sh:class e:T"
    disjoint = "qualifiedMinCount 1 ; sh:qualifiedValueShapesDisjoint true"
    (inner,) = told(disjoint, fingers(1, 0) + " e:g0 a e:T .", sibling)
    assert inner.message.en == "0 of 1 values conform (at least 1)"
    (why,) = inner.inner[0].inner
    assert why.message.en.startswith("conforms to this too, so it does not count")
    assert told(disjoint, fingers(1, 0), sibling) == []
