"""The main job as a function: what a build gives and refuses."""

import inspect
import shutil
from pathlib import Path

import pytest
from conftest import KORIYAMA, ROOT

from kyodo_lod import building, errors
from kyodo_lod.publish.checksums import file_names

BASE = "https://example.org/"
SLUG = "072036-kyodo-2-fy2018"


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """Give a copy of data/."""
    return Path(shutil.copytree(ROOT / "data", tmp_path / "data"))


def invalid(data: Path) -> None:
    """Take the section responsible for 4-15 away."""
    document = data / KORIYAMA.relative_to(ROOT / "data") / "plan.txt"
    text = document.read_bytes().decode("utf-8")
    assert "上下水道局総務課" in text
    document.write_bytes(text.replace("上下水道局総務課", "", 1).encode("utf-8"))


def test_build_gives_its_files_and_tells_its_progress(data: Path) -> None:
    out, told = data.with_name("dist"), list[str]()
    built = building.build(data, out, BASE, progress=told.append)
    assert built.findings == ()
    assert built.files[-1] == "SHA256SUMS"
    assert sorted(built.files) == file_names(out)
    assert told == [SLUG, "dist"]
    assert [path.name for path in out.parent.iterdir() if path.name.startswith(".")] == []
    again = building.build(data, out, BASE, check=True)
    assert again.files == ()
    invalid(data)
    before = (out / "SHA256SUMS").read_bytes()
    with pytest.raises(errors.InvalidPlanError) as raised:
        building.build(data, out, BASE)
    assert len(raised.value.findings) == 2
    assert (out / "SHA256SUMS").read_bytes() == before


def test_a_build_of_nothing_makes_nothing(tmp_path: Path) -> None:
    (tmp_path / "data").mkdir()
    with pytest.raises(errors.ManifestError, match=r"holds no source\.toml"):
        building.build(tmp_path / "data", tmp_path / "dist")
    assert [path.name for path in tmp_path.iterdir()] == ["data"]


def test_a_report_names_the_nodes_of_the_base_it_is_published_under(data: Path) -> None:
    registry = data / "072036-koriyama" / "units.csv"
    kept = [row for row in registry.read_text("utf-8").splitlines() if "中央公民館" not in row]
    registry.write_text("\n".join(kept) + "\n", "utf-8")
    out = data.with_name("dist")
    built = building.build(data, out, BASE)
    assert {finding.short_rule for finding in built.findings} >= {
        "plan#PlannedProject-registeredUnit"
    }
    report = (out / "dataset" / SLUG / f"{SLUG}-report.ttl").read_text("utf-8")
    assert "sh:result " in report
    assert "w3id.org/kyodo-lod/id/" not in report


def test_a_build_is_described_argument_by_argument() -> None:
    text = inspect.getdoc(building.build) or ""
    for parameter in inspect.signature(building.build).parameters:
        assert f"\n    {parameter}: " in text, parameter
