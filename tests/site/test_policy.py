"""The page of a basic policy."""

from site_cities import BASE

from kyodo_lod.rdf.terms import NamedNode
from kyodo_lod.site.policy import policy_values
from kyodo_lod.site.published import Published

POLICY = NamedNode(f"{BASE}id/072036/plan/kyodo-2/policy/3")


def test_a_policy_lists_its_projects_by_year(years: Published) -> None:
    values = policy_values(POLICY, years)
    assert values["number"] == "3"
    told = [
        (plan.value[-6:], tally.declared, tally.listed, [each.number for each in listed])
        for plan, tally, listed in values["years"]  # type: ignore[attr-defined]
    ]
    numbers = [f"3-{order}" for order in range(1, 9)]
    assert told == [("fy2018", 8, 8, numbers), ("fy2019", 8, 8, numbers)]


def test_a_policy_names_who_is_responsible(years: Published) -> None:
    units = policy_values(POLICY, years)["units"]
    assert sum(number for _, number in units) == 16  # type: ignore[attr-defined]
    assert units[0][0].value.endswith("kocho-koho-ka")  # type: ignore[index]
