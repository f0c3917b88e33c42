"""The way down to a thing."""

from pathlib import Path

import pytest
from site_cities import BASE

from kyodo_lod.rdf.terms import NamedNode
from kyodo_lod.site.published import Published
from kyodo_lod.site.trail import trail

CITY = f"{BASE}id/072036"


@pytest.mark.parametrize(
    ("iri", "way"),
    [
        (f"{CITY}/plan/kyodo-2/fy2018/p/4-15", ["", "/plan/kyodo-2", "/plan/kyodo-2/fy2018"]),
        (f"{CITY}/plan/kyodo-2/policy/4", ["", "/plan/kyodo-2"]),
        (
            f"{CITY}/unit/hoken-fukushi-bu-hokenjo-chiiki-hoken-ka",
            ["", "/unit/hoken-fukushi-bu", "/unit/hoken-fukushi-bu-hokenjo"],
        ),
        (f"{CITY}/source/9991fa2157f53a25", [""]),
        (CITY, []),
        (f"{BASE}id/fy/2018", []),
    ],
)
def test_the_way_leads_from_the_city_down(iri: str, way: list[str], years: Published) -> None:
    assert [each.value.removeprefix(CITY) for each in trail(NamedNode(iri), years)] == way


def test_a_circle_ends(ill: Path) -> None:
    published = Published(ill)
    ring = NamedNode(f"{CITY}/unit/ring-1")
    itself = NamedNode(f"{CITY}/unit/a%22b'c")
    assert ring not in trail(ring, published)
    assert itself not in trail(itself, published)
