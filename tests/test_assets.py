"""Where ontology, shapes and queries are found: in the checkout, else inside the wheel."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from conftest import ROOT

from kyodo_lod import assets


@pytest.fixture
def package(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """Give a folder that the program believes to be its own, as it is installed from a wheel."""
    folder = tmp_path / "lib" / "site-packages" / "kyodo_lod"
    shutil.copytree(ROOT / "ontology", folder / "_assets" / "ontology")
    monkeypatch.setattr(assets, "_PACKAGE", folder)
    assets.root.cache_clear()
    yield folder
    assets.root.cache_clear()


def test_a_checkout_serves_its_own_files() -> None:
    assert assets.root() == ROOT
    assert assets.asset("ontology/kyodo.ttl") == ROOT / "ontology" / "kyodo.ttl"


def test_a_wheel_serves_its_copy(package: Path) -> None:
    assert assets.root() == package / "_assets"
    assert assets.asset("ontology/kyodo.ttl").is_file()


@pytest.mark.parametrize("neighbour", ["pyproject.toml", "ontology"])
def test_a_stranger_beside_the_package_is_no_checkout(package: Path, neighbour: str) -> None:
    """Only both together are ours: site-packages may stand in anybody's project."""
    beside = package.parent.parent
    if neighbour == "ontology":
        (beside / neighbour).mkdir()
    else:
        (beside / neighbour).touch()
    assert assets.root() == package / "_assets"


def test_assets_come_in_the_order_of_their_names() -> None:
    for pattern in ("queries/*.rq", "ontology/codes/*.ttl", "shapes/*.ttl"):
        found = assets.assets(pattern)
        assert found == sorted(found)
        assert found
    assert assets.assets("queries/*.none") == []


def test_the_wheel_takes_what_the_program_asks_for() -> None:
    """What is read through here is what pyproject.toml copies into the wheel."""
    text = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    for folder in ("ontology", "shapes", "queries"):
        assert f'{folder} = "kyodo_lod/_assets/{folder}"' in text
