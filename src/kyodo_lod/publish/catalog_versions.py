"""The releases of a dataset: each stays, and leads to the one before it (DCAT 3, section 11)."""

from collections.abc import Iterator
from typing import NamedTuple

from kyodo_lod.bilingual import Bilingual
from kyodo_lod.mapping.dataset import dataset_title
from kyodo_lod.publish.entry import Entry
from kyodo_lod.rdf.terms import NamedNode, Triple, Triples, date, labels, string
from kyodo_lod.rdf.vocabulary import adms, dcat, dct, rdf, rdfs
from kyodo_lod.source.manifest import Manifest


class Version(NamedTuple):
    """A release of a dataset.

    Args:
        number: such as 1.0.0.
        day: on which it was released.
        notes: what changed in it.
    """

    number: str
    day: str | None
    notes: Bilingual | None


def versions(manifest: Manifest) -> list[Version]:
    """Give the releases of a dataset, newest first."""
    release = manifest.release
    current = Version(release.version, release.modified, release.notes)
    return [current, *(Version(one.version, one.modified, one.notes) for one in release.earlier)]


def described_versions(entry: Entry) -> Iterator[tuple[NamedNode, Triples]]:
    """Give each release of a dataset with what there is to say of it, newest first."""
    found = versions(entry.manifest)
    for version, previous in zip(found, [*found[1:], None], strict=True):
        iri = entry.iris.earlier_version(version.number)
        yield iri, _version_triples(entry, version, previous)


def _version_triples(entry: Entry, version: Version, previous: Version | None) -> Triples:
    iri, title = entry.iris.earlier_version(version.number), dataset_title(entry.manifest)
    named = Bilingual(f"{title.ja} {version.number}", title.en and f"{title.en} {version.number}")
    # no dcat:Dataset: CKAN and udata would harvest each release as a dataset of its own
    yield Triple(iri, rdf.type, dcat.Resource)
    yield from labels(iri, rdfs.label, named)
    yield from labels(iri, dct.title, named)
    yield Triple(iri, dcat.version, string(version.number))
    if version.day:
        yield Triple(iri, dct.issued, date(version.day))
    if version.notes:
        yield from labels(iri, adms.versionNotes, version.notes)
    if previous:
        yield Triple(iri, dcat.previousVersion, entry.iris.earlier_version(previous.number))
