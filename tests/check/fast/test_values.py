"""Every XSD datatype of RDF 1.1, well and badly written, in both engines (RDF 1.1 Concepts, section 5.1).

SHACL wants an ill-formed literal to fail sh:datatype (section 4.1.2). pySHACL judges by what rdflib
reads, and rdflib has no reading for some datatypes: LEFT_UNJUDGED says which, docs/ci.md tells users.
"""

import pytest
from check.fast.turtle import graph, shapes

from kyodo_lod.check import shacl
from kyodo_lod.check.fast import engine
from kyodo_lod.check.fast.unsupported import UnsupportedError
from kyodo_lod.check.fast.values import is_ill_typed, is_known, value
from kyodo_lod.errors import ShapesError
from kyodo_lod.rdf.terms import Literal, NamedNode
from kyodo_lod.rdf.vocabulary import xsd

#: datatype → a good text and a bad one
TEXTS = {
    "boolean": ("true", "TRUE"), "decimal": ("1.5", "1.5.0"), "integer": ("-7", "7.0"),
    "double": ("1.5E0", "1,5"), "float": ("INF", "infinitely"), "date": ("2018-04-01", "2018-02-30"),
    "time": ("12:00:00", "25:00:00"), "dateTime": ("2018-04-01T12:00:00", "2018-04-01T25:00:00"),
    "duration": ("P1Y2M", "1Y"), "dayTimeDuration": ("P1DT1H", "1D"), "yearMonthDuration": ("P1Y", "P1H"),
    "byte": ("127", "128"), "short": ("-32768", "-32769"), "int": ("2147483647", "2147483648"),
    "long": ("1", "1.0"), "unsignedByte": ("255", "256"), "unsignedShort": ("65535", "65536"),
    "unsignedInt": ("4294967295", "4294967296"), "unsignedLong": ("1", "-1"),
    "positiveInteger": ("1", "0"), "nonNegativeInteger": ("0", "-1"), "negativeInteger": ("-1", "0"),
    "nonPositiveInteger": ("0", "1"), "hexBinary": ("0fB7", "0fB"), "base64Binary": ("AA==", "A"),
}  # fmt: skip
#: rdflib has no reading for these, or takes any text: no engine flags "18"^^xsd:gYear
LEFT_UNJUDGED = {
    "dateTimeStamp": ("2018-04-01T12:00:00Z", "2018-04-01T12:00:00"), "gYear": ("2018", "18"),
    "gYearMonth": ("2018-04", "2018-13"), "gMonth": ("--04", "04"), "gMonthDay": ("--04-01", "04-01"),
    "gDay": ("---01", "01"), "language": ("ja", "j p"), "Name": ("a", "1 a"), "NCName": ("a", "a:b"),
    "NMTOKEN": ("1", "1 2"), "anyURI": ("urn:x", "<>"), "normalizedString": ("a", "a\\nb"),
    "token": ("a", " a "), "string": ("a", "a"),
}  # fmt: skip
BOTH = {**TEXTS, **LEFT_UNJUDGED}
#: what rdflib folds before anyone can look, so that pySHACL runs
_FOLDED = {"normalizedString", "token"}
DATA = 'ex:good ex:p "{good}"^^xsd:{name} ; ex:q "{bad}"^^xsd:{name} . ex:bad ex:p "{bad}"^^xsd:{name} ; ex:q "{good}"^^xsd:{name} .'


def compared(demand: str, data: str) -> set[str] | None:
    """Give what fails in both engines, or None where the fast one leaves it to the other."""
    wanted = shapes(f"ex:S sh:targetNode ex:good , ex:bad ; sh:path ex:p ; {demand} .")
    statements = graph(data)
    try:
        theirs = {str(each) for each in shacl.results(statements, wanted)}
    except ShapesError:
        theirs = {"nothing"}
    try:
        found = engine.results(statements, wanted)
    except UnsupportedError:
        return None
    assert {str(each) for each in found} == theirs
    return {str(each.focus).removeprefix("<urn:ex:").rstrip(">") for each in found}


def test_the_table_is_whole() -> None:
    """All of the datatypes that RDF 1.1 lists."""
    assert len(BOTH) == 39


@pytest.mark.parametrize("name", BOTH)
def test_datatype(name: str) -> None:
    good, bad = BOTH[name]
    found = compared(f"sh:datatype xsd:{name}", DATA.format(name=name, good=good, bad=bad))
    assert found == (None if name in _FOLDED else {"bad"} if name in TEXTS else set())


@pytest.mark.parametrize("name", BOTH)
def test_all_that_looks_at_values(name: str) -> None:
    good, bad = BOTH[name]
    data = DATA.format(name=name, good=good, bad=bad)
    one, other = f'"{good}"^^xsd:{name}', f'"{bad}"^^xsd:{name}'
    demands = [
        f"sh:in ( {one} )", f"sh:in ( {other} 5 )", f"sh:hasValue {one}", f"sh:hasValue {other}",
        "sh:equals ex:q", "sh:disjoint ex:q", "sh:lessThan ex:q", "sh:lessThanOrEquals ex:q",
        f"sh:minInclusive {one}", f"sh:maxExclusive {one}", f"sh:minExclusive {other}",
        f"sh:maxInclusive {other}", "sh:datatype xsd:string", "sh:minLength 3", "sh:nodeKind sh:IRI",
    ]  # fmt: skip
    answered = [found for each in demands if (found := compared(each, data)) is not None]
    assert len(answered) >= (0 if name in _FOLDED else len(demands) - 4)


@pytest.mark.parametrize(
    ("text", "name", "read"),
    [
        (" 7 ", "integer", 7), ("１", "integer", 1), ("x", "integer", None), ("TRUE", "boolean", True),
        ("no", "boolean", False), ("0fB7", "hexBinary", b"\x0f\xb7"), ("2018", "gYear", None),
    ],
)  # fmt: skip
def test_readings_are_those_of_python(text: str, name: str, read: object) -> None:
    assert value(Literal(text, datatype=NamedNode(xsd.iri + name))) == read


def test_which_datatypes_have_a_reading() -> None:
    known = {name for name in BOTH if is_known(Literal("", datatype=NamedNode(xsd.iri + name)))}
    assert known >= set(TEXTS)
    assert known.isdisjoint({"gYear", "gMonth", "gDay", "gYearMonth", "gMonthDay", "dateTimeStamp"})


def test_markup_is_left_to_pyshacl() -> None:
    xml = NamedNode("http://www.w3.org/1999/02/22-rdf-syntax-ns#XMLLiteral")
    with pytest.raises(UnsupportedError, match="XMLLiteral"):
        is_ill_typed(Literal("<b>", datatype=xml))
