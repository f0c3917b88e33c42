"""Plain text with tab-separated rows: bytes to rows, in any encoding the manifest names."""

import codecs
import re
from collections.abc import Iterator, Sequence

from kyodo_lod.errors import DocumentError
from kyodo_lod.origin import Origin
from kyodo_lod.source.quoting import cells, row_length
from kyodo_lod.source.rows import Row

#: encodings that Japanese offices use, in the order in which they are tried for a hint
_JAPANESE = ("cp932", "euc_jp", "utf_16", "utf_16_be", "iso2022_jp")
_LINE_END = re.compile(r"\r\n|\r|\n")
_HIRAGANA = "[\u3041-\u3096]"
#: what Japanese text is made of; nearly any bytes are UTF-16, of every script there is
_USUAL = "[\t\r\n\f\x20-\x7e\u2010-\u2312\u2460-\u27bf\u3000-\u30ff\u3220-\u33ff\u4e00-\u9fff\uff01-\uff9f]"
_USUAL_SHARE = 0.9
_HALF_WIDTH = "[\uff61-\uff9f]"
_SHIFT_OF_ISO_2022 = b"\x1b$"


def read(data: bytes, name: str, encoding: str | None) -> Iterator[Row]:
    """Split a text document into rows, one at a time.

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
    return _rows(name, list(_lines(text)))


def _lines(text: str) -> Iterator[str]:
    start = 0
    for end in _LINE_END.finditer(text):
        yield text[start : end.start()]
        start = end.end()
    if start < len(text):
        yield text[start:]


def _rows(name: str, lines: Sequence[str]) -> Iterator[Row]:
    start = 0
    while start < len(lines):
        end = start + row_length(lines, start)
        yield _row(name, start + 1, lines[start:end])
        # the further lines of a row are empty rows, so that the 69th line is the 69th row
        yield from (Row(Origin(name, number), "", ()) for number in range(start + 2, end + 1))
        start = end


def _row(name: str, number: int, lines: Sequence[str]) -> Row:
    # a form feed beside a line end is a page break, as the line end is a line break
    text = "\n".join(line.strip("\f") for line in lines)
    last = number + len(lines) - 1
    return Row(Origin(name, number, last), text, tuple(cell.text for cell in cells(text)))


def _decode(data: bytes, name: str, encoding: str | None) -> str:
    codec = _codec(encoding or "utf-8", name)
    if encoding is None and _is_iso_2022(data):
        raise _other_encoding(name, codec, "iso2022_jp")
    try:
        text = data.decode(codec)
        text.encode("utf-8")  # some codecs give halves of characters, which no output can hold
    except UnicodeError as error:
        raise _undecodable(data, f"{name}:{_line(error, codec)}", codec) from error
    if "\0" in text:
        raise _binary(data, name, codec)
    return text.removeprefix("\ufeff")


def _binary(data: bytes, name: str, codec: str) -> DocumentError:
    best = _best_encoding(data)
    if best:
        return _other_encoding(name, codec, best)
    return DocumentError(
        name,
        "文字ではないデータ (NUL) があります。テキスト形式で保存し直してください。",
        "holds NUL bytes, so it is not text; save it as text",
    )


def _line(error: UnicodeError, codec: str) -> int:
    """Give the physical line in which decoding failed; 1 where the codec does not say."""
    before = getattr(error, "object", "")[: getattr(error, "start", 0)]
    try:
        text = before.decode(codec, "ignore") if isinstance(before, bytes) else before
    except UnicodeError:
        return 1
    return 1 + len(_LINE_END.findall(text))


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


def _undecodable(data: bytes, place: str, codec: str) -> DocumentError:
    best = _best_encoding(data)
    if best:
        return _other_encoding(place, codec, best)
    return DocumentError(
        place,
        f"{codec} として読めないバイトがあります。source.toml の encoding を確かめてください。",
        f"has bytes that are not {codec}; check encoding in source.toml",
    )


def _other_encoding(place: str, codec: str, best: str) -> DocumentError:
    return DocumentError(
        place,
        f'{codec.upper()} ではありません。source.toml の [document] に encoding = "{best}" と書いてください。',
        f'is not {codec.upper()}; write encoding = "{best}" under [document] in source.toml',
    )


def likely_encoding(data: bytes) -> str | None:
    """Give the Japanese encoding in which `data` reads best; None for UTF-8, or where none fits."""
    best = _best_encoding(data)
    return None if best == "utf-8" else best


def _best_encoding(data: bytes) -> str | None:
    if _is_iso_2022(data):
        return "iso2022_jp"
    if _text(data, "utf-8") is not None:
        return "utf-8"
    fitting = {name: like for name in _JAPANESE if (like := _likeness(data, name))}
    return max(fitting, key=lambda name: fitting[name], default=None)


def _is_iso_2022(data: bytes) -> bool:
    """Tell whether `data` shifts between character sets as e-mail does, in seven bits (RFC 1468)."""
    return _SHIFT_OF_ISO_2022 in data and data.isascii() and b"\0" not in data


def _text(data: bytes, encoding: str) -> str | None:
    try:
        text = data.decode(encoding)
    except UnicodeError:
        return None
    return None if "\0" in text else text


def _likeness(data: bytes, encoding: str) -> tuple[int, int] | None:
    """Tell how much `data` reads like Japanese; None where it does not decode, or to no such text.

    Bytes of one encoding often decode in another, but rarely to hiragana and often to half-width kana.
    """
    text = _text(data, encoding)
    if text is None or len(re.findall(_USUAL, text)) < _USUAL_SHARE * len(text):
        return None
    return len(re.findall(_HIRAGANA, text)), -len(re.findall(_HALF_WIDTH, text))
