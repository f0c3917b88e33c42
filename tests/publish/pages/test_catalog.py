"""The first page: every dataset, under its municipality."""

import dataclasses
from pathlib import Path
from xml.etree.ElementTree import Element

import html5lib
from publish.conftest import SLUG

from kyodo_lod.bilingual import Bilingual
from kyodo_lod.publish.entry import Entry
from kyodo_lod.publish.pages.catalog import write_catalog_page


def test_the_dataset_is_linked_to_its_page(pages: dict[str, Element]) -> None:
    assert pages["index.html"].find(f".//a[@href='dataset/{SLUG}/index.html']") is not None
    assert pages["index.en.html"].find(f".//a[@href='dataset/{SLUG}/index.en.html']") is not None


def test_datasets_stand_under_their_municipality(
    of_plan: tuple[Path, Entry], tmp_path: Path
) -> None:
    entry = of_plan[1]
    city = dataclasses.replace(
        entry.manifest.municipality, code="999997", name=Bilingual("別の市", "")
    )
    document = dataclasses.replace(entry.manifest.document, fiscal_year=2019)
    later = dataclasses.replace(entry.manifest, document=document)
    other = dataclasses.replace(entry.manifest, municipality=city)
    entries = [dataclasses.replace(entry, manifest=each) for each in (entry.manifest, later, other)]
    write_catalog_page(entries, tmp_path)
    text = (tmp_path / "index.en.html").read_text(encoding="utf-8")
    tree = html5lib.HTMLParser(strict=True, namespaceHTMLElements=False).parse(text)
    tables = [len(table.findall("tbody/tr")) for table in tree.iter("table")]
    assert tables == [2, 1]
    assert '<span lang="ja">別の市</span>' in text
