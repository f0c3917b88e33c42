"""The server as it runs: started, taking over new data, stopped when what runs is done."""

import asyncio
import gc
import logging
import signal
import socket
from collections.abc import Callable
from contextlib import nullcontext, suppress
from dataclasses import asdict, dataclass
from functools import partial
from pathlib import Path

import uvicorn

from kyodo_lod.serve.app import Application
from kyodo_lod.serve.budget import Budgets
from kyodo_lod.serve.checkers import Checkers
from kyodo_lod.serve.claims import allow_connections, authority, listening, owned, require_apart
from kyodo_lod.serve.connections import IDLE, Connection
from kyodo_lod.serve.doors import Doors
from kyodo_lod.serve.journal import Journal
from kyodo_lod.serve.limits import LIMITED, ServeLimits
from kyodo_lod.serve.proxies import ProxyWatch
from kyodo_lod.serve.release import Release
from kyodo_lod.serve.serving import Lasting, Serving
from kyodo_lod.serve.takeover import Takeover, is_made, made_apart, remove_others
from kyodo_lod.serve.turns import Turns

#: seconds that what runs is given when the server stops
_GRACE = 10
#: connections that may wait to be let in, and that are let in within one turn of the event loop
_BACKLOG, _AT_ONCE = 2048, 16
#: objects that are made before Python looks which of them are garbage
_GARBAGE = 5000
#: addresses that stand for all of this machine, and the one at which it reaches itself
_ALL = {"0.0.0.0": "127.0.0.1", "::": "::1"}  # noqa: S104 - is not listened at


@dataclass(frozen=True, slots=True)
class Settings:
    """How to serve.

    Args:
        dist: the published folder.
        state: holds what is made of it; one server uses it at a time.
        host: name or address to listen at.
        port: likewise; 0 takes a free one.
        prefix: of a proxy, such as `/lod`; empty for none.
        trusted: addresses or networks of proxies whose X-Forwarded-For is believed.
        limits: of clients, requests and queries.
        processes: that answer queries at once; 0 is as many as suit the machine.
    """

    dist: Path
    state: Path
    host: str = "127.0.0.1"
    port: int = 8000
    prefix: str = ""
    trusted: tuple[str, ...] = ()
    limits: ServeLimits = LIMITED
    processes: int = 0


@dataclass(frozen=True, slots=True)
class Started:
    """What there is to say of a server that answers.

    Args:
        address: of its first page, as this machine reaches it.
        endpoint: the address for queries that the catalogue names; None where it names none.
        graphs: how many named graphs it has.
    """

    address: str
    endpoint: str | None
    graphs: int


Ready = Callable[[Started], None]


def run(
    settings: Settings,
    journal: Journal,
    ready: Ready = lambda _: None,
    progress: Callable[[str], None] = lambda _: None,
) -> None:
    """Serve until told to stop (SIGINT, SIGTERM).

    Args:
        settings: how.
        journal: told what happens.
        ready: told where it is and what is served, once it answers.
        progress: told what is being made before that.

    Raises:
        KyodoError: where it cannot start.
    """
    require_apart(settings.dist, settings.state)
    with owned(settings.state), listening(settings.host, settings.port) as listener:
        allow_connections()
        collect_in_turns()
        asyncio.run(_serve(settings, listener, journal, ready, progress))


def collect_in_turns() -> None:
    """Let Python look for garbage often and for some thousandths of a second: all wait meanwhile.

    A command looks for it rarely (__main__.py), which here would be a tenth of a second.
    """
    gc.freeze()  # the program itself is never garbage
    gc.set_threshold(_GARBAGE)


async def _serve(
    settings: Settings,
    listener: socket.socket,
    journal: Journal,
    ready: Ready,
    progress: Callable[[str], None],
) -> None:
    task = asyncio.current_task()
    assert task is not None  # noqa: S101 - we run in one
    _keep_faults(journal)
    _on_signals(task.cancel, lambda: None)
    with suppress(asyncio.CancelledError):
        application, takeover = await _prepared(settings, journal, progress)
        watch = ProxyWatch(application, settings.trusted, journal)
        if settings.prefix and not settings.trusted:
            watch.tell()
        server = _Server(_config(settings, watch, journal))
        started = _started(settings, listener, application.serving.release)
        tell = partial(_tell_ready, started, journal, ready)
        server.on_started = partial(tell, application.serving.release.digest)
        server.listener = listener
        _on_signals(server.stop, takeover.look)
        watching = asyncio.create_task(takeover.run())
        try:
            await server.serve(sockets=[listener])
        finally:
            watching.cancel()
            await takeover.close()
            await application.serving.close()
            journal.note("stop")


async def _prepared(
    settings: Settings, journal: Journal, progress: Callable[[str], None]
) -> tuple[Application, Takeover]:
    """Make what is served, and start what answers over it."""
    dist, state, limits = settings.dist, settings.state, settings.limits
    if not is_made(dist, state):
        journal.note("prepare")
    release = await made_apart(dist, state, progress)
    remove_others(state, release)
    lasting = Lasting(limits, settings.processes, Checkers(limits), Budgets(limits))
    opened = partial(Serving.open, lasting=lasting)
    application = Application(await opened(release), limits, settings.prefix, journal)
    return application, Takeover(dist, state, application, opened, journal)


def _on_signals(stop: Callable[[], object], look: Callable[[], object]) -> None:
    """Stop on SIGINT and SIGTERM; on SIGHUP look for new data."""
    loop = asyncio.get_running_loop()
    for number in (signal.SIGINT, signal.SIGTERM):
        loop.add_signal_handler(number, stop)
    loop.add_signal_handler(signal.SIGHUP, look)


def _keep_faults(journal: Journal) -> None:
    """Let what asyncio has to say of a fault be a line of the journal, without its words."""
    logging.getLogger("asyncio").setLevel(logging.CRITICAL)

    def keep(_: asyncio.AbstractEventLoop, context: dict[str, object]) -> None:
        error = context.get("exception")
        if isinstance(error, BaseException):
            journal.fault("fault", error)

    asyncio.get_running_loop().set_exception_handler(keep)


def _started(settings: Settings, listener: socket.socket, release: Release) -> Started:
    host, port = listener.getsockname()[:2]
    address = f"http://{authority(_ALL.get(host, host), port)}{settings.prefix}/"
    return Started(address, release.endpoint or None, len(release.graphs))


def _tell_ready(started: Started, journal: Journal, ready: Ready, release: str) -> None:
    journal.note("start", release=release, **asdict(started))
    ready(started)


class _Server(uvicorn.Server):
    """uvicorn's server, whose signals are ours: it would die of them after it has stopped."""

    on_started: Callable[[], None]
    listener: socket.socket

    def capture_signals(self) -> nullcontext[None]:  # type: ignore[override]
        return nullcontext()

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        await super().startup(sockets)
        self.listener.listen(_BACKLOG)  # asyncio has one number for both
        self.on_started()

    def stop(self) -> None:
        """Stop; at the second time at once."""
        self.force_exit = self.should_exit
        self.should_exit = True


def _config(
    settings: Settings, application: Application | ProxyWatch, journal: Journal
) -> uvicorn.Config:
    doors = Doors(settings.limits, settings.trusted)
    return uvicorn.Config(
        application,
        http=partial(Connection, settings.limits, doors, Turns(), journal),  # type: ignore[arg-type]
        ws="none",
        loop="asyncio",
        lifespan="off",
        log_config=None,
        log_level=uvicorn.config.LOG_LEVELS["critical"] + 1,
        access_log=False,
        server_header=False,
        headers=[("Server", "kyodo-lod")],
        proxy_headers=bool(settings.trusted),
        forwarded_allow_ips=list(settings.trusted),
        backlog=_AT_ONCE,
        timeout_keep_alive=IDLE,
        timeout_graceful_shutdown=_GRACE,
    )
