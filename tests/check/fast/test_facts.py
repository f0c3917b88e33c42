"""What is to be heeded in data before a query is asked."""

import pytest
from check.fast.turtle import graph

from kyodo_lod.check.fast.facts import facts_of, properties_of_falsy

PLAIN = 'ex:a ex:p 1 , "x" , "x"@ja , true , "2018-04-01"^^xsd:date , 1.5 ; ex:q ex:b .'


def test_plain_data() -> None:
    facts = facts_of(graph(PLAIN))
    assert facts.is_compared
    odd = (facts.is_rewritten, facts.has_odd_number, facts.has_blank, facts.ends_a_line)
    assert odd == (False, False, False, False)


@pytest.mark.parametrize(
    ("value", "name", "truth"),
    [
        ('"007"^^xsd:integer', "is_rewritten", True),
        ('"1"^^xsd:boolean', "is_rewritten", True),
        ('"x"^^xsd:integer', "is_rewritten", False),
        ('"2018"^^xsd:gYear', "is_compared", False),
        ('"x"^^ex:d', "is_compared", False),
        ('"1_0"', "has_odd_number", True),
        ('" 7"', "has_odd_number", True),
        ('"１"', "has_odd_number", True),
        ("1234567890", "has_odd_number", True),
        ("123456789", "has_odd_number", False),
        ('"7a"', "has_odd_number", False),
        ("[]", "has_blank", True),
        ("[ ex:q 1 ]", "has_blank", True),
        ('"a\\n"', "ends_a_line", True),
        ('"a\\nb"', "ends_a_line", False),
    ],
)
def test_odd_values(value: str, name: str, truth: bool) -> None:
    assert getattr(facts_of(graph(f"ex:a ex:p {value} .")), name) is truth


def test_properties_of_what_python_holds_to_be_false() -> None:
    data = 'ex:a ex:p "" ; ex:q 0 , 1 ; ex:r false ; ex:s "x"^^xsd:boolean ; ex:t "0" , "x" , ex:b , 0.5 .'
    found = {each.value.removeprefix("urn:ex:") for each in properties_of_falsy(graph(data))}
    assert found == {"p", "q", "r", "s"}


def test_no_data() -> None:
    assert facts_of(graph("")).is_compared
    assert properties_of_falsy(graph("")) == frozenset()
