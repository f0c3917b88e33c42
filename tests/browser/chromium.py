"""The browser of this machine: where it is, how it is started, and what is said where there is none."""

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from playwright.sync_api import Browser, sync_playwright

_NAMES = ("chromium", "chromium-browser", "google-chrome")
#: it runs as root in containers, without a display, and talks to nobody but the page's own server
_ARGUMENTS = (
    *("--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-sync"),
    *("--disable-background-networking", "--disable-component-update", "--disable-dev-shm-usage"),
)
REMEDY = "no Chromium: apt-get install chromium fonts-ipafont-gothic, or set KYODO_LOD_BROWSER"


def executable() -> str | None:
    """Give the path of the browser: the one named in KYODO_LOD_BROWSER, or one of the system's."""
    names = (os.environ.get("KYODO_LOD_BROWSER"), *_NAMES)
    return next((found for name in names if name and (found := shutil.which(name))), None)


@contextmanager
def running() -> Iterator[Browser]:
    """Start the browser; where there is none the test is skipped, or fails in CI that could install one."""
    path = executable()
    if path is None and os.environ.get("CI") and shutil.which("apt-get"):
        pytest.fail(REMEDY)
    if path is None:
        pytest.skip(REMEDY)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=[*_ARGUMENTS])
        try:
            yield browser
        finally:
            browser.close()
