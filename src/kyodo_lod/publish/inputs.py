"""The files that a build reads beside the document, each with its hash: what a release depends on."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from kyodo_lod.assets import asset, assets
from kyodo_lod.bilingual import Bilingual
from kyodo_lod.mapping.iris import Iris
from kyodo_lod.model.plan import Plan
from kyodo_lod.publish.authorities import SHA_256
from kyodo_lod.publish.checksums import sha256
from kyodo_lod.rdf.formats import TURTLE
from kyodo_lod.rdf.read import parse
from kyodo_lod.rdf.terms import Literal, NamedNode, Triple, Triples, labels, string
from kyodo_lod.rdf.vocabulary import dcat, owl, prov, rdf, rdfs, spdx, xsd

#: what else of a manifest a build reads, each from the nearest folder above source.toml that has it
_MANIFESTS = ("source.toml", "plan.toml", "municipality.toml", "units.csv", "publisher.toml")


@dataclass(frozen=True, slots=True)
class Input:
    """A file that a build reads beside the document.

    Args:
        path: where it is.
        of: what it is a state of: version of the ontology, shapes, code list; None for a manifest.
        version: as it says itself.
    """

    path: Path
    of: NamedNode | None = None
    version: str = ""


def inputs(plan: Plan) -> Iterator[Input]:
    """Give what a build of `plan` reads: ontology and code lists, shapes, manifests."""
    for path in (asset("ontology/kyodo.ttl"), *assets("ontology/codes/*.ttl")):
        yield Input(path, *_header(path))
    path = asset("shapes/plan.ttl")
    yield Input(path, *_header(path))
    folder = plan.manifest.document.path.resolve().parent
    for name in _MANIFESTS:
        above = (place / name for place in (folder, *folder.parents[:4]))
        found = next(filter(Path.is_file, above), None)
        if found:
            yield Input(found)


@cache
def _header(path: Path) -> tuple[NamedNode | None, str]:
    """Give the IRI and the version by which a graph of ours is known; the versioned IRI if it has one."""
    iri, version = None, ""
    for quad in parse(path.read_bytes(), TURTLE, path.name):
        if quad.predicate == owl.versionInfo and isinstance(quad.subject, NamedNode):
            iri, version = quad.subject, getattr(quad.object, "value", "")
        if quad.predicate == owl.versionIRI and isinstance(quad.object, NamedNode):
            return quad.object, quad.object.value.rpartition("/")[2]
    return iri, version


def input_iri(each: Input, iris: Iris) -> NamedNode:
    """Give the IRI of a file as the build of this release read it."""
    return iris.of_release(each.path.name)


def input_triples(each: Input, iris: Iris) -> Triples:
    """Describe a file as the build of this release read it."""
    iri, checksum = input_iri(each, iris), iris.of_release(f"{each.path.name}-sha256")
    yield Triple(iri, rdf.type, prov.Entity)
    yield from labels(iri, rdfs.label, Bilingual(each.path.name, each.path.name))
    if each.of:
        yield Triple(iri, prov.specializationOf, each.of)
    if each.version:
        yield Triple(iri, dcat.version, string(each.version))
    yield Triple(iri, spdx.checksum, checksum)
    yield Triple(checksum, rdf.type, spdx.Checksum)
    yield from labels(checksum, rdfs.label, Bilingual("SHA-256", "SHA-256"))
    yield Triple(checksum, spdx.algorithm, SHA_256)
    yield Triple(checksum, spdx.checksumValue, Literal(sha256(each.path), datatype=xsd.hexBinary))
