"""The door to pySHACL: what it gives, what it refuses, and that it fetches nothing."""

from pathlib import Path

import pytest
import rdflib
from rdflib import RDF, SH, URIRef

from kyodo_lod.check import shacl
from kyodo_lod.check.shacl import Result, lean, results
from kyodo_lod.check.shapes import load_shapes
from kyodo_lod.errors import ShapesError

PREFIXES = """
@prefix e: <https://example.org/> .
@prefix owl: <http://www.w3.org/2002/07/owl#> .
@prefix rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix sh: <http://www.w3.org/ns/shacl#> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
"""
E = rdflib.Namespace("https://example.org/")
THING = "e:a a e:Thing ."
BASE = Path(__file__).parents[1] / "shapes" / "base.ttl"


def turtle(text: str) -> rdflib.Graph:
    """Read Turtle whose prefixes are known."""
    return rdflib.Graph(bind_namespaces="none").parse(data=PREFIXES + text, format="turtle")


def validate(shapes: str, data: str = THING) -> list[Result]:
    """Validate one text against another."""
    return results(turtle(data), turtle(shapes), "own.ttl")


@pytest.mark.parametrize(
    ("path", "written"),
    [
        ("e:p", "e:p"),
        ("<https://elsewhere.org/p>", "https://elsewhere.org/p"),
        ("[ sh:inversePath e:p ]", "^e:p"),
        ("( e:p e:q )", "e:p/e:q"),
        ("[ sh:alternativePath ( e:p e:q ) ]", "e:p|e:q"),
        ("[ sh:zeroOrMorePath e:p ]", "(e:p)*"),
        ("[ sh:oneOrMorePath e:p ]", "(e:p)+"),
        ("[ sh:zeroOrOnePath e:p ]", "(e:p)?"),
        ("( e:p [ sh:inversePath e:q ] e:r )", "e:p/^e:q/e:r"),
    ],
)
def test_path_is_written_as_in_sparql(path: str, written: str) -> None:
    [result] = validate(f"e:S sh:targetNode e:a ; sh:path {path} ; sh:minCount 9 .")
    assert result.path == written


def test_result_of_a_property_shape() -> None:
    [result] = validate(
        'e:S sh:targetClass e:Thing ; sh:path e:p ; sh:nodeKind sh:IRI ; sh:message "an IRI"@en .',
        'e:a a e:Thing ; e:p "text" .',
    )
    assert (result.focus, result.shape, result.value) == (E.a, E.S, rdflib.Literal("text"))
    assert result.component == str(SH.NodeKindConstraintComponent)
    assert result.severity == "Violation"
    assert result.messages == (rdflib.Literal("an IRI", lang="en"),)


@pytest.mark.parametrize("severity", ["Info", "Warning", "Violation"])
def test_severity_is_that_of_the_shape(severity: str) -> None:
    [result] = validate(
        f"e:S sh:targetNode e:a ; sh:path e:p ; sh:minCount 1 ; sh:severity sh:{severity} ."
    )
    assert result.severity == severity


def test_nested_details_are_not_counted() -> None:
    found = validate(
        "e:S a sh:NodeShape ; sh:targetNode e:a ; sh:node e:T ."
        "e:T a sh:NodeShape ; sh:property e:P, e:Q ."
        "e:P sh:path e:p ; sh:minCount 1 . e:Q sh:path e:q ; sh:minCount 1 ."
    )
    assert [result.shape for result in found] == [E.S]


SPARQL = (
    'e:S a sh:NodeShape ; sh:targetNode e:a, e:b ; sh:sparql {0} . {0} sh:message "{{?count}} found" ;'
    'sh:select "SELECT $this (COUNT(?o) AS ?count) {{ $this ?p ?o }} GROUP BY $this" .'
)


def test_query_with_an_iri_is_the_source() -> None:
    found = validate(SPARQL.format("e:Q"))
    assert {result.shape for result in found} == {E.Q}
    assert {str(message) for result in found for message in result.messages} >= {"1 found"}


def test_query_without_an_iri_gives_its_shape() -> None:
    found = validate(SPARQL.format("_:q"))
    assert {result.shape for result in found} == {E.S}


def test_query_is_parsed_once_for_all_nodes() -> None:
    shacl._prepared.cache_clear()
    validate(SPARQL.format("e:Q"), "e:a a e:Thing . e:b a e:Thing .")
    assert shacl._prepared.cache_info().misses == 1
    assert shacl._prepared.cache_info().hits == 1


@pytest.mark.parametrize(
    "shapes",
    [
        "e:S sh:targetNode e:a ; sh:path e:p, e:q .",
        'e:S sh:targetNode e:a ; sh:path "p" ; sh:minCount 1 .',
        'e:S a sh:NodeShape ; sh:targetNode e:a ; sh:pattern "(" .',
        "e:S a sh:NodeShape ; sh:targetNode e:a ; sh:datatype xsd:string, xsd:date .",
        'e:S a sh:NodeShape ; sh:targetNode e:a ; sh:sparql [ sh:select "SELECT $this {" ] .',
        'e:S a sh:NodeShape ; sh:targetNode e:a ; sh:sparql [ sh:select "SELECT $this { $this x:p 1 }" ] .',
        'e:S a sh:NodeShape ; sh:targetNode e:a ; sh:sparql [ sh:select "SELECT $this { MINUS { $this ?p ?o } }" ] .',
    ],
    ids=["two paths", "text as path", "pattern", "two datatypes", "syntax", "prefix", "minus"],
)
def test_unusable_shapes_are_one_line(shapes: str, capfd: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(ShapesError) as caught:
        validate(shapes)
    assert caught.value.line("en").startswith("own.ttl: cannot be used as shapes: ")
    assert "\n" not in caught.value.line("ja")
    assert capfd.readouterr() == ("", "")


def test_value_that_the_engine_cannot_fill_in_is_no_traceback() -> None:
    """A backslash in a value is an escape to pySHACL, which fills messages by regular expression."""
    with pytest.raises(ShapesError):
        validate(
            'e:S a sh:NodeShape ; sh:targetNode e:a ; sh:sparql e:Q . e:Q sh:message "{?value}" ;'
            'sh:select "SELECT $this ?value { $this <https://example.org/p> ?value }" .',
            'e:a e:p "C:\\\\d" .',
        )


def refuse(*_: object) -> None:
    """Stand in for the network."""
    pytest.fail("the network was asked")


def test_nothing_is_fetched(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("socket.socket.connect", refuse)
    imports = "<https://example.org/{}> a owl:Ontology ; owl:imports <https://example.net/more> ."
    shapes = "e:S sh:targetNode e:a ; sh:path e:p ; sh:minCount 1 ."
    assert len(validate(imports.format("s") + shapes, imports.format("d") + THING)) == 1


def test_query_may_not_load_a_graph(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("socket.socket.connect", refuse)
    query = "SELECT $this FROM <https://example.net/more> { $this ?p ?o }"
    with pytest.raises(ShapesError, match="FROM is refused"):
        validate(f'e:S a sh:NodeShape ; sh:targetNode e:a ; sh:sparql [ sh:select "{query}" ] .')


def test_ill_typed_data_print_nothing(capfd: pytest.CaptureFixture[str]) -> None:
    [result] = validate(
        "e:S sh:targetNode e:a ; sh:path e:p ; sh:datatype xsd:integer .",
        'e:a e:p "eighteen"^^xsd:integer .',
    )
    assert str(result.value) == "eighteen"
    assert capfd.readouterr() == ("", "")


def test_order_depends_on_the_content_alone() -> None:
    shapes = "e:S sh:targetClass e:Thing ; sh:path e:p ; sh:minCount 1 ."
    things = [f"e:t{n} a e:Thing ." for n in range(20)]
    forth, back = validate(shapes, "".join(things)), validate(shapes, "".join(reversed(things)))
    assert [result.focus for result in forth] == [result.focus for result in back]


SEVERAL = """
e:Direct a sh:NodeShape ; sh:targetClass e:Thing ; sh:property e:Direct-p .
e:Direct-p sh:path e:p ; sh:minCount 1 ; sh:name "p" ; sh:description "why" .
e:Shared a sh:NodeShape ; sh:targetSubjectsOf e:q ; sh:property e:Shared-r ; sh:node e:Inner .
e:Shared-r sh:path e:r ; sh:minCount 1 .
e:Inner a sh:NodeShape ; sh:targetNode e:c ; sh:property [ sh:path e:s ; sh:minCount 1 ] .
e:Off a sh:NodeShape ; sh:targetClass e:Thing ; sh:deactivated true ; sh:property e:Off-p .
e:Off-p sh:path e:p ; sh:minCount 2 .
e:Thing2 a sh:NodeShape , rdfs:Class ; sh:targetNode e:a ; sh:property e:Thing2-p .
e:Thing2-p sh:path e:t ; sh:minCount 1 .
"""
THINGS = (
    "e:a a e:Thing ; e:q e:b . e:b a e:Thing, e:Thing2 ; e:p 1 . e:c e:s 1 . e:d e:q e:c ; e:s 2 ."
)


def told(found: list[Result]) -> set[tuple[object, ...]]:
    """Give what results say, without the names of blank nodes."""
    return {
        (r.focus, r.path, r.value, r.shape if isinstance(r.shape, URIRef) else "", r.component)
        for r in found
    }


def test_lean_shapes_demand_the_same() -> None:
    shapes, data = turtle(SEVERAL), turtle(THINGS)
    plain = results(data, shapes, "own.ttl")
    assert told(results(data, lean(shapes), "own.ttl")) == told(plain)
    assert {result.shape for result in plain} >= {
        E["Direct-p"],
        E["Shared-r"],
        E.Shared,
        E["Thing2-p"],
    }


def test_lean_shapes_move_only_what_nothing_else_uses() -> None:
    moved = lean(turtle(SEVERAL))
    assert (E["Direct-p"], SH.targetClass, E.Thing) in moved
    assert (E.Inner, SH.property, None) in moved
    assert (E.Off, SH.property, E["Off-p"]) in moved
    assert (E.Thing2, SH.property, E["Thing2-p"]) in moved
    assert not list(moved.objects(None, SH.name))


def test_our_lean_shapes_demand_the_same() -> None:
    shapes = load_shapes("plan")
    data = rdflib.Graph(bind_namespaces="none").parse(BASE, format="turtle")
    for node in sorted(data.subjects(RDF.type, None)):
        predicate = min(p for p in data.predicates(node) if p != RDF.type)
        data.remove((node, predicate, None))
    plain = told(results(data, shapes.graph, "plan"))
    assert len(plain) > 50
    assert told(results(data, shapes.lean, "plan")) == plain
