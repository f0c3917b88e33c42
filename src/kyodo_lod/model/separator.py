"""Tables whose columns are set apart by anything but tabs, told by their header."""

import re
from collections.abc import Iterable, Mapping

from kyodo_lod.model.columns import is_header
from kyodo_lod.model.japanese import cell_text
from kyodo_lod.source.rows import Row

#: a header's separators, each alone
_SEPARATORS = tuple(map(re.compile, (r",", r";", r"\|", r"[、，；｜]", r"\s+")))
#: characters; what is longer heads no table
_LONGEST = 500


def header_without_tabs(rows: Iterable[Row], named: Mapping[str, str]) -> Row | None:
    """Give the row that would head the table of projects if its separators were tabs.

    Args:
        rows: of a document in which no header was found.
        named: the manifest's `columns`, printed header → known header.
    """
    return next((row for row in rows if _would_be_header(row.text, named)), None)


def _would_be_header(text: str, named: Mapping[str, str]) -> bool:
    if len(text) > _LONGEST:
        return False
    plain = text.replace('"', "")
    return any(
        is_header([cell_text(cell) for cell in separator.split(plain)], named)
        for separator in _SEPARATORS
    )
