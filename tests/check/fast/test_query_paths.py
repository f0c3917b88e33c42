"""$PATH in a query, written so that it means what pySHACL's text means."""

import pytest
from check.fast.turtle import agreed, fast

from kyodo_lod.check.fast.unsupported import UnsupportedError

SHAPE = """<urn:o> a owl:Ontology ; sh:declare [ sh:prefix "ex" ; sh:namespace "urn:ex:"^^xsd:anyURI ] .
ex:S sh:targetNode ex:a ; {path} sh:sparql ex:Q . ex:Q sh:prefixes <urn:o> ; sh:select \"\"\"{select}\"\"\" ."""
SELECT = "SELECT $this ?value WHERE { $this $PATH ?value }"
DATA = "ex:a ex:p ex:b ; ex:q ex:c . ex:b ex:p ex:c ; ex:q ex:a . ex:c ex:p ex:a ."


@pytest.mark.parametrize(
    ("path", "number"),
    [
        ("ex:p", 1),
        ("( ex:p ex:q )", 1),
        ("( ex:p ex:p ex:p )", 1),
        ("[ sh:inversePath ex:p ]", 1),
        ("[ sh:alternativePath ( ex:p ex:q ) ]", 2),
        ("( [ sh:inversePath ex:q ] [ sh:alternativePath ( ex:p ex:q ) ] )", 2),
        ("[ sh:zeroOrMorePath ex:p ]", 3),
        ("[ sh:oneOrMorePath ex:p ]", 3),
    ],
)
def test_paths(path: str, number: int) -> None:
    found = agreed(SHAPE.format(path=f"sh:path {path} ;", select=SELECT), DATA)
    assert len(found) == number


def test_both_signs_and_what_only_looks_like_it() -> None:
    select = "SELECT $this ?value WHERE { $this ?PATH ?value FILTER (STR($this) != '$PATHS') }"
    assert len(agreed(SHAPE.format(path="sh:path ex:p ;", select=select), DATA)) == 1


@pytest.mark.parametrize(
    ("path", "reason"),
    [
        ("", "node shape"),
        ("sh:path [ sh:zeroOrMorePath ( ex:p ex:q ) ] ;", "more than one"),
        ("sh:path [ sh:zeroOrOnePath [ sh:inversePath ex:p ] ] ;", "more than one"),
        ("sh:path <urn:ex:p/q> ;", "cannot write"),
        ("sh:path <urn:ex:> ;", "cannot write"),
    ],
)
def test_what_pyshacl_writes_in_another_way(path: str, reason: str) -> None:
    with pytest.raises(UnsupportedError, match=reason):
        fast(SHAPE.format(path=path, select=SELECT), DATA)


def test_a_query_without_it_needs_no_path() -> None:
    select = "SELECT $this ?value WHERE { $this ex:p ?value }"
    assert len(agreed(SHAPE.format(path="", select=select), DATA)) == 1
