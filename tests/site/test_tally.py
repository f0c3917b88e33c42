"""Counts, declared and found."""

from site_cities import BASE

from kyodo_lod.rdf.terms import NamedNode
from kyodo_lod.site.published import Published
from kyodo_lod.site.tally import Tally, declared, tally, units_of

YEAR = f"{BASE}id/072036/plan/kyodo-2/fy2018"


def test_the_document_counts_as_we_do(years: Published) -> None:
    counts = [tally(NamedNode(f"{YEAR}/policy/{number}"), years) for number in range(1, 8)]
    assert [each.listed for each in counts] == [6, 6, 8, 15, 7, 19, 15]
    assert all(each.agrees and each.declared == each.listed for each in counts)
    assert declared(NamedNode(YEAR), years) == 76


def test_silence_is_no_difference() -> None:
    assert Tally(None, None, None, None, 3).agrees
    assert not Tally(None, None, None, 0, 3).agrees
    assert not Tally(None, None, None, 4, 3).agrees


def test_units_are_counted_the_most_first(years: Published) -> None:
    counted = units_of(years.register.of_plan[NamedNode(YEAR)])
    numbers = [number for _, number in counted]
    assert len(counted) == 30
    assert numbers == sorted(numbers, reverse=True)
    assert sum(numbers) >= 76
