"""Hostile clients, their neighbours, and what must hold whatever they send."""

import contextlib
import http.client
import itertools
import re
import socket
import sys
import threading
import time
import urllib.parse
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from conftest import ROOT
from deploy.servers import Answer
from serve.servers import Server, all_of, answered

#: a client with a query or an upload that is no good; the addresses of the neighbours are others
HOSTILE = "127.0.66.6"
_NEIGHBOUR = "127.0.77.7"
#: stands in what hostile clients send, and must stand in no line of the journal
MARK = "geheim8f3a"
_SMALL = (
    "SELECT ?p WHERE { ?p a <https://w3id.org/kyodo-lod/def#PlannedProject> } ORDER BY ?p LIMIT 3 #"
)
_PATIENCE = 60
#: what tells of the machine or of the program's inside
_INSIDE = re.compile(
    r"Traceback|File \"|\.py\b|site-packages|/tmp/|root:x:|pyoxigraph|starlette|uvicorn|"
    + "|".join(re.escape(str(each)) for each in {ROOT, Path.home(), Path(sys.prefix)})
)


@dataclass
class Waits:
    """What a neighbour saw while something went on: how long each answer took, and what was no answer."""

    seconds: list[float] = field(default_factory=list)
    wrong: list[str] = field(default_factory=list)

    @property
    def p50(self) -> float:
        """Give the wait in the middle."""
        return sorted(self.seconds)[len(self.seconds) // 2]


@contextlib.contextmanager
def neighbour(server: Server) -> Iterator[Waits]:
    """Ask a small query again and again from another address; at the end all must have been answered."""
    waits, over = Waits(), threading.Event()
    thread = threading.Thread(target=_go_on, args=(server, waits, over))
    thread.start()
    try:
        yield waits
    finally:
        over.set()
        thread.join()
    assert not waits.wrong, waits.wrong[:3]
    assert waits.seconds, "the neighbour had no answer meanwhile"


def _go_on(server: Server, waits: Waits, over: threading.Event) -> None:
    for number in itertools.count():
        began = time.perf_counter()
        try:
            # each time another query: none may be answered from memory
            answer = ask(server, query_path(_SMALL + str(number)), source=_NEIGHBOUR)
            if answer.status != 200 or answer.body.count(b'"uri"') != 3:
                waits.wrong.append(f"{answer.status} {answer.body[:200]!r}")
        except OSError as error:
            waits.wrong.append(repr(error))
        waits.seconds.append(time.perf_counter() - began)
        if over.wait(0.05):
            return


def query_path(query: str, **more: str) -> str:
    """Give the path that asks a query by GET."""
    return f"sparql?{urllib.parse.urlencode({'query': query, **more})}"


def ask(
    server: Server,
    path: str,
    headers: dict[str, str] | None = None,
    method: str = "GET",
    body: bytes | None = None,
    source: str = HOSTILE,
) -> Answer:
    """Ask once, from an address of this machine that is one's own."""
    connection = http.client.HTTPConnection(
        "127.0.0.1", server.port, timeout=_PATIENCE, source_address=(source, 0)
    )
    with contextlib.closing(connection):
        connection.request(method, f"/{path}", body, {"Accept": "*/*"} | (headers or {}))
        return answered(connection.getresponse())


def wire(server: Server, data: bytes, *, half_close: bool = False) -> bytes:
    """Send bytes as they are; give all that comes until the server closes or is silent for long."""
    with connected(server) as connection, contextlib.suppress(ConnectionError):
        connection.sendall(data)
        if half_close:
            connection.shutdown(socket.SHUT_WR)
        return all_of(connection)
    return b""


def connected(server: Server, source: str = HOSTILE) -> socket.socket:
    """Open a connection."""
    return socket.create_connection(("127.0.0.1", server.port), _PATIENCE, (source, 0))


def silent(answer: Answer | bytes) -> None:
    """Hold that an answer says nothing of the machine and of the program's inside."""
    if isinstance(answer, Answer):
        answer = repr(sorted(answer.headers.items())).encode() + answer.body
    text = answer.decode("utf-8", "replace")
    found = _INSIDE.search(text)
    assert not found, text[max(0, found.start() - 100) : found.end() + 100]


def plain(answer: Answer) -> None:
    """Hold that an error is one line for people, that any script may read."""
    silent(answer)
    assert answer.headers["content-type"] == "text/plain; charset=utf-8"
    text = answer.body.decode()
    assert re.fullmatch(rf"{answer.status}: [^\n]+\n", text), text
    assert answer.headers["access-control-allow-origin"] == "*"


@dataclass
class Trap:
    """A port of this machine that nobody may connect to; who does is counted."""

    port: int
    caught: list[str]


@contextlib.contextmanager
def trap() -> Iterator[Trap]:
    """Listen on every address of this machine; whoever connects gets a graph, and is caught."""
    with socket.create_server(("::", 0), family=socket.AF_INET6, dualstack_ipv6=True) as listener:
        set_ = Trap(listener.getsockname()[1], [])
        listener.settimeout(0.1)
        over = threading.Event()
        thread = threading.Thread(target=_catch, args=(listener, set_, over))
        thread.start()
        try:
            yield set_
        finally:
            over.set()
            thread.join()
    assert not set_.caught


def _catch(listener: socket.socket, set_: Trap, over: threading.Event) -> None:
    body = b"<urn:fetched> <urn:fetched> <urn:fetched> .\n"
    head = b"HTTP/1.1 200 OK\r\nContent-Type: text/turtle\r\nContent-Length: %d\r\n\r\n" % len(body)
    while not over.is_set():
        with contextlib.suppress(TimeoutError):
            connection, address = listener.accept()
            set_.caught.append(str(address))
            with connection, contextlib.suppress(OSError):
                connection.sendall(head + body)


def journal_is_silent(server: Server) -> None:
    """Hold that the journal is lines of JSON that name no client, no query, no path, no inside."""
    text = server.said.read_text(encoding="utf-8")
    lines = [line for line in text.splitlines() if '"event": "start"' not in line]  # our address
    assert all(line.startswith("{") and line.endswith("}") for line in lines), text[-2000:]
    for word in (MARK, HOSTILE, _NEIGHBOUR, "127.0.", "passwd", "SELECT", "Traceback"):
        assert word not in "\n".join(lines), next(line for line in lines if word in line)
    faults = server.journal("fault") + server.journal("takeover-fault")
    assert faults == []
