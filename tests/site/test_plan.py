"""The page of a plan over all its years."""

from site_cities import BASE

from kyodo_lod.rdf.terms import NamedNode
from kyodo_lod.site.plan import plan_values
from kyodo_lod.site.published import Published


def test_a_plan_shows_years_and_policies_with_their_counts(years: Published) -> None:
    values = plan_values(NamedNode(f"{BASE}id/072036/plan/kyodo-2"), years)
    assert values["ordinal"] == 2
    told = [(year.value[-6:], declared, count) for year, declared, count in values["years"]]  # type: ignore[attr-defined]
    assert told == [("fy2018", 76, 76), ("fy2019", 76, 76)]
    counts = [[each.listed for each in row] for _, row in values["policies"]]  # type: ignore[attr-defined]
    assert counts == [[n, n] for n in (6, 6, 8, 15, 7, 19, 15)]
