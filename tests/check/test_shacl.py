"""The door to pySHACL: what it gives, what it refuses, and that it fetches nothing."""

from pathlib import Path

import pytest
import rdflib
from rdflib import SH

from kyodo_lod.check import shacl
from kyodo_lod.check.result import Result
from kyodo_lod.check.shacl import lean, results
from kyodo_lod.check.shapes import Shapes, load_shapes
from kyodo_lod.errors import GraphError, ShapesError
from kyodo_lod.rdf.formats import TURTLE
from kyodo_lod.rdf.graph import Graph
from kyodo_lod.rdf.interop import to_rdflib
from kyodo_lod.rdf.read import parse
from kyodo_lod.rdf.terms import BlankNode, Literal, NamedNode, Triple, english, japanese, string
from kyodo_lod.rdf.vocabulary import rdf, sh

PREFIXES = """
@prefix dct: <http://purl.org/dc/terms/> .
@prefix e: <https://example.org/> .
@prefix owl: <http://www.w3.org/2002/07/owl#> .
@prefix rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix sh: <http://www.w3.org/ns/shacl#> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
"""
E = "https://example.org/"
THING = "e:a a e:Thing ."
BASE = Path(__file__).parents[1] / "shapes" / "base.ttl"


def turtle(text: str) -> Graph:
    """Read Turtle whose prefixes are known."""
    return Graph(parse((PREFIXES + text).encode(), TURTLE, "own.ttl"))


def validate(shapes: str, data: str = THING) -> list[Result]:
    """Validate one text against another."""
    return results(turtle(data), Shapes("own.ttl", turtle(shapes)))


def e(name: str) -> NamedNode:
    """Give a term of the examples."""
    return NamedNode(E + name)


@pytest.mark.parametrize(
    ("path", "written"),
    [
        ("dct:title", "dct:title"),
        ("<https://elsewhere.org/p>", "https://elsewhere.org/p"),
        ("[ sh:inversePath dct:title ]", "^dct:title"),
        ("( dct:title skos:note )", "dct:title/skos:note"),
        ("[ sh:alternativePath ( dct:title skos:note ) ]", "dct:title|skos:note"),
        ("[ sh:zeroOrMorePath dct:title ]", "(dct:title)*"),
        ("[ sh:oneOrMorePath dct:title ]", "(dct:title)+"),
        ("[ sh:zeroOrOnePath dct:title ]", "(dct:title)?"),
        ("( dct:title [ sh:inversePath skos:note ] dct:date )", "dct:title/^skos:note/dct:date"),
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
    assert (result.focus, result.shape, result.value) == (e("a"), e("S"), string("text"))
    assert result.component == f"{sh.iri}NodeKindConstraintComponent"
    assert result.severity == f"{sh.iri}Violation"
    assert (result.constraint, result.messages) == (None, ())


@pytest.mark.parametrize("severity", ["sh:Info", "sh:Warning", "sh:Violation", "e:Grave"])
def test_severity_is_that_of_the_shape(severity: str) -> None:
    [result] = validate(
        f"e:S sh:targetNode e:a ; sh:path e:p ; sh:minCount 1 ; sh:severity {severity} ."
    )
    assert result.severity == severity.replace("sh:", sh.iri).replace("e:", E)


def test_nested_details_are_not_counted() -> None:
    found = validate(
        "e:S a sh:NodeShape ; sh:targetNode e:a ; sh:node e:T ."
        "e:T a sh:NodeShape ; sh:property e:P, e:Q ."
        "e:P sh:path e:p ; sh:minCount 1 . e:Q sh:path e:q ; sh:minCount 1 ."
    )
    assert [result.shape for result in found] == [e("S")]


SPARQL = (
    'e:S a sh:NodeShape ; sh:targetNode e:a, e:b ; sh:sparql {0} . {0} sh:message "{{?count}} found" ;'
    'sh:select "SELECT $this (COUNT(?o) AS ?count) {{ $this ?p ?o }} GROUP BY $this" .'
)


def test_query_is_the_constraint_of_its_shape() -> None:
    found = validate(SPARQL.format("e:Q"))
    assert {(result.shape, result.constraint) for result in found} == {(e("S"), e("Q"))}
    assert {message.value for result in found for message in result.messages} >= {"1 found"}


def test_query_without_an_iri_is_the_blank_node_of_the_shapes_graph() -> None:
    shapes = Shapes("own.ttl", turtle(SPARQL.format("_:q")))
    found = results(turtle(THING), shapes)
    assert {result.constraint for result in found} == set(shapes.graph.holders(sh.select))


def test_shapes_and_nodes_without_an_iri_are_those_of_the_graphs() -> None:
    shapes = Shapes(
        "own.ttl",
        turtle(
            "e:S a sh:NodeShape ; sh:targetClass e:Thing ;"
            "sh:property [ sh:path [ sh:inversePath e:p ] ; sh:maxCount 0 ] ;"
            "sh:property [ sh:path e:p ; sh:nodeKind sh:IRI ] ."
        ),
    )
    data = turtle("_:a a e:Thing ; e:p _:a .")
    [node] = data.by_subject
    found = results(data, shapes)
    assert {result.shape for result in found} == set(shapes.graph.holders(sh.path))
    assert {result.path for result in found} == {f"^<{E}p>", f"{E}p"}
    assert all(result.focus == node for result in found)
    assert {result.value for result in found} == {None, node}
    assert isinstance(node, BlankNode)


def test_a_report_in_the_data_is_none_of_ours() -> None:
    found = validate(
        "e:S sh:targetNode e:a ; sh:path e:p ; sh:nodeKind sh:IRI .",
        "e:a e:p [ a sh:ValidationReport ; sh:result [ sh:focusNode e:x ] ] .",
    )
    assert [result.focus for result in found] == [e("a")]


FILLED = """e:S a sh:NodeShape ; sh:targetNode e:a ; sh:sparql e:Q . e:Q sh:message {0} ; sh:select
'SELECT $this ?value ?n {{ $this <https://example.org/p> ?value BIND (1 AS ?n) }}' ."""


@pytest.mark.parametrize(
    ("templates", "value", "messages"),
    [
        ('"空です。"@ja, "is empty"@en', "x", {japanese("空です。"), english("is empty")}),
        (
            '"値「{?value}」は {?n} 件"@ja, "{?n} of {?value}"@en',
            "a",
            {japanese("値「a」は 1 件"), english("1 of a")},
        ),
        (
            '"(1.5?) [{?value}] $"@ja, "{$value}*"',
            "a+b",
            {japanese("(1.5?) [a+b] $"), string("a+b*")},
        ),
        ('"値「{?value}」です。"@ja', "a\nb", {japanese("値「a\nb」です。")}),
    ],
    ids=["no gaps", "languages", "signs", "line break"],
)
def test_messages_get_their_language_back(
    templates: str, value: str, messages: set[Literal]
) -> None:
    data = Graph([Triple(e("a"), e("p"), string(value))])
    [result] = results(data, Shapes("own.ttl", turtle(FILLED.format(templates))))
    assert set(result.messages) == messages


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


@pytest.mark.parametrize("error", [RecursionError(), MemoryError(), KeyError("x\ny")])
def test_error_inside_the_library_is_one_line(
    monkeypatch: pytest.MonkeyPatch, error: Exception
) -> None:
    def fail(*_: object) -> None:
        raise error

    monkeypatch.setattr(shacl._Validator, "run", fail)
    with pytest.raises(ShapesError, match=type(error).__name__) as caught:
        validate("e:S sh:targetNode e:a ; sh:path e:p ; sh:minCount 1 .")
    assert "\n" not in caught.value.line("en")


def test_data_of_rdf_12_are_refused() -> None:
    data = Graph([Triple(e("a"), e("p"), Triple(e("a"), e("p"), e("b")))])
    with pytest.raises(GraphError, match=r"RDF 1\.2"):
        results(data, Shapes("own.ttl", turtle("e:S sh:targetNode e:a ; sh:path e:p .")))


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
        'e:a e:p "eighteen"^^xsd:integer ; e:q "yes"^^xsd:boolean .',
    )
    assert isinstance(result.value, Literal)
    assert result.value.value == "eighteen"
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


def unmoved(data: Graph, shapes: Shapes, monkeypatch: pytest.MonkeyPatch) -> list[Result]:
    """Validate with the shapes just as they are."""
    with monkeypatch.context() as patch:
        patch.setattr(shacl, "lean", lambda graph: graph)
        patch.setattr(shacl, "_lean", shacl._lean.__wrapped__)
        return results(data, shapes)


def test_lean_shapes_demand_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    shapes, data = Shapes("own.ttl", turtle(SEVERAL)), turtle(THINGS)
    plain = unmoved(data, shapes, monkeypatch)
    assert results(data, shapes) == plain
    assert {result.shape for result in plain} >= {
        e("Direct-p"),
        e("Shared-r"),
        e("Shared"),
        e("Thing2-p"),
    }


def test_lean_shapes_move_only_what_nothing_else_uses() -> None:
    moved, n = lean(to_rdflib(turtle(SEVERAL).triples())), rdflib.Namespace(E)
    assert (n["Direct-p"], SH.targetClass, n.Thing) in moved
    assert (n.Inner, SH.property, None) in moved
    assert (n.Off, SH.property, n["Off-p"]) in moved
    assert (n.Thing2, SH.property, n["Thing2-p"]) in moved
    assert not list(moved.objects(None, SH.name))


def test_our_lean_shapes_demand_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    shapes = load_shapes("plan")
    whole = Graph(parse(BASE.read_bytes(), TURTLE, "base.ttl"))
    lost = {
        node: min((p for p in has if p != rdf.type), key=str)
        for node, has in whole.by_subject.items()
        if rdf.type in has
    }
    data = Graph(t for t in whole.triples() if lost.get(t.subject) != t.predicate)
    found = results(data, shapes)
    assert len(found) > 40
    assert found == unmoved(data, shapes, monkeypatch)


def test_a_pattern_that_is_none_is_told_with_its_shape() -> None:
    with pytest.raises(ShapesError, match=r"sh:pattern of https://example.org/S \"a\[b\": unterm"):
        validate('e:S sh:targetNode e:a ; sh:property [ sh:path rdf:type ; sh:pattern "a[b" ] .')
