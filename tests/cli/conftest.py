"""Fixtures of the command line's tests."""

import shutil
from pathlib import Path

import pytest
from cli.running import invoke, plain_environment
from conftest import KORIYAMA, ROOT


@pytest.fixture(autouse=True)
def plain(monkeypatch: pytest.MonkeyPatch) -> None:
    """Take from the environment what speaks to the program."""
    for name in ("KYODO_LOD_LANG", "NO_COLOR", "FORCE_COLOR", "LC_ALL", "LC_MESSAGES"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("LANG", plain_environment()["LANG"])


@pytest.fixture
def city(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give a folder with a copy of data/, and work in it; the folder of its year's plan."""
    shutil.copytree(ROOT / "data", tmp_path / "data")
    monkeypatch.chdir(tmp_path)
    return tmp_path / KORIYAMA.relative_to(ROOT)


@pytest.fixture(scope="session")
def plan_nt(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give the real plan as N-Triples."""
    path = tmp_path_factory.mktemp("plan") / "plan.nt"
    assert invoke("convert", str(KORIYAMA), "--to", "n-triples", "-o", str(path)).code == 0
    return path
