"""Headings of answers: those we know in both languages, others as the query has them."""

import csv

from conftest import ROOT

from kyodo_lod.site.headings import _HEADINGS, heading


def test_each_heading_is_one_of_a_published_answer_and_has_both_languages() -> None:
    asked: set[str] = set()
    for path in (ROOT / "dist" / "queries").glob("*.csv"):
        with path.open(encoding="utf-8", newline="") as file:
            asked.update(next(csv.reader(file), []))
    assert set(_HEADINGS) <= asked
    assert all(each.ja and each.en for each in _HEADINGS.values())


def test_an_unknown_variable_stays_as_it_is() -> None:
    assert heading("<script>") == ("<script>", "<script>")
