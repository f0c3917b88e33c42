"""A server over dist/, started once; its release is made once for all processes of the tests."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from cli.running import own_loop
from serve import servers

from kyodo_lod.serve.release import Release, load


@pytest.fixture(scope="session")
def new_state(shared: Path, tmp_path_factory: pytest.TempPathFactory) -> Callable[[], Path]:
    """Give a state folder of one's own that holds the release of dist/ already."""

    def make() -> Path:
        folder = tmp_path_factory.mktemp("serve") / "state"
        return servers.filled_state(shared, folder)

    return make


@pytest.fixture(scope="session")
def release(shared: Path) -> Release:
    """Give what is made of dist/ to be served; leave it."""
    return load(servers.released(shared).folder)


@pytest.fixture(scope="session")
def server(new_state: Callable[[], Path]) -> Iterator[servers.Server]:
    """A server that all tests share; one that changes it starts its own (servers.started)."""
    with servers.started(servers.DIST, new_state()) as running:
        yield running


@pytest.fixture(autouse=True, scope="module")
def _module_loop_of_its_own() -> Iterator[None]:
    """Let what a module shares run its own event loop too; made before the rest of its kind."""
    with own_loop():
        yield


@pytest.fixture(autouse=True)
def _loop_of_its_own() -> Iterator[None]:
    """Let a test run its own event loop, behind tests in a browser too, whose loop stands still."""
    with own_loop():
        yield
