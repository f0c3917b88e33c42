"""The plan and its parts are values that know their places."""

import dataclasses

import pytest
from strategies import SHEET, reading_of

from kyodo_lod.model.plan import Plan, Unit

BUREAU = Unit("hoken-bu", "保健福祉部", None, "bureau")
OFFICE = Unit("hokenjo", "保健所", BUREAU, "office")
SECTION = Unit("u-0123456789", "地域保健課", OFFICE, "section")


def example() -> Plan:
    plan = reading_of(SHEET.text()).plan
    assert plan
    return plan


def test_a_unit_knows_its_path_and_bureau() -> None:
    assert SECTION.path == (BUREAU, OFFICE, SECTION)
    assert SECTION.full_label == "保健福祉部保健所地域保健課"
    assert SECTION.bureau == BUREAU
    assert BUREAU.bureau == BUREAU
    assert BUREAU.path == (BUREAU,)


def test_a_slug_tells_whether_a_unit_is_registered() -> None:
    assert OFFICE.is_registered
    assert not SECTION.is_registered


def test_projects_come_in_the_order_of_the_document() -> None:
    projects = list(example().projects())
    assert [project.document_order for project in projects] == [1, 2, 3]
    assert [project.key for project in projects] == ["1-01", "1-02", "2-01"]
    assert [project.origin.line for project in projects] == [16, 17, 19]


def test_each_unit_is_given_once_behind_its_parents() -> None:
    assert [unit.slug for unit in example().units()] == [
        "somu-bu",
        "jinji-ka",
        "shimin-bu",
        "npo-ka",
    ]


def test_a_plan_is_a_value() -> None:
    plan = example()
    assert plan == example()
    with pytest.raises(dataclasses.FrozenInstanceError):
        plan.declared = 4  # type: ignore[misc]
    with pytest.raises(dataclasses.FrozenInstanceError):
        SECTION.label = ""  # type: ignore[misc]
