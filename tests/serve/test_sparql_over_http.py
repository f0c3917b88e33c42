"""The endpoint as its users meet it: over HTTP, over dist/."""

import csv
import gzip
import json
import socket
import time
from urllib.parse import quote, urlencode

import pytest
from browser.chromium import running as running_browser
from browser.visitor import visiting
from playwright.sync_api import expect
from serve.servers import DIST, Server

from kyodo_lod.query.library import Query, queries
from kyodo_lod.query.run import dist_quads, write_answer
from kyodo_lod.rdf.store import Store

QUERY = {"Content-Type": "application/sparql-query"}
FORM = {"Content-Type": "application/x-www-form-urlencoded"}
BROWSER = "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8"


@pytest.fixture(scope="session")
def store() -> Store:
    return Store(dist_quads(DIST))


@pytest.mark.parametrize("query", list(queries()), ids=lambda query: query.name)
def test_sample_queries_give_what_the_command_gives(
    server: Server, store: Store, query: Query
) -> None:
    wish = "n-triples" if query.gives_graph else "csv"
    answer = server.ask(f"sparql?format={wish}", QUERY, "POST", query.text.encode())
    assert answer.status == 200
    expected = write_answer(query, store, {}, wish)
    if wish == "csv" and "ORDER BY" not in query.text:
        assert sorted(answer.body.splitlines()) == sorted(expected.splitlines())
    else:
        assert answer.body == expected


def test_each_way_to_ask_gives_the_same(server: Server) -> None:
    text = 'SELECT (COUNT(*) AS ?n) { ?s dct:title ?o FILTER(CONTAINS(?o, "市")) }'
    answers = [
        server.ask(f"sparql?query={quote(text)}"),
        server.ask("sparql", QUERY, "POST", text.encode()),
        server.ask("sparql", FORM, "POST", urlencode({"query": text}).encode()),
    ]
    assert [answer.status for answer in answers] == [200] * 3
    assert len({answer.body for answer in answers}) == 1


def test_head_says_what_get_gives(server: Server) -> None:
    path = f"sparql?query={quote('ASK {}')}"
    got, head = server.ask(path), server.ask(path, method="HEAD")
    assert (head.status, head.body) == (200, b"")
    for name in (
        "content-type",
        "content-length",
        "etag",
        "vary",
        "cache-control",
        "last-modified",
    ):
        assert head.headers[name] == got.headers[name]


def test_a_description_comes_without_a_query(server: Server) -> None:
    answer = server.ask("sparql")
    assert (answer.status, answer.headers["content-type"]) == (200, "text/turtle; charset=utf-8")
    assert b"sd:SPARQL11Query" in answer.body
    assert server.ask("sparql", {"Accept": BROWSER}).status == 303


@pytest.mark.parametrize("accept", [BROWSER, "text/html"])
def test_a_reader_gets_the_page_however_long_the_query_and_however_it_came(
    server: Server, accept: str
) -> None:
    for text, status in (("ASK {}", 303), (f"ASK {{}} # {'x' * 4000}", 200)):
        got = server.ask(f"sparql?query={quote(text)}", {"Accept": accept})
        form = urlencode({"query": text}).encode()
        posted = server.ask("sparql", FORM | {"Accept": accept}, "POST", form)
        assert (got.status, posted.status) == (status, status)
        assert got.body == posted.body
        if status == 200:
            assert got.headers["content-type"] == "text/html; charset=utf-8"
            assert "script-src 'self'" in got.headers["content-security-policy"]
            assert text.encode() in got.body


def test_an_answer_is_not_sent_again_and_packed_where_taken(server: Server) -> None:
    path = f"sparql?query={quote('SELECT * { ?s ?p ?o } LIMIT 100')}"
    packed = server.ask(path, {"Accept-Encoding": "gzip"})
    plain = server.ask(path)
    assert gzip.decompress(packed.body) == plain.body
    assert packed.headers["content-encoding"] == "gzip"
    again = server.ask(path, {"If-None-Match": plain.headers["etag"]})
    assert (again.status, again.body) == (304, b"")
    assert again.headers["etag"] == plain.headers["etag"]


@pytest.mark.parametrize(
    ("path", "headers", "method", "status"),
    [
        ("sparql?query=ASK", {}, "GET", 400),
        ("sparql?query=ASK%7B%7D", {"Accept": "image/png"}, "GET", 406),
        ("sparql", {"Content-Type": "text/plain"}, "POST", 415),
        ("sparql", {}, "PUT", 405),
        ("sparql/", {}, "GET", 404),
    ],
)
def test_errors_may_be_read_from_any_site(
    server: Server, path: str, headers: dict[str, str], method: str, status: int
) -> None:
    answer = server.ask(path, headers, method, b"ASK {}" if method == "POST" else None)
    assert answer.status == status
    assert answer.headers["access-control-allow-origin"] == "*"
    assert answer.headers["content-type"] == "text/plain; charset=utf-8" or status == 404


def test_another_site_may_ask(server: Server) -> None:
    asked = {
        "Origin": "https://e.jp",
        "Access-Control-Request-Method": "POST",
        "Access-Control-Request-Headers": "content-type",
    }
    answer = server.ask("sparql", asked, "OPTIONS")
    assert answer.status == 204
    assert "POST" in answer.headers["access-control-allow-methods"]
    assert answer.headers["access-control-allow-headers"] == "content-type"


def test_a_body_that_is_too_large_is_refused(server: Server) -> None:
    answer = server.ask("sparql", QUERY, "POST", b"ASK {}" + b" " * (4 * 1024 * 1024))
    assert answer.status == 413


def test_the_page_is_sent_the_query(server: Server) -> None:
    text = "SELECT * { ?s ?p 'あ+#%&' }"
    answer = server.ask(f"sparql?query={quote(text)}", {"Accept": BROWSER, "Accept-Language": "en"})
    assert answer.status == 303
    assert answer.headers["location"] == f"/sparql.en.html#query={quote(text, safe='')}"
    assert list(server.state.glob("*/site/sparql.en.html"))


def test_a_table_is_a_table(server: Server) -> None:
    text = "SELECT ?g (COUNT(*) AS ?n) { GRAPH ?g { ?s ?p ?o } } GROUP BY ?g ORDER BY ?g"
    rows = list(
        csv.reader(server.ask(f"sparql?format=csv&query={quote(text)}").body.decode().split())
    )
    said = json.loads(server.ask("health").body)
    assert rows[0] == ["g", "n"]
    assert len(rows) == 1 + said["graphs"]


def test_a_client_that_leaves_ends_its_query(server: Server) -> None:
    text = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }"
    head = f"GET /sparql?query={quote(text)} HTTP/1.1\r\nHost: localhost\r\n\r\n"
    with socket.create_connection(("127.0.0.1", server.port)) as connection:
        connection.sendall(head.encode())
        while not running(server):
            pass
    for _ in range(200):  # the process ends first, the journal's line follows
        if not running(server) and left(server):
            break
        time.sleep(0.1)
    assert not running(server)
    assert left(server)


def left(server: Server) -> list[object]:
    return [line for line in server.journal("request") if line["status"] == 499]


def running(server: Server) -> int:
    count: int = json.loads(server.ask("health").body)["queries"]["running"]
    return count


def test_a_reader_sees_the_answer_as_a_table(server: Server) -> None:
    text = "SELECT ?a { VALUES ?a { 'あ+&#%' } }"
    address = server.url.rstrip("/")
    with running_browser() as browser, visiting(browser, address) as visitor:
        page = visitor.open(f"sparql?query={quote(text)}")
        expect(page.locator("#result td").first).to_have_text("あ+&#%")
        assert visitor.path().startswith("sparql")
