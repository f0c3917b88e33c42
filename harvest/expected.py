"""What a portal must make of the catalogue: read off catalog.ttl with rdflib, and off the files.

Sizes and hashes are counted again from the files in dist/, never taken from the catalogue.
"""

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from rdflib import DCAT, DCTERMS, FOAF, RDF, Graph, Literal, Namespace, URIRef
from rdflib.term import Node

VCARD = Namespace("http://www.w3.org/2006/vcard/ns#")
LANGUAGES = ("ja", "en")


@dataclass(frozen=True)
class File:
    """A distribution: what the catalogue calls it, and what the file in dist/ is.

    Args:
        url: where it is published.
        title: its title in each language.
        description: likewise.
        size: in bytes.
        sha256: of its bytes.
    """

    url: str
    title: dict[str, str]
    description: dict[str, str]
    size: int
    sha256: str


@dataclass(frozen=True)
class Dataset:
    """A dcat:Dataset.

    Args:
        iri: of the dataset.
        facts: what every portal must say of it, under CKAN's names, in any language.
        texts: what it must say in its own language, under CKAN's names.
        keywords: in each language.
        files: its distributions.
    """

    iri: str
    facts: dict[str, str]
    texts: dict[str, dict[str, str]]
    keywords: dict[str, list[str]]
    files: list[File]


#: CKAN's name → the way there, for what is one value
FACTS = {
    "url": (DCAT.landingPage,),
    "version": (DCAT.version,),
    "identifier": (DCTERMS.identifier,),
    "issued": (DCTERMS.issued,),
    "modified": (DCTERMS.modified,),
    "frequency": (DCTERMS.accrualPeriodicity,),
    "access_rights": (DCTERMS.accessRights,),
    "temporal_start": (DCTERMS.temporal, DCAT.startDate),
    "temporal_end": (DCTERMS.temporal, DCAT.endDate),
    "publisher_uri": (DCTERMS.publisher,),
    "creator_uri": (DCTERMS.creator,),
    "contact_uri": (DCAT.contactPoint,),
    "contact_url": (DCAT.contactPoint, VCARD.hasURL),
    "contact_email": (DCAT.contactPoint, VCARD.hasEmail),
}
#: CKAN's name → the way there, for what is said in ja and en
TEXTS = {
    "title": (DCTERMS.title,),
    "notes": (DCTERMS.description,),
    "publisher_name": (DCTERMS.publisher, FOAF.name),
    "creator_name": (DCTERMS.creator, FOAF.name),
    "contact_name": (DCAT.contactPoint, VCARD.fn),
}
#: what a dataset must say at least, under CKAN's names
REQUIRED = (
    "title", "notes", "license_id", "url", "version", "identifier", "issued", "modified",
    "frequency", "access_rights", "temporal_start", "temporal_end", "spatial_uri", "spatial_text",
    "publisher_name", "creator_name", "contact_name", "provenance", "language", "theme", "tags",
)  # fmt: skip


def datasets(dist: Path) -> list[Dataset]:
    """Give the datasets that the catalogue in `dist/catalog.ttl` lists, sorted."""
    graph = Graph().parse(dist / "catalog.ttl", format="turtle")
    (catalog,) = graph.subjects(RDF.type, DCAT.Catalog)
    base = str(catalog).removesuffix("catalog")
    listed = sorted(graph.objects(catalog, DCAT.dataset))
    return [_dataset(graph, node, dist, base) for node in listed]


def _dataset(graph: Graph, node: Node, dist: Path, base: str) -> Dataset:
    facts = {key: str(o) for key, way in FACTS.items() for o in _follow(graph, node, *way)}
    return Dataset(
        str(node),
        {key: value.removeprefix("mailto:") for key, value in facts.items()},
        {key: _by_language(_follow(graph, node, *way)) for key, way in TEXTS.items()},
        {tag: _in_language(graph.objects(node, DCAT.keyword), tag) for tag in LANGUAGES},
        [_file(graph, one, dist, base) for one in graph.objects(node, DCAT.distribution)],
    )


def _file(graph: Graph, node: Node, dist: Path, base: str) -> File:
    url = str(graph.value(node, DCAT.downloadURL))
    data = (dist / url.removeprefix(base)).read_bytes()
    title = _by_language(graph.objects(node, DCTERMS.title))
    description = _by_language(graph.objects(node, DCTERMS.description))
    return File(url, title, description, len(data), hashlib.sha256(data).hexdigest())


def _follow(graph: Graph, node: Node, predicate: URIRef, *rest: URIRef) -> Iterator[Node]:
    for value in graph.objects(node, predicate):
        if rest:
            yield from _follow(graph, value, *rest)
        else:
            yield value


def _by_language(values: Iterator[Node]) -> dict[str, str]:
    return {str(o.language): str(o) for o in values if isinstance(o, Literal)}


def _in_language(values: Iterator[Node], tag: str) -> list[str]:
    return [str(o) for o in values if isinstance(o, Literal) and o.language == tag]
