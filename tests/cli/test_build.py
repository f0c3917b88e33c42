"""`build`: everything under data/ to dist/, and nothing where something is wrong."""

import shutil
from pathlib import Path

import pytest
from cli.running import Done, invoke
from cli.test_read import damage
from conftest import ROOT

from kyodo_lod.publish.checksums import file_names


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Done]:
    """Build the real data; the folder of data/ and dist/, and how it ended."""
    folder = tmp_path_factory.mktemp("built")
    shutil.copytree(ROOT / "data", folder / "data")
    return folder, invoke("build", str(folder / "data"), "--out", str(folder / "dist"))


def contents(folder: Path) -> dict[str, bytes]:
    """Give the files of a folder with what they hold."""
    return {name: (folder / name).read_bytes() for name in file_names(folder)}


def test_a_build_says_one_line_per_file(built: tuple[Path, Done]) -> None:
    folder, done = built
    assert (done.code, done.err) == (0, "")
    lines = done.out.splitlines()
    names = [line.partition("  ")[0] for line in lines]
    assert sorted(names) == [f"{folder}/dist/{name}" for name in file_names(folder / "dist")]
    assert names[-1] == f"{folder}/dist/SHA256SUMS"
    for line in lines:
        name, _, size = line.partition("  ")
        assert int(size.replace(",", "")) == Path(name).stat().st_size


def test_a_second_build_changes_nothing_and_check_says_so(built: tuple[Path, Done]) -> None:
    folder, _ = built
    before = contents(folder / "dist")
    done = invoke("build", str(folder / "data"), "--out", str(folder / "dist"), "--check")
    assert (done.code, done.out, done.err) == (0, "", "")
    quiet = invoke("build", str(folder / "data"), "--out", str(folder / "dist"), "--quiet")
    assert (quiet.code, quiet.out, quiet.err) == (0, "", "")
    assert contents(folder / "dist") == before


def test_check_names_what_would_change_and_writes_nothing(
    built: tuple[Path, Done], tmp_path: Path
) -> None:
    folder, _ = built
    dist = tmp_path / "dist"
    shutil.copytree(folder / "dist", dist)
    (dist / "catalog.ttl").write_text("# touched\n", encoding="utf-8")
    (dist / "def.ttl").unlink()
    (dist / "more.txt").write_text("x", encoding="utf-8")
    before = contents(dist)
    done = invoke("build", str(folder / "data"), "--out", str(dist), "--check", "--quiet")
    assert done.code == 1
    assert done.out.splitlines() == [f"{dist}/{n}" for n in ("catalog.ttl", "def.ttl", "more.txt")]
    assert contents(dist) == before


def test_the_base_of_publisher_toml_counts_unless_base_is_given(city: Path, tmp_path: Path) -> None:
    settings = tmp_path / "data" / "publisher.toml"
    text = settings.read_text(encoding="utf-8")
    settings.write_text(f'base = "https://city.example/"\n{text}', encoding="utf-8")
    assert city.is_dir()
    for more, base in (((), "https://city.example/"), (("--base", "http://b/"), "http://b/")):
        assert invoke("build", "--out", "out", "--quiet", *more).code == 0
        dump = next((tmp_path / "out").rglob("*fy2018.nt")).read_text(encoding="utf-8")
        assert f"<{base}dataset/072036-kyodo-2-fy2018>" in dump
        shutil.rmtree(tmp_path / "out")


def test_with_a_violation_the_old_files_stay(
    built: tuple[Path, Done], city: Path, tmp_path: Path
) -> None:
    dist = tmp_path / "dist"
    shutil.copytree(built[0] / "dist", dist)
    before = contents(dist)
    damage(city, 69, "上下水道局総務課", "")
    done = invoke("build")
    assert (done.code, done.out) == (1, "")
    assert "plan.txt:69: violation plan#PlannedProject-responsibleUnit" in done.err
    assert done.err.splitlines()[-1].startswith(
        "data/072036-koriyama/kyodo-2/fy2018/plan.txt: has violations, so nothing was written"
    )
    assert contents(dist) == before
    assert not list(tmp_path.glob(".kyodo-*"))


@pytest.mark.usefixtures("city")
def test_files_that_no_build_made_are_not_overwritten(tmp_path: Path) -> None:
    dist = tmp_path / "dist"
    dist.mkdir()
    (dist / "thesis.docx").write_bytes(b"years of work")
    done = invoke("build")
    assert (done.code, done.out) == (2, "")
    assert done.err.startswith("dist/thesis.docx: was not made by build")
    assert contents(dist) == {"thesis.docx": b"years of work"}


@pytest.mark.parametrize("out", ["a-file", "a-file/dist"])
@pytest.mark.usefixtures("city")
def test_an_output_folder_that_cannot_be_is_said_in_one_line(out: str, tmp_path: Path) -> None:
    (tmp_path / "a-file").write_text("x", encoding="utf-8")
    done = invoke("build", "--out", out)
    assert (done.code, done.out, done.err.count("\n")) == (2, "", 1)
    assert done.err.startswith(f"{out}: ")
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a-file", "data"]


@pytest.mark.parametrize("data", ["nothing", "empty"])
@pytest.mark.usefixtures("city")
def test_data_that_is_not_there_is_said_in_one_line(data: str, tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    done = invoke("build", data)
    assert (done.code, done.out, done.err.count("\n")) == (2, "", 1)
    assert done.err.startswith(f"{data}: ")
    assert not (tmp_path / "dist").exists()
