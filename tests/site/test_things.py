"""What a graph says of a thing, as pages ask."""

import pytest

from kyodo_lod.rdf.terms import Literal, NamedNode, Triple
from kyodo_lod.rdf.vocabulary import dct, kyo, rdf, rdfs, skos
from kyodo_lod.site.things import Things

THING = NamedNode("https://example.org/id/thing")


def _named(*labels: Literal) -> Things:
    return Things([Triple(THING, rdfs.label, label) for label in labels])


@pytest.mark.parametrize(
    ("labels", "name"),
    [
        ((Literal("名", language="ja"), Literal("name", language="en")), ("名", "name")),
        ((Literal("name", language="en"),), ("", "name")),
        ((Literal("Name", language="de"), Literal("nom", language="fr")), ("Name", "")),
        ((Literal("plain"),), ("plain", "")),
        ((Literal("名", language="JA"),), ("名", "")),
        ((), (THING.value, "")),
    ],
)
def test_a_name_is_ja_then_en_then_any(labels: tuple[Literal, ...], name: tuple[str, str]) -> None:
    assert _named(*labels).label(THING) == name


def test_an_english_title_joins_a_name_in_japanese() -> None:
    titled = [
        Triple(THING, rdfs.label, Literal("名", language="ja")),
        Triple(THING, dct.title, Literal("題", language="ja")),
        Triple(THING, dct.title, Literal("Title", language="en")),
    ]
    assert Things(titled).label(THING) == ("名", "Title")


@pytest.mark.parametrize(
    ("text", "number"),
    [("15", 15), ("-3", -3), ("", 0), ("1.5", 0), ("--1", 0), ("²", 0), ("9" * 5000, 0)],
)
def test_a_number_is_one_or_0(text: str, number: int) -> None:
    data = Things([Triple(THING, kyo.listOrder, Literal(text))])
    assert data.number(THING, kyo.listOrder) == number


def test_a_short_name_is_that_within_what_the_thing_lies_in() -> None:
    year = NamedNode("https://example.org/id/fy/2018")
    data = Things(
        [
            Triple(THING, rdf.type, kyo.ImplementationPlan),
            Triple(THING, dct.title, Literal("計画 2018年度実施計画", language="ja")),
            Triple(THING, kyo.fiscalYear, year),
            Triple(year, rdfs.label, Literal("2018年度", language="ja")),
            Triple(year, skos.prefLabel, Literal("2018", language="ja")),
        ]
    )
    assert data.short(THING).ja == "2018年度"
    assert data.short(year).ja == "2018"
    assert data.label(THING).ja == "計画 2018年度実施計画"
