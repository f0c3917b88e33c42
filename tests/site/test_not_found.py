"""404.html for hosts without a program: right at any depth, in the look of the site, asking nobody else."""

import re
from collections.abc import Callable
from pathlib import Path
from xml.etree.ElementTree import Element

import pytest

from kyodo_lod.publish.pages.page import LANGUAGES, localized
from kyodo_lod.site.not_found import NAME, write_not_found

_HOME = "https://lod.city.example.jp/open/"
_LINK = re.compile(r'(?:href|src)="([^"]*)"')


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give a folder with the pages alone."""
    folder = tmp_path_factory.mktemp("not-found")
    write_not_found(folder, _HOME)
    return folder


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_link_is_a_whole_address_of_the_site(language: str, made: Path) -> None:
    text = (made / localized(NAME, language)).read_text(encoding="utf-8")
    links = [link for link in _LINK.findall(text) if not link.startswith("#")]
    assert len(links) > 8
    assert all(link.startswith(_HOME) for link in links), links


@pytest.mark.parametrize(
    ("language", "said", "other"),
    [
        ("ja", "このアドレスには何も公開されていません。", "404.en.html"),
        ("en", "Nothing is published at this address.", "404.html"),
    ],
)
def test_it_says_so_and_leads_to_the_other_language(
    language: str, said: str, other: str, made: Path
) -> None:
    text = (made / localized(NAME, language)).read_text(encoding="utf-8")
    assert f'<html lang="{language}">' in text
    assert f'<p class="lead">{said}</p>' in text
    assert f'href="{_HOME}{other}"' in text
    assert '<meta name="robots" content="noindex">' in text
    assert 'rel="icon"' not in text  # its policy would let none of another host through
    assert "<script" not in text


def test_the_site_has_it_and_its_links_lead_to_pages_that_are_there(
    site: Path, parsed: Callable[[str], Element]
) -> None:
    files = {path.relative_to(site).as_posix() for path in site.rglob("*")}
    text = (site / NAME).read_text(encoding="utf-8")
    assert all(parsed(localized(NAME, language)) is not None for language in LANGUAGES)
    home = "https://w3id.org/kyodo-lod/"
    linked = {link.removeprefix(home) for link in _LINK.findall(text) if link.startswith(home)}
    assert {"search.html", "index.html", "def.html"} <= linked <= files
