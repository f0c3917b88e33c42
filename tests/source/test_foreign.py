"""source/foreign.py: kinds of files that are not read, and what to click."""

import pytest

from kyodo_lod.source.foreign import FOREIGN, foreign
from kyodo_lod.source.readers import READERS


@pytest.mark.parametrize(
    ("name", "media_type", "title"),
    [
        ("plan.xlsx", "", "Excel"),
        ("計画.XLS", "application/octet-stream", "Excel"),
        ("plan.csv", "application/vnd.ms-excel", "CSV"),
        ("", "text/csv", "CSV"),
        ("plan.docx", "", "Word"),
        ("plan", "application/msword", "Word"),
        ("plan.pdf", "", "PDF"),
        ("scan.JPG", "", "JPEG / PNG"),
    ],
)
def test_a_kind_is_told_by_the_name_then_by_the_media_type(
    name: str, media_type: str, title: str
) -> None:
    found = foreign(name, media_type)
    assert found
    assert found.title == title


@pytest.mark.parametrize(("name", "media_type"), [("plan.txt", "text/plain"), ("", ""), ("a", "b")])
def test_what_is_none_of_them_is_none(name: str, media_type: str) -> None:
    assert foreign(name, media_type) is None


def test_no_kind_is_told_twice_or_read() -> None:
    endings = [ending for each in FOREIGN for ending in each.extensions]
    read = {ending for reader in READERS for ending in reader.extensions}
    assert len(endings) == len(set(endings))
    assert not read & set(endings)
