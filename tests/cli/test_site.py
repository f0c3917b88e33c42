"""`site`: a folder or one file, and what is said of it; what is in it is tested where it is made."""

from pathlib import Path

import pytest
from cli.running import invoke

from kyodo_lod.site.single_file import LIMIT


@pytest.fixture
def folder(monkeypatch: pytest.MonkeyPatch) -> list[tuple[str, str]]:
    """Stand in for what makes a folder; give what it was asked for."""
    asked: list[tuple[str, str]] = []

    def make_site(published: str, out: str, **_: object) -> tuple[str, ...]:
        asked.append((published, out))
        return ("x",) * 1234

    monkeypatch.setattr("kyodo_lod.site.folder.make_site", make_site)
    return asked


def single_file(size: int, monkeypatch: pytest.MonkeyPatch) -> None:
    """Stand in for what makes one file of a size, and a small one in English."""
    made = {Path("kyodo.html"): size, Path("kyodo.en.html"): 2048}
    monkeypatch.setattr("kyodo_lod.site.single_file.make_single_file", lambda *_, **__: made)


def test_a_folder_is_named_with_its_files(folder: list[tuple[str, str]]) -> None:
    assert invoke("site").out == "_site: 1,234 files\n"
    done = invoke("site", "--dist", "d", "--out", "o", "--lang", "ja")
    assert (done.code, done.out, done.err) == (0, "o: 1,234 ファイル\n", "")
    assert invoke("site", "--quiet").out == ""
    assert folder == [("dist", "_site"), ("d", "o"), ("dist", "_site")]


def test_each_file_is_named_with_its_size(monkeypatch: pytest.MonkeyPatch) -> None:
    single_file(LIMIT, monkeypatch)
    done = invoke("site", "--single-file", "kyodo.html")
    assert (done.code, done.err) == (0, "")
    assert [line.partition(":")[0] for line in done.out.splitlines()] == [
        "kyodo.html",
        "kyodo.en.html",
    ]


@pytest.mark.parametrize("quiet", [(), ("--quiet",)])
def test_a_file_that_is_slow_to_open_is_told_even_to_who_wants_no_news(
    quiet: tuple[str, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    single_file(LIMIT + 1, monkeypatch)
    done = invoke("site", "--single-file", "kyodo.html", *quiet)
    assert done.code == 0
    assert bool(done.out) is not bool(quiet)
    assert done.err.startswith("kyodo.html: is ")
    assert done.err.count("\n") == 1


@pytest.mark.parametrize("way", ["--out", "--single-file"])
def test_without_published_data_it_says_what_to_do(way: str, tmp_path: Path) -> None:
    done = invoke("site", "--dist", str(tmp_path), way, str(tmp_path / "new"))
    assert (done.code, done.out, done.err.count("\n")) == (2, "", 1)
    assert "run kyodo-lod build first" in done.err
    assert list(tmp_path.iterdir()) == []
