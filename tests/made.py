"""What takes seconds to make is made once for all processes of the tests, and only read by them."""

import fcntl
import shutil
from collections.abc import Callable
from pathlib import Path

from site_cities import build_two_years, mean_ill

from kyodo_lod.site.folder import make_site
from kyodo_lod.site.single_file import make_single_file


def once(folder: Path, make: Callable[[Path], object]) -> Path:
    """Give a folder that is made by whoever comes first, while the others wait.

    Args:
        folder: that all processes know; each of them gives it the same content.
        make: fills an empty folder.
    """
    folder.parent.mkdir(parents=True, exist_ok=True)
    with folder.with_name(f"{folder.name}.lock").open("ab") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not folder.is_dir():
            unfinished = folder.with_name(f"{folder.name}.unfinished")
            shutil.rmtree(unfinished, ignore_errors=True)
            unfinished.mkdir()
            make(unfinished)
            unfinished.rename(folder)
    return folder


def site(dist: Path, folder: Path) -> Path:
    """Give the site of a published folder, alone in a folder of its own."""
    return once(folder, lambda made: make_site(dist, made / "_site")) / "_site"


def single_file(dist: Path, folder: Path) -> Path:
    """Give the site of a published folder as one file in Japanese; the English one stands beside it."""
    return once(folder, lambda made: make_single_file(dist, made / "kyodo.html")) / "kyodo.html"


def two_years(folder: Path) -> Path:
    """Give a published folder of two years of one plan (site_cities.py)."""
    return once(folder, build_two_years) / "dist"


def ill(years: Path, folder: Path) -> Path:
    """Give the folder of two years, and in it what a stranger put there."""
    return once(folder, lambda made: mean_ill(years, made / "dist")) / "dist"
