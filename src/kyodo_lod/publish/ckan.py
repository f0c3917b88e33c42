"""ckan/<slug>.json: a dataset for portals that are filled through CKAN's API (`ckanapi load datasets`).

The document is read off the triples of the catalogue, by the rules by which ckanext-dcat 2.4 reads
catalog.ttl: a portal that is filled and a portal that harvests hold the same dataset. `make harvest`
compares the two in CKAN itself. Fields that CKAN does not know are extras, as without ckanext-scheming.
The portal's organisation (`owner_org`) is for the portal to choose and not in the document.
"""

import json
import uuid
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import TypeAlias

from kyodo_lod.bilingual import Language
from kyodo_lod.publish.entry import Entry
from kyodo_lod.rdf.terms import Literal, NamedNode, Triple
from kyodo_lod.rdf.vocabulary import adms, dcat, dcatap, dct, foaf, rdfs, spdx, vcard

Node: TypeAlias = dict[str, object]
Way: TypeAlias = tuple[str, tuple[NamedNode, ...]]

#: CKAN's identifiers of the licences that its register has
LICENCES = {
    "https://creativecommons.org/licenses/by/4.0/": "cc-by",
    "https://creativecommons.org/licenses/by-sa/4.0/": "cc-by-sa",
    "https://creativecommons.org/publicdomain/zero/1.0/": "cc-zero",
}
_FIELDS: tuple[Way, ...] = (
    ("name", (dct.identifier,)),
    ("title", (dct.title,)),
    ("url", (dcat.landingPage,)),
    ("version", (dcat.version,)),
)
_EXTRAS: tuple[Way, ...] = (
    ("issued", (dct.issued,)),
    ("modified", (dct.modified,)),
    ("identifier", (dct.identifier,)),
    ("version_notes", (adms.versionNotes,)),
    ("frequency", (dct.accrualPeriodicity,)),
    ("provenance", (dct.provenance,)),
    ("contact_name", (dcat.contactPoint, vcard.fn)),
    ("contact_email", (dcat.contactPoint, vcard.hasEmail)),
    ("contact_url", (dcat.contactPoint, vcard.hasURL)),
    *(
        (f"{key}_{part}", (agent, predicate))
        for key, agent in (("publisher", dct.publisher), ("creator", dct.creator))
        for part, predicate in (
            ("name", foaf.name), ("email", foaf.mbox), ("url", foaf.homepage),
            ("type", dct.type), ("identifier", dct.identifier),
        )
    ),
    ("temporal_start", (dct.temporal, dcat.startDate)),
    ("temporal_end", (dct.temporal, dcat.endDate)),
)  # fmt: skip
#: what CKAN keeps the IRI of, even where it has a name
_IRIS: tuple[tuple[str, NamedNode], ...] = (
    ("contact_uri", dcat.contactPoint),
    ("publisher_uri", dct.publisher),
    ("creator_uri", dct.creator),
    ("access_rights", dct.accessRights),
)
_LISTS: tuple[tuple[str, NamedNode], ...] = (
    ("language", dct.language),
    ("theme", dcat.theme),
    ("conforms_to", dct.conformsTo),
    ("documentation", foaf.page),
)
_RESOURCE: tuple[Way, ...] = (
    ("name", (dct.title,)),
    ("description", (dct.description,)),
    ("url", (dcat.downloadURL,)),
    ("format", (dct.format,)),
    ("mimetype", (dcat.mediaType,)),
    ("compress_format", (dcat.compressFormat,)),
    ("hash", (spdx.checksum, spdx.checksumValue)),
    ("hash_algorithm", (spdx.checksum, spdx.algorithm)),
    ("access_url", (dcat.accessURL,)),
    ("download_url", (dcat.downloadURL,)),
    ("issued", (dct.issued,)),
    ("modified", (dct.modified,)),
    ("status", (adms.status,)),
    ("availability", (dcatap.availability,)),
    ("license", (dct.license,)),
    ("rights", (dct.rights,)),
)


def write_ckan(triples: Sequence[Triple], entries: Sequence[Entry], made: Path) -> None:
    """Write `ckan/<slug>.json` for every dataset.

    Args:
        triples: the catalogue.
        entries: the datasets in it.
        made: the unfinished folder.
    """
    (made / "ckan").mkdir()
    for entry in entries:
        path = made / "ckan" / f"{entry.manifest.slug}.json"
        path.write_bytes(ckan_document(triples, entry.iris.dataset))


def ckan_document(
    catalogue: Iterable[Triple], dataset: NamedNode, language: Language = "ja"
) -> bytes:
    """Give the document of one dataset: JSON on one line, as `ckanapi load datasets` reads it.

    Args:
        catalogue: the triples of catalog.ttl.
        dataset: the dataset's IRI.
        language: of the texts that a portal holds in one language.
    """
    document = _Catalogue(catalogue, language).document(dataset)
    return json.dumps(document, ensure_ascii=False).encode("utf-8") + b"\n"


class _Catalogue:
    """The catalogue as CKAN reads it, in one language."""

    def __init__(self, triples: Iterable[Triple], language: Language) -> None:
        self._language = language
        self._objects: dict[tuple[str, str], list[NamedNode | Literal]] = defaultdict(list)
        for subject, predicate, value in triples:
            if isinstance(subject, NamedNode) and isinstance(value, NamedNode | Literal):
                self._objects[subject.value, predicate.value].append(value)

    def document(self, dataset: NamedNode) -> Node:
        """Describe a dataset as package_show does."""
        return {
            **self._said(dataset, _FIELDS),
            "notes": "\n\n".join(self._notes(dataset)),
            "license_id": LICENCES.get(self._iri(dataset, dct.license), ""),
            "type": "dataset",
            "tags": [{"name": keyword.value} for keyword in self._all(dataset, dcat.keyword)],
            "extras": [{"key": k, "value": v} for k, v in self._extras(dataset)],
            "resources": [self._resource(file) for file in self._nodes(dataset, dcat.distribution)],
        }

    def _notes(self, dataset: NamedNode) -> Iterator[str]:
        """The description, and what the licence does not cover: a portal shows no other rights."""
        yield self._value(dataset, dct.description)
        yield from filter(
            None,
            [self._value(dataset, dct.rights), self._value(dataset, dct.rights, dct.description)],
        )

    def _extras(self, dataset: NamedNode) -> Iterator[tuple[str, object]]:
        yield "uri", dataset.value
        yield from self._said(dataset, _EXTRAS).items()
        yield from ((key, iri) for key, p in _IRIS if (iri := self._iri(dataset, p)))
        yield from self._lists(dataset).items()
        for place in self._nodes(dataset, dct.spatial)[-1:]:
            yield "spatial_uri", place.value
            yield from (("spatial_text", o.value) for o in self._all(place, rdfs.label)[-1:])

    def _resource(self, file: NamedNode) -> Node:
        return {
            "id": str(uuid.uuid5(uuid.NAMESPACE_URL, file.value)),
            "uri": file.value,
            **self._said(file, _RESOURCE),
            "size": int(self._value(file, dcat.byteSize)),
            **self._lists(file),
        }

    def _said(self, subject: NamedNode, ways: Iterable[Way]) -> dict[str, str]:
        values = {key: self._value(subject, *way) for key, way in ways}
        return {key: value for key, value in values.items() if value}

    def _lists(self, subject: NamedNode) -> dict[str, str]:
        """Give lists as CKAN keeps them in a text field: as JSON."""
        values = {key: [o.value for o in self._all(subject, p)] for key, p in _LISTS}
        return {key: json.dumps(value) for key, value in values.items() if value}

    def _value(self, subject: NamedNode, predicate: NamedNode, *rest: NamedNode) -> str:
        """Give the text in our language, else the first text, label or IRI; empty if there is none."""
        if rest:
            nodes = self._nodes(subject, predicate)
            return self._value(nodes[0], *rest) if nodes else ""
        values = self._all(subject, predicate)
        ours = [o for o in values if isinstance(o, Literal) and o.language == self._language]
        return next((self._text(value) for value in [*ours, *values]), "")

    def _text(self, value: NamedNode | Literal) -> str:
        labels = self._all(value, rdfs.label) if isinstance(value, NamedNode) else []
        return (labels[0] if labels else value).value.removeprefix("mailto:")

    def _iri(self, subject: NamedNode, predicate: NamedNode) -> str:
        return next((node.value for node in self._nodes(subject, predicate)), "")

    def _nodes(self, subject: NamedNode, predicate: NamedNode) -> list[NamedNode]:
        return [o for o in self._all(subject, predicate) if isinstance(o, NamedNode)]

    def _all(self, subject: NamedNode, predicate: NamedNode) -> list[NamedNode | Literal]:
        return self._objects.get((subject.value, predicate.value), [])
