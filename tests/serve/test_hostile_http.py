"""Requests that are no good, sent to the real server: it answers plainly or closes, and goes on."""

import asyncio
import contextlib
import json
import re
import socket
import struct
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from conftest import ROOT
from serve import clients, servers
from serve.clients import HOSTILE, MARK, ask, connected, plain, silent, wire
from serve.servers import Server, all_of

_HOST = b"Host: lod.example.jp\r\n"
_DUMP = "dataset/072036-kyodo-2-fy2018/072036-kyodo-2-fy2018.nt"


@pytest.fixture(scope="module")
def running(new_state: Callable[[], Path]) -> Iterator[Server]:
    """One server for all that is sent here, to the end; its clients are given more than usual."""
    options = ("--errors", "0", "--busy", "0", "--connections-per-client", "60")
    with servers.started(servers.DIST, new_state(), *options) as server:
        yield server
        assert server.process.poll() is None
        clients.journal_is_silent(server)


@pytest.fixture
def server(running: Server) -> Iterator[Server]:
    """The server; behind each test it answers as ever."""
    yield running
    running.wait_until_well()


def statuses(received: bytes) -> list[int]:
    """Give the status of each answer on a connection."""
    return [int(each) for each in re.findall(rb"HTTP/1\.1 (\d{3}) ", received)]


PATHS = [
    "..%2f..%2f..%2f..%2fetc%2fpasswd", "../../../../etc/passwd", "%2e%2e/%2e%2e/etc/passwd",
    "%2e%2e%2f%2e%2e%2fetc%2fpasswd", "..%252f..%252fetc%252fpasswd", "..%5c..%5cetc%5cpasswd",
    "..\\..\\etc\\passwd", "%c0%ae%c0%ae/%c0%ae%c0%ae/etc/passwd", "..%c0%afetc%c0%afpasswd",
    "%e0%80%ae%e0%80%ae/etc/passwd", "..;/..;/etc/passwd", ".%00./etc/passwd", "index.html%00.ttl",
    "dataset/..%2f..%2fSHA256SUMS", "dataset/../../pyproject.toml", "//etc/passwd", "///etc/passwd",
    "/%2fetc/passwd", "./././etc/passwd", "%2fetc%2fpasswd", "file:///etc/passwd", "~root/.ssh/id_rsa",
    "proc/self/environ", ".git/config", ".env", "site/index.html", "store/CURRENT", "release.json",
    "packed/", "lock", "%ff%fe", "%zz", "%", "%2", "con", "nul", "index.html::$DATA", "index.html/..",
    "index.html/", "id/..%2f", "..", ".", "...", "%2e", "a" * 4000, "%F0%9F%92%A9" * 300,
    "id/072036/../../../../etc/passwd", "check/../../etc/passwd", "..%u2215etc", "\xc2\xa0".encode().hex(),
]  # fmt: skip


@pytest.mark.parametrize("path", PATHS, ids=lambda path: path[:40])
def test_no_path_leads_out(path: str, server: Server) -> None:
    received = wire(
        server,
        b"GET /%s HTTP/1.1\r\n%sConnection: close\r\n\r\n" % (path.encode("latin-1"), _HOST),
    )
    silent(received)
    (status,) = statuses(received)
    assert status in {400, 404} or (
        status in {303, 308} and re.search(rb"\r\nlocation: /[a-z]", received)
    ), received[:400]
    assert b"[tool.ruff]" not in received


@pytest.mark.parametrize(
    "target",
    ["http://evil.example/", "http://evil.example/id/072036", "https://127.0.0.1:1/", "evil.example:443",
     "*", "?", "#", "", "http://", "http:///x", "ftp://evil.example/x", "//evil.example/..", "/\\evil.example",
     "//evil.example/id/072036/", "/%5cevil.example/", "//evil.example/dataset"],
)  # fmt: skip
def test_no_target_leads_to_another_host(target: str, server: Server) -> None:
    received = wire(
        server, b"GET %s HTTP/1.1\r\n%sConnection: close\r\n\r\n" % (target.encode(), _HOST)
    )
    silent(received)
    (status,) = statuses(received)
    assert status < 500
    for location in re.findall(rb"(?i)\r\nlocation: ([^\r]*)", received):
        assert re.match(rb"/(?![/\\])", location), location


@pytest.mark.parametrize(
    "path",
    ["id/072036/plan/none/fy1999/p/9-99", f"id/{MARK}", "<script>alert(1)</script>", "id/%3Cscript%3Ealert(1)%3C/script%3E",
     "id/072036%22onload=%22alert(1)", "%E5%8D%94%E5%83%8D", "id/072036/plan/kyodo-2/fy2018/p/9-99.jsonld",
     "dataset/072036-kyodo-2-fy2018/9.9.9", "sparql/x", "check/x", "health/x", "wp-login.php"],
    ids=lambda path: path[:30],
)  # fmt: skip
def test_an_unknown_address_gets_help(path: str, server: Server) -> None:
    page = ask(server, path.replace(" ", "%20"), {"Accept": "text/html", "Accept-Language": "en"})
    assert page.status == 404
    assert page.media_type == "text/html"
    assert b"<script>alert" not in page.body
    assert b'"onload=' not in page.body
    silent(page)
    assert ask(server, path, {"Accept": "text/turtle"}).status == 404


@pytest.mark.parametrize(
    ("accept", "statuses_"),
    [
        ("image/png", {406}), ("text/turtle;q=0", {406}), ("*/*;q=0", {406}), ("x", {406}), ("", {303, 406}),
        ("text/turtle;q=abc", {303, 406}), ("text/turtle;q=1e309", {303, 406}), ("/", {303, 406}), ("*", {303, 406}),
        (";;;", {303, 406}), ("text/turtle;" + "a=b;" * 3000, {303, 406}), ("," * 30000, {303, 406, 431}),
        ("text/html," * 3000, {303}), ("a/b;q=0.1," * 2500 + "text/turtle", {303, 406}), ('text/turtle;a="', {303, 406}),
        ("text/turtle;q=-1", {303, 406}), ("\xe9/\xe9", {303, 406}), ("text/html;q=0.5 " * 2000, {303, 406}),
        (MARK + "/" + MARK, {406}),
    ],
    # a set is written in another order elsewhere, and no test may be called otherwise there
    ids=lambda value: value[:24] if isinstance(value, str) else str(sorted(value)),
)  # fmt: skip
def test_a_strange_accept_is_answered_at_once(
    accept: str, statuses_: set[int], server: Server
) -> None:
    request = b"GET /id/072036 HTTP/1.1\r\n%sAccept: %s\r\nConnection: close\r\n\r\n"
    received = wire(server, request % (_HOST, accept.encode("latin-1")))
    assert statuses(received)[0] in statuses_, received[:300]
    silent(received)


@pytest.mark.parametrize(
    "field",
    ["Accept-Language: " + "ja-" * 9000, "Accept-Language: ,,,;q=;q=ja", "Accept-Encoding: " + "gzip;q=0.0," * 4000,
     "If-None-Match: " + '"a",' * 9000, 'If-None-Match: "', "If-Modified-Since: yesterday",
     "If-Modified-Since: Thu, 01 Jan 99999999 00:00:00 GMT", "Range: bytes=" + "0-1," * 5000, "Range: bytes=5-1",
     "Range: bytes=-", "Range: bytes=99999999999999999999-", "Range: lines=1-2", "Range: bytes=0-0,-1,5-",
     "Cookie: " + "a" * 30000, "X-Forwarded-For: 203.0.113.9", "Forwarded: for=203.0.113.9;host=evil.example",
     "X-Forwarded-Host: evil.example", "X-Original-URL: /health", "X-HTTP-Method-Override: DELETE",
     "Expect: 100-continue", "Expect: 1", "Upgrade: h2c", "Upgrade: websocket", "TE: trailers",
     "Origin: null", "Access-Control-Request-Headers: a\tb", "Content-Type: \xff", "Max-Forwards: 0"],
    ids=lambda field: field[:36],
)  # fmt: skip
def test_a_strange_field_is_passed_over(field: str, server: Server) -> None:
    request = b"GET /%s HTTP/1.1\r\n%s%s\r\nConnection: close\r\n\r\n"
    received = wire(server, request % (_DUMP.encode(), _HOST, field.encode("latin-1")))
    assert statuses(received)[-1] in {200, 206, 400, 416, 417, 431}, received[:300]
    silent(received[:2000])
    assert b"evil.example" not in received[:2000]


@pytest.mark.parametrize("place", ["path", "query", "language", "host", "accept", "origin"])
@pytest.mark.parametrize(
    "line", ["\r\n", "%0d%0a", "\n", "\r", "%0a", "%E5%98%8D%E5%98%8A", "\x00"]
)
def test_nothing_of_a_request_becomes_a_header(place: str, line: str, server: Server) -> None:
    evil = f"x{line}Set-Cookie: a=b{line}X-Evil: yes"
    values = dict.fromkeys(("path", "query", "language", "host", "accept", "origin"), "x") | {
        place: evil
    }
    request = (
        "GET /id/{path}?{query} HTTP/1.1\r\nHost: {host}\r\nAccept-Language: {language}\r\n"
        "Accept: {accept}\r\nOrigin: {origin}\r\nConnection: close\r\n\r\n"
    ).format(**values)
    received = wire(server, request.encode("utf-8"))
    silent(received)
    for head in re.findall(rb"HTTP/1\.1 .*?\r\n\r\n", received, re.DOTALL):
        assert b"evil" not in head.lower()
        assert b"set-cookie" not in head.lower()
    assert statuses(received)[0] in {400, 404, 406}


_TWO = b"GET /health HTTP/1.1\r\nHost: smuggled\r\n\r\n"
SMUGGLED = {
    "TE and CL": b"Transfer-Encoding: chunked\r\nContent-Length: 4\r\n\r\n0\r\n\r\n" + _TWO,
    "CL and TE": b"Content-Length: 4\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n" + _TWO,
    "two lengths": b"Content-Length: 0\r\nContent-Length: 44\r\n\r\n" + _TWO,
    "two lengths in one": b"Content-Length: 0, 44\r\n\r\n" + _TWO,
    "length with sign": b"Content-Length: +0\r\n\r\n" + _TWO,
    "negative length": b"Content-Length: -1\r\n\r\n" + _TWO,
    "hexadecimal length": b"Content-Length: 0x0\r\n\r\n" + _TWO,
    "length in words": b"Content-Length: none\r\n\r\n" + _TWO,
    "length of 30 digits": b"Content-Length: 999999999999999999999999999999\r\n\r\n" + _TWO,
    "space before the colon": b"Transfer-Encoding : chunked\r\n\r\n0\r\n\r\n" + _TWO,
    "unknown coding": b"Transfer-Encoding: xchunked\r\n\r\n0\r\n\r\n" + _TWO,
    "coding twice": b"Transfer-Encoding: chunked, chunked\r\n\r\n0\r\n\r\n" + _TWO,
    "coding and identity": b"Transfer-Encoding: chunked, identity\r\n\r\n0\r\n\r\n" + _TWO,
    "two codings": b"Transfer-Encoding: chunked\r\nTransfer-Encoding: x\r\n\r\n0\r\n\r\n" + _TWO,
    "folded line": b"Transfer-Encoding:\r\n chunked\r\n\r\n0\r\n\r\n" + _TWO,
    "vertical tab": b"Transfer-Encoding: \x0bchunked\r\n\r\n0\r\n\r\n" + _TWO,
    "chunk with a sign": b"Transfer-Encoding: chunked\r\n\r\n+0\r\n\r\n" + _TWO,
    "chunk of 20 digits": b"Transfer-Encoding: chunked\r\n\r\nffffffffffffffffffff\r\n" + _TWO,
    "chunk without CR": b"Transfer-Encoding: chunked\r\n\r\n0\n\n" + _TWO,
    "name with a space": b"X Y: z\r\nContent-Length: 0\r\n\r\n" + _TWO,
    "no name": b": z\r\n\r\n" + _TWO,
    "NUL in a field": b"X: a\x00b\r\n\r\n" + _TWO,
    "second host": b"Host: evil.example\r\nContent-Length: 0\r\n\r\n" + _TWO,
}  # fmt: skip


@pytest.mark.parametrize("how", SMUGGLED)
def test_no_second_request_is_smuggled_in(how: str, server: Server) -> None:
    """One answer, an error, and the connection is closed; only what RFC 9112 lets pass is a request.

    A body that never comes is let go without an answer, when its client sends no more.
    """
    received = wire(server, b"POST /sparql HTTP/1.1\r\n" + _HOST + SMUGGLED[how], half_close=True)
    silent(received)
    found = statuses(received)
    if how == "chunk of 20 digits":
        assert found == []
    elif how in {"folded line", "coding twice"}:
        assert 400 <= found[0] < 600
    else:
        assert len(found) == 1, received
        assert found[0] in {400, 501, 413, 408}, received


BROKEN = {
    "no HTTP": b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03" + bytes(range(256)),
    "HTTP/2": b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n",
    "HTTP/0.9": b"GET /\r\n",
    "HTTP/9.9": b"GET / HTTP/9.9\r\n" + _HOST + b"\r\n",
    "no host": b"GET / HTTP/1.1\r\n\r\n",
    "only line ends": b"\r\n" * 2000,
    "letters": b"a" * 200_000,
    "a long head": b"GET / HTTP/1.1\r\n" + _HOST + b"X: " + b"a" * 200_000,
    "many fields": b"GET / HTTP/1.1\r\n" + _HOST + b"X: a\r\n" * 50_000 + b"\r\n",
    "a long address": b"GET /" + b"a" * 200_000 + b" HTTP/1.1\r\n" + _HOST + b"\r\n",
    "a long query": b"GET /sparql?query=" + b"a" * 20_000 + b" HTTP/1.1\r\n" + _HOST + b"Connection: close\r\n\r\n",
    "many parameters": b"GET /sparql?" + b"a&" * 8_000 + b" HTTP/1.1\r\n" + _HOST + b"Connection: close\r\n\r\n",
    "a method": b"BREW /sparql HTTP/1.1\r\n" + _HOST + b"Connection: close\r\n\r\n",
    "a long method": b"G" * 9000 + b" / HTTP/1.1\r\n" + _HOST + b"\r\n",
    "TRACE": b"TRACE / HTTP/1.1\r\n" + _HOST + b"Cookie: a=secret\r\nConnection: close\r\n\r\n",
    "CONNECT": b"CONNECT 127.0.0.1:22 HTTP/1.1\r\n" + _HOST + b"Connection: close\r\n\r\n",
    "DELETE": b"DELETE /sparql HTTP/1.1\r\n" + _HOST + b"Connection: close\r\n\r\n",
    "PUT": b"PUT /index.html HTTP/1.1\r\n" + _HOST + b"Content-Length: 3\r\nConnection: close\r\n\r\nabc",
}  # fmt: skip


@pytest.mark.parametrize("how", BROKEN)
def test_what_is_no_request_gets_a_line_and_the_door(how: str, server: Server) -> None:
    received = wire(server, BROKEN[how], half_close=True)
    silent(received)
    assert b"secret" not in received
    if found := statuses(received):
        assert len(found) == 1
        assert 400 <= found[0] < 600
        head, _, body = received.partition(b"\r\n\r\n")
        assert b"content-type: text/" in head.lower()
        assert len(body) < 20_000


@pytest.mark.parametrize(
    "content_type",
    ["text/plain", "application/json", "image/png", "application/sparql-query; charset=utf-16", "",
     "application/sparql-update", "multipart/form-data", "multipart/form-data; boundary=" + "x" * 5000,
     "application/x-www-form-urlencoded; charset=\x00", "a" * 9000, "application/sparql-querY;;;", "\xff/\xff"],
    ids=lambda value: value[:40],
)  # fmt: skip
@pytest.mark.parametrize("path", ["sparql", "check"])
def test_a_wrong_content_type_is_told(path: str, content_type: str, server: Server) -> None:
    request = (
        b"POST /%s HTTP/1.1\r\n%sContent-Type: %s\r\nContent-Length: 5\r\nConnection: close\r\n\r\nASK{}"
        % (path.encode(), _HOST, content_type.encode("latin-1"))
    )
    received = wire(server, request)
    silent(received)
    assert statuses(received)[0] in {200, 400, 403, 415, 422}, received[:300]


def test_clients_that_are_slow_do_not_stay(server: Server) -> None:
    """All at once, so that it takes one time-out: the head, the body and the reader."""
    began = time.monotonic()
    with clients.neighbour(server) as waits, contextlib.ExitStack() as stack:
        opened = {name: stack.enter_context(connected(server)) for name in _SLOW}
        readers = [stack.enter_context(_slow_reader(server)) for _ in range(5)]
        while time.monotonic() < began + 40 and (opened or readers):
            for name, connection in list(opened.items()):
                if _is_closed_after(connection, _SLOW[name]):
                    del opened[name]
            readers = [each for each in readers if not _is_dropped(each)]
            time.sleep(0.3)
    assert not opened
    assert not readers
    assert len(waits.seconds) > 20


#: what a slow client has sent when it begins to dawdle, and goes on sending piece by piece
_SLOW = {
    "nothing": [b""],
    "head": [b"GET / HTTP/1.1\r\n", b"X: y\r\n"],
    "line": [b"G", b"E"],
    "body": [b"POST /sparql HTTP/1.1\r\n" + _HOST
             + b"Content-Type: application/sparql-query\r\nContent-Length: 100000\r\n\r\n", b"#"],
    "chunks": [b"POST /check HTTP/1.1\r\n" + _HOST
               + b"Content-Type: text/turtle\r\nTransfer-Encoding: chunked\r\n\r\n", b"1\r\n#\r\n"],
    "second": [b"GET /health HTTP/1.1\r\n" + _HOST + b"\r\n", b""],
}  # fmt: skip


def _is_closed_after(connection: socket.socket, pieces: list[bytes]) -> bool:
    """Send another piece; tell whether the server has closed."""
    connection.settimeout(0.01)
    try:
        connection.sendall(pieces.pop(0) if len(pieces) > 1 else pieces[0])
        return connection.recv(65536) == b""
    except TimeoutError:
        return False
    except OSError:
        return True


def _slow_reader(server: Server) -> socket.socket:
    """Ask for more than fits on the way, and read none of it."""
    connection = socket.socket()
    connection.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 2048)
    connection.bind((HOSTILE, 0))
    connection.connect(("127.0.0.1", server.port))
    request = b"GET /%s HTTP/1.1\r\n%sAccept-Encoding: identity\r\n\r\n" % (_DUMP.encode(), _HOST)
    connection.sendall(request * 20)
    return connection


def _is_dropped(connection: socket.socket) -> bool:
    """Tell whether the server has given the connection up (TCP_INFO: the state is not ESTABLISHED)."""
    state = connection.getsockopt(socket.IPPROTO_TCP, socket.TCP_INFO, 1)[0]
    return state != 1


def test_a_client_that_sends_no_more_still_gets_its_answer(server: Server) -> None:
    received = wire(server, b"GET /health HTTP/1.1\r\n" + _HOST + b"\r\n", half_close=True)
    assert statuses(received) == [200]


@pytest.mark.parametrize(
    "data",
    [b"GET /health HT", b"POST /sparql HTTP/1.1\r\nHost: x\r\nContent-Length: 9\r\n\r\nabc",
     b"POST /check HTTP/1.1\r\nHost: x\r\nContent-Type: text/turtle\r\nTransfer-Encoding: chunked\r\n\r\n9\r\nab"],
    ids=["head", "body", "chunk"],
)  # fmt: skip
def test_a_half_request_that_ends_is_let_go(data: bytes, server: Server) -> None:
    assert statuses(wire(server, data, half_close=True)) in ([], [400], [408])


def test_clients_that_break_off_leave_nothing_behind(server: Server) -> None:
    with clients.neighbour(server):
        for number in range(100):
            with connected(server) as connection:
                connection.sendall(
                    b"GET /%s HTTP/1.1\r\n%s\r\n" % (_DUMP.encode(), _HOST) * (number % 3 + 1)
                )
                # SO_LINGER of 0: the connection is reset, not closed
                connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
    open_now = json.loads(ask(server, "health").body)
    assert open_now["status"] == "ok"


def test_two_hundred_clients_at_once_are_all_answered(server: Server) -> None:
    answers = asyncio.run(_crowd(server.port, 200, 5))
    assert len(answers) == 1000
    assert set(answers) == {200}


async def _crowd(port: int, clients: int, requests: int) -> list[int]:
    async def one(number: int) -> list[int]:
        source = (f"127.0.88.{number % 250 + 1}", 0)
        reader, writer = await asyncio.open_connection("127.0.0.1", port, local_addr=source)
        found = []
        for path in ["health", _DUMP, "", "void.ttl", "def.ttl"][:requests]:
            writer.write(b"GET /%s HTTP/1.1\r\n%s\r\n" % (path.encode(), _HOST))
            head = await reader.readuntil(b"\r\n\r\n")
            length = re.search(rb"(?i)content-length: (\d+)", head)
            assert length
            body = await reader.readexactly(int(length[1]))
            assert body
            found.append(int(head.split()[1]))
        writer.close()
        return found

    return [status for each in await asyncio.gather(*map(one, range(clients))) for status in each]


def test_connections_of_one_client_have_a_limit(server: Server) -> None:
    with contextlib.ExitStack() as stack:
        held = [stack.enter_context(connected(server, "127.0.66.7")) for _ in range(70)]
        refused = all_of(held[-1])
        assert statuses(refused) == [503]
        assert b"retry-after" in refused.lower()
        # others are none the worse
        assert ask(server, "health", source="127.0.66.8").status == 200


def test_an_error_is_one_line_in_the_language_of_its_reader(server: Server) -> None:
    faulty = "sparql?query=SELECT"
    english = ask(server, faulty, {"Accept-Language": "en, ja;q=0.5"})
    japanese = ask(server, faulty, {"Accept-Language": "ja, en;q=0.5"})
    plain(english)
    plain(japanese)
    assert english.status == japanese.status == 400
    kana = re.compile("[ぁ-ん]")
    assert not kana.search(english.body.decode())
    assert kana.search(japanese.body.decode())


def test_the_tests_know_what_tells_of_the_inside() -> None:
    """What `silent` looks for would be found."""
    with pytest.raises(AssertionError):
        silent(f"at {ROOT}/src".encode())
