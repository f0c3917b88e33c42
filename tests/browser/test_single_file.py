"""The site as one file: opened from the disk, with no network at all."""

from collections.abc import Iterator
from pathlib import Path

import made
import pytest
from browser.visitor import PHONE, Visitor, visiting
from conftest import ROOT
from playwright.sync_api import Browser, Page, expect

from kyodo_lod.site.single_file import LIMIT, make_single_file

PROJECT = "id/072036/plan/kyodo-2/fy2018/p/4-15.html"
#: a shared query, as the page of queries writes its link
ASK = "#query=SELECT%20(COUNT(*)%20AS%20%3Fn)%20WHERE%20%7B%20%3Fs%20a%20%3Chttps%3A%2F%2Fw3id.org%2Fkyodo-lod%2Fdef%23PlannedProject%3E%20%7D"


_SHOWN = "main > article:not([hidden])"


@pytest.fixture(scope="session")
def single(shared: Path) -> Path:
    """Give the Japanese file; the English one stands beside it."""
    return made.single_file(ROOT / "dist", shared / "single-file")


@pytest.fixture
def reader(chromium: Browser, single: Path) -> Iterator[Visitor]:
    """Give somebody with the file and no network; afterwards nothing but the file was asked for."""
    with visiting(chromium, single.parent.as_uri(), offline=True, accept_downloads=True) as each:
        yield each
        assert {url.partition("#")[0].partition("?")[0] for url in each.requests} <= {
            single.as_uri(),
            single.with_suffix(".en.html").as_uri(),
        }


def _article(page: Page) -> str | None:
    """Give the id of the one page that is shown."""
    shown = page.locator(_SHOWN)
    expect(shown).to_have_count(1)
    return shown.get_attribute("id")


@pytest.mark.parametrize("name", ["kyodo.html", "kyodo.en.html"])
def test_it_opens_at_the_first_page_and_every_page_of_the_navigation(
    name: str, reader: Visitor
) -> None:
    page = reader.open(name)
    assert _article(page) == ("index.html" if name == "kyodo.html" else "index.en.html")
    for link in page.get_by_role("banner").get_by_role("link").all():
        if (link.get_attribute("href") or "").startswith("#"):
            link.click()
            assert f"#{_article(page)}" == link.get_attribute("href")
            expect(link).to_have_attribute("aria-current", "page")


def _barriers(reader: Visitor, *rules: str) -> list[str]:
    """Look at the page that is shown; the others are taken away meanwhile, for axe-core reads them all."""
    reader.page.evaluate(
        "window.away = [...document.querySelectorAll('main > article[hidden]')]; away.forEach(each => each.remove())"
    )
    found = reader.barriers(*rules, within=["header", _SHOWN])
    reader.page.evaluate("document.querySelector('main').append(...away)")
    return found


def test_nothing_bars_anybody(reader: Visitor) -> None:
    reader.open("kyodo.html")
    for name in ("index.html", "search.html", "figures.html", "sparql.html", PROJECT):
        page = reader.open(f"kyodo.html#{name}")
        assert _article(page) == name
        assert _barriers(reader) == [], name
        page.emulate_media(color_scheme="dark")
        assert _barriers(reader, "color-contrast") == [], name
        page.emulate_media(color_scheme="light")


def test_a_search_finds_and_leads_to_a_project(reader: Visitor) -> None:
    page = reader.open("kyodo.html")
    page.get_by_role("searchbox", name="事業を探す").fill("防災")
    page.get_by_role("button", name="探す").click()
    expect(page.get_by_role("heading", level=2, name="事業 (全76事業のうち)")).to_be_visible()
    assert _article(page) == "search.html"
    expect(page.locator("mark").first).to_have_text("防災")
    page.locator("mark").first.locator("xpath=ancestor::li").get_by_role("link").first.click()
    assert "/p/" in (_article(page) or "")
    page.go_back()
    assert _article(page) == "search.html"


def test_a_number_of_the_matrix_leads_into_the_search(reader: Visitor) -> None:
    page = reader.open("kyodo.html#figures.html")
    link = page.locator("main > article:not([hidden])").locator('a[href*="search.html"]').first
    link.click()
    assert _article(page) == "search.html"
    expect(page.get_by_role("list", name="しぼりこみの条件")).to_be_visible()
    assert len([url for url in reader.requests if "#" not in url]) <= 1, "the file is loaded once"


def test_a_shared_query_runs(reader: Visitor) -> None:
    page = reader.open(f"kyodo.html{ASK}")
    page.get_by_role("button", name="実行").click()
    expect(page.get_by_role("cell", name="76")).to_be_visible()
    assert _barriers(reader) == []


def test_an_answer_leads_to_the_pages_of_things(reader: Visitor) -> None:
    page = reader.open("kyodo.en.html#sparql.en.html")
    page.get_by_role("button", name="Run").click()
    result = page.get_by_role("region", name="What was answered")
    result.get_by_role("link").first.click()
    assert (_article(page) or "").startswith("id/")


def test_the_navigation_stands_above_a_page_that_is_opened_by_its_address(reader: Visitor) -> None:
    page = reader.open("kyodo.html#figures.html")
    assert _article(page) == "figures.html"
    expect(page.get_by_role("navigation", name="サイト")).to_be_in_viewport()


def test_a_fact_leads_to_its_line(reader: Visitor) -> None:
    page = reader.open(f"kyodo.html#{PROJECT}")
    page.get_by_role("link", name="69行目").click()
    assert _article(page) == "id/072036/source/9991fa2157f53a25.html"
    expect(page.locator(":target")).to_be_in_viewport()
    expect(page.locator(":target")).to_contain_text("猪苗代湖の水を守りたい事業")


def test_the_data_can_be_saved(reader: Visitor) -> None:
    page = reader.open("kyodo.html")
    with page.expect_download() as saving:
        page.get_by_role("article").get_by_role("link", name="Turtle").first.click()
    name = saving.value.suggested_filename
    assert name.endswith(".ttl")
    original = next((ROOT / "dist").rglob(name))
    assert saving.value.path().read_bytes() == original.read_bytes()


def test_the_other_file_is_named_and_nothing_leads_astray_without_it(reader: Visitor) -> None:
    page = reader.open("kyodo.html")
    banner = page.get_by_role("banner")
    expect(banner).to_contain_text("English (別のファイル kyodo.en.html)")
    assert banner.get_by_role("link", name="English").count() == 0


def test_without_scripts_it_is_one_long_page(chromium: Browser, single: Path) -> None:
    with visiting(chromium, single.parent.as_uri(), java_script_enabled=False) as each:
        page = each.open("kyodo.html")
        assert page.get_by_role("article").count() > 100
        expect(page.locator(f"[id='{PROJECT}']")).to_contain_text("猪苗代湖の水を守りたい事業")


def test_it_fits_a_phone(chromium: Browser, single: Path) -> None:
    with visiting(chromium, single.parent.as_uri(), viewport=PHONE) as each:
        for name in ("index.html", "search.html", "sparql.html", "figures.html", PROJECT):
            each.open(f"kyodo.html#{name}")
            assert not each.is_wider_than_screen()


def test_it_is_small_and_the_same_twice(single: Path, tmp_path: Path) -> None:
    for path, count in make_single_file(ROOT / "dist", tmp_path / single.name).items():
        assert path.read_bytes() == (single.parent / path.name).read_bytes()
        assert count == path.stat().st_size < LIMIT
