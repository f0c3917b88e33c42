"""files.py: reading a file whole, and the operating system's refusals in both languages."""

import errno
from pathlib import Path

import pytest

from kyodo_lod.errors import GraphError
from kyodo_lod.files import read_file, refusal, require_folder


def test_reads_whole_or_up_to_a_limit(tmp_path: Path) -> None:
    path = tmp_path / "a"
    path.write_bytes(b"12345")
    assert read_file(path, GraphError) == b"12345"
    assert read_file(path, GraphError, 2) == b"12"


@pytest.mark.parametrize(
    ("name", "ja", "en"),
    [
        ("none", "ファイルがありません", "No such file or directory"),
        (".", "フォルダです", "Is a directory"),
        ("x" * 300, "名前が長すぎます", "File name too long"),
        ("a\0b", "embedded null byte", "embedded null byte"),
    ],
)
def test_says_why_it_cannot_be_read(tmp_path: Path, name: str, ja: str, en: str) -> None:
    with pytest.raises(GraphError) as caught:
        read_file(tmp_path / name, GraphError)
    assert ja in caught.value.line("ja")
    assert en in caught.value.line("en")
    assert "\n" not in caught.value.line("en")


def test_an_unknown_refusal_keeps_the_systems_words() -> None:
    odd = OSError(errno.EXDEV, "Invalid cross-device link")
    assert refusal(odd) == ("Invalid cross-device link", "Invalid cross-device link")


@pytest.mark.parametrize(
    ("name", "ja", "en"),
    [
        ("none", "このフォルダはありません。先に", "there is no such folder; run kyodo-lod build"),
        (
            "file",
            "フォルダではありません。",
            "is no folder; name the one that kyodo-lod build made",
        ),
        (
            "file/in",
            "このフォルダはありません。先に",
            "there is no such folder; run kyodo-lod build",
        ),
        ("x" * 300, "読めません (名前が長すぎます)", "cannot be read (File name too long)"),
        ("a\0b", "読めません (embedded null byte)", "cannot be read (embedded null byte)"),
    ],
)
def test_what_is_no_folder_is_told_from_what_is_not_there(
    tmp_path: Path, name: str, ja: str, en: str
) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(GraphError) as caught:
        require_folder(tmp_path / name, GraphError)
    assert caught.value.message.ja.startswith(ja)
    assert caught.value.message.en.startswith(en)


def test_a_folder_is_one_by_way_of_a_link_too(tmp_path: Path) -> None:
    (tmp_path / "link").symlink_to(tmp_path)
    require_folder(tmp_path / "link", GraphError)
