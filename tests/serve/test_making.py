"""A release is what was published, whole or not at all."""

import errno
import gzip
import hashlib
import os
import shutil
from pathlib import Path
from typing import IO, Any

import pyoxigraph
import pytest
from serve.servers import DIST, released

from kyodo_lod.errors import KyodoError
from kyodo_lod.publish import checksums
from kyodo_lod.query.run import dist_quads
from kyodo_lod.serve import making
from kyodo_lod.serve.making import make_release
from kyodo_lod.serve.release import Release


@pytest.fixture(scope="module")
def made(shared: Path) -> Release:
    return released(shared)


@pytest.fixture
def dist(tmp_path: Path) -> Path:
    return Path(shutil.copytree(DIST, tmp_path / "dist"))


def test_its_files_are_those_of_the_site_with_their_hashes(made: Release) -> None:
    assert set(made.files) == set(checksums.file_names(made.site))
    for name, sha256 in made.files.items():
        assert checksums.sha256(made.site / name) == sha256
    published = checksums.listed(DIST)
    kept = [name for name in published if made.files[name] == published[name]]
    assert len(kept) > len(published) / 2, "all but pages are as they were published"


def test_text_is_packed_where_that_saves(made: Release) -> None:
    packed = checksums.file_names(made.packed)
    assert "def.ttl.gz" in packed
    for name in packed:
        data = (made.packed / name).read_bytes()
        plain = (made.site / name.removesuffix(".gz")).read_bytes()
        assert gzip.decompress(data) == plain
        assert len(data) < len(plain)
        assert data[4:8] == bytes(4), "no clock"
    for name in set(made.files) - {each.removesuffix(".gz") for each in packed}:
        size = (made.site / name).stat().st_size
        assert size < 1024 or name.endswith((".xlsx", ".gz")) or name == checksums.NAME, name


def test_the_store_answers_as_the_published_data_do(made: Release) -> None:
    store = pyoxigraph.Store.read_only(str(made.store))
    current = {quad.triple for quad in dist_quads(DIST)}
    default = store.quads_for_pattern(None, None, None, pyoxigraph.DefaultGraph())
    assert len(list(default)) == len(current)
    assert {str(name.value) for name in store.named_graphs()} == set(made.graphs)
    assert f"{made.home}catalog" in made.graphs


def test_an_iri_leads_to_its_description(made: Release) -> None:
    described = made.things["id/072036/plan/kyodo-2/fy2018/p/4-15"]
    assert described.page in made.files


def test_it_is_dated_as_what_was_published(made: Release) -> None:
    assert made.modified == int((DIST / "SHA256SUMS").stat().st_mtime)


def test_it_lies_under_its_digest_and_nothing_else_is_left(made: Release) -> None:
    assert made.folder.name == made.digest
    assert [path.name for path in made.folder.parent.iterdir()] == [made.digest]
    names = {path.name for path in made.folder.iterdir()}
    assert names == {"site", "packed", "unpacked", "store", "release.json"}


def test_one_that_is_there_is_taken_up_as_it_was_made(made: Release) -> None:
    told: list[str] = []
    assert make_release(DIST, made.folder.parent, told.append) == made
    assert told == []


def test_a_file_that_is_not_as_listed_is_waited_for(dist: Path, tmp_path: Path) -> None:
    with (dist / "def.ttl").open("ab") as file:
        file.write(b"# half a build\n")
    with pytest.raises(KyodoError, match=r"def\.ttl: is not what SHA256SUMS lists"):
        make_release(dist, tmp_path / "state")
    assert not any((tmp_path / "state").glob("*"))


def test_a_file_that_is_not_there_yet_is_waited_for(dist: Path, tmp_path: Path) -> None:
    (dist / "void.ttl").unlink()
    with pytest.raises(KyodoError, match=r"void\.ttl: is not what SHA256SUMS lists"):
        make_release(dist, tmp_path / "state")


@pytest.mark.parametrize("name", ["/etc/hostname", "../outside.ttl", "dataset/../../outside.ttl"])
def test_nothing_outside_of_dist_is_published(dist: Path, tmp_path: Path, name: str) -> None:
    (tmp_path / "outside.ttl").write_bytes(b"")
    with (dist / "SHA256SUMS").open("a") as file:
        file.write(f"{hashlib.sha256(b'').hexdigest()}  {name}\n")
    with pytest.raises(KyodoError, match="SHA256SUMS: is not what SHA256SUMS lists"):
        make_release(dist, tmp_path / "state")


def test_without_dist_it_says_what_to_do(tmp_path: Path) -> None:
    with pytest.raises(KyodoError, match="there is no such folder; run kyodo-lod build first"):
        make_release(tmp_path / "dist", tmp_path / "state")
    (tmp_path / "dist").mkdir()
    with pytest.raises(KyodoError, match="holds nothing published; run kyodo-lod build first"):
        make_release(tmp_path / "dist", tmp_path / "state")


def test_sums_that_cannot_be_read_are_not_called_absent(tmp_path: Path) -> None:
    (tmp_path / "dist" / "SHA256SUMS").mkdir(parents=True)
    with pytest.raises(KyodoError, match=r"SHA256SUMS: cannot be read \(Is a directory\)"):
        make_release(tmp_path / "dist", tmp_path / "state")


@pytest.mark.parametrize("name", ["void.ttl", "SHA256SUMS"])
def test_a_file_that_cannot_be_read_is_named_and_not_the_state(
    dist: Path, tmp_path: Path, name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = Path.open

    def open_(path: Path, *given: Any, **more: Any) -> IO[Any]:  # root may read everything
        if path == dist / name:
            raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), str(path))
        return real(path, *given, **more)

    monkeypatch.setattr(Path, "open", open_)
    with pytest.raises(KyodoError) as caught:
        make_release(dist, tmp_path / "state")
    assert caught.value.line("en") == f"{dist / name}: cannot be read (Permission denied)"
    assert caught.value.line("ja") == f"{dist / name}: 読めません (権限がありません)。"
    assert not any((tmp_path / "state").glob("*"))


def test_a_process_of_its_own_says_what_it_does_in_json(
    made: Release, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    assert making.main(str(DIST), str(made.folder.parent)) == 0
    assert capfd.readouterr().out == f'{{"made": "{made.folder}"}}\n'
    assert making.main(str(tmp_path), str(tmp_path / "state")) == 1
    assert capfd.readouterr().out.startswith(f'{{"error": ["{tmp_path}", "')


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write anywhere")
def test_a_state_folder_that_cannot_be_written_is_named(tmp_path: Path) -> None:
    tmp_path.chmod(0o500)
    with pytest.raises(KyodoError, match="cannot be written"):
        make_release(DIST, tmp_path / "state")
