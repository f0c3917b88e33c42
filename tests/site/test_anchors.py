"""Links to things: escaped, in the page's language, and none to what has no place."""

from site_cities import BASE, HOSTILE

from kyodo_lod.bilingual import Bilingual
from kyodo_lod.publish.pages.page import Page
from kyodo_lod.rdf.terms import NamedNode
from kyodo_lod.site.anchors import anchor
from kyodo_lod.site.published import Published


def test_a_link_leads_to_the_page_in_the_same_language(years: Published) -> None:
    page = Page("id/fy/2018.html", "en", BASE)
    city = NamedNode(f"{BASE}id/072036")
    shown = anchor(city, Bilingual("郡山市", "Koriyama City"), page, years.places)
    assert shown == '<a href="../../id/072036.en.html">Koriyama City</a>'
    fallback = anchor(city, Bilingual("郡山市", ""), page, years.places)
    assert fallback == '<a href="../../id/072036.en.html"><span lang="ja">郡山市</span></a>'


def test_names_and_places_are_escaped(years: Published) -> None:
    page = Page("index.html", "ja", BASE)
    nowhere = NamedNode("javascript:alert(1)")
    shown = anchor(nowhere, Bilingual(HOSTILE[0], ""), page, years.places)
    assert shown == "<span>&lt;script&gt;alert(1)&lt;/script&gt;事業</span>"
