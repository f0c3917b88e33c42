"""The server as it runs: started, taking over new data, stopped when what runs is done."""

import asyncio
import fcntl
import hashlib
import os
import resource
import signal
import socket
from collections.abc import Callable, Iterator
from contextlib import contextmanager, nullcontext, suppress
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import IO

import uvicorn

from kyodo_lod.errors import KyodoError
from kyodo_lod.files import refusal
from kyodo_lod.publish.replace import output_errors
from kyodo_lod.serve.app import Application
from kyodo_lod.serve.connections import HEAD, IDLE, Connection
from kyodo_lod.serve.doors import Doors
from kyodo_lod.serve.journal import Journal
from kyodo_lod.serve.limits import LIMITED, ServeLimits
from kyodo_lod.serve.release import Release
from kyodo_lod.serve.serving import Serving
from kyodo_lod.serve.takeover import Takeover, made_apart, remove_others

#: seconds that what runs is given when the server stops
_GRACE = 10
_BACKLOG = 2048


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
    """

    dist: Path
    state: Path
    host: str = "127.0.0.1"
    port: int = 8000
    prefix: str = ""
    trusted: tuple[str, ...] = ()
    limits: ServeLimits = field(default=LIMITED)


Ready = Callable[[str, Release], None]


def run(
    settings: Settings,
    journal: Journal,
    ready: Ready = lambda *_: None,
    progress: Callable[[str], None] = lambda _: None,
) -> None:
    """Serve until told to stop (SIGINT, SIGTERM).

    Args:
        settings: how.
        journal: told what happens.
        ready: told the address and what is served, once it answers.
        progress: told what is being made before that.

    Raises:
        KyodoError: where it cannot start.
    """
    with _own(settings.state), _listening(settings) as listener:
        _allow_connections()
        asyncio.run(_serve(settings, listener, journal, ready, progress))


async def _serve(
    settings: Settings,
    listener: socket.socket,
    journal: Journal,
    ready: Ready,
    progress: Callable[[str], None],
) -> None:
    loop, task = asyncio.get_running_loop(), asyncio.current_task()
    assert task is not None  # noqa: S101 - we run in one
    for number in (signal.SIGINT, signal.SIGTERM):
        loop.add_signal_handler(number, task.cancel)
    with suppress(asyncio.CancelledError):
        release = await made_apart(settings.dist, settings.state, progress)
        remove_others(settings.state, release)
        serving = await _opened(release)
        application = Application(serving, settings.limits, settings.prefix, journal)
        server = _Server(_config(settings, application))
        for number in (signal.SIGINT, signal.SIGTERM):
            loop.add_signal_handler(number, server.stop)
        takeover = Takeover(settings.dist, settings.state, application, _opened, journal)
        loop.add_signal_handler(signal.SIGHUP, takeover.look)
        server.on_started = partial(_tell_ready, settings, listener, journal, ready, release)
        watching = asyncio.create_task(takeover.run())
        try:
            await server.serve(sockets=[listener])
        finally:
            watching.cancel()
            await application.serving.close()
            journal.note("stop")


async def _opened(release: Release) -> Serving:
    return Serving(release)


def _tell_ready(
    settings: Settings, listener: socket.socket, journal: Journal, ready: Ready, release: Release
) -> None:
    host, port = listener.getsockname()[:2]
    name = f"[{host}]" if ":" in host else host
    url = f"http://{name}:{port}{settings.prefix}/"
    journal.note("start", release=release.digest, graphs=len(release.graphs), port=port)
    ready(url, release)


class _Server(uvicorn.Server):
    """uvicorn's server, whose signals are ours: it would die of them after it has stopped."""

    on_started: Callable[[], None]

    def capture_signals(self) -> nullcontext[None]:  # type: ignore[override]
        return nullcontext()

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        await super().startup(sockets)
        self.on_started()

    def stop(self) -> None:
        """Stop; at the second time at once."""
        self.force_exit = self.should_exit
        self.should_exit = True


def _config(settings: Settings, application: Application) -> uvicorn.Config:
    doors = Doors(settings.limits, settings.trusted)
    return uvicorn.Config(
        application,
        http=partial(Connection, settings.limits, doors),  # type: ignore[arg-type]
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
        backlog=_BACKLOG,
        timeout_keep_alive=IDLE,
        timeout_graceful_shutdown=_GRACE,
        h11_max_incomplete_event_size=HEAD,
    )


@contextmanager
def _own(state: Path) -> Iterator[IO[bytes]]:
    """Keep others out of the state folder."""
    with output_errors(state):
        state.mkdir(parents=True, exist_ok=True)
        lock = (state / "lock").open("ab")
    with lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as error:
            raise KyodoError(
                str(state),
                "別の serve が使っています。--state で別のフォルダを指定してください。",
                "is in use by another serve; name another folder with --state",
            ) from error
        yield lock


@contextmanager
def _listening(settings: Settings) -> Iterator[socket.socket]:
    """Take the port before anything is made, so that it is refused at once where it is taken."""
    place = f"{settings.host}:{settings.port}"
    try:
        family, kind, protocol, _, address = socket.getaddrinfo(
            settings.host, settings.port, type=socket.SOCK_STREAM, flags=socket.AI_PASSIVE
        )[0]
        listener = socket.socket(family, kind, protocol)
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listener.bind(address)
    except OSError as error:
        why = refusal(error)
        raise KyodoError(
            place,
            f"ここで待ち受けられません ({why.ja})。--host か --port を変えてください。",
            f"cannot be listened at ({why.en}); choose another --host or --port",
        ) from error
    with listener:
        yield listener


def _allow_connections() -> None:
    """Let the process open as many files as it may: a connection is one."""
    _, most = resource.getrlimit(resource.RLIMIT_NOFILE)
    with suppress(OSError, ValueError):
        resource.setrlimit(resource.RLIMIT_NOFILE, (most, most))


def default_state(dist: Path) -> Path:
    """Give the folder for what is made of a published folder (XDG Base Directory)."""
    home = os.environ.get("XDG_STATE_HOME") or Path.home() / ".local" / "state"
    name = hashlib.sha256(str(dist.resolve()).encode()).hexdigest()[:16]
    return Path(home) / "kyodo-lod" / "serve" / name
