"""Who and what the catalogue names beside its datasets: publisher, contact, cities, places, licences."""

from typing import NamedTuple

from kyodo_lod.bilingual import Bilingual
from kyodo_lod.mapping.dataset import licence_name
from kyodo_lod.mapping.iris import Iris
from kyodo_lod.publish.authorities import licence_type, publisher_type
from kyodo_lod.rdf.terms import NamedNode, Triple, Triples, japanese, labels
from kyodo_lod.rdf.vocabulary import dct, foaf, rdf, rdfs, skos, vcard
from kyodo_lod.source.manifest import Contact, Municipality, Publisher

#: IRIs that mdr-vocabularies.shape.ttl takes for a place: GeoNames and the EU's own lists
_KNOWN_PLACES = (
    "https://sws.geonames.org/",
    "http://publications.europa.eu/resource/authority/country/",
    "http://publications.europa.eu/resource/authority/place/",
)
_EU_LICENCE = "http://publications.europa.eu/resource/authority/licence/"


class _Licence(NamedTuple):
    """A licence that portals know.

    Args:
        title: as in CKAN's register of licences, by which CKAN recognises it.
        code: in the EU list of licences.
        kind: in the ADMS list of licence types.
    """

    title: Bilingual
    code: str
    kind: str


_LICENCES = {
    "https://creativecommons.org/licenses/by/4.0/": _Licence(
        Bilingual("クリエイティブ・コモンズ 表示", "Creative Commons Attribution"),
        "CC_BY_4_0",
        "Attribution",
    ),
    "https://creativecommons.org/publicdomain/zero/1.0/": _Licence(
        Bilingual("クリエイティブ・コモンズ CC0", "Creative Commons CCZero"),
        "CC0",
        "PublicDomain",
    ),
}


def publisher_triples(publisher: Publisher, iris: Iris) -> Triples:
    """Describe who publishes the linked data."""
    yield Triple(iris.publisher, rdf.type, foaf.Agent)
    yield from labels(iris.publisher, foaf.name, publisher.name)
    yield Triple(iris.publisher, dct.type, publisher_type(publisher.kind))
    if publisher.homepage:
        yield Triple(iris.publisher, foaf.homepage, NamedNode(publisher.homepage))


def contact_triples(contact: Contact, iris: Iris) -> Triples:
    """Describe whom to ask."""
    yield Triple(iris.contact, rdf.type, vcard.Kind)
    yield Triple(iris.contact, rdf.type, vcard.Organization)
    yield from labels(iris.contact, vcard.fn, contact.name)
    if contact.email:
        yield Triple(iris.contact, vcard.hasEmail, NamedNode(f"mailto:{contact.email}"))
    if contact.page:
        yield Triple(iris.contact, vcard.hasURL, NamedNode(contact.page))


def city_triples(municipality: Municipality, iris: Iris) -> Triples:
    """Describe the municipality as the author of the document."""
    city = iris.municipality
    yield Triple(city, rdf.type, foaf.Agent)
    yield from labels(city, foaf.name, municipality.name)
    yield Triple(city, dct.type, publisher_type("LocalAuthority"))
    if municipality.homepage:
        yield Triple(city, foaf.homepage, NamedNode(municipality.homepage))


def places(municipality: Municipality) -> tuple[NamedNode, ...]:
    """Give the places by which harvesters find a city: those they know, else all."""
    known = [place for place in municipality.spatial if place.startswith(_KNOWN_PLACES)]
    return tuple(map(NamedNode, known or municipality.spatial))


def place_triples(place: NamedNode, municipality: Municipality) -> Triples:
    """Describe the place that a municipality governs."""
    yield Triple(place, rdf.type, dct.Location)
    # CKAN stores the last label it meets, so there is one
    yield Triple(place, rdfs.label, japanese(municipality.name.ja))
    yield from labels(place, skos.prefLabel, municipality.name)
    for other in map(NamedNode, municipality.spatial):
        if other not in places(municipality):
            yield Triple(place, skos.exactMatch, other)


def licence_triples(iri: NamedNode) -> Triples:
    """Describe a licence; one that portals know also by the name they know it by."""
    yield Triple(iri, rdf.type, dct.LicenseDocument)
    licence, name = _LICENCES.get(iri.value), licence_name(iri.value)
    if licence is None:
        yield from labels(iri, skos.prefLabel, name)
        yield Triple(iri, dct.type, licence_type("OtherRestrictiveClauses"))
        return
    yield from labels(iri, dct.title, licence.title)
    yield from labels(iri, skos.prefLabel, name)
    yield Triple(iri, dct.type, licence_type(licence.kind))
    yield Triple(iri, skos.exactMatch, NamedNode(_EU_LICENCE + licence.code))


def page_triples(page: NamedNode, title: Bilingual) -> Triples:
    """Describe a page or file for people or programs that tells more."""
    yield Triple(page, rdf.type, foaf.Document)
    yield from labels(page, dct.title, title)
