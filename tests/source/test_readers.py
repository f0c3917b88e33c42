"""Opening a document: which kinds are read, which refused, and the limits."""

import errno
import hashlib
import os
from pathlib import Path

import pytest

from kyodo_lod.errors import DocumentError
from kyodo_lod.source import readers
from kyodo_lod.source.readers import MAX_BYTES, MAX_ROWS, READERS, guess_encoding, open_document


def refusal(path: Path, encoding: str | None = None) -> str:
    with pytest.raises(DocumentError) as caught:
        open_document(path, encoding)
    for line in (caught.value.line("ja"), caught.value.line("en")):
        assert "\n" not in line
        assert path.name in line
    return caught.value.line("en")


def write(folder: Path, data: bytes, name: str = "plan.txt") -> Path:
    path = folder / name
    path.write_bytes(data)
    return path


def test_a_document_knows_its_bytes(tmp_path: Path) -> None:
    data = "a\r\n市\tb".encode("utf-8-sig")
    document = open_document(write(tmp_path, data))
    assert (document.name, document.size) == ("plan.txt", len(data))
    assert document.sha256 == hashlib.sha256(data).hexdigest()
    assert document.media_type == "text/plain"
    assert [row.cells for row in document.rows] == [("a",), ("市", "b")]


@pytest.mark.parametrize("name", ["plan.txt", "plan.tsv", "PLAN.TXT", "計画　2018.Tsv"])
def test_the_name_tells_the_reader(tmp_path: Path, name: str) -> None:
    assert open_document(write(tmp_path, b"a", name)).name == name


def test_each_reader_of_the_table_resolves() -> None:
    assert all(callable(reader.resolve()) for reader in READERS)
    extensions = [extension for reader in READERS for extension in reader.extensions]
    assert len(extensions) == len(set(extensions))


def test_a_missing_file_is_refused(tmp_path: Path) -> None:
    assert refusal(tmp_path / "plan.txt").endswith("cannot be read (No such file or directory)")


def test_a_folder_is_no_document(tmp_path: Path) -> None:
    (tmp_path / "plan.txt").mkdir()
    assert "cannot be read (Is a directory)" in refusal(tmp_path / "plan.txt")


def test_a_path_that_is_none_is_refused(tmp_path: Path) -> None:
    with pytest.raises(DocumentError, match="cannot be read"):
        open_document(tmp_path / "a\0b.txt")
    with pytest.raises(DocumentError, match="cannot be read"):
        open_document(tmp_path / ("x" * 5000 + ".txt"))


def test_an_unreadable_file_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:  # root may read every file, so that chmod would not do
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))

    path = write(tmp_path, b"a")
    monkeypatch.setattr(Path, "open", refuse)
    assert "Permission denied" in refusal(path)


@pytest.mark.parametrize("name", ["plan.docx", "plan.pdf", "plan", "plan.csv", ".txt"])
def test_an_unknown_extension_is_refused_with_the_known_ones(tmp_path: Path, name: str) -> None:
    assert "(known: .txt, .tsv)" in refusal(write(tmp_path, b"a", name))


def test_what_to_click_is_said_of_what_an_office_has(tmp_path: Path) -> None:
    assert refusal(write(tmp_path, b"a", "plan.xlsx")).endswith("the type Unicode Text (*.txt)")
    assert refusal(write(tmp_path, b"a", "plan")).endswith("; save it as text")


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (b"PK\x03\x04\x14\x00", "Excel / Word (zip)"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1", "Excel / Word 97-2003"),
        (b"\x1f\x8b\x08", "gzip"),
        (b"<!DOCTYPE html><table>", "HTML / XML"),
        (b"\xef\xbb\xbf\r\n  <HTML>", "HTML / XML"),
        (b'<?xml version="1.0"?>', "HTML / XML"),
    ],
)
def test_what_only_calls_itself_text_is_refused(tmp_path: Path, data: bytes, kind: str) -> None:
    path = write(tmp_path, data)
    assert refusal(path) == (
        f"{path}: is really {kind}; save the table as tab-separated text (.txt)"
    )


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"%PDF-1.7\n", "is really PDF; PDF cannot be read yet; ask those who made it"),
        (b"\x89PNG\r\n", "is really JPEG / PNG; no image can be read; ask those"),
        (b"\xff\xd8\xff\xe0", "is really JPEG / PNG; no image can be read; ask those"),
        (b"PK\x03\x04..xl/workbook.xml", "is really Excel; in Excel choose Save As"),
        (b"PK\x03\x04..word/document.xml", "is really Word; copy the tables into"),
    ],
)
def test_what_an_office_has_under_another_name_is_told_as_under_its_own(
    tmp_path: Path, data: bytes, said: str
) -> None:
    assert said in refusal(write(tmp_path, data))


@pytest.mark.parametrize("data", [b"", b"\n \n", b"\xef\xbb\xbf"])
def test_an_empty_file_is_refused(tmp_path: Path, data: bytes) -> None:
    path = write(tmp_path, data)
    assert refusal(path) == f"{path}: the document is empty"


def test_the_line_of_another_encoding_is_told_with_the_path_as_given(tmp_path: Path) -> None:
    path = write(tmp_path, "一行目\n".encode() + "総務部人事課は市民と進めます。\n".encode("cp932"))
    assert refusal(path).startswith(f"{path}:2: is not UTF-8; ")


def test_binary_is_refused(tmp_path: Path) -> None:
    assert "NUL" in refusal(write(tmp_path, b"\x7fELF\x02\x00\x00"))


def test_another_encoding_is_named(tmp_path: Path) -> None:
    path = write(tmp_path, "新規\t市民のために".encode("cp932"))
    assert 'encoding = "cp932"' in refusal(path)
    assert guess_encoding(path) == "cp932"
    assert open_document(path, "cp932").rows[0].cells == ("新規", "市民のために")


def test_guessing_says_what_opening_says(tmp_path: Path) -> None:
    assert guess_encoding(write(tmp_path, "市民".encode())) is None
    with pytest.raises(DocumentError, match="No such file"):
        guess_encoding(tmp_path / "none.txt")


def test_a_large_file_is_refused_before_it_is_split(tmp_path: Path) -> None:
    path = write(tmp_path, b"x" * MAX_BYTES)
    assert len(open_document(path).rows) == 1
    path.write_bytes(b"x" * (MAX_BYTES + 1))
    assert "too large" in refusal(path)
    assert "8 MiB" in refusal(path)


def test_too_many_rows_are_refused_before_they_fill_the_memory(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = write(tmp_path, b"x\n" * MAX_ROWS)
    assert len(open_document(path).rows) == MAX_ROWS
    made: list[int] = []
    row = readers.Row.__new__

    def counted(kind: type[readers.Row], *args: object) -> readers.Row:
        made.append(1)
        return row(kind, *args)  # type: ignore[arg-type]

    monkeypatch.setattr(readers.Row, "__new__", counted)
    path.write_bytes(b"x\n" * (MAX_ROWS * 5))
    assert f"limit {MAX_ROWS:,}" in refusal(path)
    assert len(made) == MAX_ROWS + 1


def test_an_error_names_the_folder_as_the_user_did(tmp_path: Path) -> None:
    path = write(tmp_path, "計画".encode("cp932"))
    with pytest.raises(DocumentError) as error:
        open_document(path, folder=Path("data/072036-koriyama"))
    assert error.value.place.startswith(f"data/072036-koriyama/{path.name}")


def test_bytes_at_hand_need_no_file(tmp_path: Path) -> None:
    data = "見出し\t課".encode("cp932")
    path = write(tmp_path, data)
    document = open_document(path, "cp932")
    path.unlink()
    assert open_document(path, "cp932", data=data) == document
    assert guess_encoding(path, data) == "cp932"
    with pytest.raises(DocumentError, match="too large"):
        open_document(path, data=b"a" * (MAX_BYTES + 1))
