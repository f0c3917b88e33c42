"""Where a thing is described; apart from how that is found, which takes an RDF library."""

from collections.abc import Sequence
from typing import Any, NamedTuple


class Described(NamedTuple):
    """Where a thing is described.

    Args:
        page: that shows it, as a path in the site with its fragment; empty for none.
        stems: files that describe it, the nearest first, without their endings.
        table: its table for a spreadsheet; empty for none.
    """

    page: str
    stems: tuple[str, ...]
    table: str = ""

    @classmethod
    def of(cls, row: Sequence[Any]) -> "Described":
        """Take up what was kept as JSON."""
        page, stems, table = row
        return cls(page, tuple(stems), table)
