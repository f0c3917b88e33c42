"""What is true of every page about no single thing: valid, whole, safe, without a dead link."""

import itertools
import re
from collections import Counter
from pathlib import Path
from xml.etree.ElementTree import Element

import html5lib
import pytest

from kyodo_lod.site.pages import SHEETS
from kyodo_lod.site.published import Published

SAMPLE = (
    *("index.html", "figures.html", "id/072036/plan/kyodo-2/fy2019/figures.html"),
    *("queries/index.html", "queries/projects.html", "queries/schema-org-item-list.html"),
    *("quality.html", "dataset/072036-kyodo-2-fy2019/quality.html"),
)
PAGES = [name.replace(".html", ending) for name in SAMPLE for ending in (".html", ".en.html")]


def _parsed(page: Path) -> Element:
    parser = html5lib.HTMLParser(strict=True, namespaceHTMLElements=False)
    tree: Element = parser.parse(page.read_text(encoding="utf-8"))
    return tree


@pytest.mark.parametrize("name", PAGES)
def test_a_page_is_valid_and_whole(name: str, years_site: Path, ill_site: Path) -> None:
    for site in (years_site, ill_site):
        tree = _parsed(site / name)
        levels = [int(each.tag[1]) for each in tree.iter() if re.fullmatch("h[1-6]", str(each.tag))]
        assert levels.count(1) == levels[0] == 1
        assert all(below <= above + 1 for above, below in itertools.pairwise(levels))
        for table in tree.iter("table"):
            assert "".join(table.find("caption").itertext()).strip()  # type: ignore[union-attr]
            assert {th.get("scope") for th in table.iter("th")} <= {"col", "row"}


@pytest.mark.parametrize("name", PAGES)
def test_a_page_runs_nothing_and_asks_nobody(name: str, ill_site: Path) -> None:
    tree = _parsed(ill_site / name)
    assert {each.get("type") for each in tree.iter("script")} <= {"application/ld+json"}
    for each in tree.iter():
        assert each.get("style") is None
        assert each.get("src") is None
        assert not [key for key in each.attrib if key.startswith("on")]
        assert not each.get("href", "").lower().startswith(("javascript:", "data:"))


@pytest.mark.parametrize("name", PAGES)
def test_ids_are_unique_and_what_refers_to_them_finds_them(name: str, years_site: Path) -> None:
    tree = _parsed(years_site / name)
    ids = Counter(each.get("id") for each in tree.iter() if each.get("id"))
    assert set(ids.values()) <= {1}
    for key in ("aria-labelledby", "aria-describedby", "for"):
        assert {each.get(key) for each in tree.iter() if each.get(key)} <= set(ids)


def test_every_row_gives_pages(years: Published, years_site: Path) -> None:
    for sheet in SHEETS:
        names = [name for name, _ in sheet.pages(years)]
        assert names
        assert all((years_site / name).is_file() for name in names)
