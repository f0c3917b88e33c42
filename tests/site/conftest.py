"""Fixtures of the site's tests: what this checkout publishes, other things published, sites of them."""

import shutil
from collections.abc import Callable
from pathlib import Path
from xml.etree.ElementTree import Element

import html5lib
import pytest
from conftest import ROOT
from site_cities import build_two_years, mean_ill

from kyodo_lod.site.folder import make_site
from kyodo_lod.site.published import Published

DIST = ROOT / "dist"
SLUG = "072036-kyodo-2-fy2018"
Changed = Callable[[Callable[[str], str]], Published]


@pytest.fixture(scope="session")
def published() -> Published:
    """Give what this checkout publishes."""
    return Published(DIST)


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give the site of what this checkout publishes; leave it."""
    folder = tmp_path_factory.mktemp("site") / "_site"
    make_site(DIST, folder)
    return folder


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
def hundred(tmp_path_factory: pytest.TempPathFactory) -> Published:
    """Give what publishes the same dataset a hundred times, of a hundred cities."""
    dist = tmp_path_factory.mktemp("hundred") / "dist"
    shutil.copytree(DIST, dist)
    catalog, first = dist / "catalog.ttl", dist / "dataset" / SLUG
    described, files = catalog.read_text(encoding="utf-8"), [*first.glob(f"{SLUG}*")]
    texts = {
        path: path.read_text(encoding="utf-8") for path in files if path.suffix in (".nt", ".ttl")
    }
    for code in range(100_000, 100_099):
        folder = dist / "dataset" / SLUG.replace("072036", str(code))
        folder.mkdir()
        described += catalog.read_text(encoding="utf-8").replace("072036", str(code))
        for path, text in texts.items():
            name = path.name.replace("072036", str(code))
            (folder / name).write_text(text.replace("072036", str(code)), encoding="utf-8")
    catalog.write_text(described, encoding="utf-8")
    return Published(dist)


@pytest.fixture(scope="session")
def two_years(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give a dist/ of two years of one plan, the second with hostile names; leave it."""
    return build_two_years(tmp_path_factory.mktemp("two-years"))


@pytest.fixture(scope="session")
def years(two_years: Path) -> Published:
    """Give the two years as the site reads them."""
    return Published(two_years)


@pytest.fixture(scope="session")
def years_site(two_years: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give the site of the two years; leave it."""
    out = tmp_path_factory.mktemp("years-site") / "_site"
    make_site(two_years, out)
    return out


@pytest.fixture(scope="session")
def ill(two_years: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give a dist/ that a stranger put statements into; leave it."""
    return mean_ill(two_years, tmp_path_factory.mktemp("ill") / "dist")


@pytest.fixture(scope="session")
def ill_site(ill: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give the site of the folder that a stranger put statements into; leave it."""
    out = tmp_path_factory.mktemp("ill-site") / "_site"
    make_site(ill, out)
    return out
