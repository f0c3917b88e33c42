"""A small graph store that does what it should until it is told to fail, and remembers what it was sent."""

import contextlib
import json
import threading
import time
from collections import deque
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qs, urlsplit


@dataclass
class Sent:
    """A request that came."""

    method: str
    graph: str
    headers: dict[str, str]
    size: int


Fault = Callable[["_Handler"], None]


@dataclass
class Misbehaving:
    """The store.

    Args:
        url: where it stands.
        graphs: what it holds: name → lines.
        faults: what happens to the next requests instead, one each; None is as it should be.
        sent: what came.
        more: added to every count.
    """

    url: str = ""
    graphs: dict[str, set[bytes]] = field(default_factory=dict)
    faults: deque[Fault | None] = field(default_factory=deque)
    sent: list[Sent] = field(default_factory=list)
    more: int = 0

    @property
    def store(self) -> str:
        """The address of its graphs."""
        return f"{self.url}/store"

    def of(self, *methods: str) -> list[Sent]:
        """Give the requests of these methods for graphs."""
        return [sent for sent in self.sent if sent.method in methods and sent.graph != "?"]

    def fail(self, *faults: Fault | None) -> None:
        """Let these happen to the next requests."""
        self.faults.extend(faults)


def status(code: int, body: str = "", **headers: str) -> Fault:
    """Answer with this status; a header's name has _ for -."""

    def answer(handler: "_Handler") -> None:
        handler.answer(code, body.encode(), {k.replace("_", "-"): v for k, v in headers.items()})

    return answer


def hang(seconds: float) -> Fault:
    """Say nothing for so long."""
    return lambda _: time.sleep(seconds)


def drop(handler: "_Handler") -> None:
    """Hang up without an answer."""
    handler.close_connection = True


def drop_in_the_middle(handler: "_Handler") -> None:
    """Hang up in the middle of the answer."""
    handler.send_response(200)
    handler.send_header("Content-Length", "1000")
    handler.end_headers()
    handler.wfile.write(b"{")
    handler.close_connection = True


def raw(*pieces: bytes, wait: float = 0.0, times: int = 1) -> Fault:
    """Answer with these bytes as they are, the last of them again and again."""

    def answer(handler: "_Handler") -> None:
        handler.close_connection = True
        with contextlib.suppress(OSError):
            for piece in (*pieces[:-1], *(pieces[-1:] * times)):
                handler.wfile.write(piece)
                time.sleep(wait)

    return answer


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    #: a head and its body go out at once, instead of waiting 40 ms for one another
    disable_nagle_algorithm = True
    server: "_Server"

    def _do(self) -> None:
        behaviour = self.server.behaviour
        asked = parse_qs(urlsplit(self.path).query, keep_blank_values=True)
        body = self.rfile.read(int(self.headers.get("Content-Length", 0)))
        graph = asked.get("graph", ["" if "default" in asked else "?"])[0]
        behaviour.sent.append(Sent(self.command, graph, dict(self.headers), len(body)))
        fault = behaviour.faults.popleft() if behaviour.faults else None
        if fault:
            fault(self)
        elif "query" in asked:
            self._count(asked.get("default-graph-uri", [""])[0])
        else:
            self._graph(graph, body)

    do_GET = do_PUT = do_POST = do_DELETE = _do  # noqa: N815 - the library's names

    def _count(self, graph: str) -> None:
        held = self.server.behaviour.graphs.get(graph, set())
        number = {"type": "literal", "value": str(len(held) + self.server.behaviour.more)}
        answer = {"head": {"vars": ["triples"]}, "results": {"bindings": [{"triples": number}]}}
        self.answer(200, json.dumps(answer).encode())

    def _graph(self, name: str, body: bytes) -> None:
        graphs = self.server.behaviour.graphs
        if self.command in ("GET", "DELETE") and name not in graphs:
            self.answer(404)
        elif self.command == "GET":
            lines = b"".join(sorted(graphs[name]))
            self.answer(200, lines, {"Content-Type": "application/n-triples; charset=UTF-8"})
        else:
            kept = graphs.get(name, set()) if self.command == "POST" else set()
            graphs[name] = kept | set(body.splitlines(keepends=True))
            if self.command == "DELETE":
                del graphs[name]
            self.answer(204)

    def answer(self, code: int, body: bytes = b"", headers: dict[str, str] | None = None) -> None:
        self.send_response(code)
        for name, value in (headers or {}).items():
            self.send_header(name, value)
        if code != 204:
            self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        """Say nothing."""


class _Server(ThreadingHTTPServer):
    daemon_threads = True
    behaviour: Misbehaving

    def handle_error(self, *_: object) -> None:
        """Say nothing: clients hang up on us as we do on them."""


@contextlib.contextmanager
def misbehaving() -> Iterator[Misbehaving]:
    """Run the store on a free port."""
    server = _Server(("127.0.0.1", 0), _Handler)
    server.behaviour = Misbehaving(f"http://127.0.0.1:{server.server_address[1]}")
    thread = threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True)
    thread.start()
    try:
        yield server.behaviour
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
