"""From a path on the command line to manifests."""

from pathlib import Path

import pytest

from kyodo_lod.errors import DocumentError, KyodoError, ManifestError
from kyodo_lod.source.locate import bare_manifest, manifests, municipality_folder


def slugs(path: Path) -> list[str]:
    return [manifest.slug for manifest in manifests(path)]


@pytest.mark.parametrize(
    "part",
    ["", "kyodo-2", "kyodo-2/fy2018", "kyodo-2/fy2018/source.toml", "kyodo-2/fy2018/plan.txt"],
)
def test_a_folder_a_manifest_or_a_document_stands_for_it(city: Path, part: str) -> None:
    assert slugs(city / part) == ["072036-kyodo-2-fy2018"]


def test_a_folder_may_hold_many_in_the_order_of_their_names(city: Path) -> None:
    for year in (2020, 2019):
        other = city / "kyodo-2" / f"fy{year}"
        other.mkdir()
        text = (city / "kyodo-2" / "fy2018" / "source.toml").read_text("utf-8")
        (other / "source.toml").write_text(text.replace("= 2018", f"= {year}"), "utf-8")
    assert slugs(city) == [f"072036-kyodo-2-fy{year}" for year in (2018, 2019, 2020)]


def refusal(path: Path) -> KyodoError:
    with pytest.raises(KyodoError) as caught:
        slugs(path)
    return caught.value


def test_a_folder_without_a_manifest_is_refused(tmp_path: Path) -> None:
    error = refusal(tmp_path)
    assert isinstance(error, ManifestError)
    assert error.line("en") == f"{tmp_path}: holds no source.toml; kyodo-lod init writes one"


def test_a_missing_file_is_refused(tmp_path: Path) -> None:
    error = refusal(tmp_path / "plan.txt")
    assert isinstance(error, DocumentError)
    assert error.line("en") == f"{tmp_path}/plan.txt: no such file"


def test_a_bare_document_needs_its_options(tmp_path: Path) -> None:
    (tmp_path / "plan.txt").write_text("a")
    line = refusal(tmp_path / "plan.txt").line("en")
    assert "has no source.toml beside it; add --municipality, --plan and --year" in line


def test_a_neighbour_of_the_document_is_not_the_document(city: Path) -> None:
    other = city / "kyodo-2" / "fy2018" / "notes.txt"
    other.write_text("a")
    assert "has no source.toml beside it" in refusal(other).line("en")


def test_a_bare_document_is_described_by_its_options(tmp_path: Path) -> None:
    manifest = bare_manifest(tmp_path / "plan.txt", "072036", "kyodo-2", 2018)
    assert manifest.slug == "072036-kyodo-2-fy2018"
    assert manifest.document.sha256 is None
    with pytest.raises(ManifestError, match="--municipality: '072037' is no local government code"):
        bare_manifest(tmp_path / "plan.txt", "072037", "kyodo-2", 2018)


def test_a_municipality_is_found_by_its_code_whatever_its_folder_is_called(city: Path) -> None:
    city = city.rename(city.with_name("koriyama"))
    assert municipality_folder(city.parent, "072036") == city
    assert municipality_folder(city.parent, "011002") == city.parent / "011002"
