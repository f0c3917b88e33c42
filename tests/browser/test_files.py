"""All files of the site: links, ids, validity, what a policy forbids."""

import re
import shutil
import subprocess
from pathlib import Path

import html5lib
import pytest
from browser.kinds import PAGES
from conftest import ROOT
from site_links import dead_links, twice

#: the Nu Html Checker: `npm ci` in browser/ brings it (vnu-jar)
VNU = ROOT / "browser/node_modules/vnu-jar/build/dist/vnu.jar"
#: what the checker does not know yet, and every browser does (SVG 2, section 13.8)
_UNKNOWN = ".*paint-order.*"
_HANDLER = re.compile(r"^on[a-z]+$")


def _elements(page: Path) -> list[tuple[str, dict[str, str]]]:
    parser = html5lib.HTMLParser(strict=True, namespaceHTMLElements=False)
    tree = parser.parse(page.read_text(encoding="utf-8"))
    return [(str(each.tag), dict(each.attrib)) for each in tree.iter()]


def test_every_reference_leads_to_a_file_and_a_place_in_it(site: Path) -> None:
    assert dead_links(site) == []


def test_no_id_is_there_twice(site: Path) -> None:
    assert list(twice(site)) == []


def test_every_page_parses_and_holds_nothing_that_its_policy_forbids(site: Path) -> None:
    pages = sorted(site.rglob("*.html"))
    assert len(pages) > 300
    for page in pages:
        for tag, attributes in _elements(page):
            assert "style" not in attributes, page
            assert not [name for name in attributes if _HANDLER.match(name)], page
            assert not attributes.get("src", "").startswith(("http:", "https:", "//")), page
            assert tag not in {"iframe", "object", "embed"}, page


def test_the_kinds_of_pages_are_valid(site: Path) -> None:
    if not shutil.which("java") or not VNU.is_file():
        pytest.skip("the Nu Html Checker needs java, and `npm ci` in browser/")
    command = ["java", "-jar", VNU, "--errors-only", "--filterpattern", _UNKNOWN, *PAGES]
    checked = subprocess.run(
        command, cwd=site, capture_output=True, text=True, check=False, timeout=300
    )
    assert checked.stderr.strip() == ""
    assert checked.returncode == 0
