"""Two tables, from a server that runs: what hostile clients get, and which status comes with what body.

    PYTHONPATH=tests python -m serve.tables [SECONDS]

SECONDS is the limit of a query, 10 as usual unless told otherwise.
"""

import json
import statistics
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import NamedTuple
from urllib.parse import unquote_plus

from deploy.servers import Answer
from serve import servers
from serve.clients import ask, neighbour, query_path, trap
from serve.hostile_queries import HOSTILE, Hostile, datasets, services, updates
from serve.servers import Server

_SLUG = "dataset/072036-kyodo-2-fy2018/072036-kyodo-2-fy2018"
_THING = "id/072036/plan/kyodo-2/fy2018/p/4-15"
_ASK, _ROWS = "ASK { ?s ?p ?o }", "SELECT ?p { ?p a kyo:PlannedProject } LIMIT 1"
_GRAPH, _FORM = "CONSTRUCT WHERE { ?s kyo:markedNew true }", "application/x-www-form-urlencoded"
_QUERY = "application/sparql-query"
_BROWSER = "text/html,application/xhtml+xml,*/*;q=0.8"


class Asked(NamedTuple):
    """A request of the second table."""

    path: str
    accept: str = "*/*"
    method: str = "GET"
    kind: str = ""
    body: bytes = b""
    more: tuple[tuple[str, str], ...] = ()


REQUESTS = (
    Asked("", _BROWSER), Asked("", "text/turtle"), Asked("none", _BROWSER), Asked("none", "text/turtle"),
    Asked(_THING, _BROWSER), Asked(_THING, "text/turtle"), Asked(_THING, "application/ld+json"),
    Asked(_THING, "application/n-triples"), Asked(_THING, "application/rdf+xml"), Asked(_THING),
    Asked(_THING, "image/png"), Asked(f"{_THING}.ttl"), Asked(f"{_THING}.jsonld"), Asked(f"{_THING}.png"),
    Asked("id/072036/plan/kyodo-2/fy2018/p/9-99", _BROWSER), Asked("id/072036/plan/kyodo-2/fy2018/p/9-99", "text/turtle"),
    Asked("dataset/072036-kyodo-2-fy2018", "text/csv"), Asked("dataset/072036-kyodo-2-fy2018/1.0.0", "application/n-triples"),
    Asked("catalog", "text/turtle"), Asked("def", _BROWSER), Asked("def", "text/turtle"), Asked("shapes/plan", "text/turtle"),
    Asked("scheme/account/suido", "text/turtle"), Asked("context", "application/ld+json"), Asked(".well-known/void"),
    Asked(f"{_SLUG}.ttl"), Asked(f"{_SLUG}.ttl", more=(("Range", "bytes=0-99"),)), Asked(f"{_SLUG}.ttl", more=(("Range", "bytes=9999999-"),)),
    Asked(f"{_SLUG}.ttl", method="HEAD"), Asked(f"{_SLUG}.ttl", more=(("Accept-Encoding", "gzip"),)),
    Asked(f"{_SLUG}.ttl", method="POST"), Asked(f"{_SLUG}.ttl", method="OPTIONS"), Asked("health"),
    Asked("sparql", "text/turtle"), Asked("sparql", _BROWSER), Asked("sparql", "image/png"),
    Asked(query_path(_ASK)), Asked(query_path(_ROWS)), Asked(query_path(_ROWS), "application/sparql-results+xml"),
    Asked(query_path(_ROWS), "text/csv"), Asked(query_path(_ROWS), "text/tab-separated-values"), Asked(query_path(_ROWS), _BROWSER),
    Asked(query_path(_ROWS), "text/turtle"), Asked(query_path(_ROWS, format="csv"), "image/png"), Asked(query_path(_ROWS), "image/png"),
    Asked(query_path(_GRAPH)), Asked(query_path(_GRAPH), "application/ld+json"), Asked(query_path(_GRAPH), "application/trig"),
    Asked(query_path(_GRAPH), "text/csv"), Asked(query_path(_ROWS), method="HEAD"),
    Asked(query_path(_ROWS), more=(("Accept-Encoding", "gzip"),)), Asked("sparql", "*/*", "POST", _QUERY, _ASK.encode()),
    Asked("sparql", "*/*", "POST", _FORM, b"query=ASK%7B%7D"), Asked("sparql", "*/*", "POST", "text/plain", b"ASK{}"),
    Asked("sparql", "*/*", "POST", "application/sparql-update", b"CLEAR ALL"), Asked("sparql", "*/*", "POST", _FORM, b"update=CLEAR+ALL"),
    Asked("sparql", "*/*", "PUT", "text/turtle", b"<urn:a> <urn:b> <urn:c> ."), Asked("sparql", method="DELETE"), Asked("sparql", method="OPTIONS"),
    Asked("sparql?query="), Asked(query_path("SELECT * {")), Asked(query_path("SELECT * { SERVICE <http://localhost/> {} }")),
    Asked(query_path(_ASK, **{"default-graph-uri": "http://localhost/x"})), Asked("sparql", "*/*", "POST", _QUERY, b"#" * 2_000_000),
    Asked("sparql?query=" + "a" * 17_000), Asked("check", _BROWSER), Asked("check", "application/json", "POST", "text/turtle", b"<urn:a> <urn:b> ."),
    Asked("check", "application/sarif+json", "POST", "text/turtle", b"<urn:a> <urn:b> <urn:c> ."), Asked("check", "image/png", "POST", "text/turtle", b"<urn:a> <urn:b> <urn:c> ."),
    Asked("check", "application/json", "POST", "image/png", b"x"), Asked("check", "*/*", "POST", "text/turtle", b"#" * 9_000_000),
)  # fmt: skip


def main(seconds: str = "10") -> None:
    """Print both tables."""
    with tempfile.TemporaryDirectory() as name:
        options = ("--seconds", seconds, "--errors", "0", "--busy", "0")
        with servers.started(servers.DIST, Path(name) / "state", *options) as server:
            _all_there(server)
            print("| hostile | got | after | neighbour: p50 | longest |\n|---|---|---|---|---|")  # noqa: T201
            for case in HOSTILE:
                _told(case.name, server, lambda case=case: [_sent(server, case)])  # type: ignore[misc]
            _told("text of 10 MB", server, lambda: [_sent(server, _LARGE)])
            with trap() as caught:
                _told_all("SERVICE to this machine", server, services(caught.port))
                _told_all("an update", server, updates(caught.port))
                graphs = list(datasets(caught.port))
                _told(f"graphs to be fetched, in {len(graphs)} spellings", server,
                      lambda: [ask(server, query_path(text, **more)) for text, more in graphs])  # fmt: skip
            print("\n| request | Accept | status | type | body |\n|---|---|---|---|---|")  # noqa: T201
            for request in REQUESTS:
                _shown(request, server)


_LARGE = Hostile("text", "ASK {} #" + "a" * 10_000_000, frozenset({413}))


def _all_there(server: Server) -> None:
    """Wait until the processes that answer queries have started."""
    for _ in range(100):
        queries = json.loads(ask(server, "health").body)["queries"]
        if queries["idle"] >= queries["size"]:
            return
        time.sleep(0.2)


def _sent(server: Server, case: Hostile) -> Answer:
    if case.by_post:
        return ask(server, "sparql", {"Content-Type": _QUERY}, "POST", case.text.encode())
    return ask(server, query_path(case.text))


def _told_all(name: str, server: Server, texts: Iterable[str]) -> None:
    every = list(texts)
    _told(f"{name}, in {len(every)} spellings", server,
          lambda: [ask(server, query_path(text)) for text in every])  # fmt: skip


def _told(name: str, server: Server, send: Callable[[], list[Answer]]) -> None:
    """Print a row of the first table."""
    with neighbour(server) as waits:
        began = time.perf_counter()
        answers = send()
        took = (time.perf_counter() - began) / len(answers)
    counts = Counter(answer.status for answer in answers)
    first = " ".join(answers[0].body[:90].decode("utf-8", "replace").split()).replace("|", "\\|")
    got = (
        first if len(answers) == 1 else ", ".join(f"{n} × {status}" for status, n in counts.items())
    )
    cells = [name, got if got[:3].isdigit() else f"{answers[0].status}: {got}", f"{took:.2f} s"]
    waited = [
        f"{statistics.median(waits.seconds) * 1000:.0f} ms",
        f"{max(waits.seconds) * 1000:.0f} ms",
    ]
    print("| " + " | ".join([*cells, *waited]) + " |", flush=True)  # noqa: T201


def _shown(asked: Asked, server: Server) -> None:
    """Print a row of the second table."""
    headers = (
        {"Accept": asked.accept}
        | ({"Content-Type": asked.kind} if asked.kind else {})
        | dict(asked.more)
    )
    answer = ask(server, asked.path, headers, asked.method, asked.body or None)
    about = [
        f"{name}: {answer.headers[name]}"
        for name in ("location", "content-encoding", "content-range", "allow")
        if name in answer.headers
    ]
    text = answer.body.decode("utf-8", "replace").partition("\n")[0]
    one_line = (
        answer.headers.get("content-type", "").startswith("text/plain") and len(answer.body) < 300
    )
    body = text if one_line and text else f"{len(answer.body):,} bytes" if answer.body else "empty"
    what = " ".join(
        filter(
            None,
            [
                asked.method,
                f"/{unquote_plus(asked.path)[:90]}",
                asked.kind,
                *(f"{n}: {v}" for n, v in asked.more),
            ],
        )
    )
    accept = "a browser's" if asked.accept == _BROWSER else asked.accept
    cells = [
        f"`{what}`",
        f"`{accept}`",
        str(answer.status),
        answer.headers.get("content-type", "–"),
        "; ".join([*about, body]),
    ]
    print("| " + " | ".join(cell.replace("|", "\\|") for cell in cells) + " |")  # noqa: T201


if __name__ == "__main__":
    main(*sys.argv[1:])
