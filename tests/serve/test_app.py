"""From the wire to a request, and from a reply to the wire."""

import asyncio
import contextlib
import http.client
import json
from collections.abc import Callable, Iterator, MutableMapping
from email.utils import formatdate, parsedate_to_datetime
from pathlib import Path
from typing import Any

import pytest
from serve import servers
from serve.servers import Server, answered
from serve.test_release import example

from kyodo_lod.serve.app import Application
from kyodo_lod.serve.journal import Journal
from kyodo_lod.serve.limits import LIMITED, ServeLimits
from kyodo_lod.serve.message import Reply, Request
from kyodo_lod.serve.routes import Route
from kyodo_lod.serve.serving import Serving

_FILE = "data-items.csv"
_LARGE = "assets/vendor/oxigraph.wasm.bin"
_QUERY = "sparql?query=ASK%20%7B%7D"


def test_health_tells_whether_it_can_answer(server: Server) -> None:
    answer = server.ask("health")
    assert (answer.status, answer.media_type) == (200, "application/json")
    assert answer.headers["cache-control"] == "no-store"
    said = json.loads(answer.body)
    assert said["status"] == "ok"
    assert (server.state / said["release"]).is_dir()


def test_robots_are_asked_to_leave_queries_alone(server: Server) -> None:
    answer = server.ask("robots.txt")
    assert answer.body == b"User-agent: *\nDisallow: /sparql?\nDisallow: /check\n"


@pytest.mark.parametrize("path", [_FILE, _LARGE, "def", "nothing/here", "health", _QUERY, "check"])
def test_head_is_get_without_a_body(server: Server, path: str) -> None:
    got, head = server.ask(path), server.ask(path, method="HEAD")
    assert (head.status, head.body) == (got.status, b"")
    for answer in (got, head):
        answer.headers.pop("date")
    assert head.headers == got.headers
    assert int(got.headers["content-length"]) == len(got.body)


@pytest.mark.parametrize(
    ("path", "methods"),
    [
        ("", "GET, HEAD, OPTIONS"),
        (_FILE, "GET, HEAD, OPTIONS"),
        ("health", "GET, HEAD, OPTIONS"),
        ("sparql", "GET, HEAD, POST, OPTIONS"),
        ("check", "GET, HEAD, POST, OPTIONS"),
    ],
)
def test_the_methods_of_an_address_are_told_and_no_other_is_taken(
    server: Server, path: str, methods: str
) -> None:
    told = server.ask(path, method="OPTIONS")
    assert (told.status, told.headers["allow"], told.body) == (204, methods, b"")
    assert told.headers["access-control-allow-methods"] == methods
    assert "content-length" not in told.headers
    for method in ("PUT", "DELETE", "PATCH", "TRACE", "BREW"):
        answer = server.ask(path, method=method)
        assert (answer.status, answer.headers["allow"]) == (405, methods)
        assert answer.body == f"405: use {methods} here\n".encode()


def test_what_is_too_large_is_refused_before_it_is_read(server: Server) -> None:
    length = str(3 * LIMITED.query + 1)
    connection = http.client.HTTPConnection("127.0.0.1", server.port, timeout=30)
    with contextlib.closing(connection):
        connection.putrequest("POST", "/sparql")
        connection.putheader("Content-Length", length)
        connection.endheaders()
        answer = answered(connection.getresponse())
    assert (answer.status, answer.headers["connection"]) == (413, "close")


def test_a_browser_that_sends_too_large_a_file_gets_the_page(server: Server) -> None:
    connection = http.client.HTTPConnection("127.0.0.1", server.port, timeout=30)
    with contextlib.closing(connection):
        connection.putrequest("POST", "/check")
        connection.putheader("Content-Length", str(20 * LIMITED.upload))
        connection.putheader("Accept", "text/html")
        connection.endheaders()
        answer = answered(connection.getresponse())
    assert (answer.status, answer.headers["content-type"]) == (413, "text/html; charset=utf-8")
    assert "ファイルが大きすぎます".encode() in answer.body


def test_what_grows_too_large_is_refused_while_it_comes(server: Server) -> None:
    chunk = b"x" * 65536
    chunks = iter([chunk] * (3 * LIMITED.query // len(chunk) + 20))
    connection = http.client.HTTPConnection("127.0.0.1", server.port, timeout=30)
    with contextlib.closing(connection):
        connection.request("POST", "/sparql", chunks, encode_chunked=True,
                           headers={"Transfer-Encoding": "chunked"})  # fmt: skip
        answer = answered(connection.getresponse())
    assert answer.status == 413
    assert answer.headers["access-control-allow-origin"] == "*"


def test_an_address_that_is_too_long_is_refused_in_the_language_of_the_client(
    server: Server,
) -> None:
    answer = server.ask("x" * LIMITED.url, {"Accept-Language": "ja"})
    assert answer.status == 414
    assert "POST で送ってください" in answer.body.decode()
    assert server.ask("x" * (LIMITED.url - 2)).status == 404


@pytest.mark.parametrize(
    "path", [_FILE, _LARGE, "nothing", "sparql?query=SELECT", "sparql?update=x", "%ff", "a%00b"]
)
def test_any_site_may_read_any_answer(server: Server, path: str) -> None:
    answer = server.ask(path, {"Origin": "https://example.org"})
    assert answer.headers["access-control-allow-origin"] == "*"
    assert answer.headers["x-content-type-options"] == "nosniff"
    assert answer.headers["server"] == "kyodo-lod"


@pytest.mark.parametrize("path", [_FILE, _LARGE, _QUERY])
def test_who_holds_it_is_sent_nothing(server: Server, path: str) -> None:
    first = server.ask(path)
    tag = first.headers["etag"]
    for held in (tag, f"W/{tag}", f'"x", {tag}', "*"):
        again = server.ask(path, {"If-None-Match": held})
        assert (again.status, again.body) == (304, b""), held
        for name in ("etag", "cache-control", "vary", "last-modified"):
            assert again.headers.get(name) == first.headers.get(name), name
        assert "content-type" not in again.headers
    assert server.ask(path, {"If-None-Match": '"x"'}).status == 200
    since = {"If-Modified-Since": first.headers["last-modified"]}
    assert server.ask(path, since).status == 304
    assert server.ask(path, since | {"If-None-Match": '"x"'}).status == 200
    assert server.ask(path, {"If-Match": '"x"'}).status == 412


def test_only_a_success_is_judged_by_what_the_client_holds(server: Server) -> None:
    assert server.ask("nothing", {"If-None-Match": "*"}).status == 404
    assert server.ask("sparql", {"If-None-Match": "*"}, "POST", b"").status == 415


_PNG = {"Accept": "image/png"}
_TURTLE = {"Content-Type": "text/turtle"}
_THING = "id/072036/plan/kyodo-2/fy2018/p/4-15"
_REFUSED = [
    (400, "GET", "sparql?query=nonsense", {}),
    *((404, "GET", path, {}) for path in ("nothing", "dataset/x", "id/072036/plan/x", f"{_FILE}x")),
    *((404, "GET", path, {"Accept": "text/html"}) for path in ("nothing", "dataset/x")),
    *((405, "PUT", path, {}) for path in ("", _FILE, _THING, "sparql", "check", "health", "nothing")),
    *((406, "GET", path, _PNG) for path in ("catalog", "def", _THING, "sparql", _QUERY)),
    (406, "GET", "dataset/072036-kyodo-2-fy2018", _PNG),
    (406, "POST", "check", _PNG | _TURTLE),
    (412, "GET", _FILE, {"If-Match": '"x"'}),
    (414, "GET", "a" * 17_000, {}),
    (415, "POST", "sparql", {"Content-Type": "image/png"}),
    (415, "POST", "check", {"Content-Type": "image/png"}),
    *((416, "GET", path, {"Range": "bytes=99999999-"}) for path in (_FILE, _LARGE)),
]  # fmt: skip


@pytest.mark.parametrize(("status", "method", "path", "headers"), _REFUSED)
def test_no_cache_gives_an_error_to_another_reader(
    server: Server, status: int, method: str, path: str, headers: dict[str, str]
) -> None:
    answer = server.ask(path, headers, method, b"x" if method == "POST" else None)
    assert answer.status == status
    caching = "public, max-age=300" if status == 404 else "no-store"
    assert answer.headers["cache-control"] == caching
    assert {"Accept", "Accept-Language"} <= set(answer.headers["vary"].split(", "))
    assert "etag" not in answer.headers


@pytest.mark.parametrize("name", [_FILE, _LARGE])
def test_a_part_of_a_file_may_be_had(server: Server, name: str) -> None:
    whole = server.ask(name)
    size = len(whole.body)
    for asked, start, end in ((("0-9"), 0, 10), ("5-", 5, size), ("-7", size - 7, size)):
        part = server.ask(name, {"Range": f"bytes={asked}"})
        assert (part.status, part.body) == (206, whole.body[start:end])
        assert part.headers["content-range"] == f"bytes {start}-{end - 1}/{size}"
        assert part.headers["etag"] == whole.headers["etag"]
    several = server.ask(name, {"Range": "bytes=0-1,10-11"})
    assert several.status == 206
    assert several.media_type == "multipart/byteranges"
    beyond = server.ask(name, {"Range": f"bytes={size}-"})
    assert (beyond.status, beyond.headers["content-range"]) == (416, f"bytes */{size}")
    assert beyond.headers["access-control-allow-origin"] == "*"
    assert beyond.body == f"416: the file has {size} bytes, and no such part\n".encode()
    assert beyond.headers["content-length"] == str(len(beyond.body))
    assert "etag" not in beyond.headers


@pytest.mark.parametrize(
    "headers",
    [
        {"Range": "lines=0-9"},
        {"Range": "bytes=9-5"},
        {"Range": "bytes=" + ",".join(["0-"] * 200)},
        {"Range": "bytes=0-9", "If-Range": '"x"'},
        {"Range": "bytes=0-9", "If-Range": "Sun, 06 Nov 1994 08:49:37 GMT"},
    ],
)
def test_a_part_that_cannot_be_meant_is_the_whole(server: Server, headers: dict[str, str]) -> None:
    assert server.ask(_FILE, headers).body == server.ask(_FILE).body


def test_a_part_of_what_the_client_has_begun_is_a_part(server: Server) -> None:
    whole = server.ask(_FILE)
    date = whole.headers["last-modified"]
    for begun in (whole.headers["etag"], date):
        assert server.ask(_FILE, {"Range": "bytes=0-9", "If-Range": begun}).status == 206
    later = formatdate(parsedate_to_datetime(date).timestamp() + 86400, usegmt=True)
    assert server.ask(_FILE, {"Range": "bytes=0-9", "If-Range": later}).status == 200
    assert server.ask(_FILE, {"Range": "bytes=0-9"}, "HEAD").status == 200


@pytest.mark.parametrize(
    "path",
    [
        "../../etc/passwd",
        "..%2f..%2fetc%2fpasswd",
        "%2e%2e/%2e%2e/etc/passwd",
        "assets/..%2f..%2frelease.json",
        "..%5c..%5cetc",
        "%2fetc%2fpasswd",
        "./SHA256SUMS",
        "assets//site.css",
        "release.json",
        "SHA256SUMS%00.html",
        "%",
        "%zz",
    ],
)
def test_a_path_is_looked_up_and_never_followed(server: Server, path: str) -> None:
    answer = server.ask(path)
    assert answer.status == 404
    assert str(server.state).encode() not in answer.body
    assert b"root:" not in answer.body


@pytest.fixture(scope="module")
def behind(new_state: Callable[[], Path]) -> Iterator[Server]:
    """A server behind a proxy that shows it under /lod."""
    options = ("--root-path", "/lod/", "--trust-proxy", "127.0.0.1", "--errors", "2")
    with servers.started(servers.DIST, new_state(), *options) as running:
        yield running


@pytest.mark.parametrize("start", ["", "lod/"])
def test_behind_a_proxy_redirects_lead_through_it(behind: Server, start: str) -> None:
    answer = behind.ask(f"{start}def", {"Accept": "text/turtle"})
    assert (answer.status, answer.headers["location"]) == (303, "/lod/def.ttl")
    assert behind.ask(f"{start}def.ttl").status == 200
    assert b"Disallow: /lod/sparql?" in behind.ask(f"{start}robots.txt").body


def test_a_proxy_says_whose_budget_it_is(behind: Server) -> None:
    wrong = "sparql?query=nonsense"
    for client, count in (("192.0.2.1", 8), ("192.0.2.2", 1), ("2001:db8::1", 8)):
        for _ in range(count):
            behind.ask(wrong, {"X-Forwarded-For": f"198.51.100.7, {client}"})
    told = {
        client: behind.ask(wrong, {"X-Forwarded-For": client}).status
        for client in ("192.0.2.1", "192.0.2.2", "192.0.2.3", "2001:db8::ffff", "2001:db8:0:1::1")
    }
    assert told == {
        "192.0.2.1": 429,
        "192.0.2.2": 400,
        "192.0.2.3": 400,
        "2001:db8::ffff": 429,
        "2001:db8:0:1::1": 400,
    }


def test_the_journal_names_nobody_and_nothing_that_was_asked(server: Server) -> None:
    word = "himitsu-no-namae"
    before = len(server.journal("request"))
    headers = {"User-Agent": word, "X-Forwarded-For": word, "Cookie": word}
    for path in (word, f"sparql?query={word}", f"id/{word}"):
        server.ask(path, headers)
    server.ask(_FILE, headers, f"{word.upper().replace('-', '')}")
    lines = server.wait_for("request", before + 4)[before:]
    assert [line["route"] for line in lines] == ["file", "sparql", "file", "file"]
    assert lines[3]["method"] == "other"
    assert {name for line in lines for name in line} == {
        "time", "event", "route", "method", "status", "outcome", "ms", "bytes", "work_ms",
    }  # fmt: skip
    said = server.said.read_text().lower()
    assert word not in said
    assert word.replace("-", "") not in said
    assert "127.0.0.1 " not in said


def called(
    answer: Callable[[Serving, Request], Any],
    *,
    works: bool = False,
    breaks: bool = False,
    limits: ServeLimits = LIMITED,
) -> tuple[list[Any], list[str]]:
    """Call an application whose one address is answered by `answer`; sending may break off."""
    lines: list[str] = []

    async def run() -> list[Any]:
        serving = Serving(example(Path()), *[None] * 3)
        application = Application(serving, limits, "", Journal("json", lines.append))
        application._routes = {"x": Route("x", answer, works=works)}
        scope = {
            "type": "http", "http_version": "1.1", "method": "GET", "raw_path": b"/x",
            "query_string": b"secret", "headers": [], "client": ("192.0.2.1", 1),
        }  # fmt: skip
        received = [{"type": "http.request", "body": b""}, {"type": "http.disconnect"}]
        sent: list[Any] = []

        async def receive() -> dict[str, Any]:
            await asyncio.sleep(0.01)
            return received.pop(0)

        async def send(message: MutableMapping[str, Any]) -> None:
            if breaks and message["type"] == "http.response.body":
                raise RuntimeError(message["type"])
            sent.append(message)

        await application(scope, receive, send)
        return sent

    return asyncio.run(run()), lines


def test_a_mistake_of_ours_is_one_plain_line_and_a_place_in_the_journal() -> None:
    async def broken(_: Serving, request: Request) -> Reply:
        raise KeyError(request.query)

    sent, lines = called(broken)
    assert sent[0]["status"] == 500
    assert sent[1]["body"] == b"500: something went wrong in the server\n"
    assert (b"connection", b"close") in sent[0]["headers"]
    fault, request = map(json.loads, lines)
    assert (fault["event"], fault["kind"]) == ("fault", "KeyError")
    assert fault["at"].startswith("serve/app.py:")
    assert (request["status"], request["outcome"]) == (500, "fault")
    assert "secret" not in "".join(lines)


def test_an_answer_that_breaks_off_is_not_ended() -> None:
    async def large(_: Serving, __: Request) -> Reply:
        return Reply(200, b"x" * 200_000, "text/plain")

    sent, lines = called(large, breaks=True)
    assert [message["type"] for message in sent] == ["http.response.start"]
    fault, request = map(json.loads, lines)
    assert fault["kind"] == "RuntimeError"
    assert request["outcome"] == "fault"


def test_an_answer_that_is_allowed_has_room_alone() -> None:
    async def large(_: Serving, __: Request) -> Reply:
        return Reply(200, b"x" * 200_000, "text/plain")

    sent, _ = called(large, limits=ServeLimits(bodies=0, result=200_000))
    assert sent[0]["status"] == 200


@pytest.mark.parametrize(("room", "status"), [(800_000, 200), (799_999, 503)])
def test_an_answer_needs_room(room: int, status: int) -> None:
    async def large(_: Serving, __: Request) -> Reply:
        return Reply(200, b"x" * 200_000, "text/plain")

    sent, lines = called(large, limits=ServeLimits(1, 1, 1, 1, 1, bodies=room))
    assert sent[0]["status"] == status
    assert json.loads(lines[-1])["outcome"] == ("ok" if status == 200 else "crowded")


def test_work_ends_when_its_client_leaves() -> None:
    ended: list[str] = []

    async def slow(_: Serving, __: Request) -> Reply:
        try:
            await asyncio.sleep(60)
        except asyncio.CancelledError:
            ended.append("cancelled")
            raise
        return Reply(200)

    sent, lines = called(slow, works=True)
    assert (sent, ended) == ([], ["cancelled"])
    request = json.loads(lines[-1])
    assert (request["status"], request["outcome"]) == (499, "gone")
