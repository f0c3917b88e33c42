"""Rows of a document, as printed, each with its place."""

from dataclasses import dataclass

from kyodo_lod.origin import Origin


@dataclass(frozen=True, slots=True)
class Row:
    """One row of a document.

    Args:
        origin: its place.
        text: the row as received, without its line end; LF between its lines where it has several.
        cells: its cells as received, without a spreadsheet's quotation marks; a row of prose has
            one, the further lines of a row above have none.
    """

    origin: Origin
    text: str
    cells: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Document:
    """A document as received.

    Args:
        name: its file name.
        sha256: of its bytes, in lower-case hexadecimal.
        size: in bytes.
        media_type: its IANA media type.
        rows: its rows, in order.
    """

    name: str
    sha256: str
    size: int
    media_type: str
    rows: tuple[Row, ...]
