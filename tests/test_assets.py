"""ontology/, shapes/ and queries/: found in a checkout and in a wheel."""

import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest
from conftest import ROOT

from kyodo_lod.assets import asset, assets, root


def test_in_a_checkout_the_files_are_those_that_people_edit() -> None:
    assert root() == ROOT
    assert asset("ontology/kyodo.ttl") == ROOT / "ontology" / "kyodo.ttl"
    assert asset("ontology/kyodo.ttl").is_file()


def test_assets_come_in_the_order_of_their_names() -> None:
    found = assets("queries/*.rq")
    assert found == sorted((ROOT / "queries").iterdir())
    assert assets("nothing/*.rq") == []


def test_the_wheel_carries_every_folder_that_is_asked_for() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    included = project["tool"]["hatch"]["build"]["targets"]["wheel"]["force-include"]
    assert included == {
        name: f"kyodo_lod/_assets/{name}" for name in ("ontology", "shapes", "queries")
    }


@pytest.fixture
def installed(tmp_path: Path) -> Path:
    """Lay the package out as a wheel does, outside of any checkout."""
    package = tmp_path / "site-packages" / "kyodo_lod"
    shutil.copytree(
        ROOT / "src" / "kyodo_lod", package, ignore=shutil.ignore_patterns("__pycache__")
    )
    for name in ("ontology", "shapes", "queries"):
        shutil.copytree(ROOT / name, package / "_assets" / name)
    return package


def test_in_a_wheel_they_are_inside_the_package(installed: Path) -> None:
    program = (
        "from kyodo_lod.assets import assets, root\n"
        "from kyodo_lod.check.shapes import load_shapes\n"
        "from kyodo_lod.query.library import queries\n"
        "from kyodo_lod.query.run import vocabulary_quads\n"
        "load_shapes('plan')\n"
        "print(root(), len(list(queries())), len(list(vocabulary_quads())) > 100, sep='|')\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", program],
        capture_output=True,
        text=True,
        check=False,
        cwd=installed.parent,
        env={"PYTHONPATH": str(installed.parent), "PYTHONUTF8": "1"},
    )
    assert done.stderr == ""
    place, count, has_vocabulary = done.stdout.strip().split("|")
    assert Path(place) == installed / "_assets"
    assert int(count) == len(assets("queries/*.rq"))
    assert has_vocabulary == "True"
