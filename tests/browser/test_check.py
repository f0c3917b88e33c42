"""/check in a browser: a clerk sends a document, repairs the line that is told, and sends it again."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from browser.visitor import PHONE, Visitor, visiting
from conftest import KORIYAMA
from playwright.sync_api import Browser, Page, expect

PLAN = (KORIYAMA / "plan.txt").read_text(encoding="utf-8")


@pytest.fixture
def clerk(chromium: Browser, endpoint: str) -> Iterator[Visitor]:
    """Give somebody at the endpoint; no script runs."""
    with visiting(chromium, endpoint, java_script_enabled=False) as each:
        yield each


def send(page: Page, document: Path) -> None:
    page.get_by_label("文書のファイル").set_input_files(document)
    page.get_by_role("form", name="文書を調べる").get_by_role("button", name="調べる").click()


def test_a_clerk_finds_the_line_repairs_it_and_is_told_that_all_is_well(
    clerk: Visitor, tmp_path: Path
) -> None:
    document = tmp_path / "計画.txt"
    lines = PLAN.split("\n")
    right = lines[23]
    lines[23] = right.replace("総務部人事課", "")
    document.write_text("\n".join(lines), encoding="utf-8")
    page = clerk.open("index.html")
    page.get_by_role("link", name="文書を調べる").click()
    page.get_by_label("自治体コード").fill("０７２０３６")
    page.get_by_label("計画の短い名前").fill("kyodo-2")
    page.get_by_label("年度", exact=True).fill("平成30年度")
    send(page, document)

    expect(page.get_by_text("直すところがあります。")).to_be_visible()
    [finding] = page.get_by_role("main").locator("ol.checked > li").all()
    expect(finding.get_by_role("heading")).to_have_text("違反 24 行目、事業名 人材育成推進事業")
    expect(finding).to_contain_text("担当課が空です。")
    finding.get_by_role("link", name="担当課がある").click()
    assert clerk.path() == "shapes/plan.html#PlannedProject-responsibleUnit"
    page.go_back()

    lines[23] = right
    document.write_text("\n".join(lines), encoding="utf-8")
    expect(page.get_by_label("年度", exact=True)).to_have_value("平成30年度")
    send(page, document)
    expect(page.get_by_text("誤りは見つかりませんでした。")).to_be_visible()
    expect(page.get_by_text("7 基本施策の 76 事業を読みました。")).to_be_visible()


@pytest.mark.parametrize("path", ["check.html", "check.en.html"])
def test_form_and_findings_bar_nobody_in_light_dark_print_or_on_a_phone(
    path: str, chromium: Browser, endpoint: str, tmp_path: Path
) -> None:
    document = tmp_path / "plan.txt"
    document.write_text(PLAN.replace("総務部人事課", "総務部\u200b人事科"), encoding="utf-8")
    with visiting(chromium, endpoint) as visitor:
        page = visitor.open(path)
        page.locator("details").evaluate_all("all => all.forEach(each => { each.open = true })")
        _look(visitor, page)
        page.locator("#file").set_input_files(document)
        for name, value in (("municipality", "072036"), ("plan", "kyodo-2"), ("year", "2018")):
            page.locator(f"#{name}").fill(value)
        page.locator("form button").first.click()
        expect(page.locator("mark").first).to_be_visible()
        _look(visitor, page)
        page.emulate_media(media="print")
        expect(page.locator("#file")).to_be_hidden()
        expect(page.locator("mark").first).to_be_visible()


def _look(visitor: Visitor, page: Page) -> None:
    assert visitor.barriers() == []
    page.emulate_media(color_scheme="dark")
    assert visitor.barriers("color-contrast") == []
    page.emulate_media(color_scheme="light")
    before = page.viewport_size
    assert before
    page.set_viewport_size(PHONE)
    assert not visitor.is_wider_than_screen()
    page.set_viewport_size(before)


def test_rdf_is_sent_by_the_other_form(clerk: Visitor) -> None:
    page = clerk.open("check.en.html")
    page.get_by_text("Check a file of RDF").click()
    form = page.get_by_role("form", name="Check a file of RDF")
    form.get_by_label("The file").set_input_files(
        {"name": "a.ttl", "mimeType": "text/turtle", "buffer": b"<x:a> <x:b> <x:c> ."}
    )
    form.get_by_role("button", name="Check").click()
    expect(page.get_by_text("There is something to repair.")).to_be_visible()
    expect(page.get_by_role("form", name="Check a file of RDF")).to_be_visible()
