"""The server as its users start it, on a free port of this machine, and how it is asked."""

import contextlib
import http.client
import json
import os
import pickle
import shutil
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from cli.running import plain_environment
from conftest import ROOT
from deploy.servers import Answer
from made import once

from kyodo_lod.serve.making import make_release
from kyodo_lod.serve.release import Release

DIST = ROOT / "dist"
#: seconds for what comes at last also on a machine that is busy with other tests
_PATIENCE = 300


@dataclass(frozen=True)
class Server:
    """A server that answers.

    Args:
        url: with the last slash.
        process: that was started.
        said: the file with what it wrote to stderr.
        state: its state folder.
    """

    url: str
    process: subprocess.Popen[bytes]
    said: Path
    state: Path

    @property
    def port(self) -> int:
        """Give the port it listens at."""
        port = urlsplit(self.url).port
        assert port is not None
        return port

    def ask(
        self,
        path: str,
        headers: Mapping[str, str] | None = None,
        method: str = "GET",
        body: bytes | None = None,
    ) -> Answer:
        """Ask once, following no redirect; nothing is sent but `headers`."""
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=_PATIENCE)
        with contextlib.closing(connection):
            given = {"Accept-Encoding": "identity"} | dict(headers or {})
            connection.request(method, f"/{path}", body, given)
            return answered(connection.getresponse())

    def send(self, data: bytes, *, half_close: bool = False) -> bytes:
        """Send bytes as they are, and give all that comes until the server closes."""
        with socket.create_connection(("127.0.0.1", self.port), _PATIENCE) as connection:
            connection.sendall(data)
            if half_close:
                connection.shutdown(socket.SHUT_WR)
            return all_of(connection)

    def journal(self, event: str = "") -> list[dict[str, Any]]:
        """Give the lines of the journal, of one event or all."""
        lines = [json.loads(line) for line in self._lines() if line.startswith("{")]
        return [line for line in lines if event in ("", line["event"])]

    def wait_for(self, event: str, count: int = 1) -> list[dict[str, Any]]:
        """Wait until the journal has `count` lines of an event, and give them."""
        for _ in range(_PATIENCE * 20):
            if len(found := self.journal(event)) >= count:
                return found
            time.sleep(0.05)
        raise AssertionError(f"no {event!r} in the journal: {self.said.read_text()}")

    def wait_until_well(self) -> None:
        """Wait until queries can be answered: a process that was ended is replaced."""
        for _ in range(_PATIENCE * 20):
            if self.ask("health").status == 200:
                return
            time.sleep(0.05)
        raise AssertionError(f"it does not get well: {self.said.read_text()}")

    def _lines(self) -> list[str]:
        text = self.said.read_text(encoding="utf-8")
        return [line for line in text.splitlines(keepends=True) if line.endswith("\n")]

    def stop(self, how: int = signal.SIGTERM) -> int:
        """Stop it and give its exit status."""
        self.process.send_signal(how)
        return self.process.wait(_PATIENCE)


def answered(response: http.client.HTTPResponse) -> Answer:
    """Read an answer; fields of one name are joined."""
    found: dict[str, str] = {}
    for name, value in response.getheaders():
        known = found.get(name.lower())
        found[name.lower()] = f"{known}, {value}" if known else value
    return Answer(response.status, found, response.read())


def all_of(connection: socket.socket) -> bytes:
    """Give what comes until the other side closes, or breaks the connection."""
    received = bytearray()
    with contextlib.suppress(ConnectionError):
        while piece := connection.recv(65536):
            received += piece
    return bytes(received)


def released(shared: Path) -> Release:
    """Give the release of dist/ as it was made, once for all tests; alone in a folder, only read.

    Args:
        shared: a folder for all processes of the tests.
    """
    folder = once(shared / "serve-release", _make_release)
    made: Release = pickle.loads((folder / "made").read_bytes())  # noqa: S301 (our own)
    return replace(made, folder=folder / "releases" / made.digest)


def _make_release(folder: Path) -> None:
    release = make_release(DIST, folder / "releases")
    (folder / "made").write_bytes(pickle.dumps(release))


def filled_state(shared: Path, state: Path) -> Path:
    """Give a state folder that holds the release of dist/, which is made once for all tests.

    Args:
        shared: a folder for all processes of the tests.
        state: the folder, which is not there yet.
    """
    shutil.copytree(released(shared).folder.parent, state, copy_function=os.link)
    return state


@contextlib.contextmanager
def started(dist: Path, state: Path, *options: str, under: Sequence[str] = ()) -> Iterator[Server]:
    """Start `kyodo-lod serve` and wait until it answers; it is stopped afterwards.

    Args:
        dist: the published folder.
        state: of the server.
        options: more of them.
        under: a command that runs it as its own process, such as `strace -D`.
    """
    said = state.with_name(f"{state.name}.stderr")
    command = [
        *(*under, sys.executable, "-m", "kyodo_lod", "serve", "--port", "0"),
        *("--dist", str(dist), "--state", str(state), *options),
    ]
    with said.open("wb") as stderr:
        process = subprocess.Popen(command, stderr=stderr, env=plain_environment())
    try:
        yield Server(_ready(process, said), process, said, state)
    finally:
        if process.poll() is None:
            process.terminate()
        process.wait(_PATIENCE)


def _ready(process: subprocess.Popen[bytes], said: Path) -> str:
    for _ in range(_PATIENCE * 20):
        for line in said.read_text(encoding="utf-8").splitlines(keepends=True):
            if '"event": "start"' in line and line.endswith("\n"):
                return str(json.loads(line)["address"])
        if process.poll() is not None:
            break
        time.sleep(0.05)
    raise AssertionError(f"serve does not run: {said.read_text(encoding='utf-8')}")
