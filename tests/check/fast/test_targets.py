"""The five kinds of target, against pySHACL."""

import pytest
from check.fast.turtle import agreed

DATA = """
ex:a a ex:C ; ex:p ex:b , 5 . ex:c a ex:Sub . ex:d a ex:SubSub . ex:Sub rdfs:subClassOf ex:C .
ex:SubSub rdfs:subClassOf ex:Sub . ex:C rdfs:subClassOf ex:SubSub . [] a ex:C .
"""
SHAPES = {
    "ex:S sh:targetClass ex:C": 4,
    "ex:C a sh:NodeShape , rdfs:Class": 4,
    "ex:C a sh:NodeShape , owl:Class": 4,
    "ex:C a sh:NodeShape , ex:Meta . ex:Meta rdfs:subClassOf rdfs:Class . ex:C": 4,
    "ex:C a sh:NodeShape": 0,
    'ex:S sh:targetNode ex:a , ex:absent , "x"@en': 3,
    "ex:S sh:targetSubjectsOf ex:p": 1,
    "ex:S sh:targetObjectsOf ex:p": 2,
    "ex:S sh:targetObjectsOf ex:p ; sh:targetClass ex:C": 6,
    "ex:S sh:targetClass ex:Absent": 0,
}


@pytest.mark.parametrize("shape", SHAPES)
def test_focus_nodes(shape: str) -> None:
    end = "sh:in ()" if shape.endswith("ex:C") and ". ex:C" in shape else "; sh:in ()"
    assert len(agreed(f"{shape} {end} .", DATA)) == SHAPES[shape]
