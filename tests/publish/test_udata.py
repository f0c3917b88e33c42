"""catalog-udata.ttl: the same catalogue but for what udata cannot read."""

import pytest
from publish.two_cities import two_cities

from kyodo_lod.model.plan import Plan
from kyodo_lod.publish.catalog import catalog_triples
from kyodo_lod.publish.udata import udata_triples
from kyodo_lod.rdf.terms import Literal, Triple, string
from kyodo_lod.rdf.vocabulary import dcat, dct, rdf, skos, spdx, xsd


@pytest.fixture(scope="module")
def pair(plan: Plan, tmp_path_factory: pytest.TempPathFactory) -> tuple[list[Triple], list[Triple]]:
    made = tmp_path_factory.mktemp("larger")
    entries = two_cities(plan, made)
    standard = list(catalog_triples(entries, made))
    return standard, list(udata_triples(standard, entries))


def test_checksums_are_plain_text(pair: tuple[list[Triple], list[Triple]]) -> None:
    standard, profile = ([t for t in one if t.predicate == spdx.checksumValue] for one in pair)
    assert [t.object.value for t in standard] == [t.object.value for t in profile]  # type: ignore[union-attr]
    assert {t.object.datatype for t in profile} == {xsd.string}  # type: ignore[union-attr]


def test_periods_are_two_days_in_one_text(pair: tuple[list[Triple], list[Triple]]) -> None:
    found = {t.object for t in pair[1] if t.predicate == dct.temporal}
    assert found == {string("2018-04-01/2019-03-31"), string("2026-04-01/2027-03-31")}


def test_there_is_no_series(pair: tuple[list[Triple], list[Triple]]) -> None:
    assert dcat.DatasetSeries not in {t.object for t in pair[1]}
    assert dcat.inSeries not in {t.predicate for t in pair[1]}


def test_keywords_and_names_of_codes_are_english(pair: tuple[list[Triple], list[Triple]]) -> None:
    for term in (dcat.keyword, skos.prefLabel):
        values = [t.object for t in pair[1] if t.predicate == term]
        assert values
        assert {v.language for v in values if isinstance(v, Literal)} == {"en"}


def test_nothing_else_differs(pair: tuple[list[Triple], list[Triple]]) -> None:
    standard, profile = map(set, pair)
    changed = (spdx.checksumValue, dct.temporal)
    assert {t.predicate for t in profile - standard} == set(changed)
    series = {t.subject for t in standard if t.object == dcat.DatasetSeries}
    periods = {t.subject for t in standard if t.object == dct.PeriodOfTime}
    dropped = {t for t in standard - profile if t.subject not in series | periods}
    terms = {*changed, dcat.keyword, skos.prefLabel, dcat.inSeries}
    assert {t.predicate for t in dropped} == terms
    assert rdf.type in {t.predicate for t in profile}
