"""データ項目定義書: the page that tells others how to make the same tables."""

from dataclasses import dataclass
from pathlib import Path

from kyodo_lod.publish.data_items import Item, Sheet, data_items
from kyodo_lod.publish.pages.render import write_page
from kyodo_lod.rdf.vocabulary import HOME, kyo


@dataclass(frozen=True, slots=True)
class Part:
    """A table with its place on the page."""

    anchor: str
    sheet: Sheet

    @property
    def rows(self) -> list[tuple[Item, str]]:
        """Its columns, each with the anchor of its property where that is ours."""
        return [(item, _anchor(item)) for item in self.sheet.items]


def write_data_items_page(made: Path) -> None:
    """Write `data-items.html` and its English twin."""
    parts = [Part(f"table-{nth}", sheet) for nth, sheet in enumerate(data_items(), start=1)]
    write_page(made, "data-items.html", "data-items.html", HOME, {"parts": parts})


def _anchor(item: Item) -> str:
    iri = item.term.value if item.term else ""
    return iri.removeprefix(kyo.iri) if iri.startswith(kyo.iri) else ""
