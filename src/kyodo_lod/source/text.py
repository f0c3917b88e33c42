"""Plain text with tab-separated rows: bytes to rows, in any encoding the manifest names."""

import codecs
import re

from kyodo_lod.errors import DocumentError
from kyodo_lod.origin import Origin
from kyodo_lod.source.rows import Row

#: encodings that Japanese offices use, in the order in which they are tried for a hint
_JAPANESE = ("cp932", "euc_jp", "utf_16", "iso2022_jp")
_LINE_END = re.compile(r"\r\n|\r|\n")
_SHIFT_OF_ISO_2022 = b"\x1b$"


def read(data: bytes, name: str, encoding: str | None) -> tuple[Row, ...]:
    """Split a text document into rows.

    Args:
        data: the bytes of the file.
        name: its name, for the places.
        encoding: the manifest's; None means UTF-8, with or without a byte order mark.

    Raises:
        DocumentError: where the bytes are not text in that encoding, or there is nothing in it.
    """
    text = _decode(data, name, encoding)
    if not text.strip():
        raise DocumentError(name, "文書が空です。", "the document is empty")
    lines = _LINE_END.split(text)
    if not lines[-1]:
        lines.pop()
    return tuple(_row(name, number, line) for number, line in enumerate(lines, 1))


def _row(name: str, number: int, line: str) -> Row:
    # a form feed beside a line end is a page break, as the line end is a line break
    text = line.strip("\f")
    return Row(Origin(name, number), text, tuple(text.split("\t")))


def _decode(data: bytes, name: str, encoding: str | None) -> str:
    codec = _codec(encoding or "utf-8", name)
    if encoding is None and _SHIFT_OF_ISO_2022 in data:
        raise _other_encoding(name, "iso2022_jp")
    try:
        text = data.decode(codec)
    except UnicodeError as error:
        line = 1 + data[: getattr(error, "start", 0)].count(b"\n")
        raise _undecodable(data, f"{name}:{line}", codec, stated=encoding is not None) from error
    if "\0" in text:
        raise DocumentError(
            name,
            "文字ではないデータ (NUL) があります。テキスト形式で保存し直してください。",
            "holds NUL bytes, so it is not text; save it as text",
        )
    return text.removeprefix("\ufeff")


def _codec(encoding: str, name: str) -> str:
    try:
        codec = codecs.lookup(encoding)
    except (LookupError, ValueError) as error:
        raise _unknown_encoding(name, encoding) from error
    if not getattr(codec, "_is_text_encoding", True):
        raise _unknown_encoding(name, encoding)
    return codec.name


def _unknown_encoding(name: str, encoding: str) -> DocumentError:
    return DocumentError(
        name,
        f"文字コード「{encoding}」は知られていません。例: utf-8, cp932, euc_jp, utf-16",
        f"the encoding {encoding!r} is not known; such as utf-8, cp932, euc_jp, utf-16",
    )


def _undecodable(data: bytes, place: str, codec: str, *, stated: bool) -> DocumentError:
    likely = next((name for name in _JAPANESE if _fits(data, name)), None)
    if likely and not stated:
        return _other_encoding(place, likely)
    return DocumentError(
        place,
        f"{codec} として読めないバイトがあります。source.toml の encoding を確かめてください。",
        f"has bytes that are not {codec}; check encoding in source.toml",
    )


def _other_encoding(place: str, likely: str) -> DocumentError:
    return DocumentError(
        place,
        f'UTF-8 ではありません。source.toml の [document] に encoding = "{likely}" と書いてください。',
        f'is not UTF-8; write encoding = "{likely}" under [document] in source.toml',
    )


def _fits(data: bytes, encoding: str) -> bool:
    try:
        text = data.decode(encoding)
    except UnicodeError:
        return False
    return "\0" not in text
