"""The page of a planned project, as people read it."""

import re
from collections.abc import Callable
from pathlib import Path
from xml.etree.ElementTree import Element

import html5lib
from site_cities import HOSTILE

from kyodo_lod.rdf.terms import NamedNode
from kyodo_lod.rdf.vocabulary import kyo
from kyodo_lod.site.project import project_values
from kyodo_lod.site.published import Published

FOLDER = "id/072036/plan/kyodo-2/fy2018/p"
HOME = "https://w3id.org/kyodo-lod/"


def _text(element: Element) -> str:
    return re.sub(r"\s+", " ", "".join(element.itertext())).strip()


def _main(tree: Element) -> Element:
    main = tree.find("body/main")
    assert main is not None
    return main


def test_a_project_is_shown_as_listed(parsed: Callable[[str], Element]) -> None:
    main = _main(parsed(f"{FOLDER}/4-15.html"))
    heading = main.find("h1")
    assert heading is not None
    assert _text(heading) == "猪苗代湖の水を守りたい事業【水道事業】"
    text = _text(main)
    assert "上下水道局 › 総務課" in text
    assert "4-15 (全体の35番目)" in text
    assert "会計の表示水道事業" in text


def test_new_projects_are_marked_and_others_are_not(parsed: Callable[[str], Element]) -> None:
    for name, is_new in (("5-01", True), ("6-15", True), ("4-15", False)):
        heading = _main(parsed(f"{FOLDER}/{name}.html")).find("h1")
        assert heading is not None
        assert (heading.find("span") is not None) == is_new


def test_sub_items_have_the_rest_of_their_iri_as_id(parsed: Callable[[str], Element]) -> None:
    items = {
        each.get("id"): _text(each)
        for each in _main(parsed(f"{FOLDER}/6-15.html")).iter("li")
        if each.get("id")
    }
    assert items == {
        "s/1": "○キャリア教育支援事業",
        "s/2": "○人材確保支援事業",
        "s/3": "○事業承継支援事業",
    }


def test_the_text_is_told_once(parsed: Callable[[str], Element]) -> None:
    section = _main(parsed(f"{FOLDER}/6-15.html")).find("section[@class='text']")
    assert section is not None
    assert _text(section).count("キャリア教育支援事業") == 1


def test_the_line_as_the_document_has_it_is_folded_away(
    parsed: Callable[[str], Element],
) -> None:
    main = _main(parsed(f"{FOLDER}/4-15.html"))
    [folded] = main.iter("details")
    assert folded.get("open") is None
    assert _text(folded).startswith("文書の行をそのまま見る")
    assert "⇥" in _text(folded)
    assert _text(main).count("⇥") == _text(folded).count("⇥")


def test_a_single_year_has_no_list_of_years(parsed: Callable[[str], Element]) -> None:
    main = _main(parsed(f"{FOLDER}/4-15.html"))
    assert "載っている年度" not in _text(main)
    assert _text(main).count("公開しているのは、この年度だけです") == 1


def test_years_are_listed_by_name_and_said_to_be_so(years: Published, years_site: Path) -> None:
    first = NamedNode(f"{years.home}{FOLDER}/4-15")
    listed = project_values(first, years)["years"]
    assert [each.year for each in listed] == [2018, 2019]  # type: ignore[attr-defined]
    page = (years_site / f"{FOLDER}/4-15.html").read_text(encoding="utf-8")
    assert "名前が同じというだけで、同じ事業かどうかは、データからは分かりません" in page
    renamed = NamedNode(f"{years.home}{FOLDER}/1-02")
    assert [each.year for each in project_values(renamed, years)["years"]] == [2018]  # type: ignore[attr-defined]


def test_other_projects_of_the_section_are_few_and_near(years: Published) -> None:
    register = years.register
    for project in years.data.instances(kyo.PlannedProject):
        own = register.listed[project]
        for unit, near, total in project_values(project, years)["of_units"]:  # type: ignore[attr-defined]
            assert total == len(register.of_unit_in(unit, own.plan)) - 1
            assert len(near) == min(total, 12)
            assert own not in near


def test_hostile_names_stay_letters(years_site: Path) -> None:
    for number, name in enumerate(HOSTILE, 2):
        key = f"1-0{number}" if number < 7 else "2-01"
        for ending in (".html", ".en.html"):
            page = years_site / f"id/072036/plan/kyodo-2/fy2019/p/{key}{ending}"
            parser = html5lib.HTMLParser(strict=True, namespaceHTMLElements=False)
            tree = parser.parse(page.read_text(encoding="utf-8"))
            heading = tree.find("body/main/h1")
            assert "".join(heading.itertext()) == name
            assert tree.findtext("head/title").startswith(name)
