"""The flow: nothing is lost between the columns, and no bar stands on another."""

import itertools
import re
from collections import Counter

import pytest

from kyodo_lod.site.flow import Bar, Sankey
from kyodo_lod.site.published import Published
from kyodo_lod.site.responsibilities import Responsibility, policies, responsibilities
from kyodo_lod.site.sankey import sankey


def _sankey(published: Published, times: int = 1) -> Sankey:
    plan = published.plans[0]
    found = responsibilities(plan, published)
    return sankey(found * times, policies(plan, found, published), published)


def _columns(drawn: Sankey) -> list[list[Bar]]:
    return [[bar for bar in drawn.bars if bar.column == column] for column in range(3)]


def test_all_projects_flow_through_each_column(published: Published) -> None:
    drawn = _sankey(published)
    assert [sum(bar.projects for bar in column) for column in _columns(drawn)] == [76] * 3
    assert sum(ribbon.projects for ribbon in drawn.ribbons) == 2 * 76
    assert [bar.projects for bar in _columns(drawn)[0]] == [6, 6, 8, 15, 7, 19, 15]
    assert [len(column) for column in _columns(drawn)] == [7, 13, 30]


def test_what_flows_into_a_bar_flows_out_of_it(published: Published) -> None:
    drawn = _sankey(published)
    arriving: Counter[object] = Counter()
    leaving: Counter[object] = Counter()
    for ribbon in drawn.ribbons:
        arriving[ribbon.target] += ribbon.projects
        leaving[ribbon.source] += ribbon.projects
    for bar in _columns(drawn)[1]:
        assert arriving[bar.thing] == leaving[bar.thing] == bar.projects


@pytest.mark.parametrize("times", [1, 30])
def test_bars_stand_apart_and_within_the_drawing(published: Published, times: int) -> None:
    drawn = _sankey(published, times)
    for column in _columns(drawn):
        for above, below in itertools.pairwise(column):
            assert above.y + above.height <= below.y
        assert column[0].y >= 0
        assert column[-1].y + column[-1].height <= drawn.height
    assert {bar.height / bar.projects for bar in drawn.bars} == {9 if times == 1 else 1}


def test_ribbons_begin_and_end_within_their_bars(published: Published) -> None:
    drawn = _sankey(published)
    bars = {(bar.thing, bar.column): bar for bar in drawn.bars}
    for ribbon in drawn.ribbons:
        stage = 0 if (ribbon.source, 0) in bars else 1
        numbers = [int(n) for n in re.findall(r"\d+", ribbon.path)]
        start, end = numbers[1], numbers[7]
        source, target = bars[ribbon.source, stage], bars[ribbon.target, stage + 1]
        assert source.y <= start <= source.y + source.height - 9 * ribbon.projects
        assert target.y <= end <= target.y + target.height - 9 * ribbon.projects


def test_a_bureau_may_answer_for_a_project_itself(published: Published) -> None:
    one = responsibilities(published.plans[0], published)[0]
    own = Responsibility(one.project, one.policy, one.bureau, one.bureau)
    drawn = sankey([one, own], [one.policy], published)
    assert [len(column) for column in _columns(drawn)] == [1, 1, 2]


def test_nothing_makes_an_empty_one(published: Published) -> None:
    drawn = sankey([], [], published)
    assert (drawn.bars, drawn.ribbons) == ((), ())
