"""Fixtures of the command line's tests."""

import shutil
from pathlib import Path

import pytest
from cli.running import invoke, plain_environment
from conftest import KORIYAMA, ROOT

SHAPES = """@prefix sh: <http://www.w3.org/ns/shacl#> . @prefix e: <https://example.org/> .
e:S sh:targetClass e:T ; sh:property [ sh:path e:p ; sh:minCount 1 ] ."""
DATA = "<https://example.org/a> a <https://example.org/T> ."
PROJECT = "<https://w3id.org/kyodo-lod/id/072036/plan/kyodo-2/fy2018/p/4-15>"


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


@pytest.fixture(scope="session")
def damaged_nt(plan_nt: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give the real plan as N-Triples, without the section responsible for 4-15."""
    path = tmp_path_factory.mktemp("damaged") / "damaged.nt"
    lines = plan_nt.read_text(encoding="utf-8").splitlines(keepends=True)
    kept = [one for one in lines if not (one.startswith(PROJECT) and "#responsibleUnit>" in one)]
    assert len(kept) == len(lines) - 1
    path.write_text("".join(kept), encoding="utf-8")
    return path


@pytest.fixture
def arguments(tmp_path: Path) -> list[str]:
    """Give the arguments of a run that finds one fault."""
    (tmp_path / "own.ttl").write_text(SHAPES, encoding="utf-8")
    (tmp_path / "data.ttl").write_text(DATA, encoding="utf-8")
    return ["validate", str(tmp_path / "data.ttl"), "--shapes", str(tmp_path / "own.ttl")]
