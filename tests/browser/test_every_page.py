"""What is true of every kind of page, in both languages, as a browser shows it."""

import pytest
from browser.kinds import KINDS, PAGES
from browser.visitor import PHONE, Visitor, visiting
from playwright.sync_api import Browser, expect


@pytest.mark.parametrize("name", PAGES)
def test_nothing_bars_anybody_in_light_dark_or_on_a_phone(name: str, visitor: Visitor) -> None:
    page = visitor.open(name)
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    assert visitor.barriers() == []
    page.emulate_media(color_scheme="dark")
    assert visitor.barriers("color-contrast") == []
    page.set_viewport_size(PHONE)
    assert not visitor.is_wider_than_screen()


def test_without_scripts_every_page_says_what_it_is_about(chromium: Browser, home: str) -> None:
    with visiting(chromium, home, java_script_enabled=False) as visitor:
        for name in KINDS:
            page = visitor.open(name)
            expect(page.get_by_role("heading", level=1)).to_be_visible()
            assert len(page.get_by_role("main").inner_text()) > 100, name
