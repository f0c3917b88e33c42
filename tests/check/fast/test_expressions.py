"""Expressions that are left to pySHACL are those that the two libraries value differently."""

import pytest
from check.fast.turtle import agreed, graph, shapes

from kyodo_lod.check import shacl
from kyodo_lod.check.fast import engine
from kyodo_lod.check.fast.unsupported import UnsupportedError

SHAPE = """<urn:o> a owl:Ontology ; sh:declare [ sh:prefix "ex" ; sh:namespace "urn:ex:" ] .
ex:S sh:targetNode ex:a ; sh:sparql ex:Q . ex:Q sh:prefixes <urn:o> ; sh:select \"\"\"
SELECT $this ?value WHERE {{ $this ex:p ?value FILTER ({}) }}\"\"\" ."""
DATA = 'ex:a ex:p 3 , 12 , "ab" , "aab"@en , ex:b .'


@pytest.mark.parametrize(
    ("condition", "number"),
    [
        ("STRLEN(STR(?value)) * 2 = 4", 2),
        ("12 - 10 * FLOOR(?value / 10) = 2", 1),
        ("STRLEN(STR(?value)) + 1 > 3", 2),
        ('STR(?value) > "a"', 3),
        ("STRLEN(STR(?value)) = 2", 2),
        ('SUBSTR(STR(?value), 1, 1) = "a"', 2),
        ('REGEX(STR(?value), "^a+b$")', 2),
        ('LANGMATCHES(LANG(?value), "en")', 1),
        ("?value IN (ex:a, ex:b)", 1),
        ("isLiteral(?value) && !(isIRI(?value))", 4),
    ],
)
def test_both_value_alike(condition: str, number: int) -> None:
    assert len(agreed(SHAPE.format(condition), DATA)) == number


@pytest.mark.parametrize(
    ("condition", "number"),
    [
        ("STR(?value) > 1", 5),
        ('LANGMATCHES(LANG(?value), "")', 0),
        ('SUBSTR(STR(?value), 0, 2) = "a"', 0),
        ('REGEX(STR(?value), "a++b")', 2),
    ],
)
def test_where_they_do_not_pyshacl_is_asked(condition: str, number: int) -> None:
    demanded = shapes(SHAPE.format(condition))
    with pytest.raises(UnsupportedError, match="differently"):
        engine.results(graph(DATA), demanded)
    assert len(shacl.results(graph(DATA), demanded)) == number
