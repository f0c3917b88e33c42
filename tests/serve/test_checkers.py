"""serve/checkers.py: processes bounded in number, time and output, and gone when they are done."""

import asyncio
import os
from collections.abc import Awaitable, Coroutine
from dataclasses import replace
from pathlib import Path
from typing import Any, TypeVar

import pytest
from conftest import KORIYAMA, ROOT

from kyodo_lod.serve import checkers as module
from kyodo_lod.serve.checkers import AT_ONCE, IN_HOUSE, OF_ONE, Checkers
from kyodo_lod.serve.limits import LIMITED
from kyodo_lod.serve.refusals import RefusedError
from kyodo_lod.serve.verdict import Answer, Task

T = TypeVar("T")
PLAN = (KORIYAMA / "plan.txt").read_bytes()
TASK = Task(
    "text/plain",
    "municipality=072036&plan=kyodo-2&year=2018",
    "text",
    "en",
    str(ROOT / "dist"),
    "https://example.org/",
    8 * 1024 * 1024,
)
ROOMY = replace(LIMITED, seconds=60, patience=60)
#: takes some seconds to check
LONG = b"".join(
    b"<x:%d> a <https://w3id.org/kyodo-lod/def#PlannedProject> .\n" % number
    for number in range(30_000)
)
TRIPLES = TASK._replace(content_type="text/turtle")


def run(work: Coroutine[Any, Any, T]) -> T:
    return asyncio.run(work)


async def outcome(
    checkers: Checkers, task: Task = TASK, body: bytes = PLAN, client: str = ""
) -> str:
    try:
        return (await checkers.check(task, body, client)).outcome
    except RefusedError as error:
        return error.outcome


def children() -> set[str]:
    """Give the processes that this one has started and that are still there."""
    return set(Path(f"/proc/self/task/{os.getpid()}/children").read_text().split())


def test_a_process_answers() -> None:
    answer = run(Checkers(ROOMY).check(TASK, PLAN))
    told = b"upload.txt: read 76 projects under 7 policies, no violations\n"
    assert answer == Answer(200, "text/plain; charset=utf-8", "ok", True, "0", told, answer.work)
    assert answer.work > 0


def test_when_its_time_is_over_it_is_killed() -> None:
    before = children()
    assert run(outcome(Checkers(replace(ROOMY, seconds=1)), TRIPLES, LONG)) == "time"
    assert children() <= before


def test_a_report_without_end_is_cut() -> None:
    before = children()
    assert run(outcome(Checkers(replace(ROOMY, result=20)))) == "result"
    assert children() <= before


def test_what_takes_too_much_memory_is_told() -> None:
    checkers = Checkers(replace(ROOMY, memory=24 * 1024**2))
    assert run(outcome(checkers, TRIPLES, LONG)) == "memory"


def test_a_fault_of_our_own_is_called_so() -> None:
    assert run(outcome(Checkers(ROOMY), TASK._replace(site=None))) == "failed"  # type: ignore[arg-type]


def test_who_leaves_takes_the_process_along() -> None:
    async def left() -> None:
        task = asyncio.create_task(Checkers(ROOMY).check(TRIPLES, LONG))
        while not children() - before:
            await asyncio.sleep(0.02)
        task.cancel()
        with pytest.raises(asyncio.CancelledError):
            await task

    before = children()
    run(left())
    assert children() <= before


async def _most_at_once(work: Awaitable[T]) -> tuple[T, int]:
    """Give what comes of some work, and how many processes ran at once meanwhile."""
    before, most = children(), 0

    async def watch() -> None:
        nonlocal most
        while True:
            most = max(most, len(children() - before))
            await asyncio.sleep(0.01)

    watching = asyncio.create_task(watch())
    found = await work
    watching.cancel()
    return found, most


def test_a_few_run_a_few_wait_and_the_others_are_sent_away(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    async def crowd() -> tuple[list[str], int]:
        checkers = Checkers(ROOMY)
        work = (outcome(checkers, client=str(number)) for number in range(room + 3))
        return await _most_at_once(asyncio.gather(*work))

    monkeypatch.setattr(module, "IN_HOUSE", room := AT_ONCE + 2)
    found, most = run(crowd())
    assert sorted(found) == ["busy"] * 3 + ["ok"] * room
    assert most == AT_ONCE
    assert room < IN_HOUSE


def test_those_of_one_client_run_one_by_one_and_leave_room() -> None:
    async def crowd() -> tuple[list[str], int]:
        checkers = Checkers(ROOMY)
        work = (outcome(checkers, client="a") for _ in range(OF_ONE + 1))
        return await _most_at_once(asyncio.gather(*work))

    found, most = run(crowd())
    assert sorted(found) == ["busy"] + ["ok"] * OF_ONE
    assert most == 1


def test_nobody_waits_for_ever() -> None:
    async def impatient() -> list[str]:
        checkers = Checkers(replace(ROOMY, seconds=3, patience=0))
        work = (outcome(checkers, TRIPLES, LONG, client) for client in "abc")
        return list(await asyncio.gather(*work))

    assert run(impatient()).count("busy") == 1


def test_room_is_free_again_after_a_failure() -> None:
    async def repeated() -> list[str]:
        checkers = Checkers(replace(ROOMY, result=20))
        return [await outcome(checkers) for _ in range(AT_ONCE + 1)]

    assert set(run(repeated())) == {"result"}
