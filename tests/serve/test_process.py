"""A process answers, and whatever ends it is told by name."""

import asyncio
import os
import signal
from collections.abc import Awaitable, Callable
from dataclasses import replace
from pathlib import Path
from typing import TypeVar

import pytest
from serve.hostile import ENDLESS, HOSTILE
from serve.stores import large_store, small_store

from kyodo_lod.serve.job import Fate, Job, Outcome
from kyodo_lod.serve.limits import ServeLimits
from kyodo_lod.serve.process import StartError, Worker

T = TypeVar("T")
MIB = 1024 * 1024
LIMITS = ServeLimits(seconds=60, result=64 * 1024, memory=96 * MIB)


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
