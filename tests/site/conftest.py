"""Fixtures of the site's tests: what this checkout publishes, other things published, sites of them."""

import shutil
from collections.abc import Callable
from pathlib import Path
from xml.etree.ElementTree import Element

import html5lib
import made
import pytest
from conftest import ROOT

from kyodo_lod.site.published import Published

DIST = ROOT / "dist"
SLUG = "072036-kyodo-2-fy2018"
Changed = Callable[[Callable[[str], str]], Published]


@pytest.fixture(scope="session")
def published() -> Published:
    """Give what this checkout publishes."""
    return Published(DIST)


@pytest.fixture(scope="session")
def parsed(site: Path) -> Callable[[str], Element]:
    """Give what reads a page of the site with a strict parser; a mistake in the HTML is an error."""

    def parse(name: str) -> Element:
        parser = html5lib.HTMLParser(strict=True, namespaceHTMLElements=False)
        tree: Element = parser.parse((site / name).read_text(encoding="utf-8"))
        return tree

    return parse


@pytest.fixture
def changed(tmp_path: Path) -> Changed:
    """Give what publishes the same dataset with its dump changed, line for line or whole."""

    def change(edit: Callable[[str], str]) -> Published:
        dist = tmp_path / "dist"
        shutil.copytree(DIST, dist)
        dump = dist / "dataset" / SLUG / f"{SLUG}.nt"
        dump.write_text(edit(dump.read_text(encoding="utf-8")), encoding="utf-8", newline="\n")
        return Published(dist)

    return change


@pytest.fixture(scope="session")
def hundred(shared: Path) -> Published:
    """Give what publishes the same dataset a hundred times, of a hundred cities."""
    return Published(made.once(shared / "hundred", _hundred_cities) / "dist")


def _hundred_cities(folder: Path) -> None:
    dist = folder / "dist"
    shutil.copytree(DIST, dist)
    catalog, first = dist / "catalog.ttl", dist / "dataset" / SLUG
    described, files = catalog.read_text(encoding="utf-8"), [*first.glob(f"{SLUG}*")]
    texts = {
        path: path.read_text(encoding="utf-8") for path in files if path.suffix in (".nt", ".ttl")
    }
    for code in range(100_000, 100_099):
        place = dist / "dataset" / SLUG.replace("072036", str(code))
        place.mkdir()
        described += catalog.read_text(encoding="utf-8").replace("072036", str(code))
        for path, text in texts.items():
            name = path.name.replace("072036", str(code))
            (place / name).write_text(text.replace("072036", str(code)), encoding="utf-8")
    catalog.write_text(described, encoding="utf-8")


@pytest.fixture(scope="session")
def years(two_years: Path) -> Published:
    """Give the two years as the site reads them."""
    return Published(two_years)
