"""Fixtures of the end-to-end runs: copies of the real data, and one build shared by all."""

import shutil
from pathlib import Path

import pytest
from conftest import KORIYAMA, ROOT
from end_to_end.process import run


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    """Give a folder with a copy of data/."""
    folder = tmp_path / "desk"
    shutil.copytree(ROOT / "data", folder / "data")
    return folder


@pytest.fixture
def city(desk: Path) -> Path:
    """Give the folder of the year's plan in that copy."""
    return desk / KORIYAMA.relative_to(ROOT)


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give a folder with data/ and the dist/ that a real build made of it; not to be changed."""
    folder = tmp_path_factory.mktemp("built")
    shutil.copytree(ROOT / "data", folder / "data")
    done = run("build", cwd=folder)
    assert done.code == 0, done.err
    (folder / "stdout.txt").write_bytes(done.data)
    return folder


@pytest.fixture
def published(built: Path, tmp_path: Path) -> Path:
    """Give a copy of the folder with data/ and dist/."""
    return Path(shutil.copytree(built, tmp_path / "published"))
