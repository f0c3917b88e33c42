"""Where things are shown: every kind of IRI of design §4."""

from pathlib import Path

import pytest
from site_cities import BASE, HOSTILE

from kyodo_lod.bilingual import Bilingual
from kyodo_lod.publish.pages.page import Page
from kyodo_lod.rdf.terms import NamedNode
from kyodo_lod.rdf.vocabulary import HOME, kyo
from kyodo_lod.site.published import Published

CITY = f"{BASE}id/072036"
YEAR = f"{CITY}/plan/kyodo-2/fy2018"
DOCUMENT = f"{CITY}/source/9991fa2157f53a25"
DATASET = "dataset/072036-kyodo-2-fy2018"


@pytest.mark.parametrize(
    ("iri", "place"),
    [
        (f"{HOME}def#PlannedProject", "def.html#PlannedProject"),
        (f"{HOME}def", "def.html"),
        (CITY, "id/072036.html"),
        (f"{CITY}/unit/somu-bu-jinji-ka", "id/072036/unit/somu-bu-jinji-ka.html"),
        (f"{CITY}/plan/kyodo-2", "id/072036/plan/kyodo-2.html"),
        (f"{CITY}/plan/kyodo-2/policy/3", "id/072036/plan/kyodo-2/policy/3.html"),
        (f"{CITY}/plan/kyodo-2/policy", "id/072036/plan/kyodo-2.html#policy"),
        (YEAR, "id/072036/plan/kyodo-2/fy2018.html"),
        (f"{YEAR}/policy/3", "id/072036/plan/kyodo-2/fy2018.html#policy/3"),
        (f"{YEAR}/p/3-06", "id/072036/plan/kyodo-2/fy2018/p/3-06.html"),
        (f"{YEAR}/p/3-06/s/2", "id/072036/plan/kyodo-2/fy2018/p/3-06.html#s/2"),
        (f"{BASE}id/fy/2018", "id/fy/2018.html"),
        (f"{HOME}scheme/account/suido", "codes.html#account/suido"),
        (f"{HOME}scheme/unit-level", "codes.html#unit-level"),
        (DOCUMENT, "id/072036/source/9991fa2157f53a25.html"),
        (f"{DOCUMENT}#line=68,69", "id/072036/source/9991fa2157f53a25.html#line=68,69"),
        (f"{BASE}{DATASET}", f"{DATASET}/index.html"),
        (f"{BASE}{DATASET}/1.0.0", f"{DATASET}/index.html#versions"),
        (f"{BASE}{DATASET}#rights", f"{DATASET}/index.html#rights"),
        (f"{BASE}{DATASET}/072036-kyodo-2-fy2018.ttl", f"{DATASET}/index.html#versions"),
        (f"{BASE}dataset/072036-kyodo-2", ""),
        (f"{BASE}id/publisher", ""),
        (f"{DOCUMENT}#line=1,2", ""),
        (f"{HOME}def#NoSuchTerm", ""),
        ("https://sws.geonames.org/2112139/", ""),
        ("http://www.iana.org/assignments/media-types/text/plain", ""),
    ],
)
def test_each_kind_of_iri_has_its_place(iri: str, place: str, years: Published) -> None:
    assert years.places.place(NamedNode(iri)) == place


def test_the_id_of_a_part_is_the_rest_of_its_iri(years: Published) -> None:
    places = years.places
    assert places.part(NamedNode(f"{DOCUMENT}#line=68,69")) == "line=68,69"
    assert places.part(NamedNode(f"{YEAR}/p/3-06/s/2")) == "s/2"
    assert places.part(NamedNode(f"{YEAR}/p/3-06")) == ""


def test_what_is_not_ours_has_no_page(ill: Path) -> None:
    years = Published(ill)
    foreign = NamedNode("https://elsewhere.example/p/1")
    assert foreign in set(years.data.instances(kyo.PlannedProject))
    assert not years.places.has_page(foreign)
    assert years.places.place(foreign) == ""


def test_a_link_leads_to_the_page_in_the_same_language(years: Published) -> None:
    page = Page("id/fy/2018.html", "en", BASE)
    city = NamedNode(f"{BASE}id/072036")
    shown = years.places.anchor(city, Bilingual("郡山市", "Koriyama City"), page)
    assert shown == '<a href="../../id/072036.en.html">Koriyama City</a>'
    fallback = years.places.anchor(city, Bilingual("郡山市", ""), page)
    assert fallback == '<a href="../../id/072036.en.html"><span lang="ja">郡山市</span></a>'


def test_names_and_places_are_escaped(years: Published) -> None:
    page = Page("index.html", "ja", BASE)
    nowhere = NamedNode("javascript:alert(1)")
    shown = years.places.anchor(nowhere, Bilingual(HOSTILE[0], ""), page)
    assert shown == "<span>&lt;script&gt;alert(1)&lt;/script&gt;事業</span>"
