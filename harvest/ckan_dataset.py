"""A dataset as CKAN shows it: without what is the portal's own, and compared with what it should be."""

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import expected
from rehearsal import unequal

Made = dict[str, Any]

LICENCE = "cc-by"
SHA256 = "http://spdx.org/rdf/terms#checksumAlgorithm_sha256"
_LISTS = ("language", "theme", "conforms_to", "documentation", "has_version")
#: the portal's own: its numbers, its clock, its address
_OF_THE_PORTAL = {
    "id", "created", "metadata_created", "metadata_modified", "creator_user_id",
    "package_id", "revision_id", "owner_org", "organization", "position", "distribution_ref",
}  # fmt: skip
_BADGE = re.compile(r"[A-Za-z0-9][A-Za-z0-9 .+-]{0,15}")


def normalised(made: Made) -> Made:
    """Give a dataset without what is the portal's own, and without what has no order.

    Extras become keys, lists that RDF does not order are sorted, and the versions (which only
    `euro_dcat_ap_3` reads) are left out.
    """
    flat = {**made, **{extra["key"]: extra["value"] for extra in made["extras"]}}
    flat = _normal(flat, {"name", "extras", "homepage", "has_version"})
    flat["tags"] = sorted(tag["name"] for tag in made["tags"])
    resources = (_normal(resource, set()) for resource in made["resources"])
    flat["resources"] = sorted(resources, key=lambda resource: str(resource["uri"]))
    return flat


def _normal(made: Made, others: set[str]) -> Made:
    said = {
        k: v for k, v in made.items() if k not in _OF_THE_PORTAL | others and v not in (None, "")
    }
    return {k: _sorted(v) if k in _LISTS else v for k, v in sorted(said.items())}


def _sorted(value: str) -> list[str]:
    return sorted(json.loads(value))


def check(made: Made, wanted: expected.Dataset, locale: str) -> Iterator[str]:
    """Give what differs from the catalogue and the files, and what it should say and does not."""
    yield from (f"{key} is missing" for key in expected.REQUIRED if not made.get(key))
    for key, value in wanted.facts.items():
        yield from unequal(key, made.get(key), value)
    for key, texts in wanted.texts.items():
        yield from unequal(key, made.get(key), texts.get(locale))
    yield from unequal("license_id", made.get("license_id"), LICENCE)
    every = [tag for tags in wanted.keywords.values() for tag in tags]
    yield from unequal("tags", made["tags"], sorted(every))
    files = sorted(wanted.files, key=lambda file: file.url)
    found = [resource["url"] for resource in made["resources"]]
    yield from unequal("files", found, [file.url for file in files])
    for resource, file in zip(made["resources"], files, strict=False):
        for line in _check_file(resource, file, locale):
            yield f"{Path(file.url).name}: {line}"


def _check_file(resource: Made, file: expected.File, locale: str) -> Iterator[str]:
    should = {
        "name": file.title.get(locale), "description": file.description.get(locale),
        "size": file.size, "hash": file.sha256, "hash_algorithm": SHA256,
    }  # fmt: skip
    for key, value in should.items():
        yield from unequal(key, resource.get(key), value)
    if not re.fullmatch(r"[a-z]+/[a-z0-9.+-]+", str(resource.get("mimetype"))):
        yield f"mimetype is {resource.get('mimetype')!r}, no media type"
    if not _BADGE.fullmatch(str(resource.get("format"))):
        yield f"format is {resource.get('format')!r}, no clean badge"
    for key in ("license", "access_url", "download_url"):
        if not str(resource.get(key)).startswith("http"):
            yield f"{key} is {resource.get(key)!r}, no IRI"
