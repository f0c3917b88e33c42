"""A dataset as udata made it: as a dictionary, and compared with what it should be."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import expected
from rehearsal import unequal
from udata.tags import normalize

Made = dict[str, Any]

LICENCE = "CC-BY-4.0"


def dictionary(dataset: Any) -> Made:  # noqa: ANN401  mongoengine's documents are untyped
    """Give what udata made of a dataset, under CKAN's names where both have them."""
    temporal = dataset.temporal_coverage
    return {
        "uri": dataset.harvest.uri,
        "title": dataset.title,
        "notes": dataset.description,
        "license_id": dataset.license and dataset.license.id,
        "tags": list(dataset.tags),
        "frequency": str(dataset.frequency),
        "temporal_start": temporal and str(temporal.start),
        "temporal_end": temporal and str(temporal.end),
        "url": dataset.harvest.remote_url,
        "identifier": dataset.harvest.dct_identifier,
        "spatial": dataset.spatial and dataset.spatial.to_mongo(),
        "contacts": sorted(f"{c.role}: {c.name}" for c in dataset.contact_points),
        "rights": dataset.extras.get("dcat", {}).get("rights"),
        "schema": dataset.schema and dataset.schema.url,
        "resources": [_resource(one) for one in dataset.resources],
    }


def _resource(one: Any) -> Made:  # noqa: ANN401  likewise
    return {
        "url": one.url,
        "name": one.title,
        "description": one.description,
        "format": one.format,
        "mimetype": one.mime,
        "size": one.filesize,
        "hash_algorithm": one.checksum and one.checksum.type,
        "hash": one.checksum and one.checksum.value,
        "type": one.type,
        "schema": one.schema and one.schema.url,
    }


def check(made: Made, wanted: expected.Dataset, locale: str) -> Iterator[str]:
    """Give what differs from the catalogue and the files."""
    for key in ("title", "notes"):
        yield from unequal(key, made[key], wanted.texts[key][locale])
    for key in ("url", "identifier", "temporal_start", "temporal_end"):
        yield from unequal(key, made[key], wanted.facts[key])
    yield from unequal("license_id", made["license_id"], LICENCE)
    yield from unequal("frequency", made["frequency"], "never")
    # a kanji would become the Latin spelling of its Chinese reading
    missing = {normalize(tag) for tag in wanted.keywords["en"]} - set(made["tags"])
    yield from unequal("tags that are missing", missing, set())
    names = {f"contact: {wanted.texts['contact_name'][locale]}"}
    names |= {f"publisher: {wanted.texts['publisher_name'][locale]}"}
    yield from unequal("contacts that are missing", names - set(made["contacts"]), set())
    files = {file.url: file for file in wanted.files}
    yield from unequal("files", [r["url"] for r in made["resources"]], list(files))
    for resource in made["resources"]:
        for line in _check_file(resource, files.get(resource["url"]), locale):
            yield f"{Path(resource['url']).name}: {line}"


def _check_file(resource: Made, file: expected.File | None, locale: str) -> Iterator[str]:
    if file is None:
        yield "is no file of the catalogue"
        return
    should = {
        "name": file.title[locale], "description": file.description[locale], "size": file.size,
        "hash": file.sha256, "hash_algorithm": "sha256", "type": "main",
    }  # fmt: skip
    for key, value in should.items():
        yield from unequal(key, resource[key], value)
    if not re.fullmatch(r"[a-z]+/[a-z0-9.+-]+", str(resource["mimetype"])):
        yield f"mimetype is {resource['mimetype']!r}, no media type"
    if not re.fullmatch(r"[a-z0-9/+-]{2,16}", str(resource["format"])):
        yield f"format is {resource['format']!r}, no clean badge"
