"""void.ttl: what each dataset holds, how much of it, and where (VoID, https://www.w3.org/TR/void/).

Every number is counted from the published dump.
"""

from collections.abc import Iterator, Sequence
from pathlib import Path

from kyodo_lod.bilingual import Bilingual
from kyodo_lod.mapping.dataset import dataset_title, rights_triples
from kyodo_lod.mapping.iris import Iris
from kyodo_lod.publish.census import Census, Use, short_name
from kyodo_lod.publish.entry import Entry
from kyodo_lod.publish.linksets import (
    External,
    Links,
    links,
    linkset,
    linkset_triples,
    target_triples,
)
from kyodo_lod.rdf.formats import FORMATS, N_TRIPLES
from kyodo_lod.rdf.read import parse
from kyodo_lod.rdf.terms import NamedNode, Triple, Triples, date, integer, labels, string
from kyodo_lod.rdf.vocabulary import dct, foaf, kyo, org, rdf, rdfs, void

NAME = "void.ttl"
_TITLE = Bilingual("データセットの内訳 (VoID)", "What the datasets hold (VoID)")
_HOW = Bilingual(
    "数はすべて公開中の N-Triples ファイルから数えたもの。void:entities は、型があり、IRI が void:uriSpace で始まるものの数。void:documents が1なのは、全体が一つの文書で、各ファイルは同じ内容を別の形式で書いたものだから。",
    "All numbers are counted from the published N-Triples file. void:entities counts the things that have a type and an IRI that begins with void:uriSpace. void:documents is 1 because the whole is one document; its files say the same in several formats.",
)
#: of each of these, the first in the dump is an example
_EXAMPLES = (kyo.PlannedProject, kyo.BasicPolicy, org.OrganizationalUnit)
#: the W3C's IRIs of file formats
_FEATURES = "http://www.w3.org/ns/formats/"


def void_triples(entries: Sequence[Entry], made: Path) -> Triples:
    """Describe the datasets.

    Args:
        entries: of the datasets; at least one.
        made: the folder with their dumps.
    """
    yield from _description_triples(entries)
    targets: dict[str, External] = {}
    for entry in entries:
        census = Census(parse_dump(entry, made))
        found = links(census, entry.iris.base)
        yield from _dataset_triples(entry, census)
        yield from _parts(entry.iris, census, found)
        yield from rights_triples(entry.manifest, entry.iris)
        yield from _partition_triples(entry.iris, census)
        yield from linkset_triples(entry.iris, found)
        targets |= {external.name: external for _, external in found}
    for external in targets.values():
        yield from target_triples(entries[0].iris, external)
    for feature, title in _features():
        yield Triple(feature, rdf.type, void.TechnicalFeature)
        yield from labels(feature, rdfs.label, Bilingual(title, title))


def parse_dump(entry: Entry, made: Path) -> Iterator[Triple]:
    """Give the triples of a dataset's N-Triples dump in `made`."""
    slug = entry.manifest.slug
    path = made / "dataset" / slug / f"{slug}.{N_TRIPLES.extension}"
    for quad in parse(path.read_bytes(), N_TRIPLES, str(path)):
        yield Triple(quad.subject, quad.predicate, quad.object)


def _description_triples(entries: Sequence[Entry]) -> Triples:
    """Describe the file itself; its primary topic is the dataset where there is but one."""
    iri, first = _file(entries[0].iris), entries[0].iris
    yield Triple(iri, rdf.type, void.DatasetDescription)
    yield Triple(iri, rdf.type, foaf.Document)
    yield from labels(iri, rdfs.label, _TITLE)
    yield from labels(iri, dct.title, _TITLE)
    yield from labels(iri, dct.description, _HOW)
    yield Triple(iri, dct.creator, first.publisher)
    days = [entry.manifest.release.modified for entry in entries]
    if known := [day for day in days if day]:
        yield Triple(iri, dct.modified, date(max(known)))
    if len(entries) == 1:
        yield Triple(iri, foaf.primaryTopic, first.dataset)
    for entry in entries:
        yield Triple(iri, foaf.topic, entry.iris.dataset)


def _file(iris: Iris) -> NamedNode:
    return NamedNode(iris.base + NAME)


def _dataset_triples(entry: Entry, census: Census) -> Triples:
    iris, space = entry.iris, f"{entry.iris.base}id/"
    dataset = iris.dataset
    yield Triple(dataset, rdf.type, void.Dataset)
    yield from labels(dataset, rdfs.label, dataset_title(entry.manifest))
    yield from labels(dataset, dct.title, dataset_title(entry.manifest))
    yield from _terms_of_use(entry)
    yield Triple(dataset, foaf.homepage, iris.landing_page)
    yield Triple(dataset, void.uriSpace, string(space))
    yield Triple(dataset, void.triples, integer(census.triples))
    yield Triple(dataset, void.entities, integer(census.entities(space)))
    yield Triple(dataset, void.classes, integer(len(census.instances)))
    yield Triple(dataset, void.properties, integer(len(census.properties)))
    yield Triple(dataset, void.distinctSubjects, integer(len(census.subjects)))
    yield Triple(dataset, void.distinctObjects, integer(len(census.objects)))
    yield Triple(dataset, void.documents, integer(1))
    yield from _ways_in(entry, census)


def _terms_of_use(entry: Entry) -> Triples:
    manifest, dataset = entry.manifest, entry.iris.dataset
    yield Triple(dataset, dct.publisher, entry.iris.publisher)
    if manifest.rights.licence:
        yield Triple(dataset, dct.license, NamedNode(manifest.rights.licence))
    if manifest.rights.statement:
        yield Triple(dataset, dct.rights, entry.iris.rights)
    if manifest.release.issued:
        yield Triple(dataset, dct.issued, date(manifest.release.issued))
    if manifest.release.modified:
        yield Triple(dataset, dct.modified, date(manifest.release.modified))


def _ways_in(entry: Entry, census: Census) -> Triples:
    """Say where to begin: vocabularies, files, endpoint, entry point and examples."""
    iris, publication = entry.iris, entry.manifest.publication
    for vocabulary in census.vocabularies():
        yield Triple(iris.dataset, void.vocabulary, NamedNode(vocabulary.iri))
    for fmt in FORMATS.values():
        if fmt.published:
            yield Triple(iris.dataset, void.dataDump, iris.file(f".{fmt.extension}"))
    for feature, _ in _features():
        yield Triple(iris.dataset, void.feature, feature)
    if publication and publication.endpoint:
        yield Triple(iris.dataset, void.sparqlEndpoint, NamedNode(publication.endpoint))
    yield Triple(iris.dataset, void.rootResource, iris.year_plan)
    for class_ in _EXAMPLES:
        for example in list(census.instances.get(class_, ()))[:1]:
            yield Triple(iris.dataset, void.exampleResource, example)


def _features() -> Iterator[tuple[NamedNode, str]]:
    for fmt in FORMATS.values():
        if fmt.published:
            yield NamedNode(_FEATURES + fmt.title.replace("/", "_")), fmt.title


def _parts(iris: Iris, census: Census, found: Links) -> Triples:
    for class_ in census.instances:
        yield Triple(iris.dataset, void.classPartition, _of_class(iris, class_))
    for property_ in census.properties:
        yield Triple(iris.dataset, void.propertyPartition, _of_property(iris, property_))
    for predicate, external in found:
        yield Triple(iris.dataset, void.subset, linkset(iris, predicate, external))


def _of_class(iris: Iris, class_: NamedNode) -> NamedNode:
    return iris.part(f"class-{short_name(class_, '-')}")


def _of_property(iris: Iris, property_: NamedNode) -> NamedNode:
    return iris.part(f"property-{short_name(property_, '-')}")


def _partition_triples(iris: Iris, census: Census) -> Triples:
    for class_, members in census.instances.items():
        part, shown = _of_class(iris, class_), short_name(class_, ":")
        yield Triple(part, rdf.type, void.Dataset)
        yield from labels(part, rdfs.label, Bilingual(f"{shown} の記述", f"{shown}: descriptions"))
        yield Triple(part, void.class_, class_)
        yield Triple(part, void.entities, integer(len(members)))
        yield Triple(part, void.triples, integer(census.triples_about(class_)))
    for property_, use in census.properties.items():
        yield from _property_triples(iris, property_, use)


def _property_triples(iris: Iris, property_: NamedNode, use: Use) -> Triples:
    part, shown = _of_property(iris, property_), short_name(property_, ":")
    yield Triple(part, rdf.type, void.Dataset)
    yield from labels(part, rdfs.label, Bilingual(f"{shown} のトリプル", f"{shown}: triples"))
    yield Triple(part, void.property, property_)
    yield Triple(part, void.triples, integer(use.triples))
    yield Triple(part, void.distinctSubjects, integer(len(use.subjects)))
    yield Triple(part, void.distinctObjects, integer(len(use.objects)))
