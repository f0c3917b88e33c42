"""What dist/ says of itself, as the tests of the servers need it; any catalogue will do."""

import hashlib
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import pyoxigraph

DCAT = "http://www.w3.org/ns/dcat#"
TYPE = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type"
CHECKSUM = "http://spdx.org/rdf/terms#checksum"
CHECKSUM_VALUE = "http://spdx.org/rdf/terms#checksumValue"
_SLUG = re.compile(r"([0-9]{6})-([a-z0-9-]+)-fy([0-9]{4})")


@dataclass(frozen=True)
class File:
    """A distribution of the catalogue.

    Args:
        access: IRI of its page.
        download: IRI of the file.
        size: in bytes, as stated.
        sha256: as stated.
        media_type: as stated, of the file as it is on disk.
    """

    access: str
    download: str
    size: int | None
    sha256: str | None
    media_type: str


@dataclass(frozen=True)
class Dataset:
    """A dataset of the catalogue and what its slug says."""

    slug: str
    code: str
    plan: str
    year: str
    version: str


@cache
def quads(path: Path) -> tuple[pyoxigraph.Quad, ...]:
    """Parse a file of RDF, whatever its base."""
    return tuple(pyoxigraph.parse(path=path, base_iri="urn:file"))


@cache
def _catalog(dist: Path) -> dict[str, dict[str, list[str]]]:
    found: dict[str, dict[str, list[str]]] = {}
    for quad in quads(dist / "catalog.ttl"):
        subject = getattr(quad.subject, "value", "")
        values = found.setdefault(subject, {}).setdefault(quad.predicate.value, [])
        values.append(getattr(quad.object, "value", ""))
    return found


def base(dist: Path) -> str:
    """Give what the IRIs begin with: the catalogue's, without its name."""
    (catalog,) = [
        subject
        for subject, said in _catalog(dist).items()
        if f"{DCAT}Catalog" in said.get(TYPE, [])
    ]
    return catalog.removesuffix("catalog")


def datasets(dist: Path) -> list[Dataset]:
    """Give the datasets, in the order of their slugs."""
    catalog, start = _catalog(dist), base(dist)
    found = []
    for iri in sorted(catalog[f"{start}catalog"][f"{DCAT}dataset"]):
        slug = iri.removeprefix(f"{start}dataset/")
        match = _SLUG.fullmatch(slug)
        assert match, slug
        found.append(Dataset(slug, match[1], match[2], match[3], catalog[iri][f"{DCAT}version"][0]))
    return found


def files(dist: Path) -> list[File]:
    """Give every distribution of the catalogue."""
    catalog = _catalog(dist)
    return [
        File(
            access=said[f"{DCAT}accessURL"][0],
            download=said[f"{DCAT}downloadURL"][0],
            size=next(map(int, said.get(f"{DCAT}byteSize", [])), None),
            sha256=next(
                (catalog[node][CHECKSUM_VALUE][0] for node in said.get(CHECKSUM, [])), None
            ),
            media_type=_media_type(said),
        )
        for said in catalog.values()
        if f"{DCAT}Distribution" in said.get(TYPE, [])
    ]


def _media_type(said: dict[str, list[str]]) -> str:
    types = said.get(f"{DCAT}compressFormat") or said[f"{DCAT}mediaType"]
    return types[0].removeprefix("http://www.iana.org/assignments/media-types/")


def things(dist: Path) -> list[str]:
    """Give the IRIs of all that is described in dist/ and is no file or page itself."""
    start = base(dist)
    found = {
        quad.subject.value.partition("#")[0]
        for path in (*dist.rglob("*.ttl"), *dist.glob("dataset/*/*.nt"))
        for quad in quads(path)
        if isinstance(quad.subject, pyoxigraph.NamedNode)
    }
    return sorted(
        iri
        for iri in found
        if iri.startswith(start)
        and not iri.endswith("/")
        and not (dist / iri.removeprefix(start)).is_file()
    )


@cache
def described(body: bytes, media_type: str) -> frozenset[str]:
    """Give the IRIs that an answer describes, and those up to their fragments."""
    form = pyoxigraph.RdfFormat.from_media_type(media_type)
    assert form, media_type
    subjects = {quad.subject for quad in pyoxigraph.parse(body, form, base_iri="urn:answer")}
    iris = {node.value for node in subjects if isinstance(node, pyoxigraph.NamedNode)}
    return frozenset(iris | {iri.partition("#")[0] for iri in iris})


def sums(dist: Path) -> Iterator[tuple[str, str]]:
    """Give name and SHA-256 of each file, as SHA256SUMS states them."""
    for line in (dist / "SHA256SUMS").read_text(encoding="utf-8").splitlines():
        digest, _, name = line.partition("  ")
        yield name, digest


def sha256(body: bytes) -> str:
    """Give the SHA-256 in hexadecimal digits."""
    return hashlib.sha256(body).hexdigest()
