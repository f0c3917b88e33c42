"""Memory of `kyodo-lod serve` over 100,000 requests: `make soak-endpoint`.

Sixteen clients ask for files and IRIs, ask sample queries again and new ones, make mistakes, break
connections off and let a document be checked. After each 10,000 requests a row is printed.
"""

import asyncio
import contextlib
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote

from connection import Connection
from endpoint import DIST
from memory import MIB, pss, rss, tree
from samples import Sample, samples
from servers import running, servers

REQUESTS, STEP, CLIENTS = 100_000, 10_000, 16
_SLUG = "dataset/072036-kyodo-2-fy2018/072036-kyodo-2-fy2018"
_FILES = (
    "",
    "void.ttl",
    "def.ttl",
    "search.html",
    f"{_SLUG}.ttl",
    f"{_SLUG}-projects.csv",
    "SHA256SUMS",
)
_PROJECT = "id/072036/plan/kyodo-2/fy2018/p/4-15"
_THINGS = (_PROJECT, "id/072036", "catalog", "def", "id/fy/2018", "scheme/account/suido")
_FAULTY = ("sparql?query=SELECT", "sparql?query=ASK%7BSERVICE%3Cx:y%3E%7B%7D%7D", "none", "sparql?query=",
           "id/072036/plan/none", "..%2f..%2fetc%2fpasswd")  # fmt: skip
_GRAPH = b"<https://example.org/a> a <https://w3id.org/kyodo-lod/def#PlannedProject> ."


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of request.

    Args:
        name: for the table.
        often: of a thousand.
        statuses: that are right; none where no answer is waited for.
    """

    name: str
    often: int
    statuses: frozenset[int]


KINDS = (
    Kind("file", 400, frozenset({200})),
    Kind("thing", 250, frozenset({303})),
    Kind("query again", 200, frozenset({200})),
    Kind("new query", 50, frozenset({200})),
    Kind("mistake", 60, frozenset({400, 404})),
    Kind("broken off", 39, frozenset()),
    Kind("check", 1, frozenset({200})),
)


class Soak:
    """The clients and what they saw.

    Args:
        port: of the server.
    """

    def __init__(self, port: int) -> None:
        self.port = port
        self.seen: Counter[str] = Counter()
        self.wrong: Counter[str] = Counter()
        self._samples = samples()

    async def batch(self, numbers: Iterator[int]) -> None:
        """Send the requests of these numbers."""
        await asyncio.gather(*(self._client(numbers) for _ in range(CLIENTS)))

    async def _client(self, numbers: Iterator[int]) -> None:
        connection = Connection(self.port)
        for number in numbers:
            kind = _kind(number)
            self.seen[kind.name] += 1
            try:
                await self._send(connection, kind, number)
            except (OSError, EOFError, ValueError) as error:
                self.wrong[f"{kind.name}: {type(error).__name__}"] += 1
                connection.close()
        connection.close()

    async def _send(self, connection: Connection, kind: Kind, number: int) -> None:
        target, accept, sent = self._request(kind.name, number)
        if not kind.statuses:
            await connection.leave(target)
            return
        status, body = await connection.ask(target, accept, sent)
        if status not in kind.statuses or (status == 200 and not body):
            self.wrong[f"{kind.name}: {status}"] += 1

    def _request(self, kind: str, number: int) -> tuple[str, str, bytes]:
        if kind == "file":
            return f"/{_FILES[number % len(_FILES)]}", "text/html,*/*;q=0.5", b""
        if kind == "thing":
            accept = ("text/turtle", "text/html", "application/ld+json, text/turtle;q=0.5")[
                number % 3
            ]
            return f"/{_THINGS[number % len(_THINGS)]}", accept, b""
        if kind == "mistake":
            return f"/{_FAULTY[number % len(_FAULTY)]}", "*/*", b""
        if kind == "check":
            return "/check", "application/json", _GRAPH
        sample: Sample = self._samples[number % len(self._samples)]
        fresh = "" if kind == "query again" else quote(f"\n#{number}")
        return sample.target("/sparql") + fresh, sample.accept, b""


def _kind(number: int) -> Kind:
    # a step that shares nothing with a thousand: kinds come mixed
    at = number * 619 % 1000
    for kind in KINDS:
        at -= kind.often
        if at < 0:
            return kind
    raise AssertionError(number)


def main(count: int = REQUESTS) -> None:
    """Send `count` requests; print a row after each step."""
    with tempfile.TemporaryDirectory(prefix="kyodo-lod-soak-") as name:
        room = Path(name)
        with running(servers()[0], room / "data.nt", DIST, room / "server") as (endpoint, process):
            soak = Soak(endpoint.port)
            print(
                "| requests | server RSS | PSS | its processes | PSS of these | open files | requests/s |"
            )
            print("|---|---|---|---|---|---|---|")
            print(_row(0, process.pid, None), flush=True)
            for start in range(0, count, STEP):
                begun = time.perf_counter()
                asyncio.run(soak.batch(iter(range(start, min(start + STEP, count)))))
                took = time.perf_counter() - begun
                print(_row(min(start + STEP, count), process.pid, STEP / took), flush=True)
            time.sleep(20)
            print(_row(count, process.pid, None), "20 s later")
            print("\nof a kind:", ", ".join(f"{n:,} {kind}" for kind, n in soak.seen.items()))
            print("not as it should be:", dict(soak.wrong) or "none")


def _row(done: int, pid: int, rate: float | None) -> str:
    others = [each for each in tree(pid) if each != pid]
    files = 0
    with contextlib.suppress(OSError):
        files = len(list(Path(f"/proc/{pid}/fd").iterdir()))
    cells = [
        f"{done:,}", _mib(rss(pid)), _mib(pss(pid)), str(len(others)), _mib(sum(map(pss, others))),
        str(files), "" if rate is None else f"{rate:,.0f}",
    ]  # fmt: skip
    return "| " + " | ".join(cells) + " |"


def _mib(size: int) -> str:
    return f"{size / MIB:,.0f} MiB"


if __name__ == "__main__":
    main(*map(int, sys.argv[1:]))
