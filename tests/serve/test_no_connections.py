"""The server and its processes open no connection, whatever they are asked: the kernel says so.

All processes are watched with strace: every call that makes a socket or connects one is written down.
What no call asks the kernel for does not happen, in Python as in Rust.
"""

import re
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
from serve import clients, servers
from serve.clients import ask, query_path
from serve.hostile_queries import HOSTILE, datasets, services, updates
from serve.test_hostile_uploads import UPLOADS


def _can_trace() -> bool:
    command = ["strace", "-f", "-e", "trace=socket", "-o", "/dev/null", "true"]
    return bool(shutil.which("strace")) and subprocess.run(command, check=False).returncode == 0


@pytest.mark.skipif(
    not _can_trace(), reason="strace is not installed, or may not trace: apt-get install strace"
)
def test_no_call_connects(new_state: Callable[[], Path], tmp_path: Path) -> None:
    calls = tmp_path / "calls.txt"
    traced = "trace=socket,connect,sendto,sendmsg,sendmmsg,execve"
    under = ("strace", "-D", "-f", "--seccomp-bpf", "-e", traced, "-s", "0", "-o", str(calls))
    limits = ("--seconds", "2", "--errors", "0", "--busy", "0", "--max-memory", "300")
    with (
        clients.trap() as caught,
        servers.started(servers.DIST, new_state(), *limits, under=under) as server,
    ):
        for text in services(caught.port):
            assert ask(server, query_path(text)).status != 200
        for text, more in list(datasets(caught.port))[::4]:
            assert ask(server, query_path(text, **more)).status != 200
        for text in updates(caught.port):
            assert ask(server, query_path(text)).status != 200
        assert ask(server, query_path(HOSTILE[0].text)).status == 503
        for name in (
            "a context elsewhere",
            "an outside entity",
            "shapes of one's own",
            "imports",
        ):
            headers, body = UPLOADS[name]()
            body = body.replace(b"127.0.0.1:1/", f"127.0.0.1:{caught.port}/".encode())
            assert ask(server, "check", headers, "POST", body).status != 500
    text = calls.read_text(encoding="utf-8", errors="replace")
    assert text.count("execve(") > 2, "the processes of queries and checks are watched, too"
    inet = re.findall(r"socket\(AF_INET6?, .*", text)
    assert len(inet) == 1, f"one socket, the one that listens: {inet}"
    assert re.findall(r"connect\(.*", text) == []
    assert re.findall(r"send(?:to|msg|mmsg)\(.*sa_family.*", text) == []
