"""What the first page says of datasets: the files as they lie there, the citation of their own pages."""

import html
from pathlib import Path

from conftest import ROOT

from kyodo_lod.site.published import Published
from kyodo_lod.site.shelves import shelves

SLUG = "072036-kyodo-2-fy2018"


def test_files_are_all_there_in_their_size(published: Published) -> None:
    [shelf] = shelves(published)
    [dataset] = shelf.datasets
    assert len(dataset.files) == 12
    for file in dataset.files:
        assert (ROOT / "dist" / file.path).stat().st_size == file.size
        assert file.licence == "https://creativecommons.org/licenses/by/4.0/"
        assert file.format
        assert file.media_type
    assert [Path(file.path).suffix for file in dataset.quick] == [".xlsx", ".csv", ".ttl"]


def test_the_dataset_is_told_as_the_catalogue_tells_it(published: Published) -> None:
    dataset = shelves(published)[0].datasets[0]
    assert (dataset.slug, dataset.version, dataset.projects) == (SLUG, "1.0.0", 76)
    assert dataset.era == "平成30年度"
    assert dataset.statement.ja.startswith("構造は CC BY 4.0。")


def test_the_citation_is_that_of_the_dataset_page(published: Published) -> None:
    citation = shelves(published)[0].datasets[0].citation
    folder = ROOT / "dist" / "dataset" / SLUG
    for name, text in (("index.html", citation.ja), ("index.en.html", citation.en)):
        page = (folder / name).read_text(encoding="utf-8")
        assert f"<blockquote><p>{html.escape(text)}</p>" in page


def test_every_city_has_its_shelf(hundred: Published) -> None:
    assert [len(shelf.datasets) for shelf in shelves(hundred)] == [1] * 100
