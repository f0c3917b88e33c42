"""The scripts of the site, as far as they need no page: run by Node's own test runner."""

import os
import shutil
import subprocess
from pathlib import Path

import pytest

from kyodo_lod.site.published import Published
from kyodo_lod.site.search_data import NAME, write_search_data

HERE = Path(__file__).parent
NODE = shutil.which("node")


@pytest.fixture(scope="module")
def search_data(published: Published, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give what the search knows, as the site has it."""
    folder = tmp_path_factory.mktemp("search-data")
    write_search_data(published, folder)
    return folder / NAME


@pytest.mark.skipif(NODE is None, reason="Node.js is not installed; the site's scripts go untested")
@pytest.mark.parametrize("path", sorted(HERE.glob("*.test.mjs")), ids=lambda path: path.stem)
def test_script(path: Path, search_data: Path) -> None:
    ran = subprocess.run(
        ["node", "--test", path],
        capture_output=True,
        text=True,
        check=False,
        timeout=300,
        env={**os.environ, "SEARCH_DATA": search_data.as_uri()},
    )
    assert ran.returncode == 0, ran.stdout + ran.stderr


def test_scripts_are_strict_and_hold_no_markup() -> None:
    """What a script shows is made of elements and text, so that nothing shown can become markup."""
    scripts = sorted((HERE.parents[1] / "src/kyodo_lod/site/assets").glob("*.js"))
    assert scripts
    for script in scripts:
        text = script.read_text(encoding="utf-8")
        assert text.startswith("'use strict'\n"), script.name
        for refused in ("innerHTML", "outerHTML", "insertAdjacentHTML", "document.write", "eval("):
            assert refused not in text, f"{script.name}: {refused}"
