"""Places that a graph states of its nodes: lines, rows of tables, pages and sheets."""

import pytest

from kyodo_lod.check.derivation import origins, passage_text
from kyodo_lod.origin import Origin
from kyodo_lod.rdf.formats import TURTLE
from kyodo_lod.rdf.graph import Graph
from kyodo_lod.rdf.read import parse
from kyodo_lod.rdf.terms import NamedNode

PREFIXES = (
    "@prefix kyo: <https://w3id.org/kyodo-lod/def#> . @prefix prov: <http://www.w3.org/ns/prov#> . "
    "@prefix dct: <http://purl.org/dc/terms/> . "
)


def found(fragment: str, stated: str = "") -> list[Origin]:
    """Give the places of a node derived from one passage."""
    text = (
        f"<http://x/a> prov:wasDerivedFrom <http://x/d#{fragment}> . "
        f'<http://x/d> kyo:fileName "plan.pdf" . '
        f"<http://x/d#{fragment}> dct:isPartOf <http://x/d> {stated} ."
    )
    graph = Graph(list(parse((PREFIXES + text).encode(), TURTLE, "x.ttl")))
    return list(origins(graph, NamedNode("http://x/a")))


@pytest.mark.parametrize(
    ("fragment", "origin"),
    [
        ("line=68,69", Origin("plan.pdf", 69)),
        ("page=2&row=5", Origin("plan.pdf", page=2, row=5)),
        ("sheet=1&row=7", Origin("plan.pdf", sheet=1, row=7)),
        ("row=3", Origin("plan.pdf", row=3)),
    ],
)
def test_the_iri_of_a_passage_tells_its_place(fragment: str, origin: Origin) -> None:
    assert found(fragment) == [origin]


@pytest.mark.parametrize(
    "fragment", ["x", "row=", "page=2", "row=3&page=2", "page=2&sheet=1&row=3", "row=3x", "row=1234567890"]
)  # fmt: skip
def test_another_iri_tells_nothing(fragment: str) -> None:
    assert found(fragment) == []


@pytest.mark.parametrize(
    ("stated", "origin"),
    [
        ("; kyo:lineNumber 69", Origin("plan.pdf", 69)),
        ("; kyo:pageNumber 2 ; kyo:rowNumber 5", Origin("plan.pdf", page=2, row=5)),
        ('; kyo:sheetName "一覧" ; kyo:rowNumber 7', Origin("plan.pdf", sheet_name="一覧", row=7)),
        ("; kyo:rowNumber 3", Origin("plan.pdf", row=3)),
        ("; kyo:pageNumber 2", Origin("plan.pdf", page=2)),
        ("; kyo:lineNumber 69 ; kyo:rowNumber 3", Origin("plan.pdf", 69)),
    ],
)
def test_the_graph_tells_the_place_of_a_passage(stated: str, origin: Origin) -> None:
    assert found("x", stated) == [origin]


def test_the_graph_and_the_iri_complete_each_other() -> None:
    stated = '; kyo:sheetName "一覧" ; kyo:rowNumber 8'
    assert found("sheet=1&row=7", stated) == [Origin("plan.pdf", sheet=1, sheet_name="一覧", row=8)]


@pytest.mark.parametrize(
    "stated", ['; kyo:rowNumber "five"', "; kyo:rowNumber -5", "; kyo:sheetName <x:y>"]
)
def test_what_is_no_position_tells_nothing(stated: str) -> None:
    assert found("x", stated) == []


def test_places_and_text_come_in_the_order_of_the_document() -> None:
    text = (
        "<http://x/a> prov:wasDerivedFrom <http://x/d#page=2&row=1> , <http://x/d#page=1&row=10> , "
        "<http://x/d#page=1&row=9> . "
        '<http://x/d#page=1&row=9> prov:value "nine" . <http://x/d#page=2&row=1> prov:value "one" .'
    )
    graph = Graph(list(parse((PREFIXES + text).encode(), TURTLE, "x.ttl")))
    node = NamedNode("http://x/a")
    assert [(each.page, each.row) for each in origins(graph, node)] == [(1, 9), (1, 10), (2, 1)]
    assert passage_text(graph, node) == "nine"
