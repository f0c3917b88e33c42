"""Which address is answered by what."""

import json
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import UTC, datetime

from kyodo_lod.serve.check import PATHS, body_limit
from kyodo_lod.serve.limits import ServeLimits
from kyodo_lod.serve.message import TEXT, Reply, Request
from kyodo_lod.serve.refusals import RefusedError, refused
from kyodo_lod.serve.resources import answer
from kyodo_lod.serve.sample import PATH as SAMPLE
from kyodo_lod.serve.serving import Serving

READ = ("GET", "HEAD", "OPTIONS")
ANSWER = ("GET", "HEAD", "POST", "OPTIONS")


async def _refused(_: Serving, request: Request, why: RefusedError) -> Reply:
    return refused(request, why)


@dataclass(frozen=True, slots=True)
class Route:
    """An address.

    Args:
        name: in the journal.
        answer: gives the reply to a request of one of `methods`, but for OPTIONS.
        methods: that it knows.
        limit: gives the bytes that a body may have; None where none is read.
        works: for so long that the client may leave meanwhile; then the work is cancelled.
        refused: gives the reply to a request whose body was not read.
    """

    name: str
    answer: Callable[[Serving, Request], Awaitable[Reply]]
    methods: tuple[str, ...] = READ
    limit: Callable[[ServeLimits], int] | None = None
    works: bool = False
    refused: Callable[[Serving, Request, RefusedError], Awaitable[Reply]] = _refused


async def _health(serving: Serving, _: Request) -> Reply:
    """Tell whether queries can be answered, for whoever watches the server."""
    ready = serving.is_ready()
    modified = datetime.fromtimestamp(serving.release.modified, UTC).isoformat()
    said = {"status": "ok" if ready else "starting", "modified": modified} | serving.health()
    return Reply(
        200 if ready else 503,
        f"{json.dumps(said, indent=1)}\n".encode(),
        "application/json",
        {"Cache-Control": "no-store"},
        outcome="ok" if ready else "starting",
    )


async def _check(serving: Serving, request: Request) -> Reply:
    return await serving.check.answer(request)


async def _sample(serving: Serving, request: Request) -> Reply:
    return await serving.check.sample(request)


async def _unchecked(serving: Serving, request: Request, why: RefusedError) -> Reply:
    return serving.check.unread(request, why)


async def _sparql(serving: Serving, request: Request) -> Reply:
    return await serving.sparql.answer(request)


def _query_limit(limits: ServeLimits) -> int:
    """Give the bytes that a POST may have: in a form a letter of the query takes up to three."""
    return 3 * limits.query


async def _resource(serving: Serving, request: Request) -> Reply:
    """Answer with a file, lead on from an IRI, or say helpfully that nothing is there."""
    return answer(request, serving.release)


#: whatever has no address of its own
OTHER = Route("file", _resource)


def table(prefix: str) -> dict[str, Route]:
    """Give the addresses that are no file's.

    Args:
        prefix: of a proxy, such as `/lod`.
    """

    async def robots(_: Serving, __: Request) -> Reply:
        """Ask robots to leave alone what costs work and shows them nothing that the files do not."""
        text = f"User-agent: *\nDisallow: {prefix}/sparql?\nDisallow: {prefix}/check\n"
        return Reply(200, text.encode(), TEXT)

    check = Route("check", _check, ANSWER, body_limit, works=True, refused=_unchecked)
    return {
        "health": Route("health", _health),
        "robots.txt": Route("robots", robots),
        "sparql": Route("sparql", _sparql, ANSWER, _query_limit, works=True),
        SAMPLE: Route("sample", _sample),
        **dict.fromkeys(PATHS, check),
    }
