"""Each constraint component both ways, as pySHACL judges it, on IRIs, literals and blank nodes."""

import pytest
from check.fast.turtle import agreed, fast

from kyodo_lod.check.fast.unsupported import UnsupportedError

PROPERTY = "ex:S a sh:NodeShape ; sh:targetNode ex:a ; sh:property ex:P . ex:P sh:path ex:p ; {} . "
NODE = 'ex:S a sh:NodeShape ; sh:targetNode ex:a , "ja"@ja , 7 ; {} . '
VALUES = {
    "nothing": "ex:a ex:q 1 .",
    "iri": "ex:a ex:p ex:b .",
    "blank": "ex:a ex:p [] .",
    "text": 'ex:a ex:p "b" .',
    "texts": 'ex:a ex:p "b"@ja , "c"@ja , "b"@en-us , "d" .',
    "number": "ex:a ex:p 5 .",
    "numbers": 'ex:a ex:p 5 , 5.0 , 7e0 , "05"^^xsd:integer , "x"^^xsd:integer .',
    "dates": 'ex:a ex:p "2018-04-01"^^xsd:date , "2018-13-01"^^xsd:date .',
    "typed": "ex:a ex:p ex:b . ex:b a ex:Sub . ex:Sub rdfs:subClassOf ex:C .",
    "pair": "ex:a ex:p 1 , 5 ; ex:q 5 , 9 .",
    "same": "ex:a ex:p 5 , ex:b ; ex:q 5 , ex:b .",
    "deep": "ex:a ex:p ex:b , ex:c . ex:b ex:p ex:c ; ex:q 1 . ex:c ex:p ex:b .",
}
DEMANDS = [
    "sh:minCount 1", "sh:minCount 2", "sh:minCount 0", "sh:maxCount 1", "sh:maxCount 0",
    "sh:class ex:C", "sh:class ex:C , ex:D", "sh:datatype xsd:integer", "sh:datatype xsd:string",
    "sh:datatype xsd:date", "sh:datatype rdf:langString", "sh:datatype rdfs:Literal",
    "sh:nodeKind sh:IRI", "sh:nodeKind sh:BlankNode", "sh:nodeKind sh:Literal",
    "sh:nodeKind sh:BlankNodeOrIRI", "sh:nodeKind sh:BlankNodeOrLiteral",
    "sh:nodeKind sh:IRIOrLiteral", "sh:minInclusive 5", "sh:minExclusive 5", "sh:maxInclusive 5",
    "sh:maxExclusive 5", 'sh:minInclusive "b"', "sh:minLength 0", "sh:minLength 2",
    "sh:maxLength 1", "sh:maxLength 6", 'sh:pattern "^B"', 'sh:pattern "^B" ; sh:flags "i"',
    'sh:pattern "b" , "^b"', 'sh:languageIn ( "ja" )', 'sh:languageIn ( "en" "JA" )',
    "sh:uniqueLang true", "sh:uniqueLang false", "sh:equals ex:q", "sh:disjoint ex:q",
    "sh:lessThan ex:q", "sh:lessThanOrEquals ex:q", "sh:not [ sh:nodeKind sh:IRI ; sh:node ex:T ]",
    "sh:and ( [ sh:nodeKind sh:Literal ; sh:node ex:T ] [ sh:maxLength 1 ; sh:node ex:T ] )",
    "sh:or ( [ sh:nodeKind sh:IRI ; sh:node ex:T ] [ sh:datatype xsd:string ; sh:node ex:T ] )",
    "sh:xone ( ex:T ex:T )", "sh:xone ( ex:T ex:U )", "sh:node ex:U", "sh:node ex:T",
    "sh:property [ sh:path ex:q ; sh:minCount 1 ]",
    "sh:qualifiedValueShape ex:U ; sh:qualifiedMinCount 1",
    "sh:qualifiedValueShape ex:U ; sh:qualifiedMaxCount 0", "sh:hasValue 5", "sh:hasValue ex:b , 5",
    'sh:in ( 5 ex:b "b"@ja )', "sh:closed true", "sh:closed true ; sh:ignoredProperties ( ex:p )",
    "sh:closed false", "sh:deactivated true ; sh:minCount 9",
    "sh:minCount 9 ; sh:severity sh:Warning", 'sh:minCount 9 ; sh:severity ex:Odd ; sh:message "?"',
]  # fmt: skip
HELPERS = "ex:T a sh:NodeShape . ex:U a sh:NodeShape ; sh:nodeKind sh:IRI ."
IDLE = ("sh:minCount 0", "sh:minLength 0", "sh:uniqueLang false", "sh:closed false", "sh:node ex:T")
ON_NODES = [
    each for each in DEMANDS if not any(
        name in each for name in ("Count", "uniqueLang", "lessThan")
    )
]  # fmt: skip


@pytest.mark.parametrize("demand", DEMANDS)
def test_property_shape(demand: str) -> None:
    numbers = set()
    for data in VALUES.values():
        if "lessThan" in demand and "[]" in data:
            continue  # the next test
        numbers.add(len(agreed(PROPERTY.format(demand) + HELPERS, data)))
    is_idle = demand.startswith(IDLE) or "deactivated" in demand
    assert numbers == {0} if is_idle else len(numbers) > 1 or "9" in demand


@pytest.mark.parametrize("demand", ["sh:lessThan ex:q", "sh:lessThanOrEquals ex:q"])
def test_blank_nodes_have_no_order(demand: str) -> None:
    with pytest.raises(UnsupportedError, match="blank"):
        fast(PROPERTY.format(demand), "ex:a ex:p [] ; ex:q 1 .")


@pytest.mark.parametrize("demand", ON_NODES)
def test_node_shape(demand: str) -> None:
    agreed(NODE.format(demand) + HELPERS, VALUES["deep"])


def test_node_shape_counts_nothing() -> None:
    agreed(NODE.format("sh:qualifiedMinCount 1") + HELPERS, VALUES["deep"])


@pytest.mark.parametrize(
    "demand",
    [
        "sh:minCount 1 , 2", 'sh:minCount "1"', "sh:minCount -1", "sh:datatype xsd:date , xsd:time",
        "sh:nodeKind ex:Odd", "sh:in ( 1 ) , ( 2 )", "sh:in 5", "sh:or ()", "sh:or ( 5 )",
        "sh:pattern 5", 'sh:pattern "("', "sh:qualifiedMinCount 1", "sh:ignoredProperties ()", "sh:qualifiedValueShape ex:U",
        "sh:uniqueLang 1", "sh:js [ ]", "sh:unheard ex:q", "sh:node 5",
        "sh:property ex:U", "sh:node [ sh:path ex:q ]", "sh:lessThan [ ]", "sh:minInclusive ex:b",
        "sh:severity sh:Info , sh:Warning", "sh:deactivated 1", "sh:target [ ]", "sh:class 5",
    ],
)  # fmt: skip
def test_what_is_malformed_or_unknown_is_left_to_pyshacl(demand: str) -> None:
    with pytest.raises(UnsupportedError):
        fast(PROPERTY.format(demand) + HELPERS, "ex:a ex:p 1 .")
