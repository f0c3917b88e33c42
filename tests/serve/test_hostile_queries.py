"""Hostile queries, sent to the real server: what each gets, and that neighbours are answered meanwhile."""

import contextlib
import socket
import struct
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from urllib.parse import urlencode

import pytest
from deploy.servers import Answer
from serve import clients, servers
from serve.clients import MARK, Trap, ask, neighbour, plain, query_path, trap
from serve.hostile_queries import HOSTILE, Hostile, datasets, places, services, updates
from serve.servers import Server

#: small, so that the limits are met soon
LIMITS = (
    "--seconds", "1", "--max-memory", "200", "--max-result", "1", "--errors", "0", "--busy", "0",
    "--per-client", "0", "--patience", "30",
)  # fmt: skip
_QUERY, _FORM = "application/sparql-query", "application/x-www-form-urlencoded"


@pytest.fixture(scope="module")
def running(new_state: Callable[[], Path]) -> Iterator[Server]:
    """One server for all that is sent here, to the end."""
    with servers.started(servers.DIST, new_state(), *LIMITS) as server:
        yield server
        assert server.process.poll() is None
        clients.journal_is_silent(server)


@pytest.fixture
def server(running: Server) -> Iterator[Server]:
    """The server; behind each test it answers as ever."""
    yield running
    answer = ask(running, query_path("ASK { ?s ?p ?o }"), {"Accept": "application/json"})
    assert answer.status == 200
    assert b"true" in answer.body


@pytest.fixture(scope="module")
def trapped() -> Iterator[Trap]:
    with trap() as set_:
        yield set_


@pytest.fixture
def caught(trapped: Trap) -> Iterator[Trap]:
    """A port that nobody may connect to; behind each test nobody has."""
    yield trapped
    time.sleep(0.02)
    assert trapped.caught == []


def sent(server: Server, case: Hostile) -> Answer:
    """Send a query as its length demands."""
    if case.by_post:
        return ask(server, "sparql", {"Content-Type": _QUERY}, "POST", case.text.encode())
    return ask(server, query_path(case.text))


@pytest.mark.parametrize("case", HOSTILE, ids=lambda case: case.name)
def test_a_hostile_query_meets_a_limit_and_its_neighbours_do_not(
    case: Hostile, server: Server
) -> None:
    with neighbour(server):
        answer = sent(server, case)
    assert answer.status in case.gets, answer.body[:300]
    if answer.status != 200:
        plain(answer)
        assert MARK.encode() not in answer.body


def test_ten_at_once_hold_nobody_up_for_good(server: Server) -> None:
    with contextlib.ExitStack() as stack, neighbour(server):
        request = f"GET /{query_path(HOSTILE[0].text)} HTTP/1.1\r\nHost: x\r\n\r\n".encode()
        connections = [stack.enter_context(clients.connected(server)) for _ in range(10)]
        for connection in connections:
            connection.sendall(request)
        for connection in connections:
            assert connection.recv(65536).startswith(b"HTTP/1.1 503 ")


@pytest.mark.parametrize(("how", "outcomes"), [("closed", {"gone", "slow"}), ("reset", {"gone"})])
def test_a_query_whose_client_has_gone_is_ended(
    how: str, outcomes: set[str], server: Server
) -> None:
    """Who only closes might still read: it is told by the reset that comes back."""
    before = len(server.journal("request"))
    request = f"GET /{query_path(HOSTILE[0].text)} HTTP/1.1\r\nHost: x\r\n\r\n".encode()
    with neighbour(server), clients.connected(server) as connection:
        connection.sendall(request)
        time.sleep(0.3)
        if how == "reset":
            pair = struct.pack("ii", 1, 0)
            connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, pair)
        connection.close()
        time.sleep(1)
    found = {line["outcome"] for line in server.journal("request")[before:]}
    assert found & outcomes


@pytest.mark.parametrize("size", [2, 10])
def test_a_text_of_megabytes_is_refused(size: int, server: Server) -> None:
    text = b"ASK {} #" + b"a" * (size * 1024 * 1024)
    form = b"query=" + text.replace(b" ", b"+").replace(b"#", b"%23").replace(b"{}", b"%7B%7D")
    for kind, body in ((_QUERY, text), (_FORM, form)):
        with neighbour(server):
            answer = ask(server, "sparql", {"Content-Type": kind}, "POST", body)
        assert answer.status == 413
        plain(answer)


@pytest.mark.parametrize("number", range(len(list(services(1)))))
def test_no_other_endpoint_is_called(number: int, server: Server, caught: Trap) -> None:
    text = list(services(caught.port))[number]
    answer = ask(server, query_path(f"{text} #{MARK}"))
    assert answer.status in {400, 403}, (text, answer.body[:200])
    plain(answer)


def test_a_word_is_no_call(server: Server) -> None:
    """SERVICE in a text, a comment, an IRI or behind a prefix is none."""
    text = (
        "# SERVICE <http://127.0.0.1/>\nPREFIX a: <urn:SERVICE> "
        "SELECT ?SERVICE ('SERVICE <x> {' AS ?t) (a:SERVICE AS ?u) { BIND(<urn:SERVICE> AS ?SERVICE) }"
    )
    assert ask(server, query_path(text), {"Accept": "text/csv"}).status == 200


@pytest.mark.parametrize("number", range(len(list(datasets(1)))))
def test_no_graph_is_fetched(number: int, server: Server, caught: Trap) -> None:
    text, more = list(datasets(caught.port))[number]
    answer = ask(server, query_path(text, **more), {"Accept": "text/csv"})
    assert answer.status == 400, answer.body[:200]
    plain(answer)
    assert b"root:" not in answer.body


def test_a_graph_that_is_not_there_is_empty(server: Server, caught: Trap) -> None:
    for place in places(caught.port)[:6]:
        text = f"SELECT * {{ GRAPH <{place}> {{ ?s ?p ?o }} }}"
        answer = ask(server, query_path(text), {"Accept": "text/csv"})
        assert (answer.status, answer.body) == (200, b"o,p,s\r\n")


@pytest.mark.parametrize("number", range(len(list(updates(1)))))
def test_nothing_is_updated(number: int, server: Server, caught: Trap) -> None:
    count = query_path("SELECT (COUNT(*) AS ?n) { { ?s ?p ?o } UNION { GRAPH ?g { ?s ?p ?o } } }")
    before = ask(server, count, {"Accept": "text/csv"}).body
    text = list(updates(caught.port))[number]
    answers = [
        ask(server, query_path(text)),
        ask(server, "sparql", {"Content-Type": _QUERY}, "POST", text.encode()),
        ask(server, "sparql", {"Content-Type": "application/sparql-update"}, "POST", text.encode()),
        ask(server, "sparql", {"Content-Type": _FORM}, "POST", urlencode({"update": text}).encode()),
    ]  # fmt: skip
    for answer in answers:
        assert answer.status in {400, 403, 405, 415, 501}, answer.body[:200]
        plain(answer)
    assert ask(server, count, {"Accept": "text/csv"}).body == before
