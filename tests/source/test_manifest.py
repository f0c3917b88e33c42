"""source/manifest.py: what the manifests say, as values."""

from dataclasses import FrozenInstanceError
from pathlib import Path

import pytest

from kyodo_lod.bilingual import Bilingual
from kyodo_lod.source.manifest import DocumentEntry, EnduringPlan, Manifest, Municipality


def manifest() -> Manifest:
    city = Municipality("072036", Bilingual("郡山市", "Koriyama City"))
    plan = EnduringPlan("kyodo-2", Bilingual("計画", "plan"))
    return Manifest(city, plan, DocumentEntry(Path("plan.txt"), "計画 2018年度実施計画", 2018))


def test_the_datasets_slug_is_code_plan_and_year() -> None:
    assert manifest().slug == "072036-kyodo-2-fy2018"


def test_what_a_bare_document_cannot_say_is_empty() -> None:
    bare = manifest()
    assert bare.document.sha256 is None
    assert (bare.release.issued, bare.release.modified, bare.rights.licence) == (None, None, None)
    assert bare.municipality.units == ()


def test_a_manifest_is_a_value() -> None:
    assert manifest() == manifest()
    with pytest.raises(FrozenInstanceError):
        manifest().place = "elsewhere"  # type: ignore[misc]
