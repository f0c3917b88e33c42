"""The processes that check uploads: a few at once, each killed with all its kin when its time is over."""

import asyncio
import os
import signal
import time
from asyncio.subprocess import Process
from collections import Counter
from collections.abc import AsyncIterator, Callable
from contextlib import AsyncExitStack, asynccontextmanager, suppress

from kyodo_lod.bilingual import Bilingual
from kyodo_lod.serve.budget import nobody
from kyodo_lod.serve.checker import out_of_memory
from kyodo_lod.serve.frame import frame, unframed
from kyodo_lod.serve.limits import LIMITED, ServeLimits
from kyodo_lod.serve.program import started
from kyodo_lod.serve.refusals import RefusedError
from kyodo_lod.serve.verdict import Answer, Task

_PROGRAM = "kyodo_lod.serve.checker"
#: checks that run at once, that may be in the house, running or waiting, and those of one client
AT_ONCE, IN_HOUSE, OF_ONE = 2, 10, 4
#: seconds until there may be room again
_AGAIN = 5
_PIECE = 64 * 1024


class Checkers:
    """The processes, bounded in number, time and memory; those of one client run one by one.

    Args:
        limits: of the server.
    """

    def __init__(self, limits: ServeLimits = LIMITED) -> None:
        self._limits = limits
        self._free = asyncio.Semaphore(AT_ONCE)
        self._inside: Counter[str] = Counter()
        self._turns: dict[str, asyncio.Lock] = {}

    async def check(
        self,
        task: Task,
        body: bytes,
        client: str = "",
        charge: Callable[[float], None] = nobody,
    ) -> Answer:
        """Check an upload in a process of its own.

        Args:
            task: what is known of it.
            body: whole.
            client: whose it is.
            charge: told the seconds that it took, whatever came of it.

        Raises:
            RefusedError: where there is no room, or it takes more than it may.
        """
        async with self._inside_for(client), self._turn(self._turns[client]):
            start = time.monotonic()
            try:
                answer = await self._run(task, body)
                return answer._replace(work=time.monotonic() - start)
            finally:
                charge(time.monotonic() - start)

    @asynccontextmanager
    async def _inside_for(self, client: str) -> AsyncIterator[None]:
        """Let a check in, which keeps what was uploaded in memory until it is done."""
        if self._inside.total() >= IN_HOUSE or self._inside[client] >= OF_ONE:
            raise _busy()
        self._inside[client] += 1
        self._turns.setdefault(client, asyncio.Lock())
        try:
            yield
        finally:
            self._inside[client] -= 1
            if not self._inside[client]:
                del self._inside[client], self._turns[client]

    @asynccontextmanager
    async def _turn(self, own: asyncio.Lock) -> AsyncIterator[None]:
        async with AsyncExitStack() as held:
            try:
                async with asyncio.timeout(self._limits.patience):
                    await held.enter_async_context(own)
                    await held.enter_async_context(self._free)
            except TimeoutError as error:
                raise _busy() from error
            yield

    async def _run(self, task: Task, body: bytes) -> Answer:
        limits = self._limits
        head = {**task._asdict(), "seconds": limits.seconds, "memory": limits.memory}
        async with _process() as process:
            try:
                async with asyncio.timeout(limits.seconds):
                    _, output = await asyncio.gather(
                        _feed(process, frame(head, body)), _taken(process, limits.result)
                    )
                    code = await process.wait()
            except TimeoutError as error:
                raise _too_long(limits.seconds) from error
        if code == -signal.SIGXCPU:
            raise _too_long(limits.seconds)
        if code < 0:  # what is written in Rust ends so where it gets no memory
            raise out_of_memory()
        if code:
            raise RefusedError(500, _FAILED, "failed")
        answer, report = unframed(output)
        return Answer(**answer | {"body": report})


@asynccontextmanager
async def _process() -> AsyncIterator[Process]:
    """Start a process, and end it and its kin whatever happens."""
    process = await started(_PROGRAM)
    try:
        yield process
    finally:
        if process.returncode is None:
            with suppress(ProcessLookupError):
                os.killpg(process.pid, signal.SIGKILL)
            await process.wait()


async def _feed(process: Process, data: bytes) -> None:
    """Write all to stdin; a process that ends before it has read it is no fault of ours."""
    stdin = process.stdin
    assert stdin  # noqa: S101 - it was started with a pipe
    try:
        stdin.write(data)
        await stdin.drain()
        stdin.close()
        await stdin.wait_closed()
    except (BrokenPipeError, ConnectionResetError):
        return


async def _taken(process: Process, most: int) -> bytes:
    """Read all of stdout; raises RefusedError beyond a limit."""
    stdout = process.stdout
    assert stdout  # noqa: S101 - likewise
    pieces, size = [], 0
    while piece := await stdout.read(_PIECE):
        pieces.append(piece)
        size += len(piece)
        if size > most:
            raise RefusedError(503, _MUCH.fill(mib=most / 1024**2), "result")
    return b"".join(pieces)


def _busy() -> RefusedError:
    return RefusedError(503, _BUSY, "busy", again=_AGAIN)


def _too_long(seconds: int) -> RefusedError:
    return RefusedError(503, _LONG.fill(seconds=seconds), "time")


_BUSY = Bilingual(
    "ほかの検査で混み合っています。少し待って、もう一度送ってください。",
    "other checks are running; wait a little and send it again",
)
_FAILED = Bilingual(
    "検査に失敗しました。こちらの誤りです。",
    "the check failed, which is a fault of this program",
)
_LONG = Bilingual(
    "検査が {seconds} 秒で終わりませんでした。大きすぎるか、誤りが多すぎます。一部だけを送り、そこから直してください。",
    "checking did not end within {seconds} s: it is too large, or too much is wrong with it; "
    "send a part of it and repair that first",
)
_MUCH = Bilingual(
    "報告が大きすぎます (上限 {mib:g} MiB)。分割するか、見つかったところから直してください。",
    "the report is larger than the limit of {mib:g} MiB; split the upload",
)
