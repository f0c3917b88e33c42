"""A manifest knows every release that is published; names are ready before the first one."""

import gzip
from dataclasses import replace
from pathlib import Path

import pytest
from publish.conftest import SLUG

from kyodo_lod.errors import ManifestError
from kyodo_lod.finding import Severity
from kyodo_lod.model.plan import Plan
from kyodo_lod.publish.releases import (
    proposed_slugs,
    published_versions,
    refuse_forgotten_releases,
)
from kyodo_lod.source.manifest import EarlierRelease, Manifest

TRIPLE = (
    f'<https://example.org/dataset/{SLUG}> <http://purl.org/dc/terms/modified> "{{}}"'
    "^^<http://www.w3.org/2001/XMLSchema#date> .\n"
)


def publish(
    dist: Path, version: str, content: bytes | None = None, day: str = "2026-11-23"
) -> None:
    path = dist / "dataset" / SLUG / version / f"{SLUG}.nt.gz"
    path.parent.mkdir(parents=True)
    path.write_bytes(gzip.compress(TRIPLE.format(day).encode()) if content is None else content)


def of_release(plan: Plan, version: str, *earlier: str) -> Manifest:
    releases = tuple(EarlierRelease(one, "2026-11-23") for one in earlier)
    release = replace(plan.manifest.release, version=version, earlier=releases)
    return replace(plan.manifest, release=release)


def refusal(manifest: Manifest, dist: Path) -> str:
    with pytest.raises(ManifestError) as caught:
        refuse_forgotten_releases(manifest, dist)
    assert "\n" not in caught.value.line("ja")
    return caught.value.line("en")


def test_versions_come_newest_first_by_their_numbers(tmp_path: Path) -> None:
    for version in ("1.9.0", "1.10.0", "0.1.0", "notes"):
        publish(tmp_path, version)
    assert published_versions(tmp_path, SLUG) == ["1.10.0", "1.9.0", "0.1.0"]
    assert published_versions(tmp_path / "nothing", SLUG) == []


def test_a_release_that_is_known_passes(plan: Plan, tmp_path: Path) -> None:
    publish(tmp_path, "1.0.0")
    refuse_forgotten_releases(of_release(plan, "1.0.0"), tmp_path)
    refuse_forgotten_releases(of_release(plan, "1.0.1", "1.0.0"), tmp_path)
    # its file may be elsewhere
    refuse_forgotten_releases(of_release(plan, "1.0.1", "1.0.0", "0.9.0"), tmp_path)


def test_a_forgotten_release_is_refused_with_the_lines_to_write(plan: Plan, tmp_path: Path) -> None:
    publish(tmp_path, "1.0.0")
    publish(tmp_path, "1.0.1", b"damaged")
    publish(tmp_path, "1.0.2", gzip.compress(b"\xff"))
    assert refusal(of_release(plan, "1.1.0"), tmp_path) == (
        "fy2018/source.toml: [release] earlier: lacks 1.0.2, 1.0.1, 1.0.0, which is published; "
        'write below [release]: [[release.earlier]] version = "1.0.2" modified = YYYY-MM-DD '
        '[[release.earlier]] version = "1.0.1" modified = YYYY-MM-DD '
        '[[release.earlier]] version = "1.0.0" modified = 2026-11-23'
    )


def test_a_version_does_not_go_back(plan: Plan, tmp_path: Path) -> None:
    publish(tmp_path, "1.10.0")
    assert refusal(of_release(plan, "1.9.0"), tmp_path) == (
        "fy2018/source.toml: [release]: version: 1.10.0 is published already; a version only rises"
    )


def proposed(plan: Plan) -> Plan:
    """Give the plan with one unit called as `init` calls it."""
    section = plan.sections[0]
    project = section.projects[0]
    unit = replace(project.units[0], slug="unit-ae572fce1e")
    changed = replace(project, units=(unit,))
    first = replace(section, projects=(changed, *section.projects[1:]))
    return replace(plan, sections=(first, *plan.sections[1:]))


def test_proposed_names_of_units_are_warned_of_until_they_are_published(
    plan: Plan, tmp_path: Path
) -> None:
    assert list(proposed_slugs(plan, tmp_path)) == []
    (finding,) = proposed_slugs(proposed(plan), tmp_path)
    assert (finding.short_rule, finding.severity) == ("document#unit-proposed", Severity.WARNING)
    assert "1 units" in finding.message.en
    assert "unit-ae572fce1e" in finding.message.ja
    publish(tmp_path, "1.0.0")
    assert list(proposed_slugs(proposed(plan), tmp_path)) == []
