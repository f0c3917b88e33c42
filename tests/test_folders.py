"""tests/folders.py: what is run beside pytest finds the checkout too."""

import subprocess
import sys

from cli.running import plain_environment
from folders import KORIYAMA, ROOT


def test_the_folders_are_there() -> None:
    assert (ROOT / "pyproject.toml").is_file()
    assert (KORIYAMA / "source.toml").is_file()


def test_tables_and_screenshots_are_made_without_pytest() -> None:
    environment = plain_environment(PYTHONPATH=str(ROOT / "tests"))
    code = "import serve.tables, browser.screenshots"
    done = subprocess.run([sys.executable, "-c", code], env=environment, check=False)
    assert done.returncode == 0
