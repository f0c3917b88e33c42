"""What a shape without a message says."""

from pathlib import Path

import pytest

from kyodo_lod.check.graph import check_graph
from kyodo_lod.check.shapes import Shapes, load_shapes
from kyodo_lod.rdf.formats import TURTLE
from kyodo_lod.rdf.graph import Graph
from kyodo_lod.rdf.read import parse

PREFIXES = """@prefix e: <https://example.org/> . @prefix sh: <http://www.w3.org/ns/shacl#> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> ."""


@pytest.mark.parametrize(
    ("demand", "english", "japanese"),
    [
        ("sh:minCount 3", "has too few values (at least 3, found 1)", "値が足りません (少なくとも 3 個、今は 1 個)"),
        ("sh:maxCount 0", "has too many values (at most 0, found 1)", "値が多すぎます (多くて 0 個、今は 1 個)"),
        ("sh:datatype xsd:date", '"x": is of datatype xsd:string, not xsd:date', '"x": データ型が xsd:date ではなく xsd:string です'),
        ("sh:minInclusive 18", '"x": cannot be compared with 18', '"x": 18 とは比べられません'),
        ("sh:hasValue true", "lacks the value true", "値 true がありません"),
        ('sh:hasValue "x"@ja', 'lacks the value "x"@ja', '値 "x"@ja がありません'),
        ('sh:in ( "2018"^^xsd:gYear )', '"x": is none of ("2018"^^xsd:gYear)', '"x": ("2018"^^xsd:gYear) のどれでもありません'),
        ("sh:or ( [ sh:datatype xsd:date ] [ sh:name 'Jahr'@ja, 'a year'@en ; sh:datatype xsd:gYear ] e:T ) . e:T sh:nodeKind sh:IRI",
         '"x": conforms to none of ([ sh:datatype xsd:date ] [ a year ] <https://example.org/T>)',
         '"x": ([ sh:datatype xsd:date ] [ Jahr ] <https://example.org/T>) のどれにも合いません'),
        ("sh:not [ rdfs:label 'short'@en ; sh:maxLength 2 ]", '"x": conforms to [ short ], which it must not', '"x": あってはならない条件 [ short ] に合います'),
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


@pytest.mark.parametrize(
    ("demand", "value", "english"),
    [
        ("sh:datatype xsd:string", '"Ok"@de', '"Ok"@de: is of datatype rdf:langString, not xsd:string'),
        ("sh:datatype xsd:date", "e:b", "e:b: is an IRI, no literal of datatype xsd:date"),
        ("sh:datatype xsd:date", "_:b", "[…]: is a blank node, no literal of datatype xsd:date"),
        ("sh:datatype xsd:date", '"x"^^xsd:date', '"x"^^xsd:date: is no well-formed value of datatype xsd:date'),
        ("sh:minInclusive 18", "17", "17: is less than 18"),
        ("sh:class e:C", "e:b", "e:b: is no instance of e:C"),
        ("sh:maxCount 1", "1, 2, 3", "has too many values (at most 1, found 3)"),
        ("sh:in ( true )", '"true"', '"true": is none of (true)'),
    ],
)  # fmt: skip
def test_it_says_what_the_value_is(tmp_path: Path, demand: str, value: str, english: str) -> None:
    own = tmp_path / "own.ttl"
    own.write_text(f"{PREFIXES} e:S sh:targetNode e:a ; sh:path e:p ; {demand} .")
    data = parse(f"{PREFIXES} e:a e:p {value} .".encode(), TURTLE, "data")
    [finding] = check_graph(data, load_shapes(str(own)))
    assert finding.message.en == english
