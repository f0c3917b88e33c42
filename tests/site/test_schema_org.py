"""schema.org inside the pages: modest types, only what the data say, nothing that ends a script."""

import json
from pathlib import Path
from typing import Any

import pytest
from site_cities import BASE, HOSTILE

from kyodo_lod.publish.pages.page import Page
from kyodo_lod.rdf.terms import NamedNode
from kyodo_lod.site.published import Published
from kyodo_lod.site.schema_org import describe
from kyodo_lod.site.trail import trail

Node = dict[str, Any]
CITY = f"{BASE}id/072036"
YEAR = f"{CITY}/plan/kyodo-2/fy2018"


def _graph(iri: str, years: Published, language: str = "ja") -> list[Node]:
    thing = NamedNode(iri)
    page = Page(years.places.page(thing), "ja" if language == "ja" else "en", years.home)
    graph: list[Node] = json.loads(describe(thing, trail(thing, years), years, page))["@graph"]
    return graph


@pytest.mark.parametrize(
    ("iri", "type_"),
    [
        (f"{YEAR}/p/4-15", "CreativeWork"),
        (YEAR, "CreativeWork"),
        (f"{CITY}/plan/kyodo-2", "CreativeWork"),
        (f"{CITY}/plan/kyodo-2/policy/4", "DefinedTerm"),
        (f"{CITY}/source/9991fa2157f53a25", "DigitalDocument"),
        (CITY, "GovernmentOrganization"),
        (f"{CITY}/unit/somu-bu-jinji-ka", "Organization"),
        (f"{BASE}id/fy/2018", "Thing"),
    ],
)
def test_each_kind_has_a_type_that_claims_little(iri: str, type_: str, years: Published) -> None:
    page, way, thing = _graph(iri, years)
    assert (page["@type"], way["@type"], thing["@type"]) == ("WebPage", "BreadcrumbList", type_)
    assert page["mainEntity"]["@id"] == thing["@id"] == iri


def test_a_project_says_what_the_plan_states(years: Published) -> None:
    thing = _graph(f"{YEAR}/p/4-15", years)[2]
    assert thing["name"] == "猪苗代湖の水を守りたい事業"
    assert thing["description"].startswith("水道水源である")
    assert thing["isPartOf"] == {"@id": YEAR}
    assert thing["isBasedOn"] == {"@id": f"{CITY}/source/9991fa2157f53a25#line=68,69"}
    assert "schema:Project" not in json.dumps(thing)


def test_the_way_leads_to_pages_that_are_there(years: Published, years_site: Path) -> None:
    for language, first in (("ja", BASE), ("en", f"{BASE}index.en.html")):
        steps = _graph(f"{YEAR}/p/4-15", years, language)[1]["itemListElement"]
        assert [step["position"] for step in steps] == [1, 2, 3, 4, 5]
        assert steps[0]["item"] == first
        for step in steps[1:]:
            assert (years_site / step["item"].removeprefix(BASE)).is_file()


def test_no_name_ends_the_script(years: Published, years_site: Path) -> None:
    page = years_site / "id/072036/plan/kyodo-2/fy2019/p/1-02.html"
    assert "<script>alert" not in page.read_text(encoding="utf-8")
    thing = _graph(f"{CITY}/plan/kyodo-2/fy2019/p/1-02", years)[2]
    assert thing["name"] == HOSTILE[0]
