"""Somebody who visits the site, and what must not happen while they do."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit
from weakref import WeakKeyDictionary

import pytest
from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Page, Request

#: what a page may load that was never sent for
_OWN = ("data:", "blob:", "about:")
AXE = Path(__file__).parent / "vendor" / "axe.min.js"
_LOOK = f"""async ([include, options]) => {{
    const mark = {(Path(__file__).parent / "alike.js").read_text(encoding="utf-8")}
    mark(document.querySelectorAll(include))
    const found = await axe.run({{ include, exclude: ['[data-alike]'] }}, options)
    document.querySelectorAll('[data-alike]').forEach(each => each.removeAttribute('data-alike'))
    return found
}}"""
PHONE = {"width": 390, "height": 844}
DESK = {"width": 1200, "height": 900}


class Visitor:
    """A page in a browser, watched.

    Args:
        page: the browser's.
        home: where the site is served; a request to anywhere else is a mistake.
    """

    def __init__(self, page: Page, home: str) -> None:
        self.page = page
        self.home = home
        self.requests: list[str] = []
        self.mistakes: list[str] = []
        page.on("request", self._asked)
        page.on("console", self._said)
        page.on("pageerror", lambda error: self.mistakes.append(f"error: {error}"))

    def _asked(self, request: Request) -> None:
        if not request.url.startswith(_OWN):
            self.requests.append(request.url)
        if not request.url.startswith((self.home, *_OWN)):
            self.mistakes.append(f"request: {request.url}")

    def _said(self, message: ConsoleMessage) -> None:
        # a violated Content Security Policy and a missing file are told here too
        if message.type in {"error", "warning"} and not _is_icon(message.location["url"]):
            self.mistakes.append(f"{message.type}: {message.text} {message.location}")

    def open(self, path: str) -> Page:
        """Go to a page of the site."""
        self.page.goto(f"{self.home}/{path}", wait_until="load")
        return self.page

    def path(self) -> str:
        """Give the path of the page that is open, with its fragment."""
        parts = urlsplit(self.page.url)
        return parts.path.lstrip("/") + (f"#{parts.fragment}" if parts.fragment else "")

    def is_wider_than_screen(self) -> bool:
        """Tell whether the page as a whole scrolls sideways."""
        wide: bool = self.page.evaluate(
            "document.documentElement.scrollWidth > document.documentElement.clientWidth"
        )
        return wide

    def barriers(self, *rules: str, within: Sequence[str] = ("html",)) -> list[str]:
        """Give what axe-core finds wrong: rule, what it is, where.

        Of what is built alike it looks at a few (alike.js), for else a long list takes it a minute.

        Args:
            rules: of axe-core; all unless some are named.
            within: selectors of what is looked at.
        """
        if not self.page.evaluate("typeof window.axe === 'object'"):
            self.page.evaluate(AXE.read_text(encoding="utf-8"))
        options: dict[str, Any] = {"resultTypes": ["violations"]}
        if rules:
            options["runOnly"] = {"type": "rule", "values": rules}
        found = self.page.evaluate(_LOOK, [[*within], options])
        return [
            f"{each['id']}: {each['help']}: {node['html'][:200]}"
            for each in found["violations"]
            for node in each["nodes"]
        ]


def _is_icon(url: str) -> bool:
    """Tell whether the browser itself asked for the icon of the whole host, which is not the site's."""
    return urlsplit(url).path == "/favicon.ico"


@contextmanager
def visiting(browser: Browser, home: str, **options: Any) -> Iterator[Visitor]:
    """Open a page of its own; afterwards nothing must have gone wrong."""
    page = _context(browser, {"viewport": DESK, "locale": "ja-JP", **options}).new_page()
    try:
        visitor = Visitor(page, home)
        yield visitor
        if visitor.mistakes:
            pytest.fail("\n".join(visitor.mistakes))
    finally:
        page.close()


def _context(browser: Browser, options: dict[str, Any]) -> BrowserContext:
    """Give the context of these options, which costs a browser more than all that is done in it.

    Pages may share it: what the site keeps, it keeps in a page.
    """
    known = _CONTEXTS.setdefault(browser, {})
    name = repr(sorted(options.items()))
    if name not in known:
        known[name] = browser.new_context(**options)
        known[name].set_default_timeout(60_000)
    return known[name]


_CONTEXTS: WeakKeyDictionary[Browser, dict[str, BrowserContext]] = WeakKeyDictionary()
