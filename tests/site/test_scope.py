"""What the page of a thing tells besides the thing."""

import pytest

from kyodo_lod.rdf.terms import NamedNode
from kyodo_lod.rdf.vocabulary import HOME, dcat, kyo, org, rdf, rdfs
from kyodo_lod.site.published import Published
from kyodo_lod.site.scope import scope

CITY = f"{HOME}id/072036"
PLAN = f"{CITY}/plan/kyodo-2/fy2018"


def of_class(things: list[NamedNode], class_: NamedNode, published: Published) -> list[NamedNode]:
    """Give those of a class."""
    return [each for each in things if class_ in published.data.all(each, rdf.type)]


def told(path: str, published: Published) -> tuple[list[NamedNode], list[NamedNode]]:
    """Give what is told whole, and what in brief."""
    found = scope(NamedNode(path), published)
    return list(found.whole), list(found.brief)


def test_a_project_tells_its_lines_and_names_what_it_belongs_to(published: Published) -> None:
    whole, brief = told(f"{PLAN}/p/4-15", published)
    assert [each.value.partition("#")[2] for each in whole] == ["line=68,69"]
    assert NamedNode(f"{CITY}/plan/kyodo-2/policy/4") in brief
    assert NamedNode(PLAN) in brief
    assert len(of_class(brief, dcat.Dataset, published)) == 1
    units = of_class(brief, org.OrganizationalUnit, published)
    names = [published.data.text(unit, rdfs.label).ja for unit in units]
    assert names[-1] == "上下水道局総務課", "the path of the unit, the nearest last"


def test_sub_items_are_told_whole_in_their_order(published: Published) -> None:
    listed = [
        (project, items)
        for project in published.data.instances(kyo.PlannedProject)
        if (items := published.data.all(project, kyo.subItem))
    ]
    assert len(listed) == 15
    for project, items in listed:
        whole, _ = told(project.value, published)
        found = of_class(whole, kyo.SubItem, published)
        assert set(found) == set(items)
        orders = [published.data.number(item, kyo.listOrder) for item in found]
        assert orders == list(range(1, len(items) + 1))


def test_a_years_plan_tells_its_sections_and_names_every_project(published: Published) -> None:
    whole, brief = told(PLAN, published)
    assert len(of_class(whole, kyo.PolicySection, published)) == 7
    assert len(of_class(brief, kyo.PlannedProject, published)) == 76


def test_a_unit_names_the_projects_of_what_is_below_it(published: Published) -> None:
    data = published.data
    unit = next(
        each
        for each in data.instances(org.OrganizationalUnit)
        if data.text(each, rdfs.label).ja == "上下水道局"
    )
    whole, brief = told(unit.value, published)
    assert whole == []
    assert NamedNode(f"{PLAN}/p/4-15") in brief, "which is its 総務課's"


def test_a_document_tells_its_places_and_names_all_that_was_read_from_it(
    published: Published,
) -> None:
    (document,) = published.data.instances(kyo.SourceDocument)
    whole, brief = told(document.value, published)
    assert of_class(whole, kyo.SourcePassage, published) == whole
    assert len(set(of_class(brief, kyo.PlannedProject, published))) == 76
    assert NamedNode(PLAN) in brief


@pytest.mark.parametrize(
    ("path", "class_", "count"),
    [
        (f"{CITY}/plan/kyodo-2/policy/4", kyo.PlannedProject, 15),
        (f"{CITY}/plan/kyodo-2", kyo.ImplementationPlan, 1),
        (f"{HOME}id/fy/2018", kyo.ImplementationPlan, 1),
        (CITY, org.OrganizationalUnit, 44),
    ],
)
def test_what_lasts_names_what_is_listed_under_it(
    path: str, class_: NamedNode, count: int, published: Published
) -> None:
    _, brief = told(path, published)
    assert len(of_class(brief, class_, published)) == count


@pytest.mark.parametrize("path", [f"{HOME}id/nothing", f"{HOME}scheme/account", "urn:x"])
def test_what_has_no_page_tells_nothing(path: str, published: Published) -> None:
    assert told(path, published) == ([], [])
