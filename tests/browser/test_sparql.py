"""Asking in SPARQL in the page: samples, stopping, files, links, data of one's own."""

import json
import re
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from urllib.parse import quote

import pytest
from browser.visitor import Visitor, visiting
from conftest import ROOT
from playwright.sync_api import Browser, FilePayload, Page, expect
from playwright.sync_api import TimeoutError as Slow

_ENDLESS = "SELECT (COUNT(*) AS ?n) WHERE { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }"
_OWN = """\
@prefix kyo: <https://w3id.org/kyodo-lod/def#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
<https://example.org/p> a kyo:PlannedProject ; rdfs:label "防災の事業"@ja .
""".encode()
_IS_WRITTEN = "text => document.querySelector('.CodeMirror').CodeMirror.getValue() === text"


def _ask(page: Page, text: str) -> None:
    """Write a query of one's own into the editor and run it."""
    # the editor takes in what was typed a moment later, and on a busy machine not always all of it
    for _ in range(20):
        page.get_by_role("textbox", name="問い (SPARQL 1.1)").focus()
        page.keyboard.press("Control+A")
        page.keyboard.press("Delete")
        page.keyboard.insert_text(text)
        with suppress(Slow):
            page.wait_for_function(_IS_WRITTEN, arg=text, timeout=2_000)
            break
    page.get_by_role("button", name="実行").click()


def _choose(page: Page, files: Sequence[FilePayload] | Path) -> None:
    page.get_by_label("ファイルを選ぶ、またはここに置く").set_input_files(files)


def _file(name: str, data: bytes) -> FilePayload:
    return {"name": name, "mimeType": "application/octet-stream", "buffer": data}


def test_a_sample_is_asked_and_its_answer_saved(visitor: Visitor) -> None:
    page = visitor.open("sparql.html")
    page.get_by_role("combobox", name="例の問い").select_option("projects")
    page.get_by_role("button", name="実行").click()
    expect(page.get_by_role("status").first).to_contain_text("76 行")
    with page.expect_download() as saving:
        page.get_by_role("button", name="JSON").click()
    answer = json.loads(saving.value.path().read_text(encoding="utf-8"))
    assert len(answer["results"]["bindings"]) == 76
    assert saving.value.suggested_filename == "projects.srj"
    assert visitor.barriers() == []


def test_a_query_of_ones_own_is_not_called_by_the_samples_name(visitor: Visitor) -> None:
    page = visitor.open("sparql.html?example=projects")
    sample, summary = page.locator("#example"), page.locator("#summary")
    expect(sample).to_have_value("projects")
    told = summary.inner_text()
    assert told
    page.get_by_role("textbox", name="問い (SPARQL 1.1)").focus()
    page.keyboard.type("#")
    expect(sample).to_have_value("")
    expect(summary).to_be_empty()
    page.keyboard.press("Backspace")
    expect(sample).to_have_value("projects")
    expect(summary).to_have_text(told)


def test_the_keyboard_alone_asks(visitor: Visitor) -> None:
    page = visitor.open("sparql.html?example=projects")
    page.get_by_role("textbox", name="問い (SPARQL 1.1)").focus()
    page.keyboard.press("Control+Enter")
    expect(page.get_by_role("status").first).to_contain_text("76 行")


def test_a_long_query_is_stopped_and_the_next_one_runs(visitor: Visitor) -> None:
    page = visitor.open("sparql.html")
    _ask(page, _ENDLESS)
    expect(page.get_by_role("status").first).to_contain_text("計算しています")
    page.get_by_role("button", name="止める").click()
    expect(page.get_by_role("status").first).to_contain_text("止め")
    _ask(page, "ASK {}")
    expect(page.get_by_text("はい (true)")).to_be_visible()


def test_a_mistake_is_told_with_its_place(visitor: Visitor) -> None:
    page = visitor.open("sparql.html")
    _ask(page, "SELECT * WHERE {\n ?a ?b }")
    status = page.get_by_role("status").first
    expect(status).to_contain_text(re.compile(r"2 行 \d+ 列: ここは SPARQL として読めません。"))
    expect(status.locator("code")).to_be_hidden()
    status.get_by_text("くわしく").click()
    expect(status.locator("code")).to_contain_text("expected")
    assert not page.get_by_role("heading", name="答え").is_visible()
    assert visitor.barriers() == []


def test_only_a_prefix_that_nobody_knows_is_marked(visitor: Visitor) -> None:
    page = visitor.open(f"sparql.html#query={quote('ASK { ?s a kyo:Plan }')}")
    expect(page.get_by_text("はい (true)")).to_be_visible()
    mark = page.locator(".parseErrorIcon")
    expect(mark).to_have_count(0)
    page.evaluate("location.hash = '#query=' + encodeURIComponent('ASK { ?s a other:Plan }')")
    expect(page.locator("#status")).to_contain_text("接頭辞 other: の宣言がありません")
    mark.hover()
    expect(page.locator(".yasqe_tooltip")).to_contain_text("宣言のない接頭辞があります")


def test_back_and_reload_bring_query_and_answer(visitor: Visitor) -> None:
    page = visitor.open("sparql.html?example=projects")
    _ask(page, "SELECT ?p { ?p a kyo:PlannedProject } ORDER BY ?p LIMIT 3")
    result = page.get_by_role("region", name="答えの中身")
    result.get_by_role("link").first.click()
    expect(page).to_have_url(re.compile("/id/"))
    page.go_back()
    for _ in range(2):
        expect(result.get_by_role("row")).to_have_count(4)
        editor = page.get_by_role("group", name="問い (SPARQL 1.1)")
        expect(editor).to_contain_text("ORDER BY ?p LIMIT 3")
        page.reload()


@pytest.mark.parametrize(
    "text", ["SELECT * {", "INSERT DATA {}", "SELECT * { SERVICE <urn:x> {} }", _ENDLESS]
)
def test_an_old_answer_goes_when_the_next_query_has_none(text: str, visitor: Visitor) -> None:
    page = visitor.open("sparql.html")
    _ask(page, "ASK {}")
    expect(page.get_by_text("はい (true)")).to_be_visible()
    _ask(page, text)
    if text == _ENDLESS:
        page.get_by_role("button", name="止める").click()
    expect(page.get_by_role("heading", name="答え")).to_be_hidden()
    expect(page.get_by_role("button", name="を保存")).to_have_count(0)


def test_no_row_is_said_in_words(visitor: Visitor) -> None:
    page = visitor.open("sparql.html")
    _ask(page, "SELECT ?s { ?s a <urn:none> }")
    expect(page.get_by_role("status").first).to_contain_text("当てはまるものがありません (0 行")


def test_opened_as_a_file_it_says_at_once_that_it_cannot_run(chromium: Browser, site: Path) -> None:
    with visiting(chromium, site.as_uri()) as each:
        page = each.open("sparql.html")
        expect(page.get_by_role("status").first).to_contain_text("ウェブサーバー")


def test_a_link_brings_the_query_along(visitor: Visitor) -> None:
    page = visitor.open("sparql.html")
    _ask(page, "ASK { ?s a ?c }")
    page.get_by_role("button", name="この問いへのリンク").click()
    link = page.get_by_role("textbox", name="この問いへのリンク").input_value()
    assert link.startswith(f"{visitor.home}/sparql.html#query=ASK")
    page.goto("about:blank")
    page.goto(link)
    expect(page.get_by_role("group", name="問い (SPARQL 1.1)")).to_contain_text("ASK { ?s a ?c }")
    expect(page.get_by_text("はい (true)")).to_be_visible()


def test_line_numbers_hide_no_letter_of_a_query_that_a_link_brings(visitor: Visitor) -> None:
    page = visitor.open("sparql.html#query=ASK%20%7B%7D")
    expect(page.get_by_text("はい (true)")).to_be_visible()
    numbers = page.locator(".CodeMirror-gutters").bounding_box()
    letters = page.locator(".CodeMirror-line > span").first.bounding_box()
    assert numbers
    assert letters
    assert letters["x"] >= numbers["x"] + numbers["width"]


def test_the_skip_link_leaves_the_query_as_it_is(visitor: Visitor) -> None:
    page = visitor.open("sparql.html#query=ASK%20%7B%7D")
    editor = page.get_by_role("group", name="問い (SPARQL 1.1)")
    expect(editor).to_contain_text("ASK {}")
    page.evaluate("location.hash = 'content'")
    page.wait_for_timeout(300)
    expect(editor).to_contain_text("ASK {}")


def test_a_file_of_ones_own_is_asked_with_the_rest_and_checked(visitor: Visitor) -> None:
    page = visitor.open("sparql.html")
    _choose(page, [_file("own.ttl", _OWN)])
    own = page.get_by_role("listitem").filter(has_text="own.ttl")
    expect(own).to_be_visible()
    _ask(page, "SELECT (COUNT(*) AS ?n) { ?s a <https://w3id.org/kyodo-lod/def#PlannedProject> }")
    expect(page.get_by_role("cell", name="77")).to_be_visible()
    own.get_by_role("button", name="確かめ").click()
    expect(page.get_by_role("region", name="自分のデータ")).to_contain_text("違反", timeout=60_000)
    expect(page.get_by_role("status").first).not_to_contain_text("読み込んでいます")
    expect(page.get_by_text("問い合わせたデータ: 公開データ + own.ttl")).to_be_visible()
    expect(page.get_by_role("table", name="own.ttl")).to_contain_text("防災の事業")
    _choose(page, [_file("other.ttl", _OWN)])
    expect(page.get_by_role("table", name="own.ttl")).to_have_count(0)
    expect(page.get_by_role("region", name="自分のデータ").get_by_role("status")).to_contain_text(
        "公開データと一緒に"
    )
    assert visitor.barriers() == []


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("plan.ttl", b"<script>alert(1)</script>"),
        ("plan.ttl", bytes(range(256))),
        ("remote.jsonld", b'{"@context": "https://example.org/context.jsonld", "@id": "x"}'),
        ("plan.docx", b"PK\x03\x04"),
        ("large.nt", b"# nothing\n" * 2_500_000),
    ],
    ids=["markup", "bytes", "remote context", "no RDF", "25 MB"],
)
def test_a_file_that_cannot_be_read_is_refused_in_words(
    name: str, data: bytes, visitor: Visitor, tmp_path: Path
) -> None:
    page = visitor.open("sparql.html")
    (tmp_path / name).write_bytes(data)
    _choose(page, tmp_path / name)
    told = page.get_by_role("region", name="自分のデータ").get_by_role("status")
    expect(told).to_contain_text(name)
    expect(told).not_to_contain_text("<anonymous>")
    page.get_by_role("button", name="実行").click()
    expect(page.get_by_role("status").first).to_contain_text("76 行")


def test_a_sample_gives_in_the_page_what_is_published(visitor: Visitor) -> None:
    page = visitor.open("sparql.html?example=policy-breadth")
    page.get_by_role("button", name="実行").click()
    expect(page.get_by_role("heading", name="答え")).to_be_visible()
    with page.expect_download() as saving:
        page.get_by_role("button", name="CSV を保存", exact=True).click()
    published = ROOT / "dist/queries/policy-breadth.csv"
    assert saving.value.path().read_bytes() == published.read_bytes()
