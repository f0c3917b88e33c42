"""The series of a plan: its years in their order, whatever the order of the manifests."""

from pathlib import Path

import pytest
from publish.conftest import BASE, SLUG
from publish.two_cities import two_cities

from kyodo_lod.model.plan import Plan
from kyodo_lod.publish.entry import Entry
from kyodo_lod.publish.series import before_each, described_series
from kyodo_lod.rdf.terms import NamedNode, Triple
from kyodo_lod.rdf.vocabulary import dcat, dct, rdf

KORIYAMA = NamedNode(f"{BASE}dataset/072036-kyodo-2")
OF_2018 = NamedNode(f"{BASE}dataset/{SLUG}")
OF_2026 = NamedNode(f"{BASE}dataset/072036-kyodo-2-fy2026")


@pytest.fixture
def entries(plan: Plan, tmp_path: Path) -> list[Entry]:
    return two_cities(plan, tmp_path)


@pytest.fixture
def series(entries: list[Entry]) -> dict[NamedNode, list[Triple]]:
    return {iri: list(triples) for iri, triples in described_series(entries)}


def test_there_is_one_series_per_plan(series: dict[NamedNode, list[Triple]]) -> None:
    assert list(series) == [KORIYAMA, NamedNode(f"{BASE}dataset/131130-machi-1")]


def test_first_and_last_go_by_the_year(series: dict[NamedNode, list[Triple]]) -> None:
    said = {t.predicate: t.object for t in series[KORIYAMA]}
    assert (said[dcat.first], said[dcat.last]) == (OF_2018, OF_2026)
    assert str(said[dct.accrualPeriodicity]).endswith("/ANNUAL>")


def test_it_is_a_series_and_nothing_else(series: dict[NamedNode, list[Triple]]) -> None:
    for triples in series.values():
        assert [t.object for t in triples if t.predicate == rdf.type] == [dcat.DatasetSeries]


def test_each_year_but_the_first_has_one_before_it(entries: list[Entry]) -> None:
    before = {dataset: entry.iris.dataset for dataset, entry in before_each(entries).items()}
    assert before == {OF_2026: OF_2018}


def test_its_dates_span_all_years(series: dict[NamedNode, list[Triple]]) -> None:
    said = {t.predicate: str(t.object) for t in series[KORIYAMA]}
    assert "2026-11-23" in said[dct.issued]
    assert "2026-12-15" in said[dct.modified]
