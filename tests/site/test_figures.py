"""The pages of figures: every number leads to what it counts, drawings are well-formed, all is safe."""

import re
from collections.abc import Callable
from pathlib import Path
from urllib.parse import parse_qs, urlsplit
from xml.etree import ElementTree
from xml.etree.ElementTree import Element

import pytest

from kyodo_lod.publish.pages.page import LANGUAGES
from kyodo_lod.publish.pages.render import render
from kyodo_lod.site.figures import figures_path, figures_values, plan_figures, plan_pages
from kyodo_lod.site.pages import THEME
from kyodo_lod.site.published import Published
from kyodo_lod.site.search_data import search_data

Changed = Callable[[Callable[[str], str]], Published]
PAGES = [
    *("figures.html", "figures.en.html"),
    *(
        "id/072036/plan/kyodo-2/fy2018/figures.html",
        "id/072036/plan/kyodo-2/fy2018/figures.en.html",
    ),
]
_SVG = re.compile(r"<svg.*?</svg>", re.DOTALL)
HOSTILE = "</svg><script>alert(1)</script>\"&'" + "ながい" * 200 + chr(0x202E)


def _drawings(page: str) -> list[Element]:
    return [ElementTree.fromstring(text) for text in _SVG.findall(page)]  # noqa: S314 (our own)


def _pages(published: Published) -> list[str]:
    values = {"published": published, "places": published.places, "data": published.data}
    shown = [("figures.html", "figures.html", figures_values(published))]
    shown += [(name, "plan-figures.html", own) for name, own in plan_pages(published)]
    return [
        render(template, name, language, published.home, {**values, **own}, THEME)
        for name, template, own in shown
        for language in LANGUAGES
    ]


@pytest.mark.parametrize("name", PAGES)
def test_drawings_are_well_formed_and_tell_what_they_are(site: Path, name: str) -> None:
    drawings = _drawings((site / name).read_text(encoding="utf-8"))
    assert len(drawings) == 3
    for drawing in drawings:
        names = [each.tag.rpartition("}")[2] for each in drawing]
        assert names[:2] == ["title", "desc"]
        assert drawing[0].get("id") == drawing.get("aria-labelledby")
        assert drawing[1].get("id") == drawing.get("aria-describedby")


@pytest.mark.parametrize("name", PAGES)
def test_numbers_in_the_drawings_sum_up(site: Path, name: str) -> None:
    matrix, sankey, bars = _drawings((site / name).read_text(encoding="utf-8"))
    cells = [each for each in matrix.iter() if each.get("class") == "cell"]
    assert sum(int("".join(each.itertext())) for each in cells) == 76
    flows = [each for each in sankey.iter() if each.get("class") == "count"]
    assert sum(int("".join(each.itertext())) for each in flows) == 3 * 76
    counts = [each for each in bars.iter() if each.get("class") == "count"]
    assert sum(int("".join(each.itertext())) for each in counts) == 76


@pytest.mark.parametrize("name", PAGES)
def test_each_number_of_the_matrix_leads_to_as_many_projects(
    parsed: Callable[[str], Element], name: str
) -> None:
    page = parsed(name)
    rows = {each.get("id"): each for each in page.iter("tr") if each.get("id")}
    cells = [each for each in page.iter() if each.get("class") == "cell"]
    assert len(cells) == len(rows) > 0
    for cell in cells:
        listed = rows[cell.get("href", "#")[1:]].findall(".//li/a")
        assert len(listed) == int("".join(cell.itertext()))


def test_each_number_can_be_looked_up_in_the_search(
    published: Published, parsed: Callable[[str], Element]
) -> None:
    """The address names what the search page calls its choices."""
    told = search_data(published)
    known = {
        name: {choice["key"] for choice in told[key]}  # type: ignore[attr-defined]
        for name, key in (("plan", "plans"), ("policy", "policies"), ("bureau", "bureaus"))
    }
    page = parsed(PAGES[0])
    links = [each.get("href", "") for each in page.findall(".//tr[@id]/th/a[2]")]
    assert len(links) == len(set(links)) == len(page.findall(".//tr[@id]"))
    for link in links:
        asked = parse_qs(urlsplit(link).query)
        assert {name: set(keys) <= known[name] for name, keys in asked.items()} == dict.fromkeys(
            known, True
        )


def test_no_number_of_colour_alone_and_no_style_of_its_own(site: Path) -> None:
    for name in PAGES:
        for drawing in _drawings((site / name).read_text(encoding="utf-8")):
            assert not any(each.get("style") for each in drawing.iter())
            assert not any(each.get("fill") for each in drawing.iter())


def test_hostile_names_stay_names(changed: Changed) -> None:
    told = HOSTILE.replace('"', '\\"')
    published = changed(lambda dump: dump.replace("市民部", told).replace("協働を", told))
    for page in _pages(published):
        assert "<script>" not in page
        assert len(_drawings(page)) == 3
        assert "&lt;script&gt;" in page


def test_an_empty_plan_has_words_and_no_drawing(changed: Changed) -> None:
    published = changed(
        lambda dump: "".join(line for line in dump.splitlines(True) if "/fy2018/p/" not in line)
    )
    for page in _pages(published):
        assert "<svg" not in page
        assert "担当課のある事業がない" in page or "nothing to draw" in page


def test_two_thousand_projects_can_be_read(changed: Changed) -> None:
    def many(dump: str) -> str:
        own = [line for line in dump.splitlines(True) if line.startswith("<") and "/p/" in line]
        again = ("".join(own).replace("/fy2018/p/", f"/fy2018/p/{n}-") for n in range(2, 28))
        return dump + "".join(again)

    published = changed(many)
    drawn = plan_figures(published.plans[0], published)
    assert drawn.projects == drawn.matrix.projects == 27 * 76
    assert max(len(page.encode()) for page in _pages(published)) < 1_000_000


def test_the_page_stands_below_its_plan(published: Published) -> None:
    path = figures_path(published.plans[0], published)
    assert path == "id/072036/plan/kyodo-2/fy2018/figures.html"
