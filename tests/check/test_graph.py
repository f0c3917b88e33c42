"""Findings of a graph: their places in the document, their words, and each said once."""

from pathlib import Path

import pytest

from kyodo_lod.check.graph import Checked, File, check_graph
from kyodo_lod.check.graph import check as check_all
from kyodo_lod.check.shapes import Shapes, load_shapes
from kyodo_lod.finding import Finding, Severity
from kyodo_lod.origin import Origin
from kyodo_lod.rdf.formats import JSON_LD, N_TRIPLES, TRIG, TURTLE, Format
from kyodo_lod.rdf.graph import Graph
from kyodo_lod.rdf.read import parse

PREFIXES = """
@prefix e: <https://example.org/> .
@prefix dct: <http://purl.org/dc/terms/> .
@prefix kyo: <https://w3id.org/kyodo-lod/def#> .
@prefix prov: <http://www.w3.org/ns/prov#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix sh: <http://www.w3.org/ns/shacl#> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
"""
#: a document with two passages: one says its line, of the other only the IRI does
DOCUMENT = """
e:doc kyo:fileName "plan.txt" .
<https://example.org/doc#line=68,69> dct:isPartOf e:doc ; kyo:lineNumber 69 .
<https://example.org/doc#line=6,7> dct:isPartOf e:doc .
"""
NEEDS_P = 'e:S sh:targetClass e:Thing ; sh:path e:p ; sh:minCount 1 ; sh:message "p がない"@ja, "no p"@en .'


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Give a place for shapes."""
    return tmp_path


def check(folder: Path, shapes: str, data: str) -> list[Finding]:
    """Check Turtle against shapes in Turtle."""
    file = folder / "own.ttl"
    file.write_text(PREFIXES + shapes, encoding="utf-8")
    return check_graph(
        parse((PREFIXES + DOCUMENT + data).encode(), TURTLE, "data"), load_shapes(str(file))
    )


def test_place_is_where_the_node_was_derived_from(folder: Path) -> None:
    data = "e:a a e:Thing ; prov:wasDerivedFrom <https://example.org/doc#line=68,69> ."
    [finding] = check(folder, NEEDS_P, data)
    assert finding.origin == Origin("plan.txt", 69)
    assert finding.message == ("p がない", "no p")
    assert (finding.focus, finding.path, finding.value) == (
        "https://example.org/a",
        "https://example.org/p",
        "",
    )


def test_place_may_stand_in_the_iri_alone(folder: Path) -> None:
    data = "e:a a e:Thing ; prov:wasDerivedFrom <https://example.org/doc#line=6,7> ."
    [finding] = check(folder, NEEDS_P, data)
    assert finding.origin == Origin("plan.txt", 7)


def test_a_passage_of_several_lines_begins_at_the_first(folder: Path) -> None:
    data = "e:a a e:Thing ; prov:wasDerivedFrom <https://example.org/doc#line=6,9> ."
    [finding] = check(folder, NEEDS_P, data)
    assert finding.origin == Origin("https://example.org/doc", 7)


def test_passage_that_nothing_describes_is_named_by_its_iri(folder: Path) -> None:
    data = "e:a a e:Thing ; prov:wasDerivedFrom <https://example.org/other#line=0,1> ."
    [finding] = check(folder, NEEDS_P, data)
    assert finding.origin == Origin("https://example.org/other", 1)


def test_further_places_are_related(folder: Path) -> None:
    data = (
        "e:a a e:Thing ; prov:wasDerivedFrom"
        "<https://example.org/doc#line=68,69> , <https://example.org/doc#line=6,7> , e:doc ."
    )
    [finding] = check(folder, NEEDS_P, data)
    assert finding.origin == Origin("plan.txt", 7)
    assert finding.related == (Origin("plan.txt", 69),)


def test_fault_of_a_passage_is_at_its_own_line(folder: Path) -> None:
    data = "<https://example.org/doc#line=68,69> a e:Thing ."
    [finding] = check(folder, NEEDS_P, data)
    assert finding.origin == Origin("plan.txt", 69)


def test_fault_of_a_value_is_at_the_line_that_states_it(folder: Path) -> None:
    shapes = "e:S sh:targetClass e:Thing ; sh:path e:p ; sh:class e:Other ."
    data = (
        "e:a a e:Thing ; e:p e:b ; prov:wasDerivedFrom <https://example.org/doc#line=68,69> ."
        "e:b prov:wasDerivedFrom <https://example.org/doc#line=6,7> ."
    )
    [finding] = check(folder, shapes, data)
    assert finding.origin == Origin("plan.txt", 69)
    assert finding.value == "https://example.org/b"


RULE = (
    "e:S a sh:NodeShape ; sh:targetClass e:Whole ; sh:sparql e:Q . e:Q sh:message"
    '"{?count} 個あります"@ja, "there are {?count}"@en ; sh:select """'
    "SELECT $this (?part AS ?value) (COUNT(?o) AS ?count)"
    '{ ?part <https://example.org/p> ?o } GROUP BY $this ?part""" .'
)


def test_rule_is_placed_at_the_node_it_names(folder: Path) -> None:
    data = (
        "e:w a e:Whole ; prov:wasDerivedFrom <https://example.org/doc#line=6,7> ."
        "e:a e:p 1, 2 ; prov:wasDerivedFrom <https://example.org/doc#line=68,69> ."
    )
    [finding] = check(folder, RULE, data)
    assert finding.rule == "https://example.org/Q"
    assert finding.origin == Origin("plan.txt", 69)
    assert finding.message == ("2 個あります", "there are 2")


def test_node_without_a_place_has_its_name(folder: Path) -> None:
    data = (
        "e:w a e:Whole ; prov:wasDerivedFrom <https://example.org/doc#line=6,7> ."
        'e:a e:p 1 ; rdfs:label "保健課"@ja , "Health"@en .'
    )
    [finding] = check(folder, RULE, data)
    assert finding.origin is None
    assert finding.label == ("保健課", "Health")
    assert finding.message == ("1 個あります", "there are 1")


def test_label_of_one_language_stands_for_both(folder: Path) -> None:
    [finding] = check(folder, NEEDS_P, 'e:a a e:Thing ; rdfs:label "保健課"@ja .')
    assert finding.label == ("保健課", "保健課")
    [finding] = check(folder, NEEDS_P, 'e:a a e:Thing ; rdfs:label "Health"@en .')
    assert finding.label == ("Health", "Health")


def test_node_that_the_graph_lacks_is_not_named(folder: Path) -> None:
    shapes = 'e:S sh:targetNode e:z ; sh:path e:p ; sh:minCount 1 ; sh:message "no p" .'
    [finding] = check(folder, shapes, "")
    assert finding.message.en == "no p"


def test_constraints_of_one_shape_are_one_finding(folder: Path) -> None:
    shapes = (
        "e:S sh:targetClass e:Thing ; sh:path e:p ; sh:datatype xsd:integer ; sh:minInclusive 1 ;"
        'sh:pattern "^[1-9]" ; sh:message "a number"@en .'
    )
    found = check(folder, shapes, 'e:a a e:Thing ; e:p "x"^^xsd:integer, "y"^^xsd:integer .')
    assert [finding.value for finding in found] == ["x", "y"]


def test_literals_are_checked_as_written(folder: Path) -> None:
    shapes = 'e:S sh:targetClass e:Thing ; sh:path e:p ; sh:pattern "^[1-9]" .'
    [finding] = check(folder, shapes, 'e:a a e:Thing ; e:p "007"^^xsd:integer, 7 .')
    assert finding.value == "007"


def test_findings_follow_the_document(folder: Path) -> None:
    data = (
        "e:a a e:Thing ; prov:wasDerivedFrom <https://example.org/doc#line=68,69> ."
        "e:b a e:Thing ; prov:wasDerivedFrom <https://example.org/doc#line=6,7> ."
        "e:c a e:Thing ."
    )
    places = [finding.origin for finding in check(folder, NEEDS_P, data)]
    assert places == [None, Origin("plan.txt", 7), Origin("plan.txt", 69)]


@pytest.mark.parametrize(
    ("severity", "expected"),
    [
        ("sh:Warning", Severity.WARNING),
        ("sh:Info", Severity.INFO),
        ("e:Dreadful", Severity.VIOLATION),
    ],
)
def test_severity(folder: Path, severity: str, expected: Severity) -> None:
    shapes = f"e:S sh:targetClass e:Thing ; sh:path e:p ; sh:minCount 1 ; sh:severity {severity} ."
    [finding] = check(folder, shapes, "e:a a e:Thing .")
    assert finding.severity is expected
    assert finding.stated_severity == ("https://example.org/Dreadful" if "e:" in severity else "")


def test_shape_without_an_iri_is_called_by_its_constraint(folder: Path) -> None:
    shapes = "[] sh:targetClass e:Thing ; sh:path e:p ; sh:minCount 1 ."
    [finding] = check(folder, shapes, "e:a a e:Thing .")
    assert finding.rule == "http://www.w3.org/ns/shacl#MinCountConstraintComponent"
    assert finding.message.ja == "値が足りません (少なくとも 1 個)"
    assert finding.message.en == "has too few values (at least 1)"


def test_graph_names_do_not_matter(folder: Path) -> None:
    (folder / "own.ttl").write_text(PREFIXES + NEEDS_P, encoding="utf-8")
    shapes = load_shapes(str(folder / "own.ttl"))
    data = PREFIXES + "GRAPH e:g { e:a a e:Thing } GRAPH e:h { e:a e:p 1 }"
    assert check_graph(parse(data.encode(), TRIG, "data"), shapes) == []


def check_data(folder: Path, shapes: str, data: str, fmt: Format) -> Checked:
    """Check a file against shapes in Turtle."""
    (folder / "own.ttl").write_text(PREFIXES + shapes, encoding="utf-8")
    statements = list(parse(data.encode(), fmt, "data"))
    file = File("data.rdf", data.encode(), fmt, statements)
    return check_all(Graph(statements), load_shapes(str(folder / "own.ttl")), file=file)


LITERAL = "e:S sh:targetSubjectsOf e:p ; sh:path e:p ; sh:datatype xsd:string ."


def test_triple_at_fault_has_its_line_in_n_triples(folder: Path) -> None:
    triple = "<https://example.org/a> <https://example.org/p> "
    data = f'{triple}"x" .\n# 2\n{triple}<https://example.org/b> .\n'
    [finding] = check_data(folder, LITERAL, data, N_TRIPLES).findings
    assert finding.graph_origin == Origin("data.rdf", 3)
    assert finding.excerpt == f"{triple}<https://example.org/b> ."


def test_subject_at_fault_has_its_line_in_turtle(folder: Path) -> None:
    data = '@prefix e: <https://example.org/> .\ne:a e:p "x" ;\n  e:p e:b .'
    [finding] = check_data(folder, LITERAL, data, TURTLE).findings
    assert finding.graph_origin == Origin("data.rdf", 2)
    assert finding.excerpt == 'e:a e:p "x" ;'


def test_json_ld_has_no_line(folder: Path) -> None:
    data = '{"@id": "https://example.org/a", "https://example.org/p": 1}'
    [finding] = check_data(folder, LITERAL, data, JSON_LD).findings
    assert finding.graph_origin is None


def test_missing_value_is_at_the_line_of_its_subject(folder: Path) -> None:
    data = "\n<https://example.org/a> <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> <https://example.org/Thing> .\n"
    [finding] = check_data(folder, NEEDS_P, data, N_TRIPLES).findings
    assert finding.graph_origin == Origin("data.rdf", 2)


def test_inner_demand_that_failed_is_told(folder: Path) -> None:
    shapes = (
        "e:S sh:targetClass e:Thing ; sh:or ( e:A e:B ) ."
        'e:A sh:path e:p ; sh:minCount 1 ; sh:message "no p"@en .'
        'e:B sh:path e:q ; sh:minCount 1 ; sh:message "no q"@en .'
    )
    [finding] = check(folder, shapes, "e:a a e:Thing .")
    assert [inner.rule for inner in finding.inner] == [
        "https://example.org/A",
        "https://example.org/B",
    ]
    assert [inner.message.en.rpartition(": ")[2] for inner in finding.inner] == ["no p", "no q"]


@pytest.fixture(scope="module")
def plan() -> Shapes:
    """Read our own shapes."""
    return load_shapes("plan")


@pytest.mark.parametrize("data", ["", "e:a a e:Thing ; e:p 1 ."], ids=["empty", "unrelated"])
def test_graph_without_a_plan_does_not_pass(plan: Shapes, data: str) -> None:
    found = check_graph(parse((PREFIXES + data).encode(), TURTLE, "data"), plan)
    assert {finding.short_rule for finding in found} == {
        "plan#Graph-implementationPlan",
        "plan#Graph-dataset",
    }


@pytest.mark.parametrize(
    "number", [r'"\\d"', r'"\\d"^^xsd:integer', '"x"@ja', "e:p", "[]", "1e400"]
)
@pytest.mark.parametrize(
    "name", ["declaredProjectCount", "listOrder", "documentOrder", "lineNumber", "year", "ordinal"]
)
def test_odd_numbers_are_findings(plan: Shapes, name: str, number: str) -> None:
    """Whatever stands in place of a number, twice: the rules go on."""
    data = (
        f"e:y a kyo:ImplementationPlan ; kyo:{name} {number} . e:c a kyo:FiscalYear ; kyo:{name} {number} ."
        f"e:s dct:isPartOf e:y ; kyo:coversPolicy e:o ; kyo:{name} {number} ."
        f"e:a dct:isPartOf e:y ; kyo:basicPolicy e:o ; kyo:{name} {number} , 2 ."
        f"e:b dct:isPartOf e:y ; kyo:basicPolicy e:o ; kyo:{name} {number} ; kyo:subItem e:i ."
    )
    assert check_graph(parse((PREFIXES + data).encode(), TURTLE, "data"), plan)
