"""The page of an organisational unit."""

from pathlib import Path

from site_cities import BASE

from kyodo_lod.rdf.terms import NamedNode
from kyodo_lod.rdf.vocabulary import kyo, org
from kyodo_lod.site.published import Published
from kyodo_lod.site.unit import count, unit_values


def test_a_bureau_shows_the_projects_of_all_below(years: Published) -> None:
    bureau = NamedNode(f"{BASE}id/072036/unit/hoken-fukushi-bu")
    values = unit_values(bureau, years)
    said = set(years.data.holders(kyo.responsibleBureau, bureau))
    listed = {each.project for _, group in values["of_below"] for each in group}  # type: ignore[attr-defined]
    assert listed == said
    assert values["counts"] == (0, len(said)) == (0, 20)
    assert values["own"] == []


def test_a_section_shows_its_own_year_by_year(years: Published) -> None:
    values = unit_values(NamedNode(f"{BASE}id/072036/unit/somu-bu-jinji-ka"), years)
    assert [[each.number for each in group] for _, group in values["own"]] == [["1-1"], ["1-1"]]  # type: ignore[attr-defined]
    assert values["of_below"] == []


def test_no_project_counts_twice(years: Published) -> None:
    for unit in years.data.instances(org.OrganizationalUnit):
        own = len(years.register.of_unit.get(unit, ()))
        below = sum(n for _, n in unit_values(unit, years)["below"])  # type: ignore[attr-defined]
        assert own <= count(unit, years) <= own + below


def test_units_are_said_to_be_those_of_the_plan(site: Path) -> None:
    text = (site / "id/072036/unit/somu-bu-jinji-ka.html").read_text(encoding="utf-8")
    assert "計画がその年度に載せたものです" in text


def test_who_is_responsible_is_not_repeated_in_each_row(site: Path) -> None:
    """A section's own projects have no such column; a bureau's tell which section it is."""
    column = '<th scope="col">担当</th>'
    for name, times in (("somu-bu-jinji-ka", 0), ("hoken-fukushi-bu", 1)):
        text = (site / f"id/072036/unit/{name}.html").read_text(encoding="utf-8")
        assert text.count(column) == times
