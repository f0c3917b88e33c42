"""SHA256SUMS: what it lists, as sha256sum reads and writes it."""

import hashlib
import shutil
import subprocess
from pathlib import Path

import pytest

from kyodo_lod.publish.checksums import NAME, file_names, listed, sha256, write_checksums

FILES = {"b.ttl": b"b", "a/z.nt": b"", "a/b/計画 一.csv": b"\xff\x00", "a.txt": b"a", "B.txt": b"B"}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name, content in FILES.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_bytes(content)
    (tmp_path / "empty").mkdir()
    write_checksums(tmp_path)
    return tmp_path


def test_a_hash_is_that_of_the_bytes(tmp_path: Path) -> None:
    (tmp_path / "x").write_bytes(b"abc")
    expected = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"
    assert sha256(tmp_path / "x") == expected


def test_files_are_named_from_the_folder_on_and_sorted(folder: Path) -> None:
    assert file_names(folder) == [
        "B.txt", "SHA256SUMS", "a.txt", "a/b/計画 一.csv", "a/z.nt", "b.ttl",
    ]  # fmt: skip


def test_lines_are_those_of_sha256sum(folder: Path) -> None:
    names = ["B.txt", "a.txt", "a/b/計画 一.csv", "a/z.nt", "b.ttl"]
    lines = [f"{hashlib.sha256(FILES[name]).hexdigest()}  {name}\n" for name in names]
    assert (folder / NAME).read_bytes() == "".join(lines).encode()


def test_sha256sum_agrees(folder: Path) -> None:
    program = shutil.which("sha256sum")
    if program is None:
        pytest.skip("this system has no sha256sum")
    command = [program, "--check", "--strict", "--quiet", NAME]
    assert subprocess.run(command, cwd=folder, check=False).returncode == 0
    (folder / "b.ttl").write_bytes(b"changed")
    done = subprocess.run(command, cwd=folder, check=False, capture_output=True)
    assert done.returncode == 1


def test_what_is_written_is_listed_and_not_itself(folder: Path) -> None:
    assert listed(folder) == {
        name: hashlib.sha256(content).hexdigest() for name, content in FILES.items()
    }
    before = (folder / NAME).read_bytes()
    write_checksums(folder)
    assert (folder / NAME).read_bytes() == before


@pytest.mark.parametrize("line", ["", "abc", "abc ", "abc x", "abc  ", "\x00\xff"])
def test_a_line_that_lists_nothing_is_passed_over(line: str, tmp_path: Path) -> None:
    (tmp_path / NAME).write_text(f"{line}\n12  a  b.ttl\r\n", encoding="latin-1")
    assert listed(tmp_path) == {"a  b.ttl": "12"}


def test_without_a_list_nothing_is_listed(tmp_path: Path) -> None:
    assert listed(tmp_path) == {}
    assert listed(tmp_path / "missing") == {}
    (tmp_path / NAME).mkdir()
    assert listed(tmp_path) == {}
