"""What becomes of others while one client sends a query that does not end."""

import asyncio
import time

from connection import Connection
from load import Endpoint, Measured, crowd, once
from samples import CROSS_JOIN, SMALL

#: seconds of each part
WARM, BEFORE, DURING = 2, 3, 14
#: seconds between two questions of a neighbour
PAUSE = 0.1


def span(seconds: float | None, most: float) -> str:
    """Write a time; None is one that no answer came in, more than `most` seconds."""
    if seconds is None:
        return f"> {most} s"
    return f"{seconds * 1000:.1f} ms" if seconds < 1 else f"{seconds:.1f} s"


HEAD = f"""16 clients, each asking for ten names {PAUSE} s after its last answer, while another sends the cross join:

| endpoint | before: answers/s | p50 | p99 | during: answers/s | p50 | p99 | errors | what the cross join got |
|---|---|---|---|---|---|---|---|---|"""


async def neighbours(endpoint: Endpoint) -> list[str]:
    """Sixteen ask, then go on asking while one sends a cross join; each from an address of its own."""
    sources = [f"127.0.1.{number}" for number in range(1, 17)]
    _, right = await once(endpoint, SMALL, 30)
    await crowd(endpoint, {SMALL: right}, sources, WARM, PAUSE)
    before = await crowd(endpoint, {SMALL: right}, sources, BEFORE, PAUSE)
    join = asyncio.create_task(_join(endpoint))
    await asyncio.sleep(0.2)
    during = await crowd(endpoint, {SMALL: right}, sources, DURING, PAUSE)
    got = await join
    errors = f"{during.failed} no 200, {during.short} short, {during.cut} cut"
    return [*_waits(before), *_waits(during), errors, got]


def _waits(seen: Measured) -> list[str]:
    return [f"{seen.answered / seen.seconds:,.0f}", span(seen.p50, BEFORE), span(seen.p99, BEFORE)]


async def _join(endpoint: Endpoint) -> str:
    begun = time.perf_counter()
    connection = Connection(endpoint.port, "127.0.2.1")
    try:
        async with asyncio.timeout(DURING + 1):
            status, body = await connection.ask(endpoint.target(CROSS_JOIN), CROSS_JOIN.accept)
    except TimeoutError:
        return f"nothing in {DURING + 1} s"
    except (OSError, EOFError, ValueError) as error:
        return f"{type(error).__name__} after {time.perf_counter() - begun:.1f} s"
    finally:
        connection.close()
    said = " ".join(body[:90].decode(errors="replace").split()).replace("|", "\\|")
    return f"{status} after {time.perf_counter() - begun:.1f} s: {said}"
