"""The SPARQL page that `kyodo-lod serve` shows: it asks the endpoint, until it cannot."""

import json
import re
import shlex
from collections.abc import Iterator
from urllib.parse import quote

import pytest
from browser.visitor import PHONE, Visitor, visiting
from playwright.sync_api import Browser, FilePayload, Page, expect

_GRAPHS = "SELECT ?g (COUNT(*) AS ?n) { GRAPH ?g { ?s ?p ?o } } GROUP BY ?g ORDER BY ?g"
_ENDLESS = "SELECT (COUNT(*) AS ?n) WHERE { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }"
_OWN: FilePayload = {
    "name": "own.nt",
    "mimeType": "application/n-triples",
    "buffer": b"<urn:a> <urn:b> <urn:c> .\n",
}


@pytest.fixture
def asker(chromium: Browser, endpoint: str) -> Iterator[Visitor]:
    """Give somebody at the endpoint."""
    with visiting(chromium, endpoint) as each:
        yield each


def _bring(visitor: Visitor, query: str, page: str = "sparql.html") -> Page:
    """Open the page by a link that brings a query, which then runs."""
    return visitor.open(f"{page}#query={quote(query, safe='')}")


def test_the_server_answers_and_the_page_says_so(asker: Visitor) -> None:
    page = asker.open("sparql.html?example=projects")
    page.get_by_role("button", name="実行").click()
    expect(page.locator("#status")).to_contain_text("76 行")
    expect(page.locator("#asked")).to_have_text(f"問い合わせた先: サーバー ({asker.home}/sparql)")
    expect(page.locator("#where")).to_contain_text(f"{asker.home}/sparql に送られ")
    assert not [each for each in asker.requests if "oxigraph" in each]
    with page.expect_download() as saving:
        page.get_by_role("button", name="JSON").click()
    answer = json.loads(saving.value.path().read_text(encoding="utf-8"))
    assert len(answer["results"]["bindings"]) == 76
    assert asker.barriers() == []
    page.set_viewport_size(PHONE)
    assert not asker.is_wider_than_screen()


def test_a_link_that_asks_for_graphs_shows_their_rows(asker: Visitor) -> None:
    page = asker.open(f"sparql?query={quote(_GRAPHS)}")
    expect(page.locator("#result td.number").first).to_be_visible()
    expect(page.locator("#result tbody tr")).to_have_count(8)
    assert asker.path().startswith("sparql.html#query=")


def test_a_link_to_a_long_query_shows_its_rows_too(asker: Visitor) -> None:
    long = f"{_GRAPHS} # </script>{'あ' * 1000}"
    page = asker.open(f"sparql?query={quote(long, safe='')}")
    expect(page.locator("#result tbody tr")).to_have_count(8)
    assert asker.path().startswith("sparql.html#query=")
    page.reload()
    expect(page.locator("#result tbody tr")).to_have_count(8)
    assert asker.barriers() == []


def test_a_thing_is_named_and_leads_to_its_page_here(asker: Visitor) -> None:
    query = "SELECT ?p { ?p a kyo:PlannedProject } ORDER BY ?p LIMIT 1"
    page = _bring(asker, query)
    link = page.locator("#result td a")
    expect(link).to_have_text(re.compile(r"^[^:]+$"))
    link.click()
    expect(page).to_have_url(re.compile(rf"^{asker.home}/id/.*\.html$"))


def test_a_prefix_that_needs_no_declaration_is_not_marked(asker: Visitor) -> None:
    page = _bring(asker, "ASK { ?p a kyo:PlannedProject }")
    expect(page.get_by_text("はい (true)")).to_be_visible()
    expect(page.locator(".parseErrorIcon")).to_have_count(0)


def test_a_parameter_is_sent_with_its_value(asker: Visitor) -> None:
    page = _bring(asker, "#+ param.word.default: 郡\nSELECT ?word {}")
    expect(page.locator("#result td")).to_have_text("郡")
    page.get_by_label("word").fill("山 '+&")
    page.get_by_role("button", name="実行").click()
    expect(page.locator("#result td")).to_have_text("山 '+&")
    page.locator("#run").focus()
    assert "param.word=山 '+&" in shlex.split(page.locator("#line").inner_text())


def test_a_graph_is_shown_as_turtle(asker: Visitor) -> None:
    page = _bring(asker, "CONSTRUCT { ?p a kyo:PlannedProject } { ?p a kyo:PlannedProject }")
    expect(page.locator("#status")).to_contain_text("76 トリプル")
    expect(page.locator("#result")).to_contain_text("@prefix kyo:")


@pytest.mark.parametrize(
    ("page", "said"),
    [("sparql.html", "として読めません"), ("sparql.en.html", "is not SPARQL")],
)
def test_a_mistake_is_told_in_the_words_of_the_server(asker: Visitor, page: str, said: str) -> None:
    shown = _bring(asker, "SELECT * {\n ?a ?b }", page)
    expect(shown.locator("#status")).to_contain_text(said)
    expect(shown.locator("#status")).to_contain_text(re.compile(r"2:\d+"))
    # the browser itself tells of every answer that is an error
    assert all("400" in each for each in asker.mistakes)
    asker.mistakes.clear()


def test_to_stop_ends_the_query(asker: Visitor) -> None:
    page = _bring(asker, _ENDLESS)
    expect(page.locator("#status")).to_contain_text("サーバーに問い合わせています")
    page.get_by_role("button", name="止める").click()
    expect(page.locator("#status")).to_have_text("止めました。")
    _bring(asker, "ASK {}")
    expect(page.get_by_text("はい (true)")).to_be_visible()


def test_a_file_of_ones_own_is_never_sent(asker: Visitor) -> None:
    page = asker.open("sparql.html")
    page.locator("#file").set_input_files([_OWN])
    expect(page.locator("#own-files")).to_contain_text("own.nt")
    expect(page.locator("#where")).to_contain_text("このブラウザの中で計算します")
    asker.requests.clear()
    _bring(asker, "SELECT ?o { <urn:a> <urn:b> ?o }")
    expect(page.locator("#result td")).to_have_text("urn:c")
    expect(page.locator("#asked")).to_contain_text("own.nt (このブラウザの中)")
    assert f"{asker.home}/sparql" not in asker.requests


def test_unticked_data_are_left_out_by_the_browser(asker: Visitor) -> None:
    page = asker.open("sparql.html")
    page.locator("#data input").first.uncheck()
    expect(page.locator("#where")).to_contain_text("このブラウザの中で計算します")
    page.locator("#data input").first.check()
    expect(page.locator("#where")).to_contain_text("サーバーが答えます")


def test_the_command_asks_the_same_query(asker: Visitor) -> None:
    query = "ASK { ?s ?p 'it''s' }".replace("''", "\\'")
    page = _bring(asker, query)
    expect(page.locator("#line")).to_contain_text("ASK")
    words = shlex.split(page.locator("#line").inner_text())
    assert words[:3] == ["curl", "-s", f"{asker.home}/sparql"]
    assert words[-2:] == ["--data-urlencode", f"query={query}"]
    assert page.locator("#address").inner_text() == f"{asker.home}/sparql"
