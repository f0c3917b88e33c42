"""What is published stays: a manifest must know each release, and names must be ready for it."""

import gzip
import re
import zlib
from collections.abc import Iterator, Sequence
from pathlib import Path

from kyodo_lod.errors import ManifestError
from kyodo_lod.finding import Finding
from kyodo_lod.model import rules
from kyodo_lod.model.plan import Plan
from kyodo_lod.model.proposal import PROPOSED_SLUG
from kyodo_lod.origin import Origin
from kyodo_lod.publish.dumps import release_name
from kyodo_lod.rdf.vocabulary import dct
from kyodo_lod.source.manifest import Manifest
from kyodo_lod.source.release import VERSION, version_key

_MODIFIED = re.compile(rf'<{re.escape(dct.modified.value)}> "([0-9]{{4}}-[0-9]{{2}}-[0-9]{{2}})"')


def published_versions(dist: Path, slug: str) -> list[str]:
    """Give the versions of a dataset whose dump `dist` keeps, newest first."""
    found = (path.parent.name for path in dist.glob(release_name(slug, "*")))
    return sorted(filter(VERSION.fullmatch, found), key=version_key, reverse=True)


def proposed_slugs(plan: Plan, dist: Path) -> Iterator[Finding]:
    """Warn of unit slugs that `init` proposed, as long as nothing of the city is published.

    Args:
        plan: whose units are named.
        dist: the published folder.
    """
    code = plan.manifest.municipality.code
    slugs = [unit.slug for unit in plan.units() if PROPOSED_SLUG.fullmatch(unit.slug)]
    is_published = any(dist.glob(release_name(f"{code}-*", "*")))
    if slugs and not is_published:
        yield rules.UNIT_PROPOSED.at(Origin(plan.document.name), count=len(slugs), value=slugs[0])


def refuse_forgotten_releases(manifest: Manifest, dist: Path) -> None:
    """Hold [release] of a manifest against what is published.

    Args:
        manifest: of the plan-year.
        dist: the published folder.

    Raises:
        ManifestError: where a published release is newer, or is not listed as earlier.
    """
    release = manifest.release
    published = published_versions(dist, manifest.slug)
    if published and version_key(published[0]) > version_key(release.version):
        raise _going_back(manifest, published[0])
    known = {release.version, *(one.version for one in release.earlier)}
    forgotten = [version for version in published if version not in known]
    if forgotten:
        raise _forgotten(manifest, forgotten, dist)


def _going_back(manifest: Manifest, newest: str) -> ManifestError:
    return ManifestError(
        f"{manifest.place}: [release]: version",
        f"{newest} は公開済みです。それより大きい版にしてください。",
        f"{newest} is published already; a version only rises",
    )


def _forgotten(manifest: Manifest, versions: Sequence[str], dist: Path) -> ManifestError:
    lines = " ".join(
        f'[[release.earlier]] version = "{version}" modified = {_day(dist, manifest.slug, version)}'
        for version in versions
    )
    listed = ", ".join(versions)
    return ManifestError(
        f"{manifest.place}: [release] earlier",
        f"公開済みの {listed} がありません。[release] の後に次を書いてください: {lines}",
        f"lacks {listed}, which is published; write below [release]: {lines}",
    )


def _day(dist: Path, slug: str, version: str) -> str:
    """Give the day that a published dump states for itself; the form of one where it cannot be read."""
    try:
        with gzip.open(dist / release_name(slug, version), "rt", encoding="utf-8") as lines:
            days = (_MODIFIED.search(line) for line in lines)
            return next((day[1] for day in days if day), "YYYY-MM-DD")
    except (OSError, EOFError, zlib.error, UnicodeError):
        return "YYYY-MM-DD"
