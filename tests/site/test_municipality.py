"""The page of a municipality."""

import re
from collections.abc import Callable
from pathlib import Path
from xml.etree.ElementTree import Element

from site_cities import BASE

from kyodo_lod.rdf.terms import NamedNode
from kyodo_lod.site.municipality import municipality_values
from kyodo_lod.site.published import Published


def test_a_city_shows_its_organisation_as_a_tree(years: Published) -> None:
    tree = municipality_values(NamedNode(f"{BASE}id/072036"), years)["tree"]
    assert len(tree) == 13  # type: ignore[arg-type]
    health = next(b for b in tree if b.unit.value.endswith("hoken-fukushi-bu"))  # type: ignore[attr-defined]
    assert health.count == 20
    assert [branch.count for branch in health.below] == [6, 2, 2, 8, 2]
    assert [len(branch.below) for branch in health.below] == [0, 0, 0, 0, 1]


def test_a_city_leads_to_those_who_describe_the_place(parsed: Callable[[str], Element]) -> None:
    links = {each.get("href") for each in parsed("id/072036.html").iter("a")}
    assert {
        "https://sws.geonames.org/2112139/",
        "http://data.e-stat.go.jp/lod/sac/C07203",
        "http://www.wikidata.org/entity/Q264206",
        "https://www.city.koriyama.lg.jp/",
    } <= links


def test_a_homepage_that_is_none_is_shown_and_not_linked(ill_site: Path) -> None:
    page = (ill_site / "id/072036.html").read_text(encoding="utf-8")
    assert "<span>javascript:alert(1)</span>" in page
    assert not re.search(r'href="javascript', page)
