"""The page that finds projects: all of them are listed without scripts, and its scripts are there."""

import re
from collections.abc import Callable
from pathlib import Path
from xml.etree.ElementTree import Element

import html5lib
import pytest
from conftest import ROOT

from kyodo_lod.publish.pages.render import render
from kyodo_lod.site.pages import THEME
from kyodo_lod.site.published import Published
from kyodo_lod.site.search import SCRIPTS, search_values

ASSETS = ROOT / "src/kyodo_lod/site/assets"
PAGES = pytest.mark.parametrize("name", ["search.html", "search.en.html"])


def _page(published: Published) -> str:
    values = {"published": published, "places": published.places, "data": published.data}
    shown = {**values, **search_values(published)}
    return render("search.html", "search.html", "ja", published.home, shown, THEME)


def _parsed(text: str) -> Element:
    tree: Element = html5lib.HTMLParser(strict=True, namespaceHTMLElements=False).parse(text)
    return tree


@PAGES
def test_without_scripts_every_project_is_listed_once(
    parsed: Callable[[str], Element], published: Published, name: str
) -> None:
    listed = parsed(name).find(".//div[@id='search-listed']")
    assert listed is not None
    hrefs = [each.get("href", "") for each in listed.iter("a") if "/p/" in each.get("href", "")]
    pages = [published.places.page(each) for each in published.register.listed]
    assert [href.replace(".en.html", ".html") for href in hrefs] == pages


@PAGES
def test_what_needs_scripts_is_hidden_until_they_run(
    parsed: Callable[[str], Element], name: str
) -> None:
    tree = parsed(name)
    for hidden in ("search-form", "search-searched"):
        found = tree.find(f".//*[@id='{hidden}']")
        assert found is not None
        assert found.get("hidden") is not None


@PAGES
def test_its_scripts_are_files_of_the_site_and_nothing_else_may_run(
    parsed: Callable[[str], Element], site: Path, name: str
) -> None:
    tree = parsed(name)
    sources = [each.get("src") for each in tree.iter("script")]
    assert sources == [f"assets/{each}" for each in SCRIPTS]
    assert all((site / str(source)).is_file() for source in sources)
    policy = tree.find("head/meta[@http-equiv='Content-Security-Policy']")
    assert policy is not None
    assert "default-src 'none'; script-src 'self' file:;" in policy.get("content", "")


def test_each_element_that_a_script_asks_for_is_in_the_page(
    parsed: Callable[[str], Element],
) -> None:
    asked = set(re.findall(r"at\('([a-z]+)'\)", (ASSETS / "search.js").read_text("utf-8")))
    ids = {each.get("id") for each in parsed("search.html").iter()}
    assert len(asked) > 10
    assert {f"search-{each}" for each in asked} <= ids


def test_of_many_projects_the_plans_are_listed(hundred: Published) -> None:
    tree = _parsed(_page(hundred))
    listed = tree.find(".//div[@id='search-listed']")
    assert listed is not None
    assert [each.get("href") for each in listed.iter("a")] == [
        hundred.places.page(plan) for plan in hundred.plans
    ]
    assert "".join(listed.itertext()).count("76事業") == 100


@pytest.mark.parametrize(
    ("lost", "heading"),
    [("basicPolicy", "基本施策のない事業"), ("isPartOf", "計画の示されていない事業")],
)
def test_a_project_without_plan_or_policy_is_listed_too(
    changed: Callable[..., Published], lost: str, heading: str
) -> None:
    line = re.compile(rf"^<\S+/p/4-15> <\S+[#/]{lost}> .*\n", re.MULTILINE)
    page = _page(changed(lambda dump: line.sub("", dump)))
    assert page.count('href="id/072036/plan/kyodo-2/fy2018/p/4-15.html"') == 1
    assert heading in page


def test_hostile_names_stay_names(years: Published) -> None:
    page = _page(years)
    assert "<script>alert" not in page
    assert "&lt;script&gt;alert(1)&lt;/script&gt;事業" in page
