"""The files of a dataset as distributions: sizes and checksums are those of the files themselves."""

from collections.abc import Iterator
from pathlib import Path

from kyodo_lod.bilingual import Bilingual
from kyodo_lod.errors import OutputError
from kyodo_lod.mapping.iris import Iris
from kyodo_lod.publish.authorities import (
    AVAILABLE,
    COMPLETED,
    DEPRECATED,
    JAPANESE,
    SHA_256,
    STABLE,
    file_type,
    media_type,
)
from kyodo_lod.publish.distributions import CSVW, Distribution, distributions
from kyodo_lod.publish.entry import Entry
from kyodo_lod.publish.published import PublishedFile, published_files
from kyodo_lod.rdf.terms import Literal, NamedNode, Triple, Triples, date, labels, string
from kyodo_lod.rdf.vocabulary import HOME, adms, dcat, dcatap, dct, rdf, spdx, xsd

#: what the data keep to: the vocabulary, and the shapes that every build checks
STANDARDS = {
    NamedNode(f"{HOME}def"): Bilingual(
        "自治体実施計画語彙", "Municipal Implementation Plan Vocabulary"
    ),
    NamedNode(f"{HOME}shapes/plan"): Bilingual(
        "実施計画のシェイプ", "Shapes for implementation plans"
    ),
}
_CSVW_TITLE = Bilingual("表の列の定義 (CSVW)", "Definition of the tables' columns (CSVW)")


def file_iri(entry: Entry, distribution: Distribution) -> NamedNode:
    """Give the IRI of a file, which is where it can be had."""
    return entry.iris.published(distribution.path(entry.manifest.slug))


def described_files(entry: Entry, made: Path) -> Iterator[tuple[NamedNode, Triples]]:
    """Give each file of a dataset, then its checksum, and what there is to say of them.

    Args:
        entry: of the dataset.
        made: the folder that holds the files.

    Raises:
        OutputError: for a file that is not there.
    """
    _refuse_missing(entry, made)
    for published in published_files(entry, made):
        file = entry.iris.published(published.path)
        yield file, _file_triples(entry, published)
        yield _checksum(file), _checksum_triples(_checksum(file), published)
    csvw = _csvw(entry.iris)
    yield csvw, _standard_triples(csvw, _CSVW_TITLE)
    for standard, title in STANDARDS.items():
        yield standard, _standard_triples(standard, title)


def _refuse_missing(entry: Entry, made: Path) -> None:
    paths = (one.path(entry.manifest.slug) for one in distributions(entry.manifest))
    for path in paths:
        if not (made / path).is_file():
            raise OutputError(
                path,
                "目録に載せるファイルがありません。古い版なら、公開したものを dist/ に戻すか、source.toml の [[release.earlier]] から消してください。",
                "is to be in the catalogue and is not there; if it is an earlier release, put the published file "
                "back into dist/ or take it out of [[release.earlier]] in source.toml",
            )


def _file_triples(entry: Entry, published: PublishedFile) -> Triples:
    iris, distribution = entry.iris, published.distribution
    file = iris.published(published.path)
    yield Triple(file, rdf.type, dcat.Distribution)
    # no rdfs:label: CKAN would take it in place of the IRI where the file is its own download URL
    yield from labels(file, dct.title, distribution.title)
    yield from labels(file, dct.description, distribution.description)
    yield Triple(file, dcat.accessURL, iris.landing_page)
    yield Triple(file, dcat.downloadURL, file)
    yield Triple(file, dcat.mediaType, media_type(distribution.media_type))
    yield Triple(file, dct.format, file_type(distribution.file_type))
    if distribution.compressed:
        yield Triple(file, dcat.compressFormat, media_type(distribution.compressed))
    size = Literal(str(published.size), datatype=xsd.nonNegativeInteger)
    yield Triple(file, dcat.byteSize, size)
    yield Triple(file, spdx.checksum, _checksum(file))
    yield from _terms(entry, file)
    yield from _dates(entry, distribution, file)
    yield Triple(file, dct.language, JAPANESE)
    yield from _standing(entry, distribution, file)
    for standard in _standards(distribution, iris):
        yield Triple(file, dct.conformsTo, standard)


def _terms(entry: Entry, file: NamedNode) -> Triples:
    rights = entry.manifest.rights
    if rights.licence:
        yield Triple(file, dct.license, NamedNode(rights.licence))
    if rights.statement:
        yield Triple(file, dct.rights, entry.iris.rights)


def _dates(entry: Entry, distribution: Distribution, file: NamedNode) -> Triples:
    release = entry.manifest.release
    days = {one.version: one.modified for one in release.earlier}
    modified = days.get(distribution.version or "", release.modified)
    issued = modified if distribution.version else release.issued
    if issued:
        yield Triple(file, dct.issued, date(issued))
    if modified:
        yield Triple(file, dct.modified, date(modified))


def _standing(entry: Entry, distribution: Distribution, file: NamedNode) -> Triples:
    current = entry.manifest.release.version
    outdated = distribution.version not in (None, current)
    yield Triple(file, dcat.version, string(distribution.version or current))
    yield Triple(file, adms.status, DEPRECATED if outdated else COMPLETED)
    yield Triple(file, dcatap.availability, STABLE if distribution.version else AVAILABLE)


def _standards(distribution: Distribution, iris: Iris) -> tuple[NamedNode, ...]:
    if distribution.media_type == "text/csv":
        return (_csvw(iris),)
    is_rdf = distribution.file_type.startswith(("RDF", "JSON_LD"))
    return tuple(STANDARDS) if is_rdf else ()


def _csvw(iris: Iris) -> NamedNode:
    return NamedNode(iris.landing_page.value + CSVW)


def _standard_triples(standard: NamedNode, title: Bilingual) -> Triples:
    yield Triple(standard, rdf.type, dct.Standard)
    yield from labels(standard, dct.title, title)


def _checksum(file: NamedNode) -> NamedNode:
    return NamedNode(f"{file.value}#checksum")


def _checksum_triples(checksum: NamedNode, published: PublishedFile) -> Triples:
    yield Triple(checksum, rdf.type, spdx.Checksum)
    yield Triple(checksum, spdx.algorithm, SHA_256)
    yield Triple(checksum, spdx.checksumValue, Literal(published.sha256, datatype=xsd.hexBinary))
