"""What a shape without a message says."""

import pytest

from kyodo_lod.check.graph import check_graph
from kyodo_lod.check.messages import parameter_name
from kyodo_lod.check.shapes import Shapes
from kyodo_lod.rdf.formats import TURTLE
from kyodo_lod.rdf.graph import Graph
from kyodo_lod.rdf.read import parse

PREFIXES = """@prefix e: <https://example.org/> . @prefix sh: <http://www.w3.org/ns/shacl#> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> ."""


@pytest.mark.parametrize(
    ("demand", "english", "japanese"),
    [
        ("sh:minCount 3", "has too few values (at least 3)", "値が足りません (少なくとも 3 個)"),
        ("sh:maxCount 0", "has too many values (at most 0)", "値が多すぎます (多くて 0 個)"),
        ("sh:datatype xsd:date", '"x": is no well-formed value of datatype xsd:date', '"x": データ型 xsd:date の正しい値ではありません'),
        ("sh:in ( 1 e:b )", '"x": is none of (1 <https://example.org/b>)', '"x": (1 <https://example.org/b>) のどれでもありません'),
        ('sh:pattern "^y"', '"x": does not match "^y"', '"x": 形が "^y" に合いません'),
        ("sh:hasValue e:b", "lacks the value <https://example.org/b>", "値 <https://example.org/b> がありません"),
    ],
)  # fmt: skip
def test_it_says_what_is_wrong_in_both_languages(demand: str, english: str, japanese: str) -> None:
    text = f"{PREFIXES} e:S sh:targetNode e:a ; sh:path e:p ; {demand} ."
    shapes = Shapes("own.ttl", Graph(parse(text.encode(), TURTLE, "own.ttl")))
    data = parse(f'{PREFIXES} e:a e:p "x" .'.encode(), TURTLE, "data")
    [finding] = check_graph(data, shapes)
    assert (finding.message.ja, finding.message.en) == (japanese, english)


def test_components_are_called_by_their_parameters() -> None:
    home = "http://www.w3.org/ns/shacl#"
    assert parameter_name(f"{home}SPARQLConstraintComponent") == "sparql"
    assert parameter_name(f"{home}QualifiedMinCountConstraintComponent") == "qualifiedMinCount"
