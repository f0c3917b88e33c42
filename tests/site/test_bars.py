"""Bars: the longest first, each as long as its number."""

from kyodo_lod.site.bars import bars
from kyodo_lod.site.published import Published
from kyodo_lod.site.responsibilities import responsibilities


def test_they_are_in_proportion_and_sum_up(published: Published) -> None:
    drawn = bars(responsibilities(published.plans[0], published), published).bars
    assert sum(bar.projects for bar in drawn) == 76
    assert (drawn[0].name, drawn[0].projects) == ("市民部市民・NPO活動推進課", 9)
    assert [bar.projects for bar in drawn] == sorted((b.projects for b in drawn), reverse=True)
    for bar in drawn:
        assert abs(float(bar.length.rstrip("%")) - 90 * bar.projects / 9) < 0.1


def test_nothing_makes_none(published: Published) -> None:
    assert bars([], published).bars == ()
