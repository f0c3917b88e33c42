"""Fixtures of the published files' tests: the real plan, read once, and dist/ made of it once."""

import dataclasses
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from conftest import KORIYAMA

from kyodo_lod import pipeline
from kyodo_lod.mapping.iris import Iris
from kyodo_lod.model.plan import Plan
from kyodo_lod.publish import dist
from kyodo_lod.publish.catalog import Entry

BASE = "https://example.org/"
SLUG = "072036-kyodo-2-fy2018"


@pytest.fixture(scope="session")
def plan() -> Plan:
    """Give the real plan."""
    read = pipeline.read(KORIYAMA).plan
    assert read is not None
    return dataclasses.replace(
        read, manifest=dataclasses.replace(read.manifest, place="fy2018/source.toml")
    )


@pytest.fixture(scope="session")
def iris(plan: Plan) -> Iris:
    """Give the IRIs of the real plan."""
    return Iris(plan, BASE)


@pytest.fixture(scope="session")
def of_plan(plan: Plan, iris: Iris, tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Entry]:
    """Give a folder that holds the plan's own files, and its entry of the catalogue; leave it."""
    folder = tmp_path_factory.mktemp("dataset")
    return folder, dist.write_dataset(plan, iris, (), folder)


@pytest.fixture(scope="session")
def complete(of_plan: tuple[Path, Entry], tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give an unfinished folder that holds all files but SHA256SUMS; copy it, leave it."""
    folder = tmp_path_factory.mktemp("complete") / "made"
    shutil.copytree(of_plan[0], folder)
    dist.write_common([of_plan[1]], folder, folder.with_name("before"))
    return folder


@pytest.fixture
def made(complete: Path, tmp_path: Path) -> Path:
    """Give a copy of the unfinished folder."""
    return Path(shutil.copytree(complete, tmp_path / ".kyodo-dist"))


@pytest.fixture
def published(complete: Path, tmp_path: Path) -> Path:
    """Give a dist/ with everything in it."""
    folder = Path(shutil.copytree(complete, tmp_path / "first"))
    dist.install(folder, tmp_path / "dist")
    shutil.rmtree(folder)
    return tmp_path / "dist"


@pytest.fixture
def contents() -> Callable[[Path], dict[str, bytes]]:
    """Give what reads a folder: the name of each file and what it holds."""
    return lambda folder: {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file()
    }
