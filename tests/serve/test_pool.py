"""Whatever happens to one query or one process, the others are answered, each rightly."""

import asyncio
import os
import random
import signal
from collections.abc import Awaitable, Callable
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from typing import TypeVar

import pytest
from serve.hostile import ENDLESS, HOSTILE
from serve.stores import large_store, small_store

from kyodo_lod.errors import KyodoError
from kyodo_lod.serve.job import Fate, Job
from kyodo_lod.serve.limits import ServeLimits
from kyodo_lod.serve.line import BusyError
from kyodo_lod.serve.pool import Pool

T = TypeVar("T")
MIB = 1024 * 1024
#: one of each kind; test_process.py has them all
ATTACK = ("cross", "cross-sorted", "paths", "doubling", "not", "union", "brackets", "service")
LIMITS = ServeLimits(seconds=30, result=MIB, memory=96 * MIB, patience=30)


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return large_store(tmp_path_factory.mktemp("large") / "store")


def with_pool(
    store: Path, size: int, work: Callable[[Pool], Awaitable[T]], limits: ServeLimits = LIMITS
) -> T:
    async def run() -> T:
        pool = await Pool.start(store, limits, size)
        try:
            return await work(pool)
        finally:
            await pool.close()

    return asyncio.run(run())


def numbered(n: int) -> Job:
    return Job(f"SELECT ({n} AS ?n) {{}}", table="csv")


def answered(n: int) -> bytes:
    return f"n\r\n{n}\r\n".encode()


def processes() -> list[int]:
    """Give the processes of this one that answer queries."""
    own = Path(f"/proc/self/task/{os.getpid()}/children").read_text(encoding="ascii")
    found = []
    for pid in map(int, own.split()):
        with suppress(OSError):
            if b"kyodo_lod.serve.worker" in Path(f"/proc/{pid}/cmdline").read_bytes():
                found.append(pid)
    return found


async def until(condition: Callable[[], bool]) -> None:
    async with asyncio.timeout(300):
        while not condition():
            await asyncio.sleep(0.01)


def test_a_store_that_cannot_be_opened_is_told(tmp_path: Path) -> None:
    with pytest.raises(KyodoError) as caught:
        asyncio.run(Pool.start(tmp_path / "none", LIMITS, 1))
    assert "cannot be opened" in caught.value.message.en


def test_each_gets_its_own_answer(store: Path) -> None:
    async def work(pool: Pool) -> list[bytes]:
        outcomes = await asyncio.gather(
            *(pool.run(numbered(n), f"client {n % 7}") for n in range(60))
        )
        return [outcome.body for outcome in outcomes]

    assert with_pool(store, 2, work) == [answered(n) for n in range(60)]


def test_nothing_is_left_behind(store: Path) -> None:
    async def work(pool: Pool) -> None:
        await until(lambda: len(pool._fit()) == 2)
        assert len(processes()) == 2

    with_pool(store, 1, work)
    assert processes() == []


def test_a_neighbour_is_answered_beside_a_runaway(store: Path) -> None:
    async def work(pool: Pool) -> tuple[list[Fate], list[Fate]]:
        runaways = [asyncio.create_task(pool.run(Job(ENDLESS), "bad")) for _ in range(2)]
        neighbours = [(await pool.run(numbered(n), "good")).fate for n in range(20)]
        return neighbours, [(await runaway).fate for runaway in runaways]

    limits = replace(LIMITS, seconds=2, per_client=1)
    neighbours, runaways = with_pool(store, 2, work, limits)
    assert set(neighbours) == {Fate.ANSWERED}
    assert set(runaways) == {Fate.SLOW}


def test_hostile_queries_have_their_fate_and_neighbours_their_answers(store: Path) -> None:
    async def hostile(pool: Pool, name: str) -> tuple[str, Fate]:
        text, _ = HOSTILE[name]
        return name, (await pool.run(Job(text), "bad")).fate

    async def work(pool: Pool) -> tuple[dict[str, Fate], list[bytes]]:
        attack = asyncio.gather(*(hostile(pool, name) for name in ATTACK))
        bodies = []
        while not attack.done():
            bodies.append((await pool.run(numbered(len(bodies)), "good")).body)
        return dict(await attack), bodies

    limits = replace(LIMITS, seconds=2, per_client=1, patience=600)
    fates, bodies = with_pool(store, 2, work, limits)
    assert bodies == [answered(n) for n in range(len(bodies))]
    for name in ATTACK:  # a slow machine comes to the limit of time first
        assert fates[name] in (HOSTILE[name][1], Fate.SLOW), name


def test_a_killed_process_is_replaced_also_when_idle(store: Path) -> None:
    async def work(pool: Pool) -> bytes:
        await until(lambda: len(pool._fit()) == 2)
        for pid in processes():
            os.kill(pid, signal.SIGKILL)
        await until(lambda: pool.counters["started"] == 4)
        return (await pool.run(numbered(1), "a")).body

    assert with_pool(store, 1, work) == answered(1)


def test_a_process_that_died_unseen_costs_nobody_an_answer(store: Path) -> None:
    async def work(pool: Pool) -> list[bytes]:
        bodies = []
        for n in range(6):
            await until(lambda: pool.counters["started"] >= 2 + len(bodies))
            await until(lambda: len(pool._fit()) == 2)
            os.kill(processes()[n % 2], signal.SIGKILL)
            bodies.append((await pool.run(numbered(n), "a")).body)
        return bodies

    assert with_pool(store, 1, work) == [answered(n) for n in range(6)]


def test_processes_killed_at_random_lose_no_answer_and_spoil_none(store: Path) -> None:
    dice = random.Random(7)  # noqa: S311 - nothing is secret

    async def killer() -> None:
        for _ in range(8):
            await asyncio.sleep(dice.uniform(0.05, 0.3))
            if found := processes():
                os.kill(dice.choice(found), signal.SIGKILL)

    async def client(pool: Pool, name: str, task: asyncio.Task[None]) -> list[Fate]:
        fates, n = [], 0
        while not task.done() or n < 10:
            n += 1
            outcome = await pool.run(numbered(n), name)
            assert outcome.body == (answered(n) if outcome.fate == Fate.ANSWERED else b"")
            fates.append(outcome.fate)
        return fates

    async def work(pool: Pool) -> set[Fate]:
        task = asyncio.create_task(killer())
        fates = await asyncio.gather(*(client(pool, f"client {n}", task) for n in range(4)))
        return {fate for each in fates for fate in each}

    assert Fate.ANSWERED in with_pool(store, 2, work) <= {Fate.ANSWERED, Fate.LOST}


def test_who_goes_away_ends_the_work_and_pays_for_it(store: Path) -> None:
    charged: list[float] = []

    async def work(pool: Pool) -> bytes:
        task = asyncio.create_task(pool.run(Job(ENDLESS), "a", charged.append))
        await asyncio.sleep(0.3)
        task.cancel()
        with pytest.raises(asyncio.CancelledError):
            await task
        assert pool.counters["running"] == 0
        return (await pool.run(numbered(1), "a", charged.append)).body

    assert with_pool(store, 1, work) == answered(1)
    gone, quick = charged
    assert gone > 0.3 > quick


def test_who_waits_too_long_is_told_to_come_back(store: Path) -> None:
    async def work(pool: Pool) -> tuple[int, int]:
        runaway = asyncio.create_task(pool.run(Job(ENDLESS), "a"))
        await asyncio.sleep(0.1)
        with pytest.raises(BusyError) as caught:
            await pool.run(numbered(1), "b")
        assert (await runaway).fate == Fate.SLOW
        return caught.value.seconds, caught.value.own

    assert with_pool(store, 1, work, replace(LIMITS, seconds=3, patience=1)) == (1, 0)


def test_who_waited_for_itself_alone_is_told_so(store: Path) -> None:
    async def work(pool: Pool) -> list[int]:
        await until(lambda: len(pool._fit()) == 5)
        runaways = [asyncio.create_task(pool.run(Job(ENDLESS), client)) for client in "aabb"]
        await asyncio.sleep(0.1)
        owns = []
        for client in "ac":
            with pytest.raises(BusyError) as caught:
                await pool.run(numbered(1), client)
            owns.append(caught.value.own)
        await asyncio.gather(*runaways)
        return owns

    limits = replace(LIMITS, seconds=4, patience=1, per_client=2)
    assert with_pool(store, 4, work, limits) == [2, 0]


def test_none_is_idle_beyond_those_that_run_at_once(store: Path) -> None:
    async def work(pool: Pool) -> list[tuple[int, int]]:
        await until(lambda: len(pool._fit()) == 3)
        told = [(pool.counters["running"], pool.counters["idle"])]
        runaway = asyncio.create_task(pool.run(Job(ENDLESS), "a"))
        await until(lambda: pool.counters["running"] == 1)
        told.append((pool.counters["running"], pool.counters["idle"]))
        await runaway
        return told

    assert with_pool(store, 2, work, replace(LIMITS, seconds=1)) == [(0, 2), (1, 1)]


def test_a_full_queue_is_told_at_once(store: Path) -> None:
    async def work(pool: Pool) -> list[object]:
        runaway = asyncio.create_task(pool.run(Job(ENDLESS), "a"))
        await asyncio.sleep(0.1)
        results = await asyncio.gather(
            *(pool.run(numbered(n), "b") for n in range(3)), return_exceptions=True
        )
        await runaway
        return list(results)

    results = with_pool(store, 1, work, replace(LIMITS, seconds=1, waiting=1))
    assert [isinstance(each, BusyError) for each in results] == [False, True, True]


def test_what_runs_and_waits_is_finished_before_closing(store: Path) -> None:
    async def run() -> list[bytes]:
        pool = await Pool.start(store, LIMITS, 1)
        some = "{ SELECT * { ?d ?e ?f } LIMIT 50 }"
        text = f"SELECT (COUNT(*) AS ?n) {{ ?a ?b ?c . {some} FILTER(STR(?c) != ?f) }}"
        tasks = [asyncio.create_task(pool.run(Job(text, table="csv"), f"{n}")) for n in range(3)]
        await asyncio.sleep(0)
        await pool.close()
        return [(await task).body for task in tasks]

    assert asyncio.run(run()) == [b"n\r\n149950\r\n"] * 3


def test_a_closed_pool_answers_nobody(store: Path) -> None:
    async def run() -> None:
        pool = await Pool.start(store, LIMITS, 1)
        await pool.close()
        with pytest.raises(BusyError):
            await pool.run(numbered(1), "a")

    asyncio.run(run())


def test_a_store_that_is_gone_keeps_nobody_waiting_for_ever(tmp_path: Path) -> None:
    folder = small_store(tmp_path / "store")

    async def work(pool: Pool) -> None:
        await until(lambda: len(pool._fit()) == 2)
        folder.rename(tmp_path / "elsewhere")
        for pid in processes():
            os.kill(pid, signal.SIGKILL)
        await until(lambda: pool.counters["idle"] == 0)
        with pytest.raises(BusyError):
            await pool.run(numbered(1), "a")
        (tmp_path / "elsewhere").rename(folder)
        await until(lambda: pool.counters["idle"] > 0)
        assert (await pool.run(numbered(1), "a")).body == answered(1)

    with_pool(folder, 1, work, replace(LIMITS, patience=1))


def test_what_becomes_of_queries_is_counted(store: Path) -> None:
    async def work(pool: Pool) -> list[int]:
        for text in ("ASK {}", "ASK {}", "ASK"):
            await pool.run(Job(text), "a")
        return [pool.counters[each] for each in (Fate.ANSWERED, Fate.REFUSED, "running", "size")]

    assert with_pool(store, 1, work) == [2, 1, 0, 1]
