"""The document and the places in it that facts come from (PROV-O, RFC 5147)."""

from collections.abc import Iterator

from kyodo_lod.bilingual import Bilingual
from kyodo_lod.mapping.iris import Iris
from kyodo_lod.model.plan import Plan
from kyodo_lod.origin import Origin
from kyodo_lod.rdf.terms import NamedNode, Triple, Triples, integer, japanese, labels, string
from kyodo_lod.rdf.vocabulary import dct, foaf, kyo, prov, rdf, rdfs

_MEDIA_TYPES = "http://www.iana.org/assignments/media-types/"


def document_triples(plan: Plan, iris: Iris) -> Triples:
    """Describe the document as received."""
    iri, document, entry = iris.source, plan.document, plan.manifest.document
    yield Triple(iri, rdf.type, kyo.SourceDocument)
    yield Triple(iri, rdf.type, foaf.Document)
    yield Triple(iri, rdf.type, prov.Entity)
    yield Triple(iri, rdfs.label, japanese(entry.title))
    yield Triple(iri, dct.title, japanese(entry.title))
    yield Triple(iri, kyo.fileName, string(document.name))
    yield Triple(iri, dct.creator, iris.municipality)
    yield Triple(iri, dct.rightsHolder, iris.municipality)
    if plan.manifest.rights.source_licence:
        yield Triple(iri, dct.license, NamedNode(plan.manifest.rights.source_licence))
    yield Triple(iri, dct.format, media_type(plan))
    yield Triple(iri, kyo.sha256, string(document.sha256))
    yield Triple(iri, kyo.byteSize, integer(document.size))
    if entry.page:
        yield Triple(iri, foaf.page, NamedNode(entry.page))


def media_type(plan: Plan) -> NamedNode:
    """Give the document's media type."""
    return NamedNode(_MEDIA_TYPES + plan.document.media_type)


def media_type_triples(iri: NamedNode) -> Triples:
    """Describe a media type."""
    name = iri.value.removeprefix(_MEDIA_TYPES)
    yield Triple(iri, rdf.type, dct.MediaType)
    yield from labels(iri, rdfs.label, Bilingual(name, name))


def passage_triples(plan: Plan, origin: Origin, iris: Iris) -> Triples:
    """Describe a row of the document, with its text as received."""
    iri = iris.passage(origin)
    yield Triple(iri, rdf.type, kyo.SourcePassage)
    yield Triple(iri, rdf.type, prov.Entity)
    yield Triple(iri, rdfs.label, japanese(f"{origin.document} {_lines(origin)}行目"))
    yield Triple(iri, dct.isPartOf, iris.source)
    yield Triple(iri, kyo.lineNumber, integer(origin.line))
    yield Triple(iri, prov.value, string(plan.document.rows[origin.line - 1].text))


def _lines(origin: Origin) -> str:
    return f"{origin.line}〜{origin.last}" if origin.last > origin.line else str(origin.line)


def cited_origins(plan: Plan) -> Iterator[Origin]:
    """Give each place that a fact of `plan` comes from, once, in the order of the document."""
    origins = {origin for section in plan.sections for origin in section.origins}
    origins |= {project.origin for project in plan.projects()}
    if plan.declared_origin:
        origins.add(plan.declared_origin)
    yield from sorted(origins)
