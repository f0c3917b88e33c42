"""Links to datasets of others."""

import pytest

from kyodo_lod.publish.census import Census
from kyodo_lod.publish.linksets import EXTERNALS, external_of, known_external, links
from kyodo_lod.rdf.terms import NamedNode, Triple
from kyodo_lod.rdf.vocabulary import dct, foaf, schema

BASE = "https://example.org/"
CITY, PLAN = NamedNode(f"{BASE}id/1"), NamedNode(f"{BASE}id/2")
GEONAMES = NamedNode("https://sws.geonames.org/2112139/")


def test_links_are_counted_by_property_and_dataset() -> None:
    elsewhere = NamedNode("https://data.example.net/city/7")
    counted = links(
        Census(
            [
                Triple(CITY, dct.spatial, GEONAMES),
                Triple(PLAN, dct.spatial, GEONAMES),
                Triple(CITY, foaf.page, GEONAMES),
                Triple(CITY, schema.sameAs, elsewhere),
                Triple(CITY, foaf.homepage, NamedNode("https://www.example.com/")),
                Triple(CITY, schema.sameAs, PLAN),
            ]
        ),
        BASE,
    )
    found = {(predicate, external.name): times for (predicate, external), times in counted.items()}
    assert found == {
        (dct.spatial, "geonames"): 2,
        (foaf.page, "geonames"): 1,
        (schema.sameAs, "data.example.net"): 1,
    }


@pytest.mark.parametrize("external", EXTERNALS, ids=lambda each: each.name)
def test_a_dataset_of_the_table_is_known_by_its_space(external: object) -> None:
    space = external.space  # type: ignore[attr-defined]
    assert known_external(f"{space}x") == external == external_of(f"{space}x")
    assert space.endswith("/")


def test_names_are_unique() -> None:
    assert len({one.name for one in EXTERNALS}) == len(EXTERNALS)
    assert known_external("https://example.com/") is None
