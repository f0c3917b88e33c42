"""`serve`: one line when it answers, one line when it cannot."""

import contextlib
import importlib.util
import json
import os
import pty
import re
import shutil
import socket
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from cli.running import invoke, plain_environment
from serve import servers
from serve.conftest import new_state  # noqa: F401 - a fixture

from kyodo_lod.cli import serve
from kyodo_lod.publish import checksums

_HOME = "https://w3id.org/kyodo-lod/"


def test_it_says_where_it_is_and_stops_when_told(new_state: Callable[[], Path]) -> None:  # noqa: F811
    with servers.started(servers.DIST, new_state()) as server:
        assert server.ask("health").status == 200
        assert server.stop() == 0
        said = [json.loads(line) for line in server.said.read_text().splitlines()]
        assert [event["event"] for event in said] == ["start", "request", "stop"]
        assert said[0]["address"] == f"http://127.0.0.1:{server.port}/"
        assert (said[0]["graphs"], said[0]["endpoint"]) == (8, None)


def on_terminal(dist: Path, state: Path, *options: str) -> str:
    """Start it where a person looks at stderr; give what is seen when it has stopped."""
    master, slave = pty.openpty()
    command = [sys.executable, "-m", "kyodo_lod", "--lang", "en", "serve", "--port", "0"]
    more = ["--dist", str(dist), "--state", str(state), *options]
    seen = bytearray()
    with subprocess.Popen(
        [*command, *more], stderr=slave, env=plain_environment(TERM="xterm")
    ) as it:
        os.close(slave)
        with contextlib.suppress(OSError):  # Linux says EIO when the last writer is gone
            while data := os.read(master, 65536):
                seen.extend(data)
                if b'"event": "start"' in seen:
                    it.terminate()
    os.close(master)
    return seen.decode().replace("\r\n", "\n")


def test_a_person_is_told_where_it_is_and_what_lacks(new_state: Callable[[], Path]) -> None:  # noqa: F811
    seen = on_terminal(servers.DIST, new_state())
    assert re.search(r"^http://127\.0\.0\.1:\d+/  8 graphs, Ctrl-C stops$", seen, re.MULTILINE)
    assert "\nthe catalogue names no SPARQL endpoint; before you publish, set endpoint" in seen
    quiet = on_terminal(servers.DIST, new_state(), "--quiet")
    assert {line[:1] for line in quiet.splitlines()} == {"{"}


def test_the_first_start_is_not_silent_and_takes_up_what_was_set(tmp_path: Path) -> None:
    dist = Path(shutil.copytree(servers.DIST, tmp_path / "dist"))
    service = "<urn:s> <http://www.w3.org/ns/dcat#endpointURL> <https://other.jp/sparql> ."
    with (dist / "catalog.ttl").open("a") as file:
        file.write(f"<{_HOME}catalog> <http://www.w3.org/ns/dcat#service> <urn:s> . {service}\n")
    checksums.write_checksums(dist)
    seen = on_terminal(dist, tmp_path / "state")
    assert "making the site and the store, at the first start with these data" in seen
    events = re.findall(r'"event": "([a-z-]+)"', seen)
    assert events == ["prepare", "start", "stop"]
    assert len(re.findall(r'(?:^|\x1b\[2K)\{"time": ', seen, re.MULTILINE)) == 3, (
        "on lines of its own"
    )
    assert '"endpoint": "https://other.jp/sparql"' in seen
    assert "names no SPARQL endpoint" not in seen


def test_in_a_pipe_people_are_told_where_the_journal_is_for_them(
    new_state: Callable[[], Path],  # noqa: F811
) -> None:
    command = [sys.executable, "-m", "kyodo_lod", "--lang", "en", "serve", "--port", "0"]
    more = ["--dist", str(servers.DIST), "--state", str(new_state()), "--log", "text"]
    with subprocess.Popen([*command, *more], stderr=subprocess.PIPE, text=True) as process:
        assert process.stderr is not None
        lines = [process.stderr.readline() for _ in range(2)]
        process.terminate()
    assert "  start  release " in lines[0]
    assert lines[1].endswith("/  8 graphs, Ctrl-C stops\n")


@pytest.mark.parametrize(("dist", "state"), [("a", "a/state"), ("b/dist", "b"), ("c", "c")])
def test_the_state_is_not_kept_in_what_is_published(
    dist: str, state: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    done = invoke("serve", "--dist", dist, "--state", state)
    words = f"{state}: overlaps {dist}; name a folder outside of it with --state\n"
    assert (done.code, done.err) == (2, words)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("en", "dist: there is no such folder; run kyodo-lod build first\n"),
        ("ja", "dist: このフォルダはありません。先に kyodo-lod build を実行してください。\n"),
    ],
)
def test_without_dist_it_says_what_to_do(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, language: str, words: str
) -> None:
    monkeypatch.chdir(tmp_path)
    done = invoke("--lang", language, "serve", "--port", "0", "--state", "state")
    assert (done.code, done.out, done.err) == (2, "", words)


def test_a_port_that_is_taken_is_said_before_anything_is_made(tmp_path: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as other:
        port = other.getsockname()[1]
        done = invoke("serve", "--port", str(port), "--state", str(tmp_path / "state"))
    assert (done.code, done.out) == (2, "")
    assert done.err == (
        f"127.0.0.1:{port}: cannot be listened at (Address already in use); "
        "choose another --host or --port\n"
    )


@pytest.mark.parametrize(
    ("options", "words"),
    [
        (("--root-path", "lod"), "--root-path lod cannot be used; write a path such as /lod"),
        (("--root-path", "/a b"), "--root-path /a b cannot be used"),
        (("--root-path", "//host"), "--root-path //host cannot be used"),
        (("--trust-proxy", "localhost"), "--trust-proxy takes the IP address or network"),
        (("--seconds", "0"), "0 is not in the range x>=1"),
        (("--host", "192.0.2.1"), "192.0.2.1:8000: cannot be listened at"),
    ],
)
def test_an_option_that_cannot_be_used_is_named(
    options: tuple[str, ...], words: str, tmp_path: Path
) -> None:
    done = invoke("serve", "--state", str(tmp_path / "state"), *options)
    assert (done.code, done.out) == (2, "")
    assert words in done.err
    assert done.err.count("\n") == 1


def test_a_missing_extra_is_named_with_what_installs_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(serve, "_NEEDED", ("uvicorn", "no_such_library"))
    done = invoke("serve")
    assert done.code == 2
    assert done.err == (
        "kyodo-lod serve: needs no_such_library; in the folder of kyodo-lod run pip install '.[serve]'\n"
    )


def test_every_library_that_is_needed_is_one_of_the_extra() -> None:
    for name in serve._NEEDED:
        assert importlib.util.find_spec(name) is not None


def test_help_needs_no_library_of_the_extra() -> None:
    code = (
        "import sys, kyodo_lod.cli as cli; cli.run(['serve', '--help']); "
        f"print([name for name in {serve._NEEDED!r} if name in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert "--max-result MIB" in done.stdout
    assert done.stdout.splitlines()[-1] == "[]"
