"""A larger catalogue than the real one: two cities, two years, two releases, an endpoint."""

import dataclasses
from pathlib import Path

from publish.conftest import BASE

from kyodo_lod.bilingual import Bilingual
from kyodo_lod.mapping.iris import Iris
from kyodo_lod.model.plan import Plan
from kyodo_lod.publish.distributions import distributions
from kyodo_lod.publish.entry import Entry
from kyodo_lod.source.manifest import EarlierRelease, EnduringPlan, Manifest, Municipality, Release

ENDPOINT = "https://example.org/sparql"
OTHER = Municipality(
    code="131130",
    name=Bilingual("例示市", "Example City"),
    spatial=("https://sws.geonames.org/1852140/",),
)
SECOND = Release(
    version="1.1.0",
    issued="2026-11-23",
    modified="2026-12-15",
    notes=Bilingual("担当課を訂正。", "Responsible units corrected."),
    earlier=(EarlierRelease("1.0.0", "2026-11-23", Bilingual("最初の公開。", "First release.")),),
)


def two_cities(plan: Plan, made: Path) -> list[Entry]:
    """Give the entries, the years of one plan not in their order, and write their files to `made`."""
    first = plan.manifest
    assert first.publication
    publication = dataclasses.replace(first.publication, endpoint=ENDPOINT)
    later = dataclasses.replace(first.document, fiscal_year=2026)
    manifests = [
        dataclasses.replace(first, publication=publication, document=later),
        dataclasses.replace(first, publication=publication, release=SECOND),
        dataclasses.replace(
            first,
            publication=publication,
            municipality=OTHER,
            plan=EnduringPlan("machi-1", Bilingual("まちづくり計画", "Town plan")),
        ),
    ]
    return [_entry(plan, manifest, made) for manifest in manifests]


def _entry(plan: Plan, manifest: Manifest, made: Path) -> Entry:
    for number, distribution in enumerate(distributions(manifest), 1):
        path = made / distribution.path(manifest.slug)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(b"x" * number)
    return Entry(manifest, Iris(dataclasses.replace(plan, manifest=manifest), BASE), 76)
