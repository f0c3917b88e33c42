"""The table of a dataset's files, and that it misses none that is published."""

from pathlib import Path

import pytest
from publish.conftest import SLUG
from publish.two_cities import two_cities

from kyodo_lod.model.plan import Plan
from kyodo_lod.publish.checksums import file_names
from kyodo_lod.publish.distributions import (
    CSVW,
    PAGES,
    PROVENANCE,
    QUALITY,
    REPORT,
    Distribution,
    distributions,
)
from kyodo_lod.publish.tables import TABLES
from kyodo_lod.rdf.formats import FORMATS

#: what stands below dataset/<slug>/ and is no way to get the data
ABOUT_THE_DATA = {CSVW, *PAGES, *(f"{SLUG}{ending}" for ending in (PROVENANCE, QUALITY, REPORT))}


@pytest.fixture(scope="module")
def table(plan: Plan) -> list[Distribution]:
    return distributions(plan.manifest)


def test_every_file_of_the_dataset_is_in_the_table(
    table: list[Distribution], complete: Path
) -> None:
    folder = complete / "dataset" / SLUG
    listed = {distribution.path(SLUG).removeprefix(f"dataset/{SLUG}/") for distribution in table}
    assert set(file_names(folder)) == listed | ABOUT_THE_DATA


def test_every_table_and_every_published_format_has_a_row(table: list[Distribution]) -> None:
    endings = [distribution.ending for distribution in table]
    assert {one.ending for one in TABLES} <= set(endings)
    assert {f".{fmt.extension}" for fmt in FORMATS.values() if fmt.published} <= set(endings)
    assert len(endings) == len(set(endings))


def test_tables_come_before_dumps_and_old_releases_last(plan: Plan, tmp_path: Path) -> None:
    entry = two_cities(plan, tmp_path)[1]
    endings = [distribution.ending for distribution in distributions(entry.manifest)]
    assert endings[0] == "-projects.csv"
    assert endings.index(".xlsx") < endings.index(".ttl") < endings.index(".nt.gz")
    versions = [distribution.version for distribution in distributions(entry.manifest)[-3:]]
    assert versions == [None, "1.1.0", "1.0.0"]


def test_people_are_told_what_each_is_in_both_languages(table: list[Distribution]) -> None:
    for text in (text for one in table for text in (one.title, one.description)):
        assert text.ja.strip() == text.ja != text.en.strip() == text.en != ""
    assert (
        len({one.title for one in table}) == len({one.description for one in table}) == len(table)
    )


def test_only_what_is_packed_says_so(table: list[Distribution]) -> None:
    for one in table:
        assert (one.compressed == "application/gzip") == one.ending.endswith(".gz")
