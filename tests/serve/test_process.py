"""A process answers, and whatever ends it is told by name."""

import asyncio
import os
import signal
from collections.abc import Awaitable, Callable
from dataclasses import replace
from pathlib import Path
from typing import TypeVar

import pytest
from serve.stores import large_store, small_store

from kyodo_lod.serve.job import Fate, Job, Outcome
from kyodo_lod.serve.limits import ServeLimits
from kyodo_lod.serve.process import StartError, Worker

T = TypeVar("T")
MIB = 1024 * 1024
LIMITS = ServeLimits(seconds=60, result=64 * 1024, memory=96 * MIB)
ENDLESS = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }"


def with_worker(
    store: Path, work: Callable[[Worker], Awaitable[T]], limits: ServeLimits = LIMITS
) -> T:
    async def run() -> T:
        worker = await Worker.start(store, limits)
        try:
            return await work(worker)
        finally:
            await worker.kill()

    return asyncio.run(run())


@pytest.fixture(scope="module")
def large(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return large_store(tmp_path_factory.mktemp("large") / "store")


def test_a_folder_that_is_no_store_is_told(tmp_path: Path) -> None:
    with pytest.raises(StartError):
        asyncio.run(Worker.start(tmp_path / "none", LIMITS))


def test_queries_are_answered_one_after_the_other(tmp_path: Path) -> None:
    async def work(worker: Worker) -> list[Outcome]:
        return [await worker.ask(Job(f"SELECT ({n} AS ?n) {{}}", table="csv")) for n in range(3)]

    outcomes = with_worker(small_store(tmp_path / "store"), work)
    assert [outcome.body for outcome in outcomes] == [b"n\r\n0\r\n", b"n\r\n1\r\n", b"n\r\n2\r\n"]
    assert {outcome.fate for outcome in outcomes} == {Fate.ANSWERED}


def test_an_answer_as_large_as_its_limit_comes_whole(large: Path) -> None:
    text = "SELECT ?c { ?a ?b ?c } ORDER BY ?c"
    job = Job(text, table="tsv")

    async def work(worker: Worker) -> Outcome:
        return await worker.ask(job)

    whole = with_worker(large, work)
    assert whole.body.count(b"\n") == 3001
    size = len(whole.body)
    limits = ServeLimits(result=size)
    assert with_worker(large, work, limits).body == whole.body
    assert with_worker(large, work, ServeLimits(result=size - 1)).fate == Fate.LARGE


N = 100_000
HOSTILE = {
    # cartesian explosion
    "cross": (ENDLESS, Fate.SLOW),
    "cross-rows": ("SELECT * { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }", Fate.LARGE),
    "cross-graph": ("CONSTRUCT { ?a ?e ?i } { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }", Fate.LARGE),
    "cross-sorted": ("SELECT * { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i } ORDER BY ?i ?c", Fate.MEMORY),
    # paths
    "paths": ("SELECT (COUNT(*) AS ?n) { ?a (!<x:x>|^!<x:x>)* ?b . ?c (!<x:x>|^!<x:x>)* ?d }", Fate.SLOW),
    # what grows
    "doubling": (
        'SELECT * { BIND("aaaaaaaaaa" AS ?x0) '
        + " ".join(f"BIND(CONCAT(?x{n}, ?x{n}) AS ?x{n + 1})" for n in range(40))
        + " }",
        Fate.MEMORY,
    ),
    "replace": (
        f'SELECT (REPLACE(?z, "", "{"y" * 10_000}") AS ?q) {{ BIND("{"a" * N}" AS ?z) }}',
        Fate.MEMORY,
    ),
    "group-concat": (
        f'SELECT (GROUP_CONCAT(?x) AS ?g) {{ ?a ?b ?c . ?d ?e ?f BIND("{"x" * N}" AS ?x) }}',
        Fate.MEMORY,
    ),
    # texts without end, with brackets and without
    "brackets": ("ASK " + "{" * N + "}" * N, Fate.REFUSED),
    "not": ("ASK { FILTER(" + "!" * N + "true) }", Fate.DEEP),
    "minus": ("ASK { FILTER(" + "- " * N + "1 = 1) }", Fate.REFUSED),
    "union": ("SELECT * { " + " UNION ".join(["{ ?a ?b ?c }"] * N) + " }", Fate.DEEP),
    "path": ("SELECT * { ?a " + "/".join(["<x:x>"] * N) + " ?b }", Fate.DEEP),
    "or": ("SELECT * { ?a ?b ?c FILTER(" + "||".join(["?a = 1"] * N) + ") }", Fate.DEEP),
    # regular expressions that backtrack elsewhere
    "regex": ('ASK { ?a ?b ?c FILTER(REGEX(?c, "^(([a-z])+.)+[A-Z]([a-z])+$")) }', Fate.ANSWERED),
    "values": ("ASK { VALUES ?a { " + "1 " * N + "} }", Fate.ANSWERED),
    "10-MB": ('SELECT * { ?a ?b "' + "x" * 10_000_000 + '" }', Fate.ANSWERED),
    # what would leave this machine, or change it
    "service": ("SELECT * { SERVICE <http://127.0.0.1/> { ?a ?b ?c } }", Fate.REFUSED),
    "from": ("SELECT * FROM <http://127.0.0.1/> { ?a ?b ?c }", Fate.REFUSED),
    "file": ("SELECT * FROM <file:///etc/passwd> { ?a ?b ?c }", Fate.REFUSED),
    "load": ("LOAD <http://127.0.0.1/>", Fate.REFUSED),
    "insert": ("INSERT DATA { <x:x> <x:x> <x:x> }", Fate.REFUSED),
}  # fmt: skip


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_query_has_its_fate(large: Path, name: str) -> None:
    text, fate = HOSTILE[name]
    limits = replace(LIMITS, seconds=1) if fate == Fate.SLOW else LIMITS
    assert with_worker(large, lambda worker: worker.ask(Job(text)), limits).fate == fate


def test_the_limit_of_time_ends_the_process(large: Path) -> None:
    async def work(worker: Worker) -> tuple[Fate, bool]:
        outcome = await worker.ask(Job(ENDLESS))
        await worker.ended()
        return outcome.fate, worker.is_fit

    limits = ServeLimits(seconds=1)
    assert with_worker(large, work, limits) == (Fate.SLOW, False)


def test_a_cancelled_query_ends_the_process(large: Path) -> None:
    async def work(worker: Worker) -> bool:
        task = asyncio.create_task(worker.ask(Job(ENDLESS)))
        await asyncio.sleep(0.1)
        task.cancel()
        with pytest.raises(asyncio.CancelledError):
            await task
        await worker.ended()
        return worker.is_fit

    assert not with_worker(large, work)


@pytest.mark.parametrize(
    ("number", "fate"),
    [
        (signal.SIGKILL, Fate.LOST),
        (signal.SIGABRT, Fate.MEMORY),
        (signal.SIGALRM, Fate.SLOW),
        (signal.SIGSEGV, Fate.DEEP),
    ],
)
def test_the_death_of_a_process_is_told(large: Path, number: signal.Signals, fate: Fate) -> None:
    async def work(worker: Worker) -> Outcome:
        task = asyncio.create_task(worker.ask(Job(ENDLESS)))
        await asyncio.sleep(0.1)
        os.kill(worker.pid, number)
        return await task

    assert with_worker(large, work).fate == fate


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM, signal.SIGHUP])
def test_a_signal_to_all_does_not_break_off_an_answer(
    tmp_path: Path, number: signal.Signals
) -> None:
    async def work(worker: Worker) -> Fate:
        os.kill(worker.pid, number)
        return (await worker.ask(Job("ASK {}"))).fate

    assert with_worker(small_store(tmp_path / "store"), work) == Fate.ANSWERED


def test_a_slow_query_stands_back_and_its_process_is_not_asked_again(large: Path) -> None:
    async def work(worker: Worker) -> tuple[int, Fate, bool]:
        task = asyncio.create_task(worker.ask(Job(ENDLESS)))
        before = os.getpriority(os.PRIO_PROCESS, worker.pid)
        await asyncio.sleep(1.3)
        lowered = os.getpriority(os.PRIO_PROCESS, worker.pid) - before
        return lowered, (await task).fate, worker.is_fit

    lowered, fate, is_fit = with_worker(large, work, ServeLimits(seconds=2))
    assert (lowered > 0, fate, is_fit) == (True, Fate.SLOW, False)
