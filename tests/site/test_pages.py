"""What is true of every page about a thing: whole, valid, without a dead link, the same twice."""

import itertools
import re
import subprocess
import sys
from pathlib import Path
from xml.etree.ElementTree import Element

import html5lib
import pytest
from site_links import dead_links, twice

from kyodo_lod.site.pages import KINDS
from kyodo_lod.site.places import PAGED
from kyodo_lod.site.published import Published

YEAR = "id/072036/plan/kyodo-2/fy2018"
#: one page of each kind, and one of each form of trouble
SAMPLE = (
    *(f"{YEAR}.html", f"{YEAR}/p/3-06.html", f"{YEAR}/p/4-15.html", "codes.html"),
    *("id/072036.html", "id/072036/plan/kyodo-2.html", "id/072036/plan/kyodo-2/policy/1.html"),
    *("id/072036/unit/hoken-fukushi-bu.html", "id/072036/unit/somu-bu-jinji-ka.html"),
    *("id/fy/2018.html", "id/072036/source/9991fa2157f53a25.html"),
    *(f"id/072036/plan/kyodo-2/fy2019/p/1-0{number}.html" for number in range(2, 7)),
    "id/072036/plan/kyodo-2/fy2019/p/2-01.html",
)
SAMPLES = [name.replace(".html", ending) for name in SAMPLE for ending in (".html", ".en.html")]


def parsed(page: Path) -> Element:
    """Parse a page strictly; a mistake in the HTML is an error."""
    parser = html5lib.HTMLParser(strict=True, namespaceHTMLElements=False)
    tree: Element = parser.parse(page.read_text(encoding="utf-8"))
    return tree


def test_there_is_a_row_for_each_class_that_has_pages() -> None:
    assert {kind.class_ for kind in KINDS} == set(PAGED)


def test_each_thing_has_a_page_in_both_languages(years_site: Path, years: Published) -> None:
    for thing in years.data.instances(*PAGED):
        page = years_site / years.places.page(thing)
        assert page.is_file()
        assert page.with_suffix(".en.html").is_file()


def test_every_link_leads_to_a_file_and_a_place_in_it(years_site: Path, ill_site: Path) -> None:
    assert dead_links(years_site) == dead_links(ill_site) == []


def test_no_id_is_there_twice(years_site: Path, ill_site: Path) -> None:
    assert list(twice(years_site)) == list(twice(ill_site)) == []


@pytest.mark.parametrize("name", SAMPLES)
def test_a_page_is_valid_and_its_headings_step_down_one_at_a_time(
    name: str, years_site: Path
) -> None:
    tree = parsed(years_site / name)
    levels = [int(each.tag[1]) for each in tree.iter() if re.fullmatch("h[1-6]", str(each.tag))]
    assert levels.count(1) == 1
    assert levels[0] == 1
    assert all(below <= above + 1 for above, below in itertools.pairwise(levels))


@pytest.mark.parametrize("name", SAMPLES)
def test_tables_have_captions_and_scopes(name: str, years_site: Path) -> None:
    for table in parsed(years_site / name).iter("table"):
        caption = table.find("caption")
        assert caption is not None
        assert "".join(caption.itertext()).strip()
        assert {th.get("scope") for th in table.iter("th")} <= {"col", "row"}
        assert all("".join(th.itertext()).strip() for th in table.iter("th"))


def test_pages_of_a_stranger_are_valid_and_run_nothing(ill_site: Path) -> None:
    pages = [
        path
        for path in ill_site.rglob("id/**/*.html")
        if "x-" in str(path) or "fy2030" in str(path)
    ]
    assert len(pages) >= 12
    for page in [*pages, ill_site / "id/072036.html", ill_site / "id/072036/plan/kyodo-2.html"]:
        for each in parsed(page).iter():
            assert each.tag != "th" or "".join(each.itertext()).strip(), page
            assert each.get("style") is None
            assert not [key for key in each.attrib if key.startswith("on")], page
            assert not each.get("href", "").lower().startswith("javascript:"), page
            assert each.tag != "img"


def test_nothing_is_written_outside_the_folder(ill_site: Path) -> None:
    assert [path.name for path in ill_site.parent.iterdir()] == ["_site"]
    escaped = list(ill_site.parent.parent.rglob("escape.html"))
    assert escaped
    assert all(ill_site in path.parents for path in escaped)


def test_pages_run_no_script_and_have_a_policy(years_site: Path) -> None:
    for name in SAMPLES:
        tree = parsed(years_site / name)
        assert {each.get("type") for each in tree.iter("script")} <= {"application/ld+json"}
        policy = tree.find("head/meta[@http-equiv='Content-Security-Policy']")
        assert policy is not None
        assert policy.get("content", "").startswith("default-src 'none'; style-src 'sha256-")


def test_two_builds_give_the_same_bytes(ill: Path, ill_site: Path, tmp_path: Path) -> None:
    """By another process too, which has another order of hashes."""
    program = "import sys; from kyodo_lod.site.folder import make_site; make_site(*sys.argv[1:])"
    subprocess.run([sys.executable, "-c", program, ill, tmp_path / "_site"], check=True)
    first, second = ((each / "SHA256SUMS").read_bytes() for each in (ill_site, tmp_path / "_site"))
    assert first == second
