"""schema.org descriptions of catalogue and datasets, for the search engines that read pages.

Follows Google's guidelines for Dataset; https://schema.org/Dataset names the properties.
"""

import json
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TypeAlias

from kyodo_lod.bilingual import Bilingual, Language
from kyodo_lod.mapping.dataset import dataset_title
from kyodo_lod.publish.catalog_dataset import keywords
from kyodo_lod.publish.entry import Entry, dataset_description
from kyodo_lod.publish.published import PublishedFile, published_files
from kyodo_lod.source.manifest import Manifest

Node: TypeAlias = dict[str, object]

#: what consumers know; it is never fetched by us
CONTEXT = "https://schema.org/"
_DOCUMENT_LANGUAGE = "ja"


def dataset_json(entry: Entry, made: Path, language: Language) -> str:
    """Describe a dataset with its files.

    Args:
        entry: what the catalogue says of it.
        made: the folder that holds its files.
        language: of names and descriptions.
    """
    files = published_files(entry, made)
    return _json({"@context": CONTEXT, **_dataset(entry, files, language)})


def catalog_json(entries: Sequence[Entry], language: Language) -> str:
    """Describe the catalogue and name its datasets.

    Args:
        entries: its datasets; at least one.
        language: of names and descriptions.
    """
    first = entries[0]
    publication = first.publication
    catalog: Node = {
        "@context": CONTEXT,
        **_catalog(first, language),
        "description": _text(publication.description, language),
        "publisher": _publisher(first, language),
        "keywords": _of(publication.keywords, language),
        "inLanguage": _DOCUMENT_LANGUAGE,
        "isAccessibleForFree": True,
        "dataset": [_in_short(entry, language) for entry in entries],
    }
    return _json(catalog)


def _dataset(entry: Entry, files: Iterable[PublishedFile], language: Language) -> Node:
    manifest, release = entry.manifest, entry.manifest.release
    year = manifest.document.fiscal_year
    return {
        **_in_short(entry, language),
        "alternateName": _other(dataset_title(manifest), language),
        "identifier": [entry.iris.dataset.value, manifest.slug],
        "usageInfo": _rights(entry, language),
        "creditText": _text(manifest.rights.attribution, language),
        "publisher": _publisher(entry, language),
        "isBasedOn": _document(entry),
        "keywords": _of(keywords(entry), language),
        "temporalCoverage": f"{year}-04-01/{year + 1}-03-31",
        "spatialCoverage": _place(manifest, language),
        "version": release.version,
        "datePublished": release.issued,
        "dateModified": release.modified,
        "distribution": [_download(file, entry, language) for file in files],
        "includedInDataCatalog": _catalog(entry, language),
        "inLanguage": _DOCUMENT_LANGUAGE,
        "isAccessibleForFree": True,
    }


def _in_short(entry: Entry, language: Language) -> Node:
    return {
        "@type": "Dataset",
        "@id": entry.iris.dataset.value,
        "name": _text(dataset_title(entry.manifest), language),
        "description": _text(dataset_description(entry), language),
        "url": entry.iris.landing_page.value,
        "license": entry.manifest.rights.licence,
        "creator": _municipality(entry, language),
    }


def _catalog(entry: Entry, language: Language) -> Node:
    return {
        "@type": "DataCatalog",
        "@id": entry.iris.catalog.value,
        "name": _text(entry.publication.title, language),
        "url": entry.iris.home.value,
    }


def _rights(entry: Entry, language: Language) -> Node | None:
    statement = entry.manifest.rights.statement
    if not statement:
        return None
    text = _text(statement, language)
    return {"@type": "CreativeWork", "@id": entry.iris.rights.value, "text": text}


def _municipality(entry: Entry, language: Language) -> Node:
    municipality = entry.manifest.municipality
    return {
        "@type": "GovernmentOrganization",
        "@id": entry.iris.municipality.value,
        "name": _text(municipality.name, language),
        "url": municipality.homepage,
        "sameAs": list(municipality.same_as),
    }


def _publisher(entry: Entry, language: Language) -> Node:
    publication = entry.publication
    contact = publication.contact
    return {
        "@type": "Organization",
        "@id": entry.iris.publisher.value,
        "name": _text(publication.publisher.name, language),
        "url": publication.publisher.homepage,
        "contactPoint": {
            "@type": "ContactPoint",
            "name": _text(contact.name, language),
            "contactType": "customer service",
            "email": contact.email,
            "url": contact.page,
        },
    }


def _document(entry: Entry) -> Node:
    document = entry.manifest.document
    return {
        "@type": "CreativeWork",
        "@id": entry.iris.source.value,
        "name": document.title,
        "url": document.url,
        "author": {"@id": entry.iris.municipality.value},
        "license": entry.manifest.rights.source_licence,
        "inLanguage": _DOCUMENT_LANGUAGE,
    }


def _place(manifest: Manifest, language: Language) -> Node:
    municipality = manifest.municipality
    name = _text(municipality.name, language)
    return {"@type": "AdministrativeArea", "name": name, "sameAs": list(municipality.spatial)}


def _download(file: PublishedFile, entry: Entry, language: Language) -> Node:
    iri = entry.iris.published(file.path).value
    return {
        "@type": "DataDownload",
        "@id": iri,
        "name": _text(file.distribution.title, language),
        "description": _text(file.distribution.description, language),
        "contentUrl": iri,
        "encodingFormat": file.distribution.compressed or file.distribution.media_type,
        "contentSize": f"{file.size} B",
        "sha256": file.sha256,
        "license": entry.manifest.rights.licence,
    }


def _of(words: tuple[Sequence[str], Sequence[str]], language: Language) -> list[str]:
    japanese, english = words
    return list(japanese if language == "ja" else english)


def _text(text: Bilingual | None, language: Language) -> str | None:
    return (text.text(language) or text.ja) if text else None


def _other(text: Bilingual, language: Language) -> str:
    return text.ja if language == "en" else text.en


def _json(node: Node) -> str:
    return json.dumps(_stated(node), ensure_ascii=False, indent=2)


def _stated(value: object) -> object:
    """Leave out what nothing is known of."""
    if isinstance(value, dict):
        return {key: _stated(each) for key, each in value.items() if each not in (None, "", [])}
    return [_stated(each) for each in value] if isinstance(value, list) else value
