"""catalog.ttl: the datasets, their files, licence and publisher, for harvesters (DCAT-AP 3.0.1).

Each subject is described once and whole, in a fixed order: the catalogue, who is behind it, series,
datasets with their releases and files, then what those refer to. No node is blank.
"""

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from kyodo_lod.bilingual import Bilingual
from kyodo_lod.mapping.dataset import licences
from kyodo_lod.publish.authorities import (
    ENGLISH,
    JAPANESE,
    PUBLIC,
    SPARQL_PROTOCOL,
    THEMES,
    theme,
    with_authorities,
)
from kyodo_lod.publish.catalog_agents import (
    city_triples,
    contact_triples,
    licence_triples,
    page_triples,
    place_triples,
    places,
    publisher_triples,
)
from kyodo_lod.publish.catalog_dataset import described_dataset, keyword_triples
from kyodo_lod.publish.entry import Entry, dataset_description
from kyodo_lod.publish.series import before_each, dates, described_series
from kyodo_lod.rdf.terms import NamedNode, Triple, Triples, labels
from kyodo_lod.rdf.vocabulary import dcat, dct, foaf, rdf, rdfs

__all__ = ["Entry", "catalog_triples", "dataset_description"]

_SERVICE = Bilingual("SPARQL で検索する窓口", "SPARQL endpoint")
_SERVICE_DESCRIPTION = Bilingual(
    "この目録のすべてのデータを、SPARQL という言葉で検索できます。プログラムを作る人のための窓口です。",
    "All datasets of this catalogue, to be queried in SPARQL; for developers.",
)


def catalog_triples(entries: Sequence[Entry], made: Path) -> Triples:
    """Describe the catalogue.

    Args:
        entries: its datasets; at least one, all of one publisher.
        made: the folder with their files, which give sizes and checksums.

    Raises:
        ManifestError: where no publisher.toml says who publishes.
        OutputError: for a file that is not there.
    """
    yield from with_authorities(_once(_described(entries, made)))


def _once(things: Iterable[tuple[NamedNode, Triples]]) -> Triples:
    told: set[NamedNode] = set()
    for thing, triples in things:
        if thing not in told:
            told.add(thing)
            yield from triples


def _described(entries: Sequence[Entry], made: Path) -> Iterator[tuple[NamedNode, Triples]]:
    first, before = entries[0], before_each(entries)
    iris, publication = first.iris, first.publication
    yield iris.catalog, _catalog_triples(entries)
    yield iris.home, page_triples(iris.home, publication.title)
    yield iris.publisher, publisher_triples(publication.publisher, iris)
    yield iris.contact, contact_triples(publication.contact, iris)
    if publication.endpoint:
        yield iris.service, _service_triples(entries, NamedNode(publication.endpoint))
    yield from described_series(entries)
    for entry in entries:
        yield from described_dataset(entry, before.get(entry.iris.dataset), made)
    for entry in entries:
        yield from _shared(entry)


def _shared(entry: Entry) -> Iterator[tuple[NamedNode, Triples]]:
    municipality = entry.manifest.municipality
    yield entry.iris.municipality, city_triples(municipality, entry.iris)
    for place in places(municipality):
        yield place, place_triples(place, municipality)
    for licence in licences(entry.manifest):
        yield licence, licence_triples(licence)


def _catalog_triples(entries: Sequence[Entry]) -> Triples:
    first = entries[0]
    iris, publication, catalog = first.iris, first.publication, first.iris.catalog
    yield Triple(catalog, rdf.type, dcat.Catalog)
    yield from labels(catalog, rdfs.label, publication.title)
    yield from labels(catalog, dct.title, publication.title)
    yield from labels(catalog, dct.description, publication.description)
    yield Triple(catalog, dct.publisher, iris.publisher)
    yield Triple(catalog, dcat.contactPoint, iris.contact)
    yield Triple(catalog, foaf.homepage, iris.home)
    if first.manifest.rights.licence:
        yield Triple(catalog, dct.license, NamedNode(first.manifest.rights.licence))
    yield from dates(catalog, entries)
    yield Triple(catalog, dct.language, JAPANESE)
    yield Triple(catalog, dct.language, ENGLISH)
    for place in _all_places(entries):
        yield Triple(catalog, dct.spatial, place)
    yield Triple(catalog, dcat.themeTaxonomy, THEMES)
    for entry in entries:
        yield Triple(catalog, dcat.dataset, entry.iris.dataset)
    if publication.endpoint:
        yield Triple(catalog, dcat.service, iris.service)


def _all_places(entries: Sequence[Entry]) -> Iterable[NamedNode]:
    return dict.fromkeys(p for entry in entries for p in places(entry.manifest.municipality))


def _service_triples(entries: Sequence[Entry], endpoint: NamedNode) -> Triples:
    first = entries[0]
    iris, publication, service = first.iris, first.publication, first.iris.service
    yield Triple(service, rdf.type, dcat.DataService)
    yield from labels(service, rdfs.label, _SERVICE)
    yield from labels(service, dct.title, _SERVICE)
    yield from labels(service, dct.description, _SERVICE_DESCRIPTION)
    yield Triple(service, dct.publisher, iris.publisher)
    yield Triple(service, dcat.contactPoint, iris.contact)
    if first.manifest.rights.licence:
        yield Triple(service, dct.license, NamedNode(first.manifest.rights.licence))
    yield Triple(service, dct.accessRights, PUBLIC)
    yield from keyword_triples(service, publication.keywords)
    for code in publication.themes:
        yield Triple(service, dcat.theme, theme(code))
    yield Triple(service, dcat.endpointURL, endpoint)
    # a SPARQL service describes itself where it answers (SPARQL 1.1 Service Description, section 2)
    yield Triple(service, dcat.endpointDescription, endpoint)
    yield Triple(service, dct.conformsTo, SPARQL_PROTOCOL)
    for entry in entries:
        yield Triple(service, dcat.servesDataset, entry.iris.dataset)
