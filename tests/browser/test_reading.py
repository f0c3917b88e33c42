"""Reading the site: from page to page, from a fact to its line, with eyes, keyboard, printer."""

import re

import pytest
from browser.kinds import DOCUMENT, PROJECT
from browser.visitor import PHONE, Visitor, visiting
from playwright.sync_api import Browser, Page, expect

_FOCUSED = """() => {
  const each = document.activeElement, style = getComputedStyle(each), box = each.getBoundingClientRect()
  return { text: (each.getAttribute('aria-label') ?? each.textContent).trim(), outline: style.outlineStyle,
           shown: box.width > 0 && box.right > 0 && box.bottom > 0, place: each.closest('header, main, footer')?.tagName ?? '' }
}"""


def _tab(page: Page) -> dict[str, str | bool]:
    page.keyboard.press("Tab")
    focused: dict[str, str | bool] = page.evaluate(_FOCUSED)
    return focused


def test_the_language_changes_and_changes_back(visitor: Visitor) -> None:
    page = visitor.open(PROJECT)
    expect(page.locator("html")).to_have_attribute("lang", "ja")
    page.get_by_role("link", name="English").click()
    expect(page.locator("html")).to_have_attribute("lang", "en")
    assert visitor.path() == PROJECT.replace(".html", ".en.html")
    expect(page.get_by_role("heading", level=1)).to_contain_text("猪苗代湖の水を守りたい事業")
    page.get_by_role("link", name="日本語").click()
    assert visitor.path() == PROJECT


def test_a_language_is_kept_from_page_to_page(visitor: Visitor) -> None:
    page = visitor.open("index.en.html")
    page.get_by_role("navigation", name="Site").get_by_role("link", name="Figures").click()
    assert visitor.path() == "figures.en.html"
    expect(page.get_by_role("heading", level=1)).to_have_text("Figures")


def test_a_fact_leads_to_its_line_and_the_line_back(visitor: Visitor) -> None:
    page = visitor.open(PROJECT)
    page.get_by_role("link", name="69行目").click()
    assert visitor.path() == f"{DOCUMENT}#line=68,69"
    line = page.get_by_role("row").filter(has=page.get_by_role("link", name="69行目"))
    expect(line).to_be_in_viewport()
    expect(line).to_contain_text("猪苗代湖の水を守りたい事業【水道事業】")
    line.get_by_role("link", name="猪苗代湖の水を守りたい事業").click()
    assert visitor.path() == PROJECT


def test_the_iri_of_a_passage_leads_to_its_line(visitor: Visitor) -> None:
    """What `prov:wasDerivedFrom` names is the page's address with `.html` in it, fragment and all."""
    page = visitor.open(f"{DOCUMENT}#line=68,69")
    expect(page.locator(":target")).to_be_in_viewport()
    expect(page.locator(":target")).to_contain_text("猪苗代湖の水を守りたい事業")


def test_a_number_of_the_matrix_leads_to_its_projects(visitor: Visitor) -> None:
    page = visitor.open("figures.html")
    cell = page.get_by_role("link", name="基本施策1: ").first
    count = int((cell.get_attribute("aria-label") or "").rpartition(" ")[2].removesuffix("事業"))
    cell.click()
    target = page.locator(":target")
    expect(target).to_be_in_viewport()
    expect(target.get_by_role("listitem")).to_have_count(count)
    target.get_by_role("listitem").get_by_role("link").first.click()
    assert "/p/1-" in visitor.path()


def test_the_keyboard_alone_skips_to_the_content(visitor: Visitor) -> None:
    page = visitor.open("index.html")
    assert _tab(page)["text"] == "本文へ"
    expect(page.get_by_role("link", name="本文へ")).to_be_in_viewport()
    page.keyboard.press("Enter")
    assert visitor.path() == "index.html#content"
    assert _tab(page)["place"] == "MAIN"


def test_the_keyboard_goes_through_a_page_in_order_and_is_always_seen(visitor: Visitor) -> None:
    page = visitor.open(PROJECT)
    stops = [_tab(page) for _ in range(24)]
    assert [stop["text"] for stop in stops if not stop["shown"] or stop["outline"] == "none"] == []
    places = [stop["place"] for stop in stops[1:]]
    assert places == sorted(places, key=["HEADER", "MAIN", "FOOTER", ""].index)
    assert "MAIN" in places


def test_a_printed_page_has_no_navigation_but_all_it_says(visitor: Visitor) -> None:
    page = visitor.open(PROJECT)
    page.emulate_media(media="print")
    expect(page.get_by_role("navigation", name="サイト")).to_be_hidden()
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    expect(page.get_by_text("総務課").first).to_be_visible()
    assert len(page.pdf(format="A4")) > 10_000


@pytest.mark.parametrize("name", ["index.html", "index.en.html"])
def test_on_a_phone_everything_can_be_touched(name: str, chromium: Browser, home: str) -> None:
    """A link of the navigation is 24 px high (WCAG 2.2, 2.5.8)."""
    with visiting(chromium, home, viewport=PHONE, has_touch=True, is_mobile=True) as visitor:
        links = visitor.open(name).get_by_role("banner").get_by_role("link")
        assert links.count() > 5
        boxes = [link.bounding_box() for link in links.all()]
        assert min(box["height"] for box in boxes if box) >= 24


def test_a_printed_project_fits_one_sheet(visitor: Visitor) -> None:
    page = visitor.open(PROJECT.replace("4-15", "5-01"))
    margin = dict.fromkeys(("top", "right", "bottom", "left"), "15mm")
    printed = page.pdf(format="A4", margin=margin)  # type: ignore[arg-type]
    assert len(re.findall(rb"/Type\s*/Page\b", printed)) == 1
