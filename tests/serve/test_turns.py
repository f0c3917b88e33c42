"""Of what one client wants, one thing is done in a turn of the loop; another client waits for one at most."""

import asyncio
from collections.abc import Callable
from functools import partial

from kyodo_lod.serve.turns import Turns


def turned(count: int, begin: Callable[[Turns, Callable[[str], None]], None]) -> list[list[str]]:
    """Give what was done in each of some turns of the loop."""
    done: list[list[str]] = [[]]

    async def run() -> None:
        begin(Turns(), lambda what: done[-1].append(what))
        for _ in range(count):
            done.append([])
            await asyncio.sleep(0)

    asyncio.run(run())
    return [each for each in done if each]


def test_one_client_has_one_thing_done_a_turn_in_order() -> None:
    def begin(turns: Turns, do: Callable[[str], None]) -> None:
        for number in range(4):
            turns.take("a", partial(do, f"a{number}"))

    assert turned(6, begin) == [["a0"], ["a1"], ["a2"], ["a3"]]


def test_another_client_does_not_wait_behind_it() -> None:
    def begin(turns: Turns, do: Callable[[str], None]) -> None:
        for number in range(50):
            turns.take("a", partial(do, f"a{number}"))
        for number in range(2):
            turns.take("b", partial(do, f"b{number}"))

    assert turned(3, begin)[:2] == [["a0", "b0"], ["a1", "b1"]]


def test_a_thing_that_brings_another_has_it_done_in_the_next_turn() -> None:
    def begin(turns: Turns, do: Callable[[str], None]) -> None:
        def again(number: int) -> None:
            do(f"a{number}")
            turns.take("a", partial(again, number + 1))

        turns.take("a", partial(again, 0))

    assert turned(3, begin)[:3] == [["a0"], ["a1"], ["a2"]]


def test_a_task_waits_for_its_turn() -> None:
    order: list[str] = []

    async def one(turns: Turns, client: str, name: str) -> None:
        await turns.mine(client)
        order.append(name)

    async def run() -> None:
        turns = Turns()
        names = [("a", f"a{n}") for n in range(20)] + [("b", "b")]
        async with asyncio.TaskGroup() as group:
            for client, name in names:
                group.create_task(one(turns, client, name))

    asyncio.run(run())
    assert order.index("b") <= 1
    assert [name for name in order if name != "b"] == [f"a{n}" for n in range(20)]


def test_who_has_gone_while_waiting_keeps_nobody() -> None:
    async def run() -> None:
        turns = Turns()
        first, gone = (asyncio.create_task(turns.mine("a")) for _ in range(2))
        await first
        gone.cancel()
        async with asyncio.timeout(5):
            await asyncio.gather(*(turns.mine("a") for _ in range(3)))
        assert gone.cancelled()

    asyncio.run(run())
