"""Endpoints compared: `make bench-endpoint` prints a table of throughput, waits, errors and memory.

Every endpoint holds the same triples and is asked the sample queries that all of them answer alike
(what one does not is named), by 1, 16 and 200 clients; then sixteen clients go on asking for ten
names while another one sends a cross join. One endpoint runs at a time.
"""

import asyncio
import sys
import tempfile
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from load import Endpoint, Measured, generator, load, once
from memory import MIB, Watch, whole
from neighbours import HEAD, neighbours, span
from samples import Sample, difference, expected, samples, write_data
from servers import LIMIT, Server, running, servers, versions

DIST = Path(__file__).resolve().parents[1] / "dist"
CLIENTS = (1, 16, 200)
#: seconds of each measurement
LOAD = 6


@dataclass(frozen=True)
class Bench:
    """What is measured with: the data in a file, the folder that was published, room for servers."""

    data: Path
    dist: Path
    room: Path

    @contextmanager
    def running(self, server: Server) -> Iterator[tuple[Endpoint, int]]:
        """Run a server; give its endpoint and process."""
        folder = self.room / f"{time.monotonic_ns()}"
        with running(server, self.data, self.dist, folder) as (endpoint, process):
            yield endpoint, process.pid


def main() -> None:
    """Check, measure, print."""
    with tempfile.TemporaryDirectory(prefix="kyodo-lod-bench-") as name:
        bench = Bench(Path(name) / "data.nt", DIST, Path(name))
        triples = write_data(DIST, bench.data)
        asked = samples()
        print(f"{versions()}; {triples:,} triples; load by {generator()}\n", flush=True)
        present = [each for each in servers() if not each.lack and _is_chosen(each)]
        for each in servers():
            if each.lack:
                print(f"{each.name} is left out: {each.lack}\n")
        mix = _alike(bench, present, asked)
        print(
            "| endpoint | clients | answers/s | p50 | p99 | no 200 | short | cut | client's CPU |"
        )
        print("|---|---|---|---|---|---|---|---|---|")
        rest = [(each, *_measure(bench, each, mix)) for each in present]
        print("\n| endpoint | memory idle | under load | with a cross join |\n|---|---|---|---|")
        for server, memory, _ in rest:
            print(f"| {server.name} | " + " | ".join(memory) + " |")
        print(f"\n{HEAD}")
        for server, _, row in rest:
            print(f"| {server.name} | " + " | ".join(row) + " |")


def _is_chosen(server: Server) -> bool:
    return not sys.argv[1:] or any(word in server.name for word in sys.argv[1:])


def _alike(bench: Bench, present: list[Server], asked: list[Sample]) -> list[Sample]:
    """Give the queries that all answer rightly; print which one does not, and how."""
    right = expected(bench.data, asked)
    unfit = set()
    for server in present:
        if server.endpoint(0).fresh:
            continue  # it is the one before
        wrong = _differences(bench, server, asked, right)
        unfit |= set(wrong)
        said = "; ".join(f"{name}: {why}" for name, why in wrong.items()) or "none"
        print(
            f"- {server.name}: {len(asked) - len(wrong)} of {len(asked)} queries right. Not: {said}"
        )
    mix = [sample for sample in asked if sample.name not in unfit]
    print(f"\n{len(mix)} queries are asked of all.\n", flush=True)
    return mix


def _differences(
    bench: Bench, server: Server, asked: list[Sample], right: Mapping[str, bytes]
) -> dict[str, str]:
    """Ask each once; a server that leaves one without an answer is started anew for the next."""
    wrong: dict[str, str] = {}
    rest = list(asked)
    while rest:
        with bench.running(server) as (endpoint, _):
            while rest:
                sample = rest.pop(0)
                try:
                    status, body = asyncio.run(once(endpoint, sample, LIMIT + 1))
                except TimeoutError:
                    wrong[sample.name] = f"no answer in {LIMIT + 1} s"
                    break
                if status != 200:
                    wrong[sample.name] = f"{status} {body[:60].decode(errors='replace')}"
                elif why := difference(sample, body, right[sample.name]):
                    wrong[sample.name] = why
    return wrong


def _measure(bench: Bench, server: Server, mix: list[Sample]) -> tuple[list[str], list[str]]:
    """Print the rows of a server's load; give its memory and what its neighbours saw."""
    with bench.running(server) as (endpoint, pid):
        idle = whole(pid)
        answers = {each: asyncio.run(once(endpoint, each, 60))[1] for each in mix}
        load(endpoint, answers, 1, 1)
        with Watch(pid).looking() as under_load:
            for clients in CLIENTS:
                print(
                    _row(server.name, clients, load(endpoint, answers, clients, LOAD)), flush=True
                )
    # anew: it may go on for long with what 200 clients asked
    with bench.running(server) as (endpoint, pid), Watch(pid).looking() as with_join:
        row = asyncio.run(neighbours(endpoint))
    peaks = [
        f"{watch.peak / MIB:,.0f} MiB{' (killed)' if watch.killed else ''}"
        for watch in (under_load, with_join)
    ]
    return [f"{idle / MIB:,.0f} MiB", *peaks], row


def _row(name: str, clients: int, seen: Measured) -> str:
    # with so few answers in the time, most waits had not ended and are not in the figures
    least = "≥ " if 0 < seen.answered < max(2 * clients, 20) else ""
    per_second = seen.answered / seen.seconds
    rate = f"{per_second:,.0f}" if per_second >= 10 else f"{per_second:.1f}"
    share = f"{seen.own_cpu / seen.seconds:.0%}"
    waits = [least + span(seen.p50, LOAD), least + span(seen.p99, LOAD)]
    cells = [name, clients, rate, *waits, seen.failed, seen.short, seen.cut, share]
    return "| " + " | ".join(map(str, cells)) + " |"


if __name__ == "__main__":
    main()
