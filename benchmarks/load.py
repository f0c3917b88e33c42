"""Many clients at once: by `wrk` where it is installed, else by a small client of our own."""

import asyncio
import itertools
import json
import re
import shutil
import subprocess
import tempfile
import time
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import quote

from connection import Connection
from samples import GRAPH, Sample

HERE = Path(__file__).resolve().parent
_HEAD = re.compile(rb'^(.{0,600}?)"bindings"', re.DOTALL)
#: a graph is written anew for each answer; its size may differ by the names of blank nodes
_TOLERANCE = 0.98
#: seconds that are waited at the end for answers that are due
_GRACE = 1
#: stands in a query that no cache may know; `wrk` puts a number there
FRESH = quote("\n#") + "@@"


@dataclass(frozen=True, slots=True)
class Endpoint:
    """Where a server answers.

    Args:
        port: on this machine.
        path: of queries.
        more: parameters that stand before `query`.
        fresh: whether every query is to be a new one to it.
    """

    port: int
    path: str
    more: str = ""
    fresh: bool = False

    def target(self, sample: Sample) -> str:
        """Give the target of a request."""
        return sample.target(self.path, self.more) + (FRESH if self.fresh else "")


@dataclass(slots=True)
class Measured:
    """What a number of clients saw.

    Args:
        answered: requests, whatever the answer.
        seconds: that it took.
        waits: of each request, in seconds, shortest first.
        p50: what half of the requests waited at most; here from `waits`, else from `wrk`.
        p99: likewise, of all but one in a hundred.
        failed: answers that are no 200.
        short: answers of 200 with less in them than the right one.
        cut: requests without an answer in time, or whose connection broke.
        own_cpu: seconds of CPU that the clients took themselves.
    """

    answered: int = 0
    seconds: float = 0
    waits: list[float] = field(default_factory=list)
    p50: float | None = None
    p99: float | None = None
    failed: int = 0
    short: int = 0
    cut: int = 0
    own_cpu: float = 0

    def ranked(self) -> None:
        """Take `p50` and `p99` from the waits."""
        self.waits.sort()
        if self.waits:
            last = len(self.waits) - 1
            self.p50, self.p99 = (self.waits[round(last * share)] for share in (0.5, 0.99))


def generator() -> str:
    """Say what makes the load."""
    if not shutil.which("wrk"):
        return "a client in Python"
    said = subprocess.run(["wrk", "-v"], capture_output=True, text=True, check=False)  # noqa: S607
    return " ".join((said.stdout + said.stderr).split()[:2])


def load(
    endpoint: Endpoint, answers: Mapping[Sample, bytes], clients: int, seconds: float
) -> Measured:
    """Let `clients` ask in turn what `answers` holds, each as soon as it has its answer."""
    if shutil.which("wrk"):
        return _wrk(endpoint, answers, clients, seconds)
    begun = time.process_time()
    measured = asyncio.run(crowd(endpoint, answers, [None] * clients, seconds))
    measured.own_cpu = time.process_time() - begun
    return measured


def _wrk(
    endpoint: Endpoint, answers: Mapping[Sample, bytes], clients: int, seconds: float
) -> Measured:
    with tempfile.NamedTemporaryFile("w", suffix=".tsv") as plan:
        plan.writelines(
            f"{endpoint.target(sample)}\t{sample.accept}\t{_shortest(sample, body)}\t{_key(body)}\n"
            for sample, body in answers.items()
        )
        plan.flush()
        command = [
            "wrk", "-t", "1", "-c", str(clients), "-d", f"{seconds:.0f}s", "--timeout", "60s",
            "-s", str(HERE / "samples.lua"), f"http://127.0.0.1:{endpoint.port}/", "--", plan.name,
        ]  # fmt: skip
        begun = _children_cpu()
        ran = subprocess.run(command, capture_output=True, text=True, check=True)
    found = json.loads(ran.stdout.partition("JSON")[2].splitlines()[0])
    if not found["answered"]:
        del found["p50"], found["p99"]
    return Measured(**found, own_cpu=_children_cpu() - begun)


def _children_cpu() -> float:
    import resource

    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def _shortest(sample: Sample, body: bytes) -> int:
    return int(len(body) * _TOLERANCE) if sample.accept == GRAPH else len(body)


def _key(body: bytes) -> str:
    found = _HEAD.match(body)
    return re.sub(r"\s", "", found[1].decode()) if found else "graph"


async def crowd(
    endpoint: Endpoint,
    answers: Mapping[Sample, bytes],
    sources: Sequence[str | None],
    seconds: float,
    pause: float = 0,
) -> Measured:
    """Let a client at each source address ask in turn; who has no answer soon after the end waited till then."""
    measured = Measured()
    numbers = itertools.count()
    begun = time.perf_counter()
    until = begun + seconds
    await asyncio.gather(
        *(
            _client(endpoint, list(answers.items()), source, until, pause, numbers, measured)
            for source in sources
        )
    )
    measured.seconds = time.perf_counter() - begun
    measured.ranked()
    return measured


async def _client(
    endpoint: Endpoint,
    answers: Sequence[tuple[Sample, bytes]],
    source: str | None,
    until: float,
    pause: float,
    numbers: Iterator[int],
    measured: Measured,
) -> None:
    connection = Connection(endpoint.port, source)
    while (now := time.perf_counter()) < until:
        number = next(numbers)
        sample, right = answers[number % len(answers)]
        target = endpoint.target(sample).replace("@@", str(number))
        try:
            async with asyncio.timeout(until - now + _GRACE):
                status, body = await connection.ask(target, sample.accept)
        except TimeoutError:
            measured.cut += 1
            measured.waits.append(time.perf_counter() - now)
            break
        except (OSError, ValueError, asyncio.IncompleteReadError):
            measured.cut += 1
            connection.close()
            await asyncio.sleep(0.05)
            continue
        measured.waits.append(time.perf_counter() - now)
        measured.answered += 1
        measured.failed += status != 200
        measured.short += status == 200 and len(body) < _shortest(sample, right)
        await asyncio.sleep(pause)
    connection.close()


async def once(endpoint: Endpoint, sample: Sample, patience: float) -> tuple[int, bytes]:
    """Ask on a connection of its own, waiting `patience` seconds. Raises TimeoutError."""
    connection = Connection(endpoint.port)
    try:
        async with asyncio.timeout(patience):
            return await connection.ask(endpoint.target(sample), sample.accept)
    finally:
        connection.close()
