"""A release and what answers over it, for as long as a request uses it."""

import asyncio
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass

from kyodo_lod.serve.budget import Budgets
from kyodo_lod.serve.check import Check
from kyodo_lod.serve.checkers import Checkers
from kyodo_lod.serve.limits import ServeLimits
from kyodo_lod.serve.pool import Pool
from kyodo_lod.serve.protocol import Sparql
from kyodo_lod.serve.release import Release


@dataclass(frozen=True, slots=True)
class Lasting:
    """What outlives a release.

    Args:
        limits: of the server.
        processes: that answer queries at once; 0 is as many as suit the machine.
        checkers: the processes that check.
        budgets: what clients have used.
    """

    limits: ServeLimits
    processes: int
    checkers: Checkers
    budgets: Budgets


@dataclass(frozen=True, slots=True)
class Refused:
    """New data that are not taken over.

    Args:
        time: since when, as the journal has it.
        why: one line for whoever watches, which names no folder of this machine.
    """

    time: str
    why: str


class Serving:
    """What is served at one time; a takeover puts another in its place. Made by `open`.

    Args:
        release: the files, the store and what is known of them.
        pool: the processes that answer queries.
        sparql: the endpoint over them.
        check: the page and the API that check.

    `refused` says which newer data are not taken over, as long as there are such.
    """

    def __init__(self, release: Release, pool: Pool, sparql: Sparql, check: Check) -> None:
        self.release = release
        self.sparql = sparql
        self.check = check
        self.refused: Refused | None = None
        self._pool = pool
        self._users = 0
        self._unused = asyncio.Event()
        self._unused.set()

    @classmethod
    async def open(cls, release: Release, lasting: Lasting) -> "Serving":
        """Start what answers over a release.

        Raises:
            KyodoError: where its store cannot be opened.
        """
        pool = await Pool.start(release.store, lasting.limits, lasting.processes or None)
        sparql = Sparql(release, pool, lasting.limits, lasting.budgets)
        check = Check(release.site, release.home, lasting.checkers, lasting.budgets, lasting.limits)
        return cls(release, pool, sparql, check)

    @contextmanager
    def used(self) -> Iterator[None]:
        """Keep it while a request is answered."""
        self._users += 1
        self._unused.clear()
        try:
            yield
        finally:
            self._users -= 1
            if not self._users:
                self._unused.set()

    async def unused(self) -> None:
        """Return when no request uses it."""
        await self._unused.wait()

    def is_ready(self) -> bool:
        """Tell whether a process is there that can answer a query, or is just answering one."""
        counted = self._pool.counters
        return counted["idle"] + counted["running"] > 0

    def health(self) -> dict[str, object]:
        """Give what /health says of it."""
        refused = {} if self.refused is None else {"refused": asdict(self.refused)}
        return refused | {
            "release": self.release.digest,
            "graphs": len(self.release.graphs),
            "queries": dict(self._pool.counters),
        }

    async def close(self) -> None:
        """End the processes, once what they work on is done."""
        await self._pool.close()
