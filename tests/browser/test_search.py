"""Finding projects in the page: by words and facets, with an address to keep and a file to take along."""

import csv
import io

from browser.visitor import Visitor
from playwright.sync_api import Page, expect


def _found(page: Page) -> int:
    """Give how many projects the page says it found."""
    heading = page.get_by_role("heading", level=2, name="事業").first
    return int(heading.inner_text().partition("事業")[0].removeprefix("全"))


def _find(page: Page, words: str) -> None:
    page.get_by_role("searchbox").fill(words)
    page.get_by_role("button", name="探す", exact=True).click()


def test_words_find_projects_and_are_marked(visitor: Visitor) -> None:
    page = visitor.open("search.html")
    assert _found(page) == 76
    page.get_by_role("searchbox").press_sequentially("防災")
    marks = page.locator("mark")
    expect(marks.first).to_have_text("防災")
    hits = page.get_by_role("list").filter(has=marks).first.get_by_role("listitem")
    assert 0 < _found(page) < 76
    assert hits.count() >= _found(page)


def test_widths_of_letters_do_not_matter(visitor: Visitor) -> None:
    page = visitor.open("search.html")
    counts = []
    for words in ("NPO", "ＮＰＯ", "npo"):
        _find(page, words)
        counts.append(_found(page))
    assert counts[0] > 0
    assert len(set(counts)) == 1


def test_a_facet_narrows_and_the_back_button_undoes_it(visitor: Visitor) -> None:
    page = visitor.open("search.html")
    page.get_by_role("group", name="基本施策").get_by_role("checkbox").first.check()
    assert _found(page) == 6
    assert "policy=" in page.url
    page.go_back()
    expect(
        page.get_by_role("group", name="基本施策").get_by_role("checkbox").first
    ).not_to_be_checked()
    assert _found(page) == 76


def test_the_address_keeps_the_search_also_in_the_other_language(visitor: Visitor) -> None:
    page = visitor.open("search.html")
    _find(page, "まちづくり")
    count = _found(page)
    page.reload()
    expect(page.get_by_role("searchbox")).to_have_value("まちづくり")
    assert _found(page) == count
    page.get_by_role("link", name="English").click()
    expect(page.get_by_role("searchbox")).to_have_value("まちづくり")
    expect(page.get_by_role("heading", level=2).first).to_contain_text(str(count))


def test_what_is_not_there_is_said(visitor: Visitor) -> None:
    page = visitor.open("search.html")
    _find(page, "<script>alert(1)</script>")
    assert _found(page) == 0
    expect(page.get_by_text("当てはまる事業はありません。")).to_be_visible()


def test_hits_are_saved_as_csv_and_for_excel(visitor: Visitor) -> None:
    page = visitor.open("search.html?q=防災")
    count = _found(page)
    for name, begins in (
        ("この結果を CSV で保存", b""),
        ("Excel で開く CSV で保存", b"\xef\xbb\xbf"),
    ):
        with page.expect_download() as saving:
            page.get_by_role("button", name=name).click()
        data = saving.value.path().read_bytes()
        assert data.startswith(b"\xef\xbb\xbf") == bool(begins)
        rows = list(csv.DictReader(io.StringIO(data.decode("utf-8-sig"), newline="")))
        assert len(rows) == count
        assert all("防災" in "".join(row.values()) for row in rows)


def test_what_only_a_policy_is_named_leads_to_it(visitor: Visitor) -> None:
    page = visitor.open("search.html?q=ICT")
    assert _found(page) == 0
    page.get_by_role("link", name="3 ICTを含めた").click()
    assert "policy=" in page.url
    assert _found(page) == 8


def test_a_number_finds_its_project(visitor: Visitor) -> None:
    page = visitor.open("search.html?q=7-03")
    assert _found(page) == 1
    assert (page.locator("#search-hits a").first.get_attribute("href") or "").endswith(
        "/p/7-03.html"
    )


def test_english_words_are_told_that_the_texts_are_japanese(visitor: Visitor) -> None:
    page = visitor.open("search.en.html?q=library")
    told = page.get_by_text("The plans are written in Japanese")
    expect(told).to_be_visible()
    told.get_by_role("link", name="figures").click()
    assert visitor.path() == "figures.en.html"


def test_a_hit_by_its_section_alone_says_so(visitor: Visitor) -> None:
    page = visitor.open("search.html?q=防災")
    told = page.get_by_text("ことばは担当の部局や課の名前にあります")
    expect(told).to_have_count(1)


def test_the_keyboard_skips_to_the_hits_and_past_empty_choices(visitor: Visitor) -> None:
    page = visitor.open("search.html?q=防災")
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="検索結果へ")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator("#search-count")).to_be_focused()
    empty = page.locator("#search-facets li.none input")
    assert empty.count() > 0
    assert all(box.is_disabled() for box in empty.all())


def test_the_navigation_tells_the_page(visitor: Visitor) -> None:
    page = visitor.open("search.html")
    here = page.get_by_role("navigation", name="サイト").locator("[aria-current=page]")
    expect(here).to_have_text(["事業を探す"])
