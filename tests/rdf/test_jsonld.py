"""JSON-LD: our context, native values, sub-items inside their project, and what cannot be said."""

import json
from typing import Any

import pyoxigraph
import pytest
from conftest import ROOT
from hypothesis import given
from rdf.triples import BASE, some_triples
from rdf.writing import triples_in, written

from kyodo_lod.errors import OutputError
from kyodo_lod.rdf.formats import JSON_LD
from kyodo_lod.rdf.jsonld import context, nodes
from kyodo_lod.rdf.terms import (
    BlankNode,
    Literal,
    NamedNode,
    Triple,
    boolean,
    date,
    english,
    integer,
    japanese,
    string,
)
from kyodo_lod.rdf.vocabulary import cv, dcat, dct, foaf, kyo, prefixes, rdf, rdfs, skos, xsd

P = NamedNode(f"{BASE}p/4-15")
ITEMS = [NamedNode(f"{BASE}p/4-15/s/{n}") for n in (1, 2, 3)]


def one(*triples: Triple) -> dict[str, Any]:
    """Give the only node of triples."""
    (node,) = nodes(triples)
    return node


def said(predicate: NamedNode, *values: NamedNode | BlankNode | Literal) -> dict[str, Any]:
    """Give what is said of a subject beside its id."""
    node = one(*(Triple(P, predicate, value) for value in values))
    assert node.pop("id") == P.value
    return node


# the document


def test_a_document_is_context_and_graph_one_property_a_line() -> None:
    text = written(
        [Triple(P, rdf.type, kyo.PlannedProject), Triple(P, kyo.listOrder, integer(15))], JSON_LD
    ).decode()
    head, _, rest = text.partition('  "@graph": [')
    assert json.loads(head.rstrip(", \n") + "}") == json.loads(
        (ROOT / "ontology" / "context.jsonld").read_bytes()
    )
    assert rest == (
        "\n    {\n"
        '      "id": "https://example.org/p/4-15",\n'
        '      "type": "PlannedProject",\n'
        '      "listOrder": 15\n'
        "    }\n"
        "  ]\n}\n"
    )


def test_nothing_is_an_empty_graph() -> None:
    assert json.loads(written([], JSON_LD))["@graph"] == []


def test_context_declares_what_it_uses_and_coerces_no_text() -> None:
    document = context().document
    for key, definition in document.items():
        name = definition["@id"] if isinstance(definition, dict) else definition
        prefix, _, _ = name.partition(":")
        assert name.startswith(("@", "http")) or prefix in document, key
        if isinstance(definition, dict):
            assert set(definition) <= {"@id", "@type", "@container"}, key
            assert definition.get("@type") in (None, "@id", "xsd:date"), key
            assert definition.get("@container") in (None, "@language"), key
    assert "@vocab" not in document
    assert "@base" not in document


def test_prefixes_of_the_context_are_ours() -> None:
    document = context().document
    declared = {k: v for k, v in document.items() if isinstance(v, str) and v.endswith(("#", "/"))}
    assert declared.items() <= prefixes().items()


def test_every_term_of_ours_has_its_own_name_in_the_context() -> None:
    names = {definition.key for definition in context().properties.values()}
    names |= set(context().classes.values())
    ours = {n for n, term in vars(kyo).items() if isinstance(term, NamedNode)}
    assert ours - names == {"ListedItem"}, "nothing is written as a ListedItem"


# values


def test_numbers_and_truths_are_native() -> None:
    assert said(kyo.listOrder, integer(15)) == {"listOrder": 15}
    assert said(kyo.markedNew, boolean(False)) == {"markedNew": False}
    assert said(kyo.markedNew, boolean(True)) == {"markedNew": True}
    assert said(kyo.ordinal, integer(-(2**53) + 1)) == {"ordinal": -(2**53) + 1}


@pytest.mark.parametrize(
    "text", ["007", "+1", "-0", "1.0", "1e3", "abc", "", " 1", "１", str(2**53), "9" * 5000, "--1"]
)
def test_other_integers_stay_as_they_are(text: str) -> None:
    value = {"@value": text, "@type": xsd.integer.value}
    assert said(kyo.listOrder, Literal(text, datatype=xsd.integer)) == {"listOrder": value}


@pytest.mark.parametrize("text", ["1", "0", "True", "TRUE", "yes", ""])
def test_other_truths_stay_as_they_are(text: str) -> None:
    value = {"@value": text, "@type": xsd.boolean.value}
    assert said(kyo.markedNew, Literal(text, datatype=xsd.boolean)) == {"markedNew": value}


def test_texts_go_by_language() -> None:
    assert said(rdfs.label, japanese("計画"), english("plan")) == {
        "label": {"ja": "計画", "en": "plan"}
    }
    assert said(skos.altLabel, japanese("平成30年度"), japanese("H30"), japanese("H.30")) == {
        "altLabel": {"ja": ["平成30年度", "H30", "H.30"]}
    }


def test_a_text_without_language_or_an_iri_is_no_text_of_the_map() -> None:
    assert said(rdfs.label, string("計画"), japanese("計画")) == {
        rdfs.label.value: {"@value": "計画"},
        "label": {"ja": "計画"},
    }
    # found by Hypothesis: under `name` it was read as a text in the language "@id"
    assert said(foaf.name, P) == {foaf.name.value: {"@id": P.value}}
    assert said(foaf.name, P, japanese("郡山市")) == {
        foaf.name.value: {"@id": P.value},
        "name": {"ja": "郡山市"},
    }


def test_plain_strings_days_and_links() -> None:
    assert said(dct.identifier, string("072036")) == {"identifier": "072036"}
    assert said(dct.identifier, japanese("x")) == {"identifier": {"@value": "x", "@language": "ja"}}
    assert said(dct.issued, date("2026-11-23")) == {"issued": "2026-11-23"}
    assert said(dct.issued, date("昨日")) == {"issued": "昨日"}
    assert said(dct.issued, string("2026-11-23")) == {"issued": {"@value": "2026-11-23"}}
    assert said(dct.isPartOf, P) == {"isPartOf": P.value}
    assert said(dct.isPartOf, string("x")) == {"isPartOf": {"@value": "x"}}
    assert said(dct.identifier, P) == {"identifier": {"@id": P.value}}
    assert said(dct.spatial, *ITEMS) == {"spatial": [item.value for item in ITEMS]}


def test_types_are_short_where_the_context_knows_them() -> None:
    assert said(rdf.type, kyo.PlannedProject) == {"type": "PlannedProject"}
    assert said(rdf.type, cv.PublicOrganisation, NamedNode(BASE)) == {
        "type": ["cv:PublicOrganisation", BASE]
    }
    assert said(rdf.type, string("x")) == {rdf.type.value: {"@value": "x"}}
    assert said(rdf.type, NamedNode(dcat.iri), NamedNode(f"{dcat.iri}a/b")) == {
        "type": [dcat.iri, f"{dcat.iri}a/b"]
    }


def test_a_property_that_the_context_lacks_stands_under_its_iri() -> None:
    assert said(dcat.accessURL, P) == {dcat.accessURL.value: {"@id": P.value}}


def test_control_characters_are_escaped_and_others_are_not() -> None:
    text = written([Triple(P, rdfs.label, japanese('"\x01\u2028神か\u3099\\'))], JSON_LD).decode()
    assert '"ja": "\\"\\u0001\u2028神か\u3099\\\\"' in text


# nodes


def project(*items: NamedNode) -> list[Triple]:
    return [Triple(P, rdf.type, kyo.PlannedProject), *(Triple(P, kyo.subItem, i) for i in items)]


def item(number: int) -> list[Triple]:
    return [Triple(ITEMS[number - 1], kyo.listOrder, integer(number))]


def node_of_item(number: int) -> dict[str, Any]:
    return {"id": ITEMS[number - 1].value, "listOrder": number}


def test_sub_items_stand_in_their_project() -> None:
    assert one(*project(*ITEMS), *item(1), *item(2), *item(3))["subItem"] == [
        node_of_item(1), node_of_item(2), node_of_item(3)
    ]  # fmt: skip
    assert one(*project(ITEMS[0]), *item(1))["subItem"] == node_of_item(1)


def test_a_sub_item_elsewhere_is_a_node_of_its_own() -> None:
    other = Triple(NamedNode(BASE), kyo.listOrder, integer(1))
    found = list(nodes([*project(*ITEMS), *item(1), other, *item(2)]))
    assert [node["id"] for node in found] == [P.value, BASE, ITEMS[1].value]
    assert found[0]["subItem"] == [node_of_item(1), ITEMS[1].value, ITEMS[2].value]
    before = list(nodes([*item(1), *project(ITEMS[0])]))
    assert [node["id"] for node in before] == [ITEMS[0].value, P.value]


def test_a_sub_item_said_twice_or_as_text_is_kept() -> None:
    triples = [*project(ITEMS[0], ITEMS[0]), Triple(P, kyo.subItem, string("講習")), *item(1)]
    assert set(triples_in(written(triples, JSON_LD), JSON_LD)) == set(triples)


def test_a_subject_that_comes_back_is_a_second_node() -> None:
    found = list(nodes([*item(1), *item(2), *item(1)]))
    assert [node["id"] for node in found] == [ITEMS[0].value, ITEMS[1].value, ITEMS[0].value]


@given(some_triples)
def test_one_node_for_each_run_of_a_subject(given_triples: list[Triple]) -> None:
    def count(node: dict[str, Any]) -> int:
        inside = node.get("subItem", [])
        inside = inside if isinstance(inside, list) else [inside]
        return 1 + sum(1 for one in inside if isinstance(one, dict) and "id" in one)

    subjects = [triple.subject for triple in given_triples]
    runs = sum(1 for a, b in zip([None, *subjects], subjects, strict=False) if a != b)
    assert sum(count(node) for node in nodes(given_triples)) == runs


# another context


def test_another_context_names_things_its_own_way() -> None:
    other = context("ontology/catalog-context.jsonld")
    triples = [
        Triple(P, rdf.type, dcat.Distribution),
        Triple(P, dcat.byteSize, Literal("9", datatype=xsd.nonNegativeInteger)),
        *project(ITEMS[0])[1:],
        *item(1),
    ]
    found = list(nodes(triples, other))
    assert [node["id"] for node in found] == [P.value, ITEMS[0].value]  # it nests nothing
    assert (found[0]["type"], found[0]["byteSize"]) == ("Distribution", "9")


def test_every_context_is_one_that_the_writer_understands() -> None:
    for path in sorted((ROOT / "ontology").glob("*context.jsonld")):
        one_of_ours = context(f"ontology/{path.name}")
        definitions = [*one_of_ours.properties, *one_of_ours.classes]
        assert all(iri.startswith(("http://", "https://", "@")) for iri in definitions), path


# what cannot be said


@pytest.mark.parametrize("iri", ["schema:name", "kyo:Plan", "org:b", "label:x", "id:x", "type:x"])
def test_an_iri_that_readers_would_expand_is_refused(iri: str) -> None:
    """<schema:name> is what a forgotten PREFIX leaves; under our context it would become another."""
    odd = NamedNode(iri)
    for triple in (
        Triple(odd, dct.title, P),
        Triple(P, odd, P),
        Triple(P, dct.identifier, odd),
        Triple(P, dct.isPartOf, odd),
        Triple(P, rdf.type, odd),
        Triple(P, dct.identifier, Literal("x", datatype=odd)),
    ):
        with pytest.raises(OutputError, match=f"JSON-LD: cannot hold <{iri}>"):
            written([triple], JSON_LD)


def test_a_prefix_as_host_is_no_prefix() -> None:
    triple = Triple(NamedNode("schema://host/a"), dct.title, NamedNode("schema2:a"))
    assert triples_in(written([triple], JSON_LD), JSON_LD) == [triple]


def test_a_triple_as_a_term_is_refused() -> None:
    with pytest.raises(OutputError, match="JSON-LD: cannot hold"):
        written([Triple(P, dct.title, Triple(P, dct.title, P))], JSON_LD)


def test_a_base_direction_is_kept() -> None:
    text = Literal("計画", language="ja", direction=pyoxigraph.BaseDirection.LTR)
    triple = Triple(P, rdfs.label, text)
    assert said(rdfs.label, text) == {
        rdfs.label.value: {"@value": "計画", "@language": "ja", "@direction": "ltr"}
    }
    assert triples_in(written([triple], JSON_LD), JSON_LD) == [triple]


def test_blank_nodes_have_labels() -> None:
    assert one(Triple(BlankNode("a"), dct.isPartOf, BlankNode("b"))) == {
        "id": "_:a", "isPartOf": "_:b"
    }  # fmt: skip
