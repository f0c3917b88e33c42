"""Rows of a document, as printed, each with its place."""

from typing import NamedTuple

from kyodo_lod.origin import Origin


class Row(NamedTuple):
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


class Document(NamedTuple):
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
