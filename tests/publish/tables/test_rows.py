"""The rows of the tables, each with what it belongs to, in the order of the document."""

from dataclasses import replace

from kyodo_lod.mapping.iris import Iris
from kyodo_lod.model.plan import Plan
from kyodo_lod.publish.tables import rows


def test_every_project_is_a_row_with_its_policy(plan: Plan, iris: Iris) -> None:
    found = list(rows.projects(plan, iris))
    assert [row.project.key for row in found if row.section.number == 5] == [
        f"5-{n:02}" for n in range(1, 8)
    ]
    assert len({row.identifier for row in found}) == len(found) == 76
    assert found[0].identifier == "072036-kyodo-2-fy2018-1-01"


def test_a_sub_item_and_a_responsible_unit_know_their_project(plan: Plan, iris: Iris) -> None:
    items = list(rows.sub_items(plan, iris))
    assert len(items) == 22
    assert all(row.item in row.project.sub_items for row in items)
    units = list(rows.responsibilities(plan, iris))
    assert {row.identifier for row in units} == {
        row.identifier for row in rows.projects(plan, iris)
    }
    for row in units:
        assert row.project.units[row.order - 1] == row.unit


def test_a_unit_stands_behind_its_parents(plan: Plan, iris: Iris) -> None:
    paths = [row.unit for row in rows.units(plan, iris)]
    assert len(paths) == 44
    for place, unit in enumerate(paths):
        assert unit.parent is None or unit.parent in paths[:place]


def test_a_plan_without_policies_has_no_rows(plan: Plan, iris: Iris) -> None:
    empty = replace(plan, sections=())
    each = (rows.policies, rows.projects, rows.sub_items, rows.responsibilities, rows.units)
    assert [list(one(empty, iris)) for one in each] == [[]] * len(each)
