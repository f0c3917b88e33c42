"""The real document, read once."""

from pathlib import Path

import pytest

from kyodo_lod.model.parse import Reading, parse
from kyodo_lod.model.plan import Plan
from kyodo_lod.source.manifest import Manifest
from kyodo_lod.source.manifest_files import load_manifest
from kyodo_lod.source.readers import open_document

ROOT = Path(__file__).parents[2]
KORIYAMA = ROOT / "data" / "072036-koriyama" / "kyodo-2" / "fy2018"


@pytest.fixture(scope="session")
def manifest() -> Manifest:
    """Give the manifest of the real document."""
    return load_manifest(KORIYAMA / "source.toml")


@pytest.fixture(scope="session")
def reading(manifest: Manifest) -> Reading:
    """Give the real document as read."""
    return parse(manifest, open_document(manifest.document.path))


@pytest.fixture(scope="session")
def plan(reading: Reading) -> Plan:
    """Give the real plan."""
    assert reading.plan
    return reading.plan


@pytest.fixture(scope="session")
def raw() -> bytes:
    """Give the bytes of the real document."""
    return (KORIYAMA / "plan.txt").read_bytes()
