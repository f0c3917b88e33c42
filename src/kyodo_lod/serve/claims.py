"""What a server has for itself alone: its state folder, its port, open files."""

import fcntl
import hashlib
import os
import resource
import socket
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from kyodo_lod.errors import KyodoError
from kyodo_lod.files import refusal
from kyodo_lod.publish.replace import output_errors


def default_state(dist: Path) -> Path:
    """Give the folder for what is made of a published folder (XDG Base Directory)."""
    home = os.environ.get("XDG_STATE_HOME") or Path.home() / ".local" / "state"
    name = hashlib.sha256(str(dist.resolve()).encode()).hexdigest()[:16]
    return Path(home) / "kyodo-lod" / "serve" / name


def require_apart(dist: Path, state: Path) -> None:
    """Refuse a state folder that is published, and one that holds what is published.

    Raises:
        KyodoError: where one lies in the other.
    """
    published, kept = dist.resolve(), state.resolve()
    if published.is_relative_to(kept) or kept.is_relative_to(published):
        raise KyodoError(
            str(state),
            f"{dist} と重なっています。--state で、その外のフォルダを指定してください。",
            f"overlaps {dist}; name a folder outside of it with --state",
        )


@contextmanager
def owned(state: Path) -> Iterator[None]:
    """Keep others out of a state folder.

    Raises:
        KyodoError: where another server has it.
        OutputError: where it cannot be written.
    """
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
        yield


@contextmanager
def listening(host: str, port: int) -> Iterator[socket.socket]:
    """Take a port before anything is made, so that it is refused at once where it is taken.

    Raises:
        KyodoError: where it cannot be had.
    """
    try:
        listener = _bound(host, port)
    except OSError as error:
        why = refusal(error)
        raise KyodoError(
            authority(host, port),
            f"ここで待ち受けられません ({why.ja})。--host か --port を変えてください。",
            f"cannot be listened at ({why.en}); choose another --host or --port",
        ) from error
    with listener:
        yield listener


def authority(host: str, port: int) -> str:
    """Give host and port as a URL has them (RFC 3986, section 3.2.2).

    >>> authority("::1", 8000), authority("localhost", 80)
    ('[::1]:8000', 'localhost:80')
    """
    return f"[{host}]:{port}" if ":" in host else f"{host}:{port}"


def _bound(host: str, port: int) -> socket.socket:
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM, flags=socket.AI_PASSIVE)
    family, kind, protocol, _, address = found[0]
    listener = socket.socket(family, kind, protocol)
    try:
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listener.bind(address)
    except OSError:
        listener.close()
        raise
    return listener


def allow_connections() -> None:
    """Let the process open as many files as it may: a connection is one."""
    _, most = resource.getrlimit(resource.RLIMIT_NOFILE)
    with suppress(OSError, ValueError):
        resource.setrlimit(resource.RLIMIT_NOFILE, (most, most))
