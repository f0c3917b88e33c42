"""catalog.ttl: the datasets, their files, licence and publisher, for harvesters (DCAT 3)."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from kyodo_lod.bilingual import Bilingual
from kyodo_lod.mapping.dataset import (
    dataset_title,
    licence_triples,
    licences,
    publisher_triples,
    rights_triples,
)
from kyodo_lod.mapping.iris import Iris
from kyodo_lod.rdf.formats import FORMATS
from kyodo_lod.rdf.terms import NamedNode, Triple, Triples, date, integer, labels, string
from kyodo_lod.rdf.vocabulary import dcat, dct, foaf, rdf, rdfs
from kyodo_lod.source.manifest import Manifest

TITLE = Bilingual(
    "自治体の実施計画 Linked Open Data", "Municipal implementation plans as linked open data"
)
_MEDIA_TYPES = "http://www.iana.org/assignments/media-types/"
_CSV = Bilingual("事業一覧の表 (CSV)", "Table of projects (CSV)")


@dataclass(frozen=True, slots=True)
class Entry:
    """What the catalogue says of one dataset.

    Args:
        manifest: of its document.
        iris: its IRIs.
        projects: how many it lists.
    """

    manifest: Manifest
    iris: Iris
    projects: int


def catalog_triples(entries: Sequence[Entry], dist: Path) -> Triples:
    """Describe the catalogue.

    Args:
        entries: its datasets; at least one.
        dist: the folder with their files, which give the sizes.
    """
    first = entries[0].iris
    catalog = NamedNode(f"{first.base}catalog")
    yield Triple(catalog, rdf.type, dcat.Catalog)
    yield from labels(catalog, rdfs.label, TITLE)
    yield from labels(catalog, dct.title, TITLE)
    yield Triple(catalog, dct.publisher, first.publisher)
    for entry in entries:
        yield Triple(catalog, dcat.dataset, entry.iris.dataset)
    yield from publisher_triples(first)
    for entry in entries:
        yield from _dataset_triples(entry, dist)
        yield from rights_triples(entry.manifest, entry.iris)
    for city, name in {e.iris.municipality: e.manifest.municipality.name for e in entries}.items():
        yield Triple(city, rdf.type, foaf.Agent)
        yield from labels(city, foaf.name, name)
    for licence in dict.fromkeys(one for entry in entries for one in licences(entry.manifest)):
        yield from licence_triples(licence)


def _dataset_triples(entry: Entry, dist: Path) -> Triples:
    manifest, iris = entry.manifest, entry.iris
    dataset = iris.dataset
    yield Triple(dataset, rdf.type, dcat.Dataset)
    yield from labels(dataset, rdfs.label, dataset_title(manifest))
    yield from labels(dataset, dct.title, dataset_title(manifest))
    yield from labels(dataset, dct.description, _description(entry))
    yield Triple(dataset, dct.identifier, string(manifest.slug))
    yield Triple(dataset, dct.publisher, iris.publisher)
    yield Triple(dataset, dct.creator, iris.municipality)
    yield Triple(dataset, dcat.version, string(manifest.release.version))
    yield from _terms_of_use(entry, dataset)
    for place in manifest.municipality.spatial:
        yield Triple(dataset, dct.spatial, NamedNode(place))
    files = _files(iris, manifest.slug)
    for iri, _, _ in files:
        yield Triple(dataset, dcat.distribution, iri)
    for iri, title, media_type in files:
        yield from _distribution_triples(iri, title, media_type, dist, iris)
        yield from _terms_of_use(entry, iri)


def _terms_of_use(entry: Entry, subject: NamedNode) -> Triples:
    manifest = entry.manifest
    if manifest.rights.licence:
        yield Triple(subject, dct.license, NamedNode(manifest.rights.licence))
    if manifest.rights.statement:
        yield Triple(subject, dct.rights, entry.iris.rights)
    if manifest.release.issued:
        yield Triple(subject, dct.issued, date(manifest.release.issued))
    if manifest.release.modified:
        yield Triple(subject, dct.modified, date(manifest.release.modified))


def _description(entry: Entry) -> Bilingual:
    city, title = entry.manifest.municipality.name, entry.manifest.document.title
    return Bilingual(
        f"{city.ja}「{title}」の{entry.projects}事業を、基本施策、計画の文、担当課、原文の行番号とともに収めたデータ。",
        f"The {entry.projects} projects of {city.en or city.ja}'s {title}: basic policy, plan text, responsible "
        "section, and the line of the source document each comes from.",
    )


def _files(iris: Iris, slug: str) -> list[tuple[NamedNode, Bilingual, str]]:
    """Give IRI, title and media type of each file; the table for spreadsheets first."""
    files = [(iris.file("-projects.csv"), _CSV, "text/csv")]
    for fmt in FORMATS.values():
        if fmt.published:
            title = Bilingual(f"{slug} ({fmt.title})", f"{slug} ({fmt.title})")
            files.append((iris.file(f".{fmt.extension}"), title, fmt.media_type))
    return files


def _distribution_triples(
    iri: NamedNode, title: Bilingual, media_type: str, dist: Path, iris: Iris
) -> Triples:
    size = (dist / iri.value.removeprefix(iris.base)).stat().st_size
    yield Triple(iri, rdf.type, dcat.Distribution)
    yield from labels(iri, rdfs.label, title)
    yield from labels(iri, dct.title, title)
    yield Triple(iri, dcat.accessURL, iri)
    yield Triple(iri, dcat.downloadURL, iri)
    yield Triple(iri, dcat.mediaType, NamedNode(_MEDIA_TYPES + media_type))
    yield Triple(iri, dcat.byteSize, integer(size))
