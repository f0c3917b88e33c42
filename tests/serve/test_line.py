"""Places are given client by client, and nobody is forgotten."""

import asyncio

import pytest

from kyodo_lod.serve.line import BusyError, Line


async def _settled() -> None:
    for _ in range(5):
        await asyncio.sleep(0)


class Visitors:
    """Visitors of a line: who came in, in which order."""

    def __init__(self, line: Line) -> None:
        self.line = line
        self.came: list[str] = []
        self.refused: list[str] = []
        self.leave = asyncio.Event()

    def send(self, client: str, name: str = "") -> asyncio.Task[None]:
        """Send a visit; `name` tells it from the others of its client."""
        return asyncio.create_task(self._visit(client, name or client))

    async def _visit(self, client: str, name: str) -> None:
        try:
            async with self.line.place(client):
                self.came.append(name)
                await self.leave.wait()
        except BusyError:
            self.refused.append(name)


def test_clients_take_turns_whoever_sent_more() -> None:
    async def run() -> list[str]:
        visitors = Visitors(Line(1, 1, 10))
        tasks = [visitors.send("a", f"a{n}") for n in range(4)]
        tasks += [visitors.send("b"), visitors.send("c")]
        await _settled()
        visitors.leave.set()
        await asyncio.gather(*tasks)
        return visitors.came

    assert asyncio.run(run()) == ["a0", "a1", "b", "c", "a2", "a3"]


def test_a_client_holds_no_more_than_its_share() -> None:
    async def run() -> tuple[list[str], int]:
        visitors = Visitors(Line(3, 2, 10))
        tasks = [visitors.send("a", f"a{n}") for n in range(4)] + [visitors.send("b")]
        await _settled()
        came, waiting = list(visitors.came), visitors.line.waiting
        visitors.leave.set()
        await asyncio.gather(*tasks)
        return came, waiting

    assert asyncio.run(run()) == (["a0", "a1", "b"], 2)


def test_a_full_queue_refuses() -> None:
    async def run() -> list[str]:
        visitors = Visitors(Line(1, 1, 2))
        tasks = [visitors.send("a", f"a{n}") for n in range(5)]
        await _settled()
        visitors.leave.set()
        await asyncio.gather(*tasks)
        return visitors.refused

    assert asyncio.run(run()) == ["a3", "a4"]


def test_who_fills_the_queue_gives_way() -> None:
    async def run() -> tuple[list[str], list[str]]:
        visitors = Visitors(Line(1, 1, 3))
        tasks = [visitors.send("a", f"a{n}") for n in range(4)]
        await _settled()
        tasks += [visitors.send("b"), visitors.send("c"), visitors.send("d")]
        await _settled()
        visitors.leave.set()
        await asyncio.gather(*tasks)
        return visitors.came, visitors.refused

    came, refused = asyncio.run(run())
    assert sorted(refused) == ["a2", "a3", "d"]
    assert came == ["a0", "a1", "b", "c"]


def test_zero_is_no_limit_of_one_client() -> None:
    async def run() -> None:
        line = Line(2, 0, 0)
        async with line.place("a"), line.place("a"):
            assert line.running == 2

    asyncio.run(run())


def test_no_place_at_all_is_no_queue() -> None:
    async def run() -> None:
        async with Line(1, 1, 0).place("a"):
            pass

    asyncio.run(run())


@pytest.mark.parametrize("settle", [0, 1, 5])
def test_who_goes_away_leaves_no_gap(settle: int) -> None:
    async def run() -> tuple[list[str], int, int]:
        visitors = Visitors(Line(1, 1, 10))
        first = visitors.send("a", "a0")
        second, third = visitors.send("a", "a1"), visitors.send("b")
        await _settled()
        first.cancel()  # `second` may be let in at this moment
        for _ in range(settle):
            await asyncio.sleep(0)
        second.cancel()
        visitors.leave.set()
        await asyncio.gather(first, second, third, return_exceptions=True)
        return visitors.came, visitors.line.running, visitors.line.waiting

    came, running, waiting = asyncio.run(run())
    assert (came[0], came[-1], running, waiting) == ("a0", "b", 0, 0)
