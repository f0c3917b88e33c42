"""All pages, written when everything else of `dist/` is there."""

from collections.abc import Sequence
from pathlib import Path

from kyodo_lod.publish.entry import Entry
from kyodo_lod.publish.pages.catalog import write_catalog_page
from kyodo_lod.publish.pages.data_items import write_data_items_page
from kyodo_lod.publish.pages.dataset import write_dataset_page
from kyodo_lod.publish.pages.links import answers
from kyodo_lod.publish.pages.ontology import write_ontology_page
from kyodo_lod.publish.pages.shapes import write_shapes_pages


def write_pages(entries: Sequence[Entry], made: Path) -> None:
    """Write all pages.

    Args:
        entries: the datasets; at least one.
        made: the unfinished folder, complete but for pages and checksums.
    """
    write_ontology_page(made)
    write_shapes_pages(made)
    write_data_items_page(made)
    asked = answers(made)
    for entry in entries:
        write_dataset_page(entry, asked, made)
    write_catalog_page(entries, made)
