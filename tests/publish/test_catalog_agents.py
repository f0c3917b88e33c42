"""Publisher, contact, cities, places and licences, as portals recognise them."""

import dataclasses

import pytest
from publish.conftest import BASE

from kyodo_lod.bilingual import Bilingual
from kyodo_lod.mapping.iris import Iris
from kyodo_lod.model.plan import Plan
from kyodo_lod.publish.catalog_agents import (
    contact_triples,
    licence_triples,
    place_triples,
    places,
    publisher_triples,
)
from kyodo_lod.rdf.terms import NamedNode, Triple, Triples, english, japanese
from kyodo_lod.rdf.vocabulary import dct, foaf, rdf, rdfs, skos, vcard
from kyodo_lod.source.manifest import Contact, Publisher

GEONAMES = NamedNode("https://sws.geonames.org/2112139/")
E_STAT = NamedNode("http://data.e-stat.go.jp/lod/sac/C07203")
NAME = Bilingual("情報政策課", "Information Policy Section")


def said(triples: Triples, predicate: NamedNode) -> list[object]:
    return [triple.object for triple in triples if triple.predicate == predicate]


def test_the_publisher_is_of_a_listed_type(iris: Iris) -> None:
    publisher = Publisher(NAME, "LocalAuthority", "https://www.city.example.lg.jp/")
    triples = list(publisher_triples(publisher, iris))
    assert {triple.subject for triple in triples} == {NamedNode(f"{BASE}id/publisher")}
    assert said(iter(triples), foaf.name) == [japanese(NAME.ja), english(NAME.en)]
    kinds = said(iter(triples), dct.type)
    assert kinds == [NamedNode("http://purl.org/adms/publishertype/LocalAuthority")]


@pytest.mark.parametrize(
    ("contact", "address"),
    [
        (Contact(NAME, email="a@example.jp"), [(vcard.hasEmail, "mailto:a@example.jp")]),
        (Contact(NAME, page="https://example.jp/"), [(vcard.hasURL, "https://example.jp/")]),
    ],
)
def test_a_contact_has_a_mail_or_a_page(
    contact: Contact, address: list[tuple[NamedNode, str]], iris: Iris
) -> None:
    triples = list(contact_triples(contact, iris))
    found = [(t.predicate, t.object.value) for t in triples if isinstance(t.object, NamedNode)]
    assert [pair for pair in found if pair[0] != rdf.type] == address
    assert said(iter(triples), rdf.type)[0] == vcard.Kind


def test_harvesters_get_the_place_they_know(plan: Plan) -> None:
    city = plan.manifest.municipality
    assert places(city) == (GEONAMES,)
    assert said(place_triples(GEONAMES, city), skos.exactMatch) == [E_STAT]
    # CKAN stores the last label it meets
    assert said(place_triples(GEONAMES, city), rdfs.label) == [japanese("郡山市")]


def test_a_place_that_no_harvester_knows_is_better_than_none(plan: Plan) -> None:
    city = dataclasses.replace(plan.manifest.municipality, spatial=(E_STAT.value,))
    assert places(city) == (E_STAT,)
    assert said(place_triples(E_STAT, city), skos.exactMatch) == []


def test_a_known_licence_has_the_title_that_ckan_looks_for() -> None:
    licence = NamedNode("https://creativecommons.org/licenses/by/4.0/")
    triples = list(licence_triples(licence))
    assert said(iter(triples), dct.title) == [
        japanese("クリエイティブ・コモンズ 表示"),
        english("Creative Commons Attribution"),
    ]
    assert said(iter(triples), rdfs.label) == []  # CKAN and udata would take it for the IRI
    (same,) = said(iter(triples), skos.exactMatch)
    assert str(same).endswith("/authority/licence/CC_BY_4_0>")


def test_another_licence_is_called_by_its_iri() -> None:
    licence = NamedNode("https://www.city.example.lg.jp/terms")
    triples = list(licence_triples(licence))
    assert said(iter(triples), skos.prefLabel)[0] == japanese(licence.value)
    assert said(iter(triples), dct.title) == []
    assert triples[0] == Triple(licence, rdf.type, dct.LicenseDocument)
