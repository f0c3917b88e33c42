"""The gallery: each published query once, with its answer, its text and ways to ask it anew."""

import re
import shutil
from collections.abc import Callable
from pathlib import Path
from xml.etree.ElementTree import Element

from conftest import ROOT

from kyodo_lod.publish.pages.render import render
from kyodo_lod.query.library import parse_query, queries
from kyodo_lod.query.run import dist_quads
from kyodo_lod.rdf.formats import CSV
from kyodo_lod.rdf.store import Store
from kyodo_lod.site.pages import THEME
from kyodo_lod.site.published import Published
from kyodo_lod.site.questions import bound_text, question_pages, topics

DIST = ROOT / "dist"


def test_each_published_query_has_one_topic(published: Published) -> None:
    names = [query.name for topic in topics(published) for query in topic.queries]
    assert sorted(names) == sorted(path.stem for path in (DIST / "queries").glob("*.rq"))
    assert all(topic.name.ja and topic.name.en for topic in topics(published))


def test_our_own_queries_all_have_a_topic_of_their_own(published: Published) -> None:
    assert "Others" not in [topic.name.en for topic in topics(published)]


def test_the_gallery_leads_to_each_page_and_the_page_to_files_and_editor(
    site: Path, parsed: Callable[[str], Element]
) -> None:
    gallery = {each.get("href") for each in parsed("queries/index.en.html").iter("a")}
    for path in (DIST / "queries").glob("*.rq"):
        assert f"../queries/{path.stem}.en.html" in gallery
        links = {a.get("href") for a in parsed(f"queries/{path.stem}.en.html").iter("a")}
        assert f"../sparql.en.html?example={path.stem}" in links
        assert f"../queries/{path.name}" in links
        answers = {f"../queries/{path.stem}.{extension}" for extension in ("csv", "nt")}
        assert len(answers & links) == 1
        assert (site / next(iter(answers & links)).removeprefix("../")).is_file()


def test_a_page_asks_what_the_file_asks(parsed: Callable[[str], Element]) -> None:
    text = (DIST / "queries" / "cite-project.rq").read_text(encoding="utf-8")
    query = parse_query("cite-project", text)
    page = parsed("queries/cite-project.html")
    [shown] = page.iter("pre")
    plain = re.sub(r"(?m)^#\+.*\n", "", text).strip()
    value = '\n  VALUES ?name { "猪苗代湖の水を守りたい事業" }'
    assert "".join(shown.itertext()).replace(value, "") == plain
    words = "".join(page.itertext())
    assert query.title.ja in words
    assert query.summary.ja in words
    assert query.parameters["name"].default in words


def test_what_a_page_shows_answers_what_is_published_when_pasted_elsewhere() -> None:
    store = Store(dist_quads(DIST))
    asked = [query for query in queries() if query.parameters]
    assert len(asked) > 3
    for query in asked:
        answer = store.serialize(bound_text(query), query.name, {}, CSV)
        assert answer == (DIST / "queries" / f"{query.name}.csv").read_bytes(), query.name


def test_an_answer_without_rows_is_said_in_words(parsed: Callable[[str], Element]) -> None:
    page = parsed("queries/shared-projects.html")
    assert page.find(".//table") is None
    assert "0行" in "".join(page.itertext())


def test_a_hostile_query_is_shown_and_not_obeyed(tmp_path: Path) -> None:
    dist = tmp_path / "dist"
    shutil.copytree(DIST, dist)
    for path in (dist / "queries").glob("*.*"):
        path.unlink()
    (dist / "SHA256SUMS").write_bytes(b"")
    text = '#+ title.ja: <script>alert("1")</script>\n#+ tags: \nSELECT ("</code></pre><b>" AS ?x) {}\n'
    (dist / "queries" / "a&b.rq").write_text(text, encoding="utf-8")
    published = Published(dist)
    values = {"published": published, "places": published.places, "data": published.data}
    for name, own in question_pages(published):
        page = render("question.html", name, "ja", published.home, values | dict(own), THEME)
        assert "<script" not in page
        assert "<b>" not in page
        assert "sparql.html?example=a%26b" in page
        assert "公開されていません" in page


def test_an_answer_has_headings_for_people_and_says_its_dataset_once(
    parsed: Callable[[str], Element],
) -> None:
    page = parsed("queries/projects.html")
    headings = ["".join(each.itertext()) for each in page.iter("th")]
    assert headings[:3] == ["施策番号", "施策の中の順", "名前"]
    assert [each.text for each in page.iter("td")].count("072036-kyodo-2-fy2018") == 0
    words = "".join(page.itertext())
    assert "どの行も、データ 072036-kyodo-2-fy2018 のものです。" in words
    assert "左右に動かすと続きが見えます" in words


def test_two_datasets_are_told_row_by_row(years_site: Path) -> None:
    page = (years_site / "queries" / "declared-and-found.html").read_text(encoding="utf-8")
    assert "どの行も、データ" not in page
    assert ">データ</th>" in page
