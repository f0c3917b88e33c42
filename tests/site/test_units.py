"""The tree of units, also where the data run in a circle."""

from kyodo_lod.rdf.terms import NamedNode, Triple
from kyodo_lod.rdf.vocabulary import org
from kyodo_lod.site.things import Things
from kyodo_lod.site.units import all_below, below, bureaus, path

CITY, BU, SHO, KA = (NamedNode(f"https://example.org/id/{name}") for name in "cbsk")
TREE = Things(
    [
        *(Triple(unit, org.unitOf, CITY) for unit in (BU, SHO, KA)),
        Triple(SHO, org.subOrganizationOf, BU),
        Triple(KA, org.subOrganizationOf, SHO),
    ]
)
RING = Things([Triple(BU, org.subOrganizationOf, KA), Triple(KA, org.subOrganizationOf, BU)])


def test_a_path_leads_from_the_bureau_down() -> None:
    assert path(KA, TREE) == [BU, SHO, KA]
    assert path(BU, TREE) == [BU]


def test_what_lies_below_is_found_at_every_depth() -> None:
    assert below(BU, TREE) == [SHO]
    assert all_below(BU, TREE) == [SHO, KA]
    assert bureaus(CITY, TREE) == [BU]


def test_a_circle_ends() -> None:
    assert path(KA, RING) == [BU, KA]
    assert all_below(BU, RING) == [KA]
