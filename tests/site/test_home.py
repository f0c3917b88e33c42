"""The first page: all that the catalogue's own page says, and the numbers of what is published."""

import json
import re
from collections.abc import Callable
from pathlib import Path
from xml.etree.ElementTree import Element

import pytest
from conftest import ROOT

from kyodo_lod.publish.pages.render import render
from kyodo_lod.site.home import counted, home_values
from kyodo_lod.site.pages import THEME
from kyodo_lod.site.published import Published

DIST = ROOT / "dist"
_JSON = re.compile(r'<script type="application/ld\+json">(.*?)</script>', re.DOTALL)


def _home(published: Published) -> str:
    values = {"published": published, "places": published.places, "data": published.data}
    shown = {**values, **home_values(published)}
    return render("home.html", "index.html", "ja", published.home, shown, THEME)


def test_numbers_are_those_of_the_dumps(published: Published) -> None:
    dumps = [path.read_text(encoding="utf-8") for path in DIST.glob("dataset/*/*.nt")]
    types = re.findall(r"^<\S+> <\S+#type> <(\S+)> \.$", "".join(dumps), re.MULTILINE)
    new = "".join(dumps).count('/def#markedNew> "true"')
    shown = {figure.label.en: figure.number for figure in counted(published)}
    assert shown == {
        "municipalities": types.count("http://www.w3.org/ns/org#FormalOrganization"),
        "yearly plans": types.count("https://w3id.org/kyodo-lod/def#ImplementationPlan"),
        "basic policies": types.count("https://w3id.org/kyodo-lod/def#BasicPolicy"),
        "planned projects": 76,
        "projects marked as new": new,
        "organisational units (section 30, bureau 13, office 1)": types.count(
            "http://www.w3.org/ns/org#OrganizationalUnit"
        ),
    }
    assert types.count("https://w3id.org/kyodo-lod/def#PlannedProject") == 76
    assert new == 2


@pytest.mark.parametrize("name", ["index.html", "index.en.html"])
def test_it_leads_wherever_the_catalogue_page_leads(
    parsed: Callable[[str], Element], name: str
) -> None:
    old = (DIST / name).read_text(encoding="utf-8")
    main = old[old.index("<main") :]
    hrefs = {each.get("href") for each in parsed(name).iter("a")}
    assert set(re.findall(r'href="([^"]*)"', main)) <= hrefs
    shown = "".join(parsed(name).itertext())
    for text in re.findall(r"<(?:h1|p class=\"lead\"|td[^>]*|dd)>([^<>]+)</", main):
        assert text in shown


@pytest.mark.parametrize("name", ["index.html", "index.en.html"])
def test_search_engines_are_told_what_the_catalogue_page_tells(site: Path, name: str) -> None:
    told = [_JSON.search((folder / name).read_text(encoding="utf-8")) for folder in (site, DIST)]
    ours, theirs = [json.loads(found[1]) for found in told if found]
    assert ours == theirs
    assert ours["@type"] == "DataCatalog"


def test_the_citation_stands_once(site: Path) -> None:
    page = (site / "index.html").read_text(encoding="utf-8")
    assert page.count("第1.0.0版、2026-11-23、") == 1


def test_beside_the_files_stands_whose_the_texts_are(site: Path) -> None:
    page = (site / "index.html").read_text(encoding="utf-8")
    assert (
        "引用した計画の文は郡山市の著作物で、利用条件は市に確認。 引用するときは出典を示してください"
        " (計画の文: 郡山市「第二次郡山市協働推進基本計画 2018年度実施計画」)。" in page
    )
    assert '<th scope="col">構造の利用許諾</th>' in page


def test_the_search_box_works_without_scripts(parsed: Callable[[str], Element]) -> None:
    form = parsed("index.en.html").find(".//form")
    assert form is not None
    assert (form.get("action"), form.get("method")) == ("search.en.html", "get")
    box = form.find(".//input[@name='q']")
    assert box is not None
    assert form.find(f".//label[@for='{box.get('id')}']") is not None


def test_hostile_titles_stay_titles(changed: Callable[..., Published]) -> None:
    published = changed(lambda dump: dump.replace("郡山市", "<img src=x onerror=alert(1)>"))
    page = _home(published)
    assert "<img" not in page
    assert "&lt;img src=x" in page


def test_a_hundred_cities_have_an_index_and_a_usable_weight(hundred: Published) -> None:
    page = _home(hundred)
    assert page.count('<div class="card">') == 100
    assert len(re.findall(r'href="#shelf-\d+"', page)) == 100
    assert len(page.encode()) < 400_000
