"""What `dist/` says, read once; a folder that is not whole is refused."""

from pathlib import Path

import pytest

from kyodo_lod.errors import GraphError, OutputError
from kyodo_lod.rdf.terms import NamedNode
from kyodo_lod.rdf.vocabulary import HOME, dct, kyo
from kyodo_lod.site.published import Published

PLAN = NamedNode(f"{HOME}id/072036/plan/kyodo-2/fy2018")


def test_a_folder_without_data_is_refused(tmp_path: Path) -> None:
    with pytest.raises(GraphError, match="run kyodo-lod build first"):
        Published(tmp_path)


def test_a_file_that_is_listed_and_not_there_is_named(tmp_path: Path) -> None:
    (tmp_path / "SHA256SUMS").write_text(f"{'0' * 64}  catalog.ttl\n", encoding="utf-8")
    with pytest.raises(OutputError, match=r"catalog\.ttl: is listed in SHA256SUMS and not there"):
        Published(tmp_path)


def test_it_knows_where_it_is_published(published: Published) -> None:
    assert published.catalog == NamedNode(f"{HOME}catalog")
    assert published.home == HOME


def test_projects_come_in_the_order_of_the_document(published: Published) -> None:
    projects = list(published.projects(PLAN))
    orders = [published.data.number(each, kyo.documentOrder) for each in projects]
    assert orders == list(range(1, 77))
    assert list(published.projects(NamedNode("urn:other"))) == []


def test_a_years_plan_has_its_dataset_and_nothing_else_has(published: Published) -> None:
    dataset = published.dataset(PLAN)
    assert dataset == NamedNode(f"{HOME}dataset/072036-kyodo-2-fy2018")
    assert published.data.plain(dataset, dct.identifier) == published.data.plain(
        PLAN, dct.identifier
    )
    assert published.dataset(NamedNode(f"{PLAN.value}/p/4-15")) is None


def test_plans_are_sorted_by_year_then_iri_and_one_without_a_year_is_first(
    published: Published,
) -> None:
    assert published.plans == (PLAN,)
    assert published.year_plans == {PLAN}
    other = NamedNode("urn:without-year")
    assert published.year_of(PLAN) == (2018, PLAN.value)
    assert sorted([PLAN, other], key=published.year_of) == [other, PLAN]
