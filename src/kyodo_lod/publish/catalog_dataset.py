"""One dataset of the catalogue, its releases, and what else it names (DCAT-AP 3.0.1)."""

import re
from collections.abc import Iterator, Sequence
from pathlib import Path

from kyodo_lod.mapping.dataset import dataset_title, rights_triples
from kyodo_lod.publish.authorities import IRREGULAR, JAPANESE, NEVER, PUBLIC, theme
from kyodo_lod.publish.catalog_agents import places
from kyodo_lod.publish.catalog_files import STANDARDS, described_files, file_iri
from kyodo_lod.publish.catalog_origin import REPORTS, described_origin
from kyodo_lod.publish.catalog_versions import described_versions, versions
from kyodo_lod.publish.distributions import distributions
from kyodo_lod.publish.entry import Entry, dataset_description
from kyodo_lod.rdf.terms import (
    NamedNode,
    Triple,
    Triples,
    date,
    english,
    japanese,
    labels,
    string,
)
from kyodo_lod.rdf.vocabulary import (
    adms,
    dcat,
    dct,
    dqv,
    owl,
    prov,
    rdf,
    rdfs,
)
from kyodo_lod.source.manifest import Manifest

#: what CKAN takes for a keyword; a comma would end it
_KEYWORD = re.compile(r"[\w .\-]{2,100}")


def keywords(entry: Entry) -> tuple[list[str], list[str]]:
    """Give the keywords in Japanese and in English: of the catalogue, the city and the plan."""
    manifest = entry.manifest
    names = (manifest.municipality.name, manifest.plan.title)
    japanese_words, english_words = entry.publication.keywords
    return (
        _distinct([*japanese_words, *(name.ja for name in names)]),
        _distinct([*english_words, *(name.en for name in names)]),
    )


def _distinct(words: Sequence[str]) -> list[str]:
    return [word for word in dict.fromkeys(words) if _KEYWORD.fullmatch(word)]


def keyword_triples(subject: NamedNode, words: tuple[Sequence[str], Sequence[str]]) -> Triples:
    """Say the keywords of `subject`."""
    for word in words[0]:
        yield Triple(subject, dcat.keyword, japanese(word))
    for word in words[1]:
        yield Triple(subject, dcat.keyword, english(word))


def frequency(manifest: Manifest) -> NamedNode:
    """Give how often a year's dataset changes: never, once its year is over."""
    end = f"{manifest.document.fiscal_year + 1}-03-31"
    return NEVER if (manifest.release.modified or "") > end else IRREGULAR


def described_dataset(
    entry: Entry, before: Entry | None, made: Path
) -> Iterator[tuple[NamedNode, Triples]]:
    """Give a dataset and its parts, each with what there is to say of it.

    Args:
        entry: of the dataset.
        before: the entry of the year before it in its series.
        made: the folder that holds its files.
    """
    iris, manifest = entry.iris, entry.manifest
    yield iris.dataset, _dataset_triples(entry, before)
    yield from described_versions(entry)
    yield from described_files(entry, made)
    yield iris.rights, rights_triples(manifest, iris)
    yield from described_origin(entry)


def _dataset_triples(entry: Entry, before: Entry | None) -> Triples:
    dataset = entry.iris.dataset
    yield Triple(dataset, rdf.type, dcat.Dataset)
    yield from _naming(entry, dataset)
    yield from _responsible(entry, dataset)
    yield from _finding(entry, dataset)
    yield from _releasing(entry, dataset)
    yield Triple(dataset, dcat.inSeries, entry.iris.series)
    if before:
        yield Triple(dataset, dcat.prev, before.iris.dataset)
    yield from _origin(entry, dataset)
    for distribution in distributions(entry.manifest):
        yield Triple(dataset, dcat.distribution, file_iri(entry, distribution))


def _naming(entry: Entry, dataset: NamedNode) -> Triples:
    title = dataset_title(entry.manifest)
    yield from labels(dataset, rdfs.label, title)
    yield from labels(dataset, dct.title, title)
    yield from labels(dataset, dct.description, dataset_description(entry))
    yield Triple(dataset, dct.identifier, string(entry.manifest.slug))
    yield Triple(dataset, dcat.landingPage, entry.iris.landing_page)


def _responsible(entry: Entry, dataset: NamedNode) -> Triples:
    yield Triple(dataset, dct.publisher, entry.iris.publisher)
    yield Triple(dataset, dct.creator, entry.iris.municipality)
    yield Triple(dataset, dcat.contactPoint, entry.iris.contact)
    rights = entry.manifest.rights
    if rights.licence:
        yield Triple(dataset, dct.license, NamedNode(rights.licence))
    if rights.statement:
        yield Triple(dataset, dct.rights, entry.iris.rights)
    yield Triple(dataset, dct.accessRights, PUBLIC)


def _finding(entry: Entry, dataset: NamedNode) -> Triples:
    yield from keyword_triples(dataset, keywords(entry))
    for code in entry.publication.themes:
        yield Triple(dataset, dcat.theme, theme(code))
    yield Triple(dataset, dct.language, JAPANESE)
    for place in places(entry.manifest.municipality):
        yield Triple(dataset, dct.spatial, place)
    yield Triple(dataset, dct.temporal, entry.iris.fiscal_year)


def _releasing(entry: Entry, dataset: NamedNode) -> Triples:
    release = entry.manifest.release
    yield Triple(dataset, dct.accrualPeriodicity, frequency(entry.manifest))
    if release.issued:
        yield Triple(dataset, dct.issued, date(release.issued))
    if release.modified:
        yield Triple(dataset, dct.modified, date(release.modified))
    yield Triple(dataset, dcat.version, string(release.version))
    # the older name of the same, which CKAN's profile of DCAT-AP 2 reads
    yield Triple(dataset, owl.versionInfo, string(release.version))
    if release.notes:
        yield from labels(dataset, adms.versionNotes, release.notes)
    for version in versions(entry.manifest):
        yield Triple(dataset, dcat.hasVersion, entry.iris.earlier_version(version.number))
    yield Triple(dataset, dcat.hasCurrentVersion, entry.iris.version)


def _origin(entry: Entry, dataset: NamedNode) -> Triples:
    yield Triple(dataset, dct.provenance, entry.iris.part("provenance"))
    yield Triple(dataset, prov.wasDerivedFrom, entry.iris.source)
    for standard in STANDARDS:
        yield Triple(dataset, dct.conformsTo, standard)
    for ending in REPORTS:
        yield Triple(dataset, dqv.hasQualityMetadata, entry.iris.file(ending))
