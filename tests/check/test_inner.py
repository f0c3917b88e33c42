"""Which inner demand a finding is about, the same from both engines."""

import pytest

from kyodo_lod.check.engine import run
from kyodo_lod.check.graph import check
from kyodo_lod.check.reports.text import inner_lines
from kyodo_lod.check.shapes import Shapes
from kyodo_lod.rdf.formats import TURTLE
from kyodo_lod.rdf.graph import Graph
from kyodo_lod.rdf.read import parse

PREFIXES = (
    "@prefix sh: <http://www.w3.org/ns/shacl#> . @prefix e: <https://example.org/> . "
    "@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> . "
)
#: hands, of which a value shape demands fingers
HAND = (
    "e:H sh:targetClass e:Hand ; sh:property e:Thumb , e:Finger ."
    "e:Thumb sh:path e:has ; sh:qualifiedValueShape e:IsThumb ; {thumbs} ."
    "e:Finger sh:path e:has ; sh:qualifiedValueShape e:IsFinger ; {fingers} ."
    'e:IsThumb sh:class e:T ; sh:name "a thumb"@en , "親指"@ja .'
    'e:IsFinger sh:class e:F ; sh:message "is no finger"@en , "指ではありません"@ja .'
)
THREE = 'e:h a e:Hand ; e:has e:a , e:b , e:c . e:a a e:T ; rdfs:label "甲"@ja . e:b a e:F . e:c a e:F .'


_MET = "- https://example.org/S: conforms to this"
_TOO = (
    "https://example.org/IsThumb: conforms to this too, so it does not count "
    "(sh:qualifiedValueShapesDisjoint)"
)


def graph(text: str) -> Graph:
    """Read Turtle with the prefixes."""
    return Graph(list(parse((PREFIXES + text).encode(), TURTLE, "x.ttl")))


def told(shapes: str, data: str, language: str = "en") -> list[str]:
    """Give what the only finding says of inner demands, once both engines have said the same."""
    demanded, checked = Shapes("x.ttl", graph(shapes)), graph(data)
    texts = []
    for engine in ("fast", "pyshacl"):
        assert run(checked, demanded, engine).engine == engine
        findings = check(checked, demanded, engine).findings
        assert len(findings) == 1
        texts.append([*inner_lines(findings[0].inner, language, "")])  # type: ignore[arg-type]
    assert texts[0] == texts[1]
    return texts[0]


@pytest.mark.parametrize(
    ("inner", "expected"),
    [
        ("e:Old", "- https://example.org/Old: conforms to this: an old thing"),
        ("e:Bare", "- https://example.org/Bare: conforms to this"),
        (
            "[ sh:class e:T ]",
            "- https://example.org/S: conforms to this: sh:class <https://example.org/T>",
        ),
        (
            "[ sh:property [ sh:path ( e:p rdfs:label ) ; sh:maxCount 0 ] ]",
            f"{_MET}: sh:property [ sh:path <https://example.org/p>/rdfs:label ; sh:maxCount 0 ]",
        ),
    ],
)
def test_what_must_not_be_met_is_told(inner: str, expected: str) -> None:
    shapes = (
        f"e:S sh:targetClass e:T ; sh:not {inner} . e:Bare sh:class e:T ."
        'e:Old sh:class e:T ; rdfs:label "an old thing"@en , "古いもの"@ja .'
    )
    assert told(shapes, "e:a a e:T .") == [expected]


def test_of_several_that_must_not_be_met_only_the_one_that_is_met_is_told() -> None:
    shapes = "e:S sh:targetClass e:T ; sh:not e:A , e:B . e:A sh:class e:T . e:B sh:class e:U ."
    assert told(shapes, "e:a a e:T .") == ["- https://example.org/A: conforms to this"]


def test_of_several_sh_or_only_the_one_that_fails_is_told() -> None:
    shapes = (
        "e:S sh:targetClass e:T ; sh:or ( e:A e:B ) , ( e:B e:C ) ."
        "e:A sh:class e:T . e:B sh:class e:U . e:C sh:class e:V ."
    )
    rules = [line.split(": ")[0] for line in told(shapes, "e:a a e:T .")]
    assert rules == ["- https://example.org/B", "- https://example.org/C"]


def test_where_more_than_one_is_met_they_are_told_with_their_demands() -> None:
    shapes = "e:S sh:targetClass e:T ; sh:xone ( [ sh:class e:T ] [ sh:nodeKind sh:IRI ] ) ."
    assert told(shapes, "e:a a e:T .") == [
        "- https://example.org/S: conforms to this: sh:class <https://example.org/T>",
        "- https://example.org/S: conforms to this: sh:nodeKind sh:IRI",
    ]


def test_of_too_few_values_each_says_what_it_fails() -> None:
    shapes = HAND.format(thumbs="sh:qualifiedMinCount 1", fingers="sh:qualifiedMinCount 3")
    assert told(shapes, THREE) == [
        "- https://example.org/IsFinger: 2 of 3 values conform (at least 3)",
        "  - <https://example.org/a> (甲)",
        "    - https://example.org/IsFinger: is no finger",
    ]
    assert told(shapes, THREE, "ja") == [
        "- https://example.org/IsFinger: 3 個の値のうち、合うのは 2 個です (少なくとも 3 個)",
        "  - <https://example.org/a> (甲)",
        "    - https://example.org/IsFinger: 指ではありません",
    ]


def test_no_value_at_all_is_told() -> None:
    shapes = HAND.format(thumbs="sh:qualifiedMinCount 0", fingers="sh:qualifiedMinCount 1")
    assert told(shapes, "e:h a e:Hand .") == [
        "- https://example.org/IsFinger: 0 of 0 values conform (at least 1)"
    ]


def test_of_too_many_values_those_that_conform_are_told() -> None:
    shapes = HAND.format(thumbs="sh:qualifiedMaxCount 1", fingers="sh:qualifiedMaxCount 1")
    assert told(shapes, THREE) == [
        "- https://example.org/IsFinger: 2 of 3 values conform (at most 1)",
        "  - <https://example.org/b>",
        "  - <https://example.org/c>",
    ]


def test_only_a_few_of_many_values_are_told() -> None:
    shapes = HAND.format(thumbs="sh:qualifiedMaxCount 9", fingers="sh:qualifiedMinCount 2")
    lines = told(shapes, "e:h a e:Hand ; e:has 1 , 2 , 3 , 4 , e:f . e:f a e:F .")
    assert lines[0].endswith(": 1 of 5 values conform (at least 2); the first 3:")
    assert [line for line in lines if line.startswith("  - ")] == ["  - 1", "  - 2", "  - 3"]


def test_a_value_that_conforms_to_a_sibling_does_not_count() -> None:
    disjoint = "sh:qualifiedMinCount 1 ; sh:qualifiedValueShapesDisjoint true"
    shapes = HAND.format(thumbs="sh:qualifiedMinCount 0", fingers=disjoint)
    assert told(shapes, "e:h a e:Hand ; e:has e:a . e:a a e:T , e:F .") == [
        "- https://example.org/IsFinger: 0 of 1 values conform (at least 1)",
        "  - <https://example.org/a>",
        f"    - {_TOO}: a thumb",
    ]


def test_a_demand_within_a_qualified_one_is_told() -> None:
    shapes = (
        "e:H sh:targetClass e:Hand ; sh:property e:P ."
        "e:P sh:path e:has ; sh:qualifiedMinCount 1 ; sh:qualifiedValueShape [ sh:or ( e:A e:B ) ] ."
        'e:A sh:class e:T ; sh:message "no T" . e:B sh:class e:F ; sh:message "no F" .'
    )
    lines = told(shapes, "e:h a e:Hand ; e:has e:x .")
    assert lines[-2:] == [
        "      - https://example.org/A: no T",
        "      - https://example.org/B: no F",
    ]


def test_what_only_pyshacl_knows_is_told_without_inner_demands() -> None:
    shapes = "e:S sh:targetClass e:T ; sh:not [ sh:class e:T ; sh:js e:x ] ."
    [finding] = check(graph("e:a a e:T ."), Shapes("x.ttl", graph(shapes)), "pyshacl").findings
    assert finding.inner == ()
