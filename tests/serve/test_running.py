"""The server as it runs: started, and stopped when what runs is done."""

import contextlib
import fcntl
import io
import json
import os
import shutil
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from cli.running import plain_environment
from deploy.servers import free_port
from serve import servers
from serve.servers import all_of

from kyodo_lod.serve.app import Application
from kyodo_lod.serve.journal import Journal
from kyodo_lod.serve.limits import LIMITED
from kyodo_lod.serve.running import _AT_ONCE, _BACKLOG, Settings, _config

#: answers slowly, in the time that it may take
_SLOW = (
    b"GET /sparql?query=SELECT%20(COUNT(*)%20AS%20%3Fn)%20%7B%3Fa%20%3Fb%20%3Fc%20.%20%3Fd%20%3Fe%20"
    b"%3Ff%20.%20%3Fg%20%3Fh%20%3Fi%7D HTTP/1.1\r\nHost: x\r\n\r\n"
)


def children(pid: int) -> list[str]:
    """Give the processes that a process has started."""
    return Path(f"/proc/{pid}/task/{pid}/children").read_text().split()


@pytest.mark.parametrize("how", [signal.SIGTERM, signal.SIGINT])
def test_what_runs_is_answered_before_it_stops(new_state: Callable[[], Path], how: int) -> None:
    with servers.started(servers.DIST, new_state(), "--seconds", "2") as server:
        started = children(server.process.pid)
        assert started
        with socket.create_connection(("127.0.0.1", server.port), 30) as connection:
            connection.sendall(_SLOW)
            time.sleep(0.5)
            assert server.stop(how) == 0
            assert all_of(connection).startswith(b"HTTP/1.1 503 ")
        assert not [pid for pid in started if Path(f"/proc/{pid}").exists()]
        assert server.journal()[-1]["event"] == "stop"


def test_its_processes_end_with_it_even_if_it_is_killed(new_state: Callable[[], Path]) -> None:
    with servers.started(servers.DIST, new_state()) as server:
        started = children(server.process.pid)
        assert server.stop(signal.SIGKILL) == -signal.SIGKILL
        for _ in range(500):
            if not [pid for pid in started if Path(f"/proc/{pid}").exists()]:
                return
            time.sleep(0.02)
    raise AssertionError("processes outlive their server")


def test_it_can_be_stopped_while_it_makes_a_release(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "kyodo_lod", "serve", "--port", "0"]
    more = ["--dist", str(servers.DIST), "--state", str(tmp_path / "state")]
    process = subprocess.Popen([*command, *more], stderr=subprocess.PIPE, env=plain_environment())
    while not list((tmp_path / "state").glob(".kyodo-*")):
        time.sleep(0.01)
    process.terminate()
    _, said = process.communicate(timeout=30)
    assert process.returncode == 0
    assert [json.loads(line)["event"] for line in said.splitlines()] == ["prepare"]


def test_nobody_says_for_whom_he_asks_unless_he_is_trusted(tmp_path: Path) -> None:
    application = Application(None, LIMITED, "", Journal("none"))
    alone = _config(Settings(tmp_path, tmp_path), application, Journal("none"))
    behind = _config(
        Settings(tmp_path, tmp_path, trusted=("10.0.0.0/8",)), application, Journal("none")
    )
    assert not alone.proxy_headers
    assert (behind.proxy_headers, behind.forwarded_allow_ips) == (True, ["10.0.0.0/8"])


def test_garbage_is_collected_in_small_amounts() -> None:
    """A command's way (__main__.py) let a hundred thousand objects gather, for which all waited."""
    program = """
import gc
from kyodo_lod.serve.running import collect_in_turns
gc.set_threshold(100_000)
collect_in_turns()
most = 0
def note(phase, found):
    global most
    most = max(most, found.get("collected", 0))
gc.callbacks.append(note)
for _ in range(300_000):
    ring = []
    ring.append(ring)
print(most, gc.get_freeze_count() > 10_000)
"""
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, check=True)
    most, is_frozen = done.stdout.decode().split()
    assert 100 < int(most) <= 10_000
    assert is_frozen == "True"


def test_a_journal_that_nobody_reads_stops_nothing(new_state: Callable[[], Path]) -> None:
    port = free_port()
    reading, writing = os.pipe()
    command = [sys.executable, "-m", "kyodo_lod", "serve", "--port", str(port)]
    more = ["--dist", str(servers.DIST), "--state", str(new_state())]
    process = subprocess.Popen([*command, *more], stderr=writing, env=plain_environment())
    server = servers.Server(f"http://127.0.0.1:{port}/", process, Path(), Path())
    with contextlib.closing(open(reading, "rb", 0)) as pipe:  # noqa: PTH123 - a descriptor
        try:
            begun = _line(pipe)
            while b'"start"' not in begun:
                begun = _line(pipe)
            os.write(writing, b"-" * (_room(writing) - 200) + b"\n")
            assert {server.ask("robots.txt").status for _ in range(20)} == {200}
            assert pipe.read(65536).count(b'"request"') < 20
            assert server.ask("robots.txt").status == 200
            told = json.loads(_line(pipe))
            assert (told["event"], json.loads(_line(pipe))["event"]) == ("lost", "request")
            assert told["lines"] > 0
            os.write(writing, b"-" * _room(writing))
            assert server.stop() == 0
        finally:
            process.kill()
            process.wait()
            os.close(writing)


def _room(writing: int) -> int:
    """Give how many bytes an empty pipe takes."""
    return fcntl.fcntl(writing, fcntl.F_GETPIPE_SZ)


def _line(pipe: io.FileIO) -> bytes:
    line = b""
    while not line.endswith(b"\n"):
        line += pipe.read(1)
    return line


@pytest.mark.skipif(not shutil.which("ss"), reason="ss is not installed: apt-get install iproute2")
def test_many_may_wait_to_be_let_in_though_few_are_at_once(new_state: Callable[[], Path]) -> None:
    """Of asyncio there is one number for both; in one turn it would let all of them in (`churn`)."""
    with servers.started(servers.DIST, new_state()) as server:
        listed = subprocess.run(["ss", "-ltnH"], capture_output=True, check=True).stdout.decode()
    (waiting,) = (
        int(line.split()[2]) for line in listed.splitlines() if f":{server.port} " in line
    )
    assert waiting >= min(_BACKLOG, int(Path("/proc/sys/net/core/somaxconn").read_text()))
    config = _config(Settings(server.state, server.state), None, Journal("none"))  # type: ignore[arg-type]
    assert config.backlog == _AT_ONCE


def test_a_state_folder_in_use_is_said(new_state: Callable[[], Path]) -> None:
    with servers.started(servers.DIST, new_state()) as server:
        command = [sys.executable, "-m", "kyodo_lod", "serve", "--port", "0"]
        more = ["--dist", str(servers.DIST), "--state", str(server.state)]
        done = subprocess.run([*command, *more], capture_output=True, env=plain_environment())
    assert done.returncode == 2
    assert done.stderr.decode() == (
        f"{server.state}: is in use by another serve; name another folder with --state\n"
    )


def test_a_damaged_release_is_said_with_its_remedy(new_state: Callable[[], Path]) -> None:
    state = new_state()
    (release,) = state.iterdir()
    record = (release / "release.json").read_bytes()
    (release / "release.json").unlink()  # a link, which others have too
    (release / "release.json").write_bytes(record[:100])
    command = [sys.executable, "-m", "kyodo_lod", "serve", "--port", "0"]
    more = ["--dist", str(servers.DIST), "--state", str(state)]
    done = subprocess.run([*command, *more], capture_output=True, env=plain_environment())
    assert done.returncode == 2
    assert b"cannot be read; remove this folder and start again" in done.stderr
    shutil.rmtree(state)
