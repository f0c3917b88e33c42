"""Fixtures that all tests share; `--approve` rewrites approved files instead of comparing."""

from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import settings

ROOT = Path(__file__).resolve().parent.parent
KORIYAMA = ROOT / "data" / "072036-koriyama" / "kyodo-2" / "fy2018"

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
