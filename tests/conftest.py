"""Fixtures that all tests share; `--approve` rewrites approved files instead of comparing."""

import os
from collections.abc import Callable
from pathlib import Path

import made
import pytest
from folders import KORIYAMA as KORIYAMA  # for all tests
from folders import ROOT as ROOT
from hypothesis import settings

# the many processes that tests start need not each compile the program anew
os.environ.pop("PYTHONDONTWRITEBYTECODE", None)

# the same examples on every machine, however slow: a red run means a changed program
settings.register_profile("kyodo", deadline=None, derandomize=True)
settings.load_profile("kyodo")


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--approve", action="store_true", help="write approved files anew; read the diff"
    )


@pytest.fixture
def approved(request: pytest.FixtureRequest) -> Callable[[Path, str], None]:
    """Compare a text with its approved file, or write it under `--approve`."""

    def check(path: Path, text: str) -> None:
        if request.config.getoption("--approve"):
            path.write_text(text, encoding="utf-8", newline="")
        assert path.exists(), f"{path} is missing; run pytest --approve and read it"
        expected = path.read_bytes().decode("utf-8")
        assert text == expected, f"differs from {path.name}; if it is right, pytest --approve"

    return check


@pytest.fixture(scope="session")
def shared(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give a folder that all processes of the tests share."""
    base = tmp_path_factory.getbasetemp()
    return base.parent if "PYTEST_XDIST_WORKER" in os.environ else base


@pytest.fixture(scope="session")
def site(shared: Path) -> Path:
    """Give the site of what this checkout publishes; leave it."""
    return made.site(ROOT / "dist", shared / "site")


@pytest.fixture(scope="session")
def two_years(shared: Path) -> Path:
    """Give a dist/ of two years of one plan, the second with hostile names; leave it."""
    return made.two_years(shared / "two-years")


@pytest.fixture(scope="session")
def years_site(two_years: Path, shared: Path) -> Path:
    """Give the site of the two years; leave it."""
    return made.site(two_years, shared / "years-site")


@pytest.fixture(scope="session")
def ill(two_years: Path, shared: Path) -> Path:
    """Give a dist/ that a stranger put statements into; leave it."""
    return made.ill(two_years, shared / "ill")


@pytest.fixture(scope="session")
def ill_site(ill: Path, shared: Path) -> Path:
    """Give the site of the folder that a stranger put statements into; leave it."""
    return made.site(ill, shared / "ill-site")
