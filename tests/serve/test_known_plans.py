"""serve/known_plans.py: what the published tables tell of plans and units."""

from pathlib import Path

from conftest import ROOT

from kyodo_lod.serve.known_plans import KnownPlan, known_plans, registered_units, units_path
from kyodo_lod.source.registry import load_units

DIST = ROOT / "dist"
UNITS = "dataset/072036-kyodo-2-fy2018/072036-kyodo-2-fy2018-units.csv"


def test_the_plans_that_are_published() -> None:
    plan = KnownPlan("072036", "郡山市", "kyodo-2", "第二次郡山市協働推進基本計画")
    assert known_plans(DIST) == (plan,)


def test_the_units_are_those_of_the_registry_parents_first() -> None:
    found = registered_units(DIST, "072036")
    known = {each.slug: each for each in load_units(ROOT / "data/072036-koriyama/units.csv")}
    slugs = [each.slug for each in found]
    assert len(found) > 40
    for number, each in enumerate(found):
        assert each == known[each.slug]._replace(valid_from="", valid_to="")
        assert not each.parent or each.parent in slugs[:number]


def test_a_unit_that_is_published_without_being_registered_is_not_known(tmp_path: Path) -> None:
    folder = tmp_path / Path(UNITS).parent
    folder.mkdir(parents=True)
    table = (DIST / UNITS).read_bytes().decode("utf-8-sig").replace(",somu-bu,", ",u-12ab,", 1)
    (tmp_path / UNITS).write_text(table, encoding="utf-8")
    slugs = {each.slug for each in registered_units(tmp_path, "072036")}
    assert "u-12ab" not in slugs
    assert "somu-bu-jinji-ka" in slugs


def test_of_a_municipality_that_is_not_published_nothing_is_known() -> None:
    assert registered_units(DIST, "011002") == ()
    assert units_path(DIST, "011002") == ""
    assert known_plans(DIST / "queries") == ()


def test_the_table_of_units_is_named() -> None:
    assert units_path(DIST, "072036") == UNITS
