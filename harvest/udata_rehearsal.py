"""udata harvests the catalogue in a dry run: its own importer, on a MongoDB in memory.

Usage: python udata_rehearsal.py DIST FOLDER (dictionaries are left in FOLDER)

`catalog-udata.ttl` must be taken without a word. `catalog.ttl`, which keeps to the standard, is
harvested too: udata's known faults must show there and nothing else, so that we learn when they go.
"""

import logging
import os
import sys
from collections.abc import Iterator
from importlib.metadata import version
from pathlib import Path

import offline

offline.forbid_network()
os.environ["UDATA_SETTINGS"] = os.devnull + "/none"

import expected
import mongoengine
import mongomock
from rehearsal import Row, keep, listening, unequal
from udata_dataset import LICENCE, check, dictionary

_connect = mongoengine.connect


def _in_memory(*args: object, **options: object) -> object:
    return _connect(*args, **{**options, "mongo_client_class": mongomock.MongoClient})


mongoengine.connect = _in_memory

from rdflib import Graph
from udata import settings
from udata.app import create_app, standalone
from udata.core.dataset.models import License
from udata.core.organization.models import Organization
from udata.harvest.backends.dcat import DcatBackend
from udata.harvest.models import HarvestJob, HarvestSource
from udata.rdf import CONTACT_POINT_ENTITY_TO_ROLE, contact_points_from_rdf

PORTAL = f"udata {version('udata')}"
#: what the register that udata loads by default (Open Definition's) says of the licence
_REGISTER = {
    "id": LICENCE,
    "title": "Creative Commons Attribution 4.0",
    "url": "https://creativecommons.org/licenses/by/4.0/",
}
#: what udata 17.18 makes of the standard, of which catalog-udata.ttl has nothing
KNOWN_FAULTS = (
    "it fetches the IRI of dct:temporal",
    "it takes no xsd:hexBinary checksum",
    "it makes a dataset of a dcat:DatasetSeries",
)


class _Settings(settings.Testing):
    MONGODB_HOST = "mongodb://localhost:27017/rehearsal"
    DEFAULT_LANGUAGE = "en"
    LANGUAGES = {"ja": "日本語", "en": "English"}  # noqa: RUF012  Flask reads it as an attribute


class _Local(DcatBackend):
    """The importer; in place of an answer over HTTP it gets the file in dist/."""

    path: Path

    def get(self, url: str, **_: object) -> "_Local":  # noqa: ARG002  udata gives it
        return self

    def raise_for_status(self) -> None:
        """Be an answer without errors."""

    @property
    def text(self) -> str:
        return self.path.read_text(encoding="utf-8")


def main() -> None:
    """Rehearse everything, one line of JSON for each try."""
    dist, folder = Path(sys.argv[1]), Path(sys.argv[2])
    wanted = expected.datasets(dist)
    app = standalone(create_app("udata.settings.Defaults", override=_Settings))
    logging.disable(logging.INFO)
    with app.app_context():
        License.objects.create(**_REGISTER)
        owner = Organization.objects.create(name="郡山市", description="郡山市")
        for locale in expected.LANGUAGES:
            app.config["DEFAULT_LANGUAGE"] = locale
            _rehearse(dist, wanted, locale, owner, folder).print()
        _standard(dist, wanted, owner).print()


def _rehearse(
    dist: Path, wanted: list[expected.Dataset], locale: str, owner: Organization, folder: Path
) -> Row:
    path = dist / "catalog-udata.ttl"
    with listening() as said:
        job = _harvest(path, owner)
    made = [dictionary(item.dataset) for item in job.items if item.dataset]
    keep(f"udata-{locale}", made, folder)
    wanted = sorted(wanted, key=lambda one: one.iri)
    made.sort(key=lambda one: str(one["uri"]))
    differences = [
        *unequal("datasets", [one["uri"] for one in made], [one.iri for one in wanted]),
        *(line for one, other in zip(made, wanted, strict=False) for line in check(one, other, locale)),
        *_said(job),
        *said,
        *(f"tried to fetch {target}" for target in offline.tried),
    ]  # fmt: skip
    return Row(PORTAL, "dcat", path.name, locale, differences)


def _harvest(path: Path, owner: Organization) -> HarvestJob:
    _contacts(path, owner)
    offline.tried.clear()
    source = HarvestSource(
        name=path.name,
        url=f"https://example.org/{path.name}",
        backend="dcat",
        organization=owner,
        autoarchive=False,
    )
    importer = _Local(source, dryrun=True)
    importer.path = path
    return importer.harvest()


def _contacts(path: Path, owner: Organization) -> None:
    """Have udata make the contacts first: a dry run only uses those that are there."""
    graph = Graph().parse(path, format="turtle")
    for node in {s for s in graph.subjects() if (s, expected.DCAT.contactPoint, None) in graph}:
        for predicate, role in CONTACT_POINT_ENTITY_TO_ROLE.items():
            list(contact_points_from_rdf(graph.resource(node), predicate, role, owner))


def _said(job: HarvestJob) -> Iterator[str]:
    yield from (error.message for error in job.errors)
    for item in job.items:
        yield from unequal(f"{item.remote_id}: status", item.status, "done")
        yield from (f"{item.remote_id}: {error.message}" for error in item.errors)


def _standard(dist: Path, wanted: list[expected.Dataset], owner: Organization) -> Row:
    """Harvest what keeps to the standard: exactly the known faults must show."""
    with listening() as said:
        job = _harvest(dist / "catalog.ttl", owner)
    errors = " ".join([*_said(job), *said])
    shown = (
        bool(offline.tried),
        "checksum.value.StringField only accepts string values" in errors,
        len(job.items) > len(wanted),
    )
    faults = [fault for fault, there in zip(KNOWN_FAULTS, shown, strict=True) if there]
    differences = unequal("known faults", tuple(faults), KNOWN_FAULTS)
    return Row(PORTAL, "its known faults", "catalog.ttl", "en", list(differences))


if __name__ == "__main__":
    main()
