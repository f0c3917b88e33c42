"""model/proposal.py: where a new document goes, and what is proposed for it."""

import csv
import io
from pathlib import Path

import pytest

from kyodo_lod.errors import ManifestError
from kyodo_lod.model.parse import parse
from kyodo_lod.model.proposal import Proposal, describe, propose
from kyodo_lod.source.manifest_files import load_manifest
from kyodo_lod.source.readers import open_document

KORIYAMA = Path(__file__).resolve().parents[2] / "data/072036-koriyama/kyodo-2/fy2018/plan.txt"


def proposal(path: Path, data: Path) -> Proposal:
    return propose(path, "072036", "kyodo-2", 2018, "2026-11-23", data)


def write(made: Proposal) -> None:
    for path, content in made.files.items():
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)


def test_proposes_the_whole_layout(tmp_path: Path) -> None:
    made = proposal(KORIYAMA, tmp_path)
    assert sorted(path.relative_to(tmp_path).as_posix() for path in made.files) == [
        "072036/kyodo-2/fy2018/plan.txt",
        "072036/kyodo-2/fy2018/source.toml",
        "072036/kyodo-2/plan.toml",
        "072036/municipality.toml",
        "072036/units.csv",
        "publisher.toml",
    ]
    assert made.guess.municipality == "郡山市"
    assert made.guess.ordinal == 2
    assert (made.encoding, made.units) == (None, 44)


def test_what_is_proposed_reads_back_without_a_finding(tmp_path: Path) -> None:
    write(proposal(KORIYAMA, tmp_path))
    manifest = load_manifest(tmp_path / "072036/kyodo-2/fy2018/source.toml")
    reading = parse(manifest, open_document(manifest.document.path))
    assert reading.findings == ()
    assert reading.plan is not None
    assert all(unit.is_registered for unit in reading.plan.units())
    assert manifest.document.title == "第二次郡山市協働推進基本計画 2018年度実施計画"


def test_a_cp932_file_is_recognised(tmp_path: Path) -> None:
    path = tmp_path / "計画.txt"
    path.write_bytes(KORIYAMA.read_text(encoding="utf-8").encode("cp932"))
    made = proposal(path, tmp_path / "data")
    assert made.encoding == "cp932"
    source = made.files[tmp_path / "data/072036/kyodo-2/fy2018/source.toml"].decode()
    assert 'encoding = "cp932"' in source


def test_the_registry_proposed_names_parents_before_children(tmp_path: Path) -> None:
    made = proposal(KORIYAMA, tmp_path)
    rows = list(csv.DictReader(io.StringIO(made.files[tmp_path / "072036/units.csv"].decode())))
    slugs = [row["slug"] for row in rows]
    assert len(set(slugs)) == 44
    assert all(row["parent"] in ("", *slugs[:place]) for place, row in enumerate(rows))
    assert {row["level"] for row in rows} == {"bureau", "office", "section"}


def test_a_second_year_joins_its_municipality_and_keeps_what_is_there(tmp_path: Path) -> None:
    write(proposal(KORIYAMA, tmp_path))
    made = propose(KORIYAMA, "072036", "kyodo-2", 2019, "2026-11-23", tmp_path)
    names = sorted(path.name for path in made.files)
    assert names == ["plan.txt", "source.toml"]
    assert made.units == 0


def test_who_publishes_is_proposed_where_nothing_above_says_it(tmp_path: Path) -> None:
    proposed = proposal(KORIYAMA, tmp_path).files[tmp_path / "publisher.toml"].decode()
    assert 'name.ja = "郡山市"' in proposed
    assert 'type = "LocalAuthority"' in proposed
    city = tmp_path / "072036"
    city.mkdir()
    (city / "publisher.toml").write_text(proposed, encoding="utf-8")
    assert tmp_path / "publisher.toml" not in proposal(KORIYAMA, tmp_path).files


def test_a_year_that_is_there_is_refused(tmp_path: Path) -> None:
    write(proposal(KORIYAMA, tmp_path))
    with pytest.raises(ManifestError, match="--refresh"):
        proposal(KORIYAMA, tmp_path)


@pytest.mark.parametrize("slug", ["../../evil", "Kyodo", "協働", ""])
def test_a_name_that_is_no_slug_is_refused(tmp_path: Path, slug: str) -> None:
    with pytest.raises(ManifestError):
        propose(KORIYAMA, "072036", slug, 2018, "2026-11-23", tmp_path)


def test_describes_a_document_by_its_own_title() -> None:
    manifest = describe(KORIYAMA, "072036", "kyodo-2", 2018)
    assert manifest.document.title == "第二次郡山市協働推進基本計画 2018年度実施計画"
    assert manifest.slug == "072036-kyodo-2-fy2018"


def test_describes_bytes_that_are_in_no_file() -> None:
    data = KORIYAMA.read_bytes()
    of_file = describe(KORIYAMA, "072036", "kyodo-2", 2018)
    of_bytes = describe(Path("nowhere/plan.txt"), "072036", "kyodo-2", 2018, data)
    assert of_bytes.document.title == of_file.document.title
    assert of_bytes.document.data == data
