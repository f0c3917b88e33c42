"""The page of a year's plan."""

import re
from collections.abc import Callable
from pathlib import Path
from xml.etree.ElementTree import Element

from site_cities import BASE

from kyodo_lod.rdf.terms import NamedNode
from kyodo_lod.site.published import Published
from kyodo_lod.site.year_plan import year_plan_values

PAGE = "id/072036/plan/kyodo-2/fy2018.html"


def test_each_policy_is_a_section_with_its_projects(parsed: Callable[[str], Element]) -> None:
    sections = {each.get("id"): each for each in parsed(PAGE).iter("section") if each.get("id")}
    assert list(sections) == [f"policy/{number}" for number in range(1, 8)]
    counts = [len(list(each.iter("tr"))) - 1 for each in sections.values()]
    assert counts == [6, 6, 8, 15, 7, 19, 15]


def test_counts_declared_and_found_stand_side_by_side(parsed: Callable[[str], Element]) -> None:
    table = next(parsed(PAGE).iter("table"))
    rows = [["".join(cell.itertext()).strip() for cell in row] for row in table.iter("tr")]
    assert rows[0] == ["基本施策", "一覧表", "掲載"]
    assert [row[1:] for row in rows[1:8]] == [
        [n, n] for n in ["6", "6", "8", "15", "7", "19", "15"]
    ]
    assert rows[8] == ["合計", "76", "76"]


def test_downloads_are_on_the_landing_page(parsed: Callable[[str], Element]) -> None:
    links = {each.get("href") for each in parsed(PAGE).iter("a")}
    assert "../../../../dataset/072036-kyodo-2-fy2018/index.html" in links


def test_an_empty_plan_says_so(ill: Path, ill_site: Path) -> None:
    page = (ill_site / "id/072036/plan/kyodo-2/fy2030.html").read_text(encoding="utf-8")
    assert "まだ事業がありません" in page
    values = year_plan_values(NamedNode(f"{BASE}id/072036/plan/kyodo-2/fy2030"), Published(ill))
    assert (values["sections"], values["listed"], values["declared"]) == ([], [], None)


def test_a_wrong_count_is_shown(changed: Callable[[Callable[[str], str]], Published]) -> None:
    def wrong(text: str) -> str:
        return re.sub(r'(fy2018/policy/3> <[^>]*declaredProjectCount> ")8"', r'\g<1>9"', text)

    published = changed(wrong)
    values = year_plan_values(published.plans[0], published)
    differ = [t for t, _ in values["sections"] if not t.agrees]  # type: ignore[attr-defined]
    assert [(each.declared, each.listed) for each in differ] == [(9, 8)]
