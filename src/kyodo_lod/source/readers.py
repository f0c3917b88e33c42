"""The table of document readers, and the opening of a document with its limits."""

import hashlib
from collections.abc import Callable, Iterable
from importlib import import_module
from itertools import islice
from pathlib import Path
from typing import NamedTuple, TypeAlias

from kyodo_lod.bilingual import Bilingual
from kyodo_lod.errors import DocumentError
from kyodo_lod.files import read_file
from kyodo_lod.source.foreign import foreign, foreign_content
from kyodo_lod.source.rows import Document, Row

Read: TypeAlias = Callable[[bytes, str, str | None], Iterable[Row]]

#: no year's plan comes near these; beyond them a check could take minutes
MAX_BYTES = 8 * 1024 * 1024
MAX_ROWS = 5_000


class Reader(NamedTuple):
    """A kind of document.

    Args:
        title: what people call it.
        extensions: of its files.
        media_type: its IANA media type.
        function: `module:function` from bytes, name and encoding to rows.
    """

    title: str
    extensions: tuple[str, ...]
    media_type: str
    function: str

    def resolve(self) -> "Read":
        """Import and give the reading function."""
        module, _, function = self.function.partition(":")
        read: Read = getattr(import_module(module), function)
        return read


READERS = (Reader("text", (".txt", ".tsv"), "text/plain", "kyodo_lod.source.text:read"),)

_AS_TEXT = Bilingual("テキスト形式で保存し直してください。", "save it as text")


def open_document(
    path: Path,
    encoding: str | None = None,
    folder: Path | None = None,
    data: bytes | None = None,
) -> Document:
    """Read the document at `path`.

    Args:
        path: the document.
        encoding: as its manifest states it.
        folder: its folder as the user named it, for the place of an error; else that of `path`.
        data: its bytes, where they were read already and need not be in any file.

    Raises:
        DocumentError: where it is missing, too large, of a kind that no reader knows, or unreadable.
    """
    try:
        return _opened(path, encoding, data)
    except DocumentError as error:
        if not error.place.startswith(path.name):
            raise
        # whoever reads of it alone must find the file
        named = path.parent if folder is None else folder
        raise DocumentError(str(named / error.place), *error.message) from error


def _opened(path: Path, encoding: str | None, data: bytes | None) -> Document:
    data = _bounded(path, data)
    name = path.name
    reader = _reader(path)
    _refuse_foreign(data, name)
    rows = tuple(islice(reader.resolve()(data, name, encoding), MAX_ROWS + 1))
    if len(rows) > MAX_ROWS:
        raise _too_large(name, "行数", "rows", f"{MAX_ROWS:,}")
    digest = hashlib.sha256(data).hexdigest()
    return Document(name, digest, len(data), reader.media_type, rows)


def _bounded(path: Path, data: bytes | None) -> bytes:
    """Give the bytes of a document, read unless they were; raises DocumentError for too many."""
    if data is None:
        data = read_file(path, DocumentError, MAX_BYTES + 1)
    if len(data) > MAX_BYTES:
        limit = f"{MAX_BYTES // 1024**2} MiB"
        raise _too_large(path.name, "サイズ", "size", limit)
    return data


def _too_large(name: str, ja: str, en: str, limit: str) -> DocumentError:
    return DocumentError(
        name,
        f"一年度の計画としては大きすぎます ({ja}、上限 {limit})。計画ごとに分けてください。",
        f"is too large for a year's plan ({en}, limit {limit}); split it into one file a plan",
    )


def _reader(path: Path) -> Reader:
    for reader in READERS:
        if path.suffix.lower() in reader.extensions:
            return reader
    known = ", ".join(extension for reader in READERS for extension in reader.extensions)
    kind = foreign(path.name)
    remedy = kind.remedy if kind else _AS_TEXT
    raise DocumentError(
        path.name,
        f"この形式の文書は読めません (読めるもの: {known})。{remedy.ja}",
        f"no reader for {path.suffix or 'a file without extension'!r} (known: {known}); {remedy.en}",
    )


def _refuse_foreign(data: bytes, name: str) -> None:
    kind = foreign_content(data)
    if kind:
        raise DocumentError(
            name,
            f"中身は {kind.title} です。{kind.remedy.ja}",
            f"is really {kind.title}; {kind.remedy.en}",
        )


def guess_encoding(path: Path, data: bytes | None = None) -> str | None:
    """Give the encoding that the document at `path` seems to have; None is UTF-8.

    Args:
        path: the document.
        data: its bytes, where they were read already.

    Raises:
        DocumentError: where it cannot be read.
    """
    from kyodo_lod.source.text import likely_encoding

    return likely_encoding(_bounded(path, data))
