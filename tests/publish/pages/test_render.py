"""Templates to pages: both languages, nothing undefined, the same bytes each time."""

from pathlib import Path

import pytest
from jinja2 import UndefinedError

from kyodo_lod.bilingual import Bilingual
from kyodo_lod.publish.pages.page import Page
from kyodo_lod.publish.pages.render import render, write_page

HOME = "https://example.org/"


def test_a_name_that_nobody_gave_is_an_error() -> None:
    with pytest.raises(UndefinedError):
        render("shapes.html", "shapes/plan.html", "ja", HOME, {"name": "plan"})


def test_a_text_in_one_language_is_marked_in_the_other() -> None:
    page = Page("index.html", "en", HOME)
    assert page.words(Bilingual("郡山市", "")) == '<span lang="ja">郡山市</span>'
    assert page.words(Bilingual("", "<b>")) == "&lt;b&gt;"


def test_values_in_a_sentence_are_escaped() -> None:
    assert Page("index.html", "en", HOME).say("", "of {city}", city="<b>") == "of &lt;b&gt;"


def test_the_first_page_of_a_folder_is_the_folder() -> None:
    page = Page("dataset/a/index.html", "ja", HOME)
    assert page.address("ja") == f"{HOME}dataset/a/"
    assert page.address("en") == f"{HOME}dataset/a/index.en.html"
    assert page.link("index.html") == "../../index.html"


def test_both_languages_are_written_and_stay_the_same(tmp_path: Path) -> None:
    shown = {
        "name": "plan",
        "title": Bilingual("規則", "Rules"),
        "description": Bilingual("説明", "About"),
        "groups": [],
        "severities": [],
    }
    for folder in ("one", "two"):
        write_page(tmp_path / folder, "shapes/plan.html", "shapes.html", HOME, shown)
    one, two = (sorted((tmp_path / each).rglob("*.html")) for each in ("one", "two"))
    assert [path.name for path in one] == ["plan.en.html", "plan.html"]
    assert [path.read_bytes() for path in one] == [path.read_bytes() for path in two]
    assert b"\r" not in one[0].read_bytes()
