"""What stands before and after: every line runs through from one end to the other and back."""

import pytest
from site_cities import BASE

from kyodo_lod.rdf.terms import NamedNode
from kyodo_lod.rdf.vocabulary import kyo, org
from kyodo_lod.site.places import PAGED
from kyodo_lod.site.published import Published

CITY = f"{BASE}id/072036"


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("plan/kyodo-2/fy2018/p/1-06", "plan/kyodo-2/fy2018/p/2-01"),
        ("plan/kyodo-2/policy/6", "plan/kyodo-2/policy/7"),
        ("plan/kyodo-2/fy2018", "plan/kyodo-2/fy2019"),
        ("unit/somu-bu", "unit/somu-bu-jinji-ka"),
    ],
)
def test_like_stands_beside_like(before: str, after: str, years: Published) -> None:
    first, second = NamedNode(f"{CITY}/{before}"), NamedNode(f"{CITY}/{after}")
    assert years.neighbours.of(first)[1] == second
    assert years.neighbours.of(second)[0] == first


def test_a_line_ends_where_its_document_ends(years: Published) -> None:
    first = NamedNode(f"{CITY}/plan/kyodo-2/fy2018/p/1-01")
    last = NamedNode(f"{CITY}/plan/kyodo-2/fy2018/p/7-15")
    assert years.neighbours.of(first)[0] is None
    assert years.neighbours.of(last)[1] is None


def test_who_goes_on_comes_back(years: Published) -> None:
    for thing in years.data.instances(*PAGED):
        after = years.neighbours.of(thing)[1]
        assert after is None or years.neighbours.of(after)[0] == thing


def test_units_follow_their_bureau(years: Published) -> None:
    data = years.data
    units = list(data.instances(org.OrganizationalUnit))
    at = next(each for each in units if years.neighbours.of(each)[0] is None)
    line = [at]
    while following := years.neighbours.of(line[-1])[1]:
        line.append(following)
    assert set(line) == set(units)
    for unit in line:
        above = data.one(unit, org.subOrganizationOf)
        assert above is None or line.index(above) < line.index(unit)


def test_projects_are_those_of_one_plan(years: Published) -> None:
    for plan in years.plans:
        listed = list(years.projects(plan))
        assert [years.neighbours.of(each)[1] for each in listed] == [*listed[1:], None]
    assert len(list(years.data.instances(kyo.PlannedProject))) == 152
