"""A long request is read beside the loop: others have their turns, and its client pays for it."""

import asyncio
import time

import pytest

from kyodo_lod.serve.limits import LIMITED
from kyodo_lod.serve.message import Request
from kyodo_lod.serve.reading import Read, Reader, is_long, read
from kyodo_lod.serve.refusals import RefusedError

_FORM = {"content-type": "application/x-www-form-urlencoded"}
_QUERY = {"content-type": "application/sparql-query"}
#: as long as a query may be, and in a form as hard to read as can be
HARD = Request("POST", "sparql", headers=_FORM, body=b"query=" + b"%41" * 1_040_000, client="a")


def posted(text: str) -> Request:
    return Request("POST", "sparql", headers=_QUERY, body=text.encode(), client="a")


@pytest.mark.parametrize(
    ("text", "volatile"),
    [
        ("SELECT (NOW() AS ?n) {}", True), ("select (now() as ?n) {}", True), ("ASK { BIND(StrUuid() AS ?x) }", True),
        ("ASK { FILTER(RAND()>0.5) }", True), ("CONSTRUCT{?a ?b ?c}{BIND(BNODE() AS ?a)}", True), ("BIND(UUID(", True),
        ("ASK { ?known ?brand ?nowhere }", False), ("ASK {} # uuids", False), ("ASK {}", False), ("_NOW1", True),
    ],
)  # fmt: skip
def test_an_answer_that_changes_by_itself_is_told(text: str, volatile: bool) -> None:
    found = read(posted(text), LIMITED)
    assert found is not None
    assert found.is_volatile is volatile


def test_what_is_short_is_read_at_once() -> None:
    assert not is_long(posted("ASK {}"))
    assert is_long(HARD)


def test_the_loop_turns_while_a_long_request_is_read() -> None:
    gaps: list[float] = []
    paid: list[float] = []

    async def tick() -> None:
        while True:
            before = time.perf_counter()
            await asyncio.sleep(0.001)
            gaps.append(time.perf_counter() - before)

    async def run() -> Read | None:
        ticking = asyncio.create_task(tick())
        found = await Reader(LIMITED).read(HARD, paid.append)
        ticking.cancel()
        return found

    began = time.perf_counter()
    found = asyncio.run(run())
    took = time.perf_counter() - began
    assert found is not None
    assert found.asked.text == "A" * 1_040_000
    assert len(gaps) > 5
    assert sorted(gaps)[len(gaps) // 2] < took / 5
    assert 0 < paid[0] <= took


def test_what_is_refused_is_refused_there_too_and_paid() -> None:
    paid: list[float] = []
    faulty = Request("POST", "sparql", headers=_FORM, body=b"query=%ff" + b"x" * 20_000)
    with pytest.raises(RefusedError):
        asyncio.run(Reader(LIMITED).read(faulty, paid.append))
    assert len(paid) == 1


def test_long_requests_of_a_client_do_not_keep_another_back() -> None:
    order: list[str] = []

    async def one(reader: Reader, client: str) -> None:
        request = Request("POST", "sparql", headers=_QUERY, body=b"#" * 20_000, client=client)
        await reader.read(request, lambda _: order.append(client))

    async def run() -> None:
        reader = Reader(LIMITED)
        await asyncio.gather(*(one(reader, client) for client in [*"aaaaaaaa", "b"]))

    asyncio.run(run())
    assert order.index("b") <= 2
