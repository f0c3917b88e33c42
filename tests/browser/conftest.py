"""Fixtures of the tests in a real browser: one browser and one site for each worker of pytest."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from browser.chromium import running
from browser.visitor import Visitor, visiting
from conftest import ROOT
from deploy import servers
from playwright.sync_api import Browser, expect
from serve import servers as endpoints

from kyodo_lod.site.folder import make_site

# a loaded machine is slow; what never comes is still a failure
expect.set_options(timeout=20_000)


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    """Give the browser of this machine."""
    with running() as browser:
        yield browser


@pytest.fixture(scope="session")
def site_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give the site of what this checkout publishes; leave it."""
    folder = tmp_path_factory.mktemp("browser") / "_site"
    make_site(ROOT / "dist", folder)
    return folder


@pytest.fixture(scope="session")
def home(chromium: Browser, site_folder: Path) -> Iterator[str]:  # noqa: ARG001 (no browser, no server)
    """Give where the site is served."""
    with servers.static(site_folder) as address:
        yield address


@pytest.fixture(scope="session")
def endpoint(
    chromium: Browser,  # noqa: ARG001 (no browser, no server)
    tmp_path_factory: pytest.TempPathFactory,
) -> Iterator[str]:
    """Give where the endpoint is served."""
    base = tmp_path_factory.getbasetemp()
    shared = base.parent if "PYTEST_XDIST_WORKER" in os.environ else base
    state = endpoints.filled_state(
        shared / "serve-release", tmp_path_factory.mktemp("served") / "state"
    )
    with endpoints.started(endpoints.DIST, state) as running:
        yield running.url.rstrip("/")


@pytest.fixture
def visitor(chromium: Browser, home: str) -> Iterator[Visitor]:
    """Give somebody at a desk; after the test nothing must have gone wrong on any page they saw."""
    with visiting(chromium, home) as each:
        yield each
