"""Paths of pages: plain keys stay, everything else becomes a name that any file system takes."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kyodo_lod.site.paths import safe_path


@pytest.mark.parametrize(
    "path",
    [
        "id/072036",
        "id/072036/unit/u-0123456789",
        "id/072036/plan/kyodo-2/fy2018/p/3-06",
        "id/072036/source/9991fa2157f53a25",
    ],
)
def test_the_keys_of_the_design_stay(path: str) -> None:
    assert safe_path(path) == path


@pytest.mark.parametrize(
    "name",
    ["..", ".", "", "CON", "nul", "com1.txt", "a%22b", "a'b", "x.", "x.en", "u" * 300, "é", "A"],
)
def test_what_a_file_system_may_refuse_is_hashed(name: str) -> None:
    head, slash, last = safe_path(f"id/{name}").partition("/")
    assert (head, slash) == ("id", "/")
    assert last.startswith("x-")
    assert len(last) == len("x-") + 10


def test_two_letters_that_differ_in_case_alone_are_two_files() -> None:
    assert safe_path("id/a").lower() != safe_path("id/A").lower()


@given(st.lists(st.text(min_size=0, max_size=120), min_size=1, max_size=30))
def test_no_path_leaves_its_folder_or_grows_beyond_what_windows_takes(names: list[str]) -> None:
    safe = safe_path("/".join(["id", *names]))
    assert len(safe) <= 180
    assert all(part not in ("", ".", "..") and "\\" not in part for part in safe.split("/"))
    assert safe.startswith("id/")
