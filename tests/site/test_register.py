"""Lists of projects: complete, in order, found by plan, policy, unit and account."""

from kyodo_lod.rdf.terms import Literal, NamedNode, Triple
from kyodo_lod.rdf.vocabulary import dct, kyo, rdf
from kyodo_lod.site.published import Published
from kyodo_lod.site.register import Register
from kyodo_lod.site.things import Things


def test_every_project_is_listed_once_by_year_and_in_the_order_of_its_document(
    years: Published,
) -> None:
    listed = list(years.register.listed.values())
    assert len(listed) == 152
    assert [each.year for each in listed] == [2018] * 76 + [2019] * 76
    assert [each.number for each in listed][:8] == [
        *("1-1", "1-2", "1-3", "1-4", "1-5", "1-6", "2-1", "2-2")
    ]
    assert [each.rank for each in listed] == list(range(152))


def test_groups_hold_what_the_data_say(years: Published) -> None:
    register, data = years.register, years.data
    for groups, predicate in (
        (register.of_plan, dct.isPartOf),
        (register.of_policy, kyo.basicPolicy),
        (register.of_unit, kyo.responsibleUnit),
        (register.of_account, kyo.account),
    ):
        assert groups
        for key, entries in groups.items():
            said = set(data.holders(predicate, key)) & set(register.listed)
            assert {each.project for each in entries} == said


def test_the_published_projects_of_a_plan_are_in_the_order_of_the_document(
    years: Published,
) -> None:
    first = list(years.projects(years.plans[0]))
    assert [years.data.number(each, kyo.documentOrder) for each in first] == list(range(1, 77))


def test_a_project_of_which_little_is_said_is_listed_still() -> None:
    alone = NamedNode("https://example.org/id/p")
    plenty = Literal("9" * 5000)
    data = Things(
        [Triple(alone, rdf.type, kyo.PlannedProject), Triple(alone, kyo.documentOrder, plenty)]
    )
    listed = Register(data).listed[alone]
    assert (listed.plan, listed.policy, listed.units, listed.year) == (None, None, (), 0)
    assert Register(data).same_name(alone) == [listed]
