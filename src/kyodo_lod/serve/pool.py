"""Processes that answer queries: as many as may run at once, one in reserve, each replaced when it dies."""

import asyncio
import os
from collections import Counter
from collections.abc import AsyncIterator, Callable, Mapping
from contextlib import AsyncExitStack, asynccontextmanager, suppress
from pathlib import Path

from kyodo_lod.errors import KyodoError
from kyodo_lod.serve.budget import nobody
from kyodo_lod.serve.job import Fate, Job, Outcome
from kyodo_lod.serve.limits import ServeLimits
from kyodo_lod.serve.line import BusyError, Line
from kyodo_lod.serve.process import StartError, Worker

#: seconds of work that a new process takes
_REPLACED = 0.3
#: started beyond those that run at once, so that nobody waits for a start
_RESERVE = 1
#: seconds between attempts to start a process, the first and the longest
_PAUSE, _LONGEST_PAUSE = 0.1, 5.0
#: seconds between looks at what still runs
_GLANCE = 0.02


def usual_size() -> int:
    """Give how many queries run at once on this machine.

    More than it has cores: one that runs for long stands back, and should not keep the others out. A
    process takes some 15 MB while it does nothing.
    """
    return max(8, 2 * (os.cpu_count() or 1))


def _never() -> bool:
    """Know no answer."""
    return False


class Pool:
    """Processes over one store; made by `start`.

    Args:
        store: folder of the store.
        limits: of each query, and of those that wait.
        size: how many run at once.
    """

    def __init__(self, store: Path, limits: ServeLimits, size: int) -> None:
        self._store = store
        self._limits = limits
        self._line = Line(size, limits.per_client, limits.waiting)
        self._idle: list[Worker] = []
        self._arrival = asyncio.Event()
        self._fates: Counter[str] = Counter()
        self._started = 0
        self._is_closing = False
        self._keepers: list[asyncio.Task[None]] = []
        self._size = size

    @classmethod
    async def start(cls, store: Path, limits: ServeLimits, size: int | None = None) -> "Pool":
        """Start the processes and wait until the first can be asked.

        Args:
            store: folder of the store.
            limits: of each query, and of those that wait.
            size: how many run at once; as the machine has it, where none is given.

        Raises:
            KyodoError: where the store cannot be opened.
        """
        pool = cls(store, limits, size or usual_size())
        try:
            pool._add(await Worker.start(store, limits))
        except StartError as error:
            raise KyodoError(
                str(store), "SPARQL のストアを開けません。", "the SPARQL store cannot be opened"
            ) from error
        first = pool._idle[0]
        pool._keepers = [
            asyncio.create_task(pool._keep(first if nth == 0 else None))
            for nth in range(pool._size + _RESERVE)
        ]
        return pool

    @property
    def counters(self) -> Mapping[str, int]:
        """What happened, and what is going on, for /health and the journal."""
        running = self._line.running
        now = {
            "size": self._size,
            "running": running,
            "waiting": self._line.waiting,
            # those in reserve let nobody in beyond `size`
            "idle": min(len(self._fit()), self._size - running),
            "started": self._started,
        }
        return now | {fate: self._fates[fate] for fate in Fate}

    async def run(
        self,
        job: Job,
        client: str,
        charge: Callable[[float], None] = nobody,
        is_known: Callable[[], bool] = _never,
    ) -> Outcome:
        """Answer a query. Where the caller is cancelled, the work on it ends.

        Args:
            job: the query.
            client: whose turn it is.
            charge: told the seconds of work that it took, whatever becomes of it.
            is_known: tells, when its turn has come, whether it need not be asked any more.

        Raises:
            BusyError: where too many wait, or waiting takes too long.
        """
        outcome = await self._once(job, client, charge, is_known)
        if outcome.fate == Fate.LOST:  # whoever ended the process, another may answer
            outcome = await self._once(job, client, charge, is_known)
        self._fates[outcome.fate] += 1
        return outcome

    async def _once(
        self,
        job: Job,
        client: str,
        charge: Callable[[float], None],
        is_known: Callable[[], bool],
    ) -> Outcome:
        async with self._borrowed(client) as worker:
            if is_known():
                return Outcome(Fate.KNOWN)
            start = asyncio.get_running_loop().time()
            used: float | None = None
            try:
                outcome = await worker.ask(job)
                used = outcome.seconds
            finally:
                if used is None:  # the client went away
                    used = asyncio.get_running_loop().time() - start
                charge(used if worker.is_fit else used + _REPLACED)
            return outcome

    async def close(self) -> None:
        """Let what runs and waits come to its end, within its limits; then end all processes."""
        with suppress(TimeoutError):
            async with asyncio.timeout(self._limits.patience + self._limits.seconds):
                while self._line.running or self._line.waiting:
                    await asyncio.sleep(_GLANCE)
        self._is_closing = True
        self._arrival.set()
        for keeper in self._keepers:
            keeper.cancel()
        await asyncio.gather(*self._keepers, return_exceptions=True)
        for worker in self._idle:  # whose keeper had not yet begun
            await worker.kill()

    @asynccontextmanager
    async def _borrowed(self, client: str) -> AsyncIterator[Worker]:
        """Wait for a turn and a process, both within the client's patience."""
        is_in = False
        async with AsyncExitStack() as held:
            try:
                async with asyncio.timeout(self._limits.patience):
                    await held.enter_async_context(self._line.place(client))
                    is_in = True
                    worker = await self._taken()
            except TimeoutError as error:
                own = 0 if is_in else self._line.own(client)
                raise BusyError(self._limits.patience, own) from error
            try:
                yield worker
            finally:
                self._give_back(worker)

    async def _taken(self) -> Worker:
        while not self._is_closing:
            self._idle = self._fit()
            if self._idle:
                return self._idle.pop()
            self._arrival.clear()
            await self._arrival.wait()
        raise BusyError

    def _fit(self) -> list[Worker]:
        return [worker for worker in self._idle if worker.is_fit]

    def _give_back(self, worker: Worker) -> None:
        if worker.is_fit:
            self._idle.append(worker)
            self._arrival.set()
        else:
            worker.kill_soon()

    def _add(self, worker: Worker) -> None:
        self._started += 1
        self._idle.append(worker)
        self._arrival.set()

    async def _keep(self, worker: Worker | None) -> None:
        """Keep one process there: whenever it is no more, another is started."""
        pause = _PAUSE
        while True:
            try:
                if worker is None:
                    worker = await Worker.start(self._store, self._limits)
                    self._add(worker)
                await worker.ended()
                worker, pause = None, _PAUSE
            except (StartError, OSError):
                await asyncio.sleep(pause)
                pause = min(2 * pause, _LONGEST_PAUSE)
            except asyncio.CancelledError:
                if worker is not None:
                    await worker.kill()
                raise
