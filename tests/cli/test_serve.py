"""`serve`: one line when it answers, one line when it cannot."""

import importlib.util
import socket
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from cli.running import invoke
from serve import servers
from serve.conftest import new_state  # noqa: F401 - a fixture

from kyodo_lod.cli import serve


def test_it_says_where_it_is_and_stops_when_told(new_state: Callable[[], Path]) -> None:  # noqa: F811
    with servers.started(servers.DIST, new_state()) as server:
        assert server.ask("health").status == 200
        line = next(each for each in server.said.read_text().splitlines() if "http" in each[:4])
        assert line == f"http://127.0.0.1:{server.port}/  8 graphs, Ctrl-C stops"
        assert server.stop() == 0
        assert [event["event"] for event in server.journal()] == ["start", "request", "stop"]


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("en", "dist: holds nothing published; run kyodo-lod build first\n"),
        ("ja", "dist: 公開データがありません。先に kyodo-lod build を実行してください。\n"),
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
        "kyodo-lod serve: needs no_such_library; run pip install 'kyodo-lod[serve]'\n"
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
