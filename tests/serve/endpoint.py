"""The endpoint over a store, asked from tests that know nothing of event loops."""

import asyncio
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import urlencode

from kyodo_lod.serve.budget import Budgets
from kyodo_lod.serve.limits import ServeLimits
from kyodo_lod.serve.message import Reply, Request
from kyodo_lod.serve.pool import Pool
from kyodo_lod.serve.protocol import Sparql
from kyodo_lod.serve.release import Release

FORM = "application/x-www-form-urlencoded"
QUERY = "application/sparql-query"
#: when its data were published
MODIFIED = 1_800_000_000
UNLIMITED = ServeLimits(busy=0, errors=0, seconds=60, patience=60)


class Endpoint:
    """The endpoint, which answers requests.

    Args:
        runner: of its event loop.
        sparql: what answers.
        pool: its processes.
    """

    def __init__(self, runner: asyncio.Runner, sparql: Sparql, pool: Pool) -> None:
        self.runner = runner
        self.sparql = sparql
        self.pool = pool

    def send(self, request: Request) -> Reply:
        """Send any request."""
        return self.runner.run(self.sparql.answer(request))

    def get(
        self, text: str | None = None, accept: str | None = None, **parameters: str | list[str]
    ) -> Reply:
        """Ask by GET; `_` in a parameter's name is `-`."""
        return self.send(got(text, accept, **parameters))

    def post(self, body: bytes, media_type: str | None, target: bytes = b"") -> Reply:
        """Ask by POST."""
        headers = {} if media_type is None else {"content-type": media_type}
        return self.send(Request("POST", "sparql", target, headers, body, "test"))


def got(
    text: str | None = None, accept: str | None = None, **parameters: str | list[str]
) -> Request:
    """Give a GET request; `_` in a parameter's name is `-`."""
    given = {name.replace("_", "-"): value for name, value in parameters.items()}
    if text is not None:
        given = {"query": text, **given}
    headers = {} if accept is None else {"accept": accept}
    target = urlencode(given, doseq=True).encode()
    return Request("GET", "sparql", target, headers, client="test")


def _release(store: Path) -> Release:
    """Give the release of a store; without files, for the endpoint sends none."""
    return Release(
        folder=store.parent,
        digest="0" * 64,
        published="",
        home="https://e.jp/",
        modified=MODIFIED,
        graphs=(),
        files={},
        things={},
    )


@contextmanager
def endpoint(store: Path, limits: ServeLimits = UNLIMITED, size: int = 1) -> Iterator[Endpoint]:
    """Run an endpoint over a store."""
    with asyncio.Runner() as runner:
        pool = runner.run(Pool.start(store, limits, size))
        sparql = Sparql(_release(store), pool, limits, Budgets(limits))
        try:
            yield Endpoint(runner, sparql, pool)
        finally:
            runner.run(pool.close())
