"""A release that was made is taken up again."""

from pathlib import Path

import pytest

from kyodo_lod.errors import KyodoError
from kyodo_lod.serve.described import Described
from kyodo_lod.serve.release import RECORD, Release, digest, load, save


def example(folder: Path) -> Release:
    """Give a release in a folder."""
    things = {"id/1": Described("p.html#市", ("id/1", "catalog"), "t.csv")}
    return Release(
        folder, "abc", "def", "https://example.org/", 5, ("urn:g",), {"a.ttl": "12"}, things,
        "https://example.org/ask",
    )  # fmt: skip


def test_what_was_saved_is_loaded(tmp_path: Path) -> None:
    save(example(tmp_path))
    assert load(tmp_path) == example(tmp_path)


def test_the_same_release_is_the_same_bytes(tmp_path: Path) -> None:
    for name in ("a", "b"):
        (tmp_path / name).mkdir()
        save(example(tmp_path / name))
    assert (tmp_path / "a" / RECORD).read_bytes() == (tmp_path / "b" / RECORD).read_bytes()


@pytest.mark.parametrize("text", ["", "[]", "{}", '{"digest": "abc"}', "\xff"])
def test_a_damaged_one_is_said_with_its_remedy(tmp_path: Path, text: str) -> None:
    (tmp_path / RECORD).write_text(text, encoding="latin-1")
    with pytest.raises(KyodoError, match="cannot be read; remove this folder and start again"):
        load(tmp_path)


def test_other_data_make_another_release() -> None:
    assert digest(b"a") == digest(b"a") != digest(b"b")
