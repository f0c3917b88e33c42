"""On paper (A4): every figure whole on a sheet of its own, every hit, and nothing that only a screen has."""

import re

from browser.visitor import visiting
from playwright.sync_api import Browser, Page, expect

#: of A4 at 96 dots an inch, within Chromium's own margins of about 1 cm
A4 = {"width": 718, "height": 1047}
#: the index of the search grows only when it is let
_HELD = """
performance.now = (() => { let clock = 0; return () => clock += 100 })()
requestIdleCallback = done => { window.goOn ? setTimeout(done) : window.grow = done }
"""
_PAGES = re.compile(rb"/Type\s*/Page\b(?!s)")


def _sheets(page: Page) -> int:
    return len(_PAGES.findall(page.pdf(format="A4")))


def test_each_figure_fits_a_sheet(chromium: Browser, home: str) -> None:
    with visiting(chromium, home, viewport=A4) as visitor:
        page = visitor.open("figures.html")
        page.emulate_media(media="print")
        for drawing in page.locator("svg").all():
            box = drawing.bounding_box()
            assert box
            assert box["x"] >= 0
            assert box["x"] + box["width"] <= A4["width"]
            assert box["height"] <= A4["height"] - 100
        for hidden in ("図は横に動かせます。", "図を保存 (SVG)", "表で見る"):
            expect(page.get_by_text(hidden).first).to_be_hidden()
        assert _sheets(page) == 3


def test_all_hits_are_printed_and_no_controls(chromium: Browser, home: str) -> None:
    with visiting(chromium, home) as visitor:
        page = visitor.open("search.html?q=市民")
        hits = page.locator("#search-hits > li")
        expect(hits).to_have_count(20)
        page.evaluate("dispatchEvent(new Event('beforeprint'))")
        found = page.get_by_role("heading", level=2).first.inner_text().partition("事業")[0]
        expect(hits).to_have_count(int(found))
        assert int(found) > 20
        page.emulate_media(media="print")
        for hidden in ("並び順", "続きを表示", "この結果を CSV で保存"):
            expect(page.get_by_text(hidden).first).to_be_hidden()
        page.evaluate("dispatchEvent(new Event('afterprint'))")
        expect(hits).to_have_count(20)


def test_all_hits_stay_while_the_index_grows(chromium: Browser, home: str) -> None:
    with visiting(chromium, home) as visitor:
        visitor.page.add_init_script(_HELD)
        page = visitor.open("search.html?q=市民")
        page.evaluate("dispatchEvent(new Event('beforeprint'))")
        hits = page.locator("#search-hits > li")
        printed = hits.count()
        assert printed > 20
        hits.first.evaluate("each => each.className = 'before'")
        page.evaluate("window.goOn = true; window.grow()")
        expect(page.locator("#search-hits > .before")).to_have_count(0)
        expect(hits).to_have_count(printed)
        page.evaluate("dispatchEvent(new Event('afterprint'))")
        expect(hits).to_have_count(20)


def test_the_browser_itself_asks_for_all_hits(chromium: Browser, home: str) -> None:
    with visiting(chromium, home) as visitor:
        page = visitor.open("search.html")
        page.evaluate(
            "addEventListener('beforeprint', () => { window.printed = document.querySelectorAll('#search-hits > li').length })"
        )
        page.pdf(format="A4")
        assert page.evaluate("window.printed") == 76
