"""Counting triples in one pass."""

from kyodo_lod.publish.census import Census, short_name
from kyodo_lod.rdf.terms import NamedNode, Triple, japanese
from kyodo_lod.rdf.vocabulary import dcat, dct, foaf, rdf, rdfs, void

A, B = NamedNode("https://example.org/id/a"), NamedNode("https://example.org/b")
TRIPLES = [
    Triple(A, rdf.type, dcat.Dataset),
    Triple(A, rdf.type, void.Dataset),
    Triple(A, rdfs.label, japanese("名")),
    Triple(B, rdf.type, void.Dataset),
    Triple(B, rdfs.label, japanese("名")),
    Triple(B, dct.source, A),
]


def test_a_thing_of_two_types_is_one_entity_and_counts_in_both() -> None:
    census = Census(TRIPLES)
    assert census.entities("https://example.org/") == 2
    assert census.entities("https://example.org/id/") == 1
    assert census.triples_about(dcat.Dataset) == 3
    assert census.triples_about(void.Dataset) == 6
    assert list(census.instances[void.Dataset]) == [A, B]


def test_a_property_counts_its_triples_subjects_and_objects() -> None:
    label = Census(TRIPLES).properties[rdfs.label]
    assert (label.triples, len(label.subjects), len(label.objects)) == (2, 2, 1)


def test_types_are_no_references() -> None:
    assert dict(Census(TRIPLES).references) == {(dct.source, A): 1}


def test_the_vocabularies_are_those_in_use() -> None:
    assert list(Census(TRIPLES).vocabularies()) == [rdf, rdfs, dct, dcat, void]
    assert foaf not in list(Census(TRIPLES).vocabularies())


def test_nothing_counts_nothing() -> None:
    census = Census([])
    assert (census.triples, census.entities(""), census.instances) == (0, 0, {})


def test_a_term_of_no_vocabulary_has_a_name_all_the_same() -> None:
    assert short_name(dcat.Dataset, "-") == "dcat-Dataset"
    assert short_name(void.Dataset, "-") == "void-Dataset"
    assert short_name(A, "-").startswith("x-")
