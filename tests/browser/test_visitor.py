"""What a visitor would be told: a mistake is found also in a long list, and told a few times."""

from collections.abc import Iterator

import pytest
from browser.visitor import Visitor, visiting
from playwright.sync_api import Browser

_PAGE = """<!doctype html><html lang="ja"><title>頁</title>
<style>.pale {{ color: #ddd }} .deep {{ color: #000 }}</style><main><h1>頁</h1>{}</main>"""
_ROWS = "".join(f'<li><a class="deep" href="#{number}">線{number}</a></li>' for number in range(60))
_PALE = _ROWS.replace("deep", "pale")


@pytest.fixture
def visitor(chromium: Browser) -> Iterator[Visitor]:
    """Give somebody whose page a test writes."""
    with visiting(chromium, "about:") as each:
        yield each


def found(visitor: Visitor, html: str) -> list[str]:
    """Give the rules that a page breaks, each as often as it is told."""
    visitor.page.set_content(_PAGE.format(html))
    rules = [each.partition(":")[0] for each in visitor.barriers()]
    assert visitor.page.locator("[data-alike]").count() == 0
    return rules


@pytest.mark.parametrize(
    ("row", "rule"),
    [
        ('<li><a class="pale" href="#a">線路</a></li>', "color-contrast"),
        ('<li><a class="deep" href="#a" style="color: #ddd">線路</a></li>', "color-contrast"),
        ('<li><a class="deep" href="#a"></a></li>', "link-name"),
        ('<li><a class="deep" href="#a">線路<img src="data:,"></a></li>', "image-alt"),
        ('<li hidden></li><li><a class="deep" href="#a">線路</a><input></li>', "label"),
        ('<li><a class="deep" href="#a" aria-none="x">線路</a></li>', "aria-valid-attr"),
    ],
)
def test_one_that_differs_is_found_among_many(visitor: Visitor, row: str, rule: str) -> None:
    assert found(visitor, f"<ul>{_ROWS}</ul>") == []
    assert found(visitor, f"<ul>{_ROWS}{row}{_ROWS}</ul>") == [rule]


def test_what_is_the_same_mistake_is_told_thrice(visitor: Visitor) -> None:
    assert found(visitor, f"<ul>{_PALE}</ul>") == ["color-contrast"] * 3


def test_what_is_hidden_stands_for_nothing_that_is_shown(visitor: Visitor) -> None:
    html = f"<div hidden><ul>{_PALE}</ul></div><div><ul>{_PALE}</ul></div>"
    assert found(visitor, html) == ["color-contrast"] * 3
