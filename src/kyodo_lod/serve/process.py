"""A process that answers queries, from the parent's side: started, asked, slowed down, killed."""

import asyncio
import json
import os
import signal
from asyncio.subprocess import Process
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from typing import Any, cast

from kyodo_lod.serve.frame import LENGTHS
from kyodo_lod.serve.job import Fate, Job, Outcome, job_frame, outcome_of
from kyodo_lod.serve.limits import ServeLimits
from kyodo_lod.serve.program import started

_PROGRAM = "kyodo_lod.serve.worker"
#: seconds that a process has to open the store
_START = 30
#: seconds after which a query stands back behind the others, and how far
_QUICK = 1.0
_NICE = 19
#: how a process ends that ran out of something
_FATES = {
    signal.SIGABRT: Fate.MEMORY,
    signal.SIGSEGV: Fate.DEEP,
    signal.SIGBUS: Fate.DEEP,
    signal.SIGALRM: Fate.SLOW,
}


class StartError(Exception):
    """A process could not open the store."""


class Worker:
    """A process over a store; made by `start`.

    Args:
        process: that runs.
        seconds: that a query may take.
    """

    def __init__(self, process: Process, seconds: float) -> None:
        self._process = process
        self._jobs = cast("asyncio.StreamWriter", process.stdin)
        self._answers = cast("asyncio.StreamReader", process.stdout)
        self._seconds = seconds
        #: whether it stands back for good: only root may take a low priority from a process
        self._is_worn = False
        #: whether an answer is awaited that nobody has read
        self._is_busy = False

    @classmethod
    async def start(cls, store: Path, limits: ServeLimits) -> "Worker":
        """Start a process and wait until it has opened the store.

        Raises:
            StartError: where it cannot.
        """
        amounts = (limits.seconds, limits.result, limits.memory)
        process = await started(_PROGRAM, str(store), *map(str, amounts))
        worker = cls(process, limits.seconds)
        try:
            async with asyncio.timeout(_START):
                await worker._read()
        except (TimeoutError, asyncio.IncompleteReadError) as error:
            await worker.kill()
            raise StartError from error
        except BaseException:
            await worker.kill()
            raise
        return worker

    @property
    def pid(self) -> int:
        """Its number."""
        return self._process.pid

    @property
    def is_fit(self) -> bool:
        """Whether another query may be put to it."""
        return self._process.returncode is None and not self._is_worn and not self._is_busy

    async def ended(self) -> None:
        """Wait until it is no more."""
        await self._process.wait()

    def kill_soon(self) -> None:
        """End it, whatever it does."""
        if self._process.returncode is None:
            # asyncio's own kill() looks first whether it has ended, and so takes its status away
            with suppress(ProcessLookupError):
                os.kill(self.pid, signal.SIGKILL)

    async def kill(self) -> None:
        """End it, and wait until it is no more."""
        self.kill_soon()
        await self.ended()

    async def ask(self, job: Job) -> Outcome:
        """Put a query to it; at the limit of time, or when the caller is cancelled, it is killed.

        Args:
            job: the query.
        """
        loop = asyncio.get_running_loop()
        start, self._is_busy = loop.time(), True
        slow = loop.call_later(_QUICK, self._stand_back)
        try:
            async with asyncio.timeout(self._seconds):
                self._jobs.write(job_frame(job))
                await self._jobs.drain()
                outcome = outcome_of(*await self._read())
            self._is_busy = False
            return outcome
        except TimeoutError:
            return Outcome(Fate.SLOW, seconds=loop.time() - start)
        except (asyncio.IncompleteReadError, OSError):
            await self._dying()
            return Outcome(self._fate(), seconds=loop.time() - start)
        finally:
            slow.cancel()
            if self._is_busy:
                self.kill_soon()

    async def _dying(self) -> None:
        """Wait until a process is no more that has closed its pipe; it is not killed, to tell why."""
        try:
            async with asyncio.timeout(_QUICK):
                await self.ended()
        except TimeoutError:
            await self.kill()

    def _fate(self) -> Fate:
        number = -(self._process.returncode or 0)
        return next((fate for each, fate in _FATES.items() if each == number), Fate.LOST)

    def _stand_back(self) -> None:
        self._is_worn = True
        with suppress(OSError):
            os.setpriority(os.PRIO_PROCESS, self.pid, _NICE)

    async def _read(self) -> tuple[Mapping[str, Any], bytes]:
        lengths = await self._answers.readexactly(LENGTHS.size)
        head, body = LENGTHS.unpack(lengths)
        text = await self._answers.readexactly(head)
        return json.loads(text), await self._answers.readexactly(body)
