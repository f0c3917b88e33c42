"""Fixtures of the tests in a real browser: one browser and one site for each worker of pytest."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from browser.chromium import running
from browser.visitor import Visitor, visiting
from deploy import servers
from playwright.sync_api import Browser, expect
from serve import servers as endpoints

# a loaded machine is slow; what never comes is still a failure
expect.set_options(timeout=60_000)


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    """Give the browser of this machine."""
    with running() as browser:
        yield browser


@pytest.fixture(scope="session")
def home(chromium: Browser, site: Path) -> Iterator[str]:  # noqa: ARG001 (no browser, no server)
    """Give where the site is served."""
    with servers.static(site) as address:
        yield address


@pytest.fixture(scope="session")
def endpoint(
    chromium: Browser,  # noqa: ARG001 (no browser, no server)
    shared: Path,
    tmp_path_factory: pytest.TempPathFactory,
) -> Iterator[str]:
    """Give where the endpoint is served."""
    state = endpoints.filled_state(shared, tmp_path_factory.mktemp("served") / "state")
    with endpoints.started(endpoints.DIST, state) as running:
        yield running.url.rstrip("/")


@pytest.fixture
def visitor(chromium: Browser, home: str) -> Iterator[Visitor]:
    """Give somebody at a desk; after the test nothing must have gone wrong on any page they saw."""
    with visiting(chromium, home) as each:
        yield each
