"""The site as one file: all in it, nothing twice, no link astray, whole or not at all; hostile names too."""

import re
from pathlib import Path

import html5lib
import made
import pytest
from site_links import anchors

from kyodo_lod.errors import OutputError
from kyodo_lod.site.single_file import make_single_file


@pytest.fixture(scope="module")
def files(ill: Path, shared: Path) -> tuple[Path, Path]:
    """Give the files of what a stranger put statements into, in Japanese and English."""
    japanese = made.single_file(ill, shared / "ill-single-file")
    return japanese, japanese.with_name("kyodo.en.html")


@pytest.mark.parametrize("nth", [0, 1])
def test_ids_are_there_once_and_links_within_lead_to_them(
    nth: int, files: tuple[Path, Path]
) -> None:
    found = anchors(files[nth])
    assert len(found.ids) == len(set(found.ids))
    within = [each.partition("#")[2] for each in found.links if re.match(r"(\?[^#]*)?#", each)]
    assert len(within) > 300
    assert [each for each in within if each not in found.ids] == []


@pytest.mark.parametrize("nth", [0, 1])
def test_nothing_is_loaded_and_no_stranger_runs(nth: int, files: tuple[Path, Path]) -> None:
    text = files[nth].read_text(encoding="utf-8")
    parser = html5lib.HTMLParser(strict=True, namespaceHTMLElements=False)
    for each in parser.parse(text).iter():
        assert each.tag not in {"iframe", "object", "embed", "img"}
        assert "src" not in each.attrib
        assert "style" not in each.attrib
        assert not [key for key in each.attrib if str(key).startswith("on")]
        assert not each.get("href", "").lower().startswith("javascript:")
        if each.tag == "link":
            assert each.get("rel") in {"canonical", "icon"}


def test_there_are_as_many_hashes_as_scripts_that_run(files: tuple[Path, Path]) -> None:
    text = files[0].read_text(encoding="utf-8")
    policy = re.search(r'http-equiv="Content-Security-Policy" content="([^"]*)"', text)
    assert policy
    scripts = re.search("script-src([^;]*)", policy[1])
    assert scripts
    run = re.findall(r"<script(?: id=\"[^\"]*\")?>", text)
    assert scripts[1].count("'sha256-") == len(run) > 10
    assert "connect-src 'none'" in policy[1]
    assert "'unsafe-inline'" not in policy[1]


@pytest.mark.parametrize("name", ["kyodo.html", "kyodo.en.html"])
def test_where_it_cannot_be_written_nothing_is_made(name: str, ill: Path, tmp_path: Path) -> None:
    (tmp_path / name).mkdir()
    told: list[str] = []
    with pytest.raises(OutputError, match="is a folder"):
        make_single_file(ill, tmp_path / "kyodo.html", progress=told.append)
    assert told == []
    assert [each.name for each in tmp_path.iterdir()] == [name]
