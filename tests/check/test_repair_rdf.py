"""How to repair a graph is told from the constraints of its shape, every one of them."""

from pathlib import Path

import pytest

from kyodo_lod.bilingual import Bilingual
from kyodo_lod.check.repair_rdf import repair_in_rdf
from kyodo_lod.check.shapes import Shapes, load_shapes, shape_names
from kyodo_lod.finding import SHAPES
from kyodo_lod.rdf.graph import Node
from kyodo_lod.rdf.terms import Literal, NamedNode
from kyodo_lod.rdf.vocabulary import rdf, rdfs, sh, skos

OURS = {name: load_shapes(name) for name in shape_names()}
RULES = [
    (name, rule)
    for name, shapes in OURS.items()
    for rule in shapes.graph.holders(sh.message)
    if isinstance(rule, NamedNode)
]
#: what of a shape is no constraint, or is told by other words
TOLD_OTHERWISE = {
    rdf.type, rdfs.comment, rdfs.label, skos.example, sh.name, sh.message, sh.description, sh.severity,
    sh.prefixes, sh.select, sh.path, sh.nodeKind, sh.uniqueLang,
}  # fmt: skip


def repair(rule: str) -> Bilingual:
    """Give the sentence of one of our rules."""
    return repair_in_rdf(OURS[rule.partition("#")[0]], NamedNode(SHAPES + rule))


@pytest.mark.parametrize(
    ("rule", "en"),
    [
        (
            "plan#PlannedProject-responsibleUnit",
            "give each kyo:PlannedProject 1 or more kyo:responsibleUnit; values: an IRI; described in the graph with the type org:OrganizationalUnit",
        ),
        (
            "plan#PlannedProject-listOrder",
            "give each kyo:PlannedProject exactly 1 kyo:listOrder; values: of datatype xsd:integer; 1 or more; not “integer not in canonical form”",
        ),
        (
            "plan#Plan-type",
            "give each kyo:Plan and each node that has kyo:ordinal or kyo:policyScheme the rdf:type kyo:Plan and prov:Plan",
        ),
        (
            "plan#PlannedProject-fiscalYearOfPlan",
            "of each kyo:PlannedProject, correct dct:isPartOf/kyo:fiscalYear; values: the same as those of kyo:fiscalYear",
        ),
        (
            "plan#SourcePassage-position",
            "give each kyo:SourcePassage 1 or more kyo:lineNumber or kyo:rowNumber",
        ),
        (
            "plan#Graph-dataset",
            "give dcat:Dataset 1 or more rdf:type that points to it",
        ),
        (
            "plan#ImplementationPlan-unitTree",
            "of the units that lead back to themselves, delete the org:subOrganizationOf of the one that stands at the top",
        ),
        (
            "plan#PlannedProject-registeredUnit",
            "of each kyo:PlannedProject, correct kyo:responsibleUnit; values: not “unit that units.csv lacks”",
        ),
    ],
)  # fmt: skip
def test_a_repair_is_one_sentence(rule: str, en: str) -> None:
    assert repair(rule).en == en


def test_it_is_said_in_japanese_too() -> None:
    assert repair("plan#PlannedProject-responsibleUnit").ja == (
        "kyo:PlannedProject のそれぞれに、kyo:responsibleUnit を 1 個以上書いてください。"
        "値の条件: IRI、グラフの中で org:OrganizationalUnit の型を付けたもの。"
    )
    assert repair("plan#PlannedProject-iri").ja.startswith(
        "kyo:PlannedProject のそれぞれを、条件に合う IRI にしてください。条件: IRI、正規表現 ^https?:"
    )


def test_every_rule_in_sparql_says_how_a_graph_is_repaired() -> None:
    asked = [rule for name, rule in RULES if OURS[name].graph.objects(rule, sh.select)]
    assert len(asked) == 17
    for rule in asked:
        texts = OURS["plan"].texts(rule, rdfs.comment)
        assert set(texts) == {"ja", "en"}, rule
        assert "SPARQL" not in texts["en"]


@pytest.mark.parametrize(("name", "rule"), RULES, ids=[str(rule) for _, rule in RULES])
def test_no_constraint_of_ours_is_left_out(name: str, rule: NamedNode) -> None:
    shapes = OURS[name]
    said = repair_in_rdf(shapes, rule)
    assert said.ja.endswith("。")
    for predicate, values in shapes.graph.by_subject[rule].items():
        if predicate not in TOLD_OTHERWISE:
            for value in values:
                shown = words_of(shapes, value)
                assert shown, predicate
                assert all(word in said.en for word in shown), (predicate, said.en)


def words_of(shapes: Shapes, value: Node) -> list[str]:
    """Give what a parameter's value must be named by."""
    label = shapes.texts(value, rdfs.label).get("en")
    if label:
        return [label]
    members = shapes.graph.items(value) or [value]
    literals = [each.value for each in members if isinstance(each, Literal)]
    named = [each.value for each in members if isinstance(each, NamedNode)]
    return literals + [iri.replace("#", "/").rpartition("/")[2] for iri in named if iri]


def test_words_for_counts_beyond_ours(tmp_path: Path) -> None:
    file = tmp_path / "shapes.ttl"
    file.write_text(
        "@prefix sh: <http://www.w3.org/ns/shacl#> . @prefix ex: <https://example.org/> ."
        "ex:S a sh:PropertyShape ; sh:targetClass ex:C ; sh:path ex:p ; sh:minCount 1 ; sh:maxCount 3 ."
    )
    said = repair_in_rdf(load_shapes(str(file)), NamedNode("https://example.org/S"))
    assert said.en == "give each https://example.org/C 1 to 3 https://example.org/p"
    assert "1 個から 3 個まで" in said.ja
