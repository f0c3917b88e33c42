"""Terms that rdflib would not keep as they are written."""

import pytest
from check.fast.turtle import fast, graph

from kyodo_lod.check.fast.foreign import refuse_foreign
from kyodo_lod.check.fast.unsupported import UnsupportedError
from kyodo_lod.rdf.formats import N_TRIPLES
from kyodo_lod.rdf.graph import Graph
from kyodo_lod.rdf.read import parse
from kyodo_lod.rdf.terms import NamedNode, Triple

S = NamedNode("urn:ex:s")


def test_what_is_written_as_it_is_read() -> None:
    text = '"a b"^^xsd:token , "a  b" , "a"@ja , " 7 "^^xsd:integer , "a b"^^xsd:normalizedString , [] , ex:b'
    refuse_foreign(graph(f"ex:a ex:p {text} ."))
    refuse_foreign(Graph([]))


@pytest.mark.parametrize(
    "value",
    ['" a"^^xsd:token', '"a  b"^^xsd:token', '"a\\nb"^^xsd:token', '"a\\tb"^^xsd:normalizedString'],
)
def test_white_space_that_rdflib_folds(value: str) -> None:
    with pytest.raises(UnsupportedError, match="white space"):
        refuse_foreign(graph(f"ex:a ex:p {value} ."))
    with pytest.raises(UnsupportedError, match="white space"):
        fast(f"ex:S sh:targetNode ex:a ; sh:hasValue {value} .", "ex:a ex:p 1 .")


def test_rdf_12_is_refused() -> None:
    directed = parse(b'<urn:s> <urn:p> "a"@ar--rtl .', N_TRIPLES, "directed.nt")
    for statements in ([Triple(S, S, Triple(S, S, S))], list(directed)):
        with pytest.raises(UnsupportedError, match=r"RDF 1\.2"):
            refuse_foreign(Graph(statements))
