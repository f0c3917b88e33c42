"""`kyodo-lod push`: what it says, how it ends, and that it goes on where it was killed."""

import re
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from cli.running import Done, invoke, plain_environment
from conftest import ROOT
from push.misbehaving import Misbehaving, hang, misbehaving, status

from kyodo_lod.cli import push as verb

DIST = str(ROOT / "dist")
SECRETS = {"KYODO_LOD_PUSH_USER": "me", "KYODO_LOD_PUSH_PASSWORD": "s3cret"}


@pytest.fixture
def server() -> Iterator[Misbehaving]:
    with misbehaving() as store:
        yield store


def push(server: Misbehaving, *options: str, **environment: str) -> Done:
    """Push dist/."""
    return invoke("push", server.store, "--dist", DIST, *options, environment=environment)


def kinds(done: Done) -> list[str]:
    """Give what became of each graph."""
    assert all(re.fullmatch(r".+: [^:]+, [\d,]+ triples", line) for line in done.out.splitlines())
    return [line.rpartition(": ")[2].partition(",")[0] for line in done.out.splitlines()]


def test_a_line_a_graph_and_nothing_to_do_the_second_time(server: Misbehaving) -> None:
    first, again = push(server), push(server)
    assert (first.code, first.err) == (again.code, again.err) == (0, "")
    assert set(kinds(first)) == {"sent"}
    assert set(kinds(again)) == {"already there"}
    assert first.out.splitlines()[0].endswith("/1.0.0: sent, 2,373 triples")


def test_in_japanese(server: Misbehaving) -> None:
    lines = push(server, "--lang", "ja", "--union", "default").out.splitlines()
    assert lines[0].endswith("/1.0.0: 送りました (2,373 トリプル)")
    assert lines[-1].startswith("既定グラフ: 送りました (3,")


def test_a_union_has_a_name_or_none(server: Misbehaving) -> None:
    assert push(server, "--union", "default").out.splitlines()[-1].startswith("default graph: sent")
    named = push(server, "--union", "named").out.splitlines()
    assert named[0].startswith("default graph: removed, 3,")
    assert named[-1].startswith("https://w3id.org/kyodo-lod/current: sent, 3,")


@pytest.mark.parametrize(("page", "lang"), [("big-store.md", "en"), ("big-store.ja.md", "ja")])
def test_the_page_shows_what_comes(page: str, lang: str, server: Misbehaving) -> None:
    text = (ROOT / "docs" / page).read_text(encoding="utf-8")
    (shown,) = re.findall(r"^```console\n(.*?)^```$", text, re.MULTILINE | re.DOTALL)
    told = [push(server, "--union", "default", "--lang", lang).out for _ in range(2)]
    lines = [line for line in shown.splitlines() if not line.startswith(("$", "…"))]
    assert set(lines) <= {line for out in told for line in out.splitlines()}
    assert len(lines) == 3


def test_a_dry_run_sends_nothing(server: Misbehaving) -> None:
    done = push(server, "--dry-run", "--all-graphs")
    assert (done.code, set(kinds(done))) == (0, {"would be sent"})
    assert server.graphs == {}


def test_a_count_that_differs_is_1(server: Misbehaving) -> None:
    server.more = -1
    done = push(server)
    assert done.code == 1
    assert done.out.splitlines()[0].endswith("/1.0.0: DIFFERS, 2,372 triples and not 2,373")


@pytest.mark.parametrize("code", [400, 401, 403, 404, 500])
def test_a_refusal_is_2_and_one_line(code: int, server: Misbehaving) -> None:
    server.fail(*[None] * 2, status(code))
    done = push(server, **SECRETS)
    assert (done.code, len(done.err.splitlines())) == (2, 1)
    assert done.err.startswith(server.store)
    assert "s3cret" not in done.err + done.out


def test_waiting_is_told_unless_quiet(server: Misbehaving) -> None:
    server.fail(status(503, Retry_After="0"))
    told = push(server)
    assert told.err == f"{server.store}: is busy (503); trying again at once\n"
    server.fail(status(503, Retry_After="0"))
    assert (push(server, "--quiet").code, push(server, "--quiet").err) == (0, "")


def test_a_server_that_hangs_is_given_up(server: Misbehaving) -> None:
    server.fail(hang(1.5))
    done = push(server, "--timeout", "1", "--tries", "0")
    assert (done.code, done.err) == (2, f"{server.store}: gives no answer within 1 s\n")


@pytest.mark.parametrize(
    ("arguments", "environment", "words"),
    [
        (("http://u:s3cret@h/store",), {}, "holds a name or password"),
        (("h:7878",), {}, "is not the address of a server"),
        (("http://127.0.0.1:1/x",), {}, "say it with --sparql"),
        (("http://lod.example.jp/store",), SECRETS, "use https, or say --insecure"),
        (("http://127.0.0.1:1/store", "--sparql", "query"), {}, "is not the address of a server"),
        (("http://127.0.0.1:1/store", "--piece", "0"), {}, "0 is not in the range"),
        ((), {}, "Missing argument 'URL'"),
    ],
)
def test_what_cannot_be_is_told_before_anything_is_sent(
    arguments: tuple[str, ...], environment: dict[str, str], words: str
) -> None:
    done = invoke("push", *arguments, "--dist", DIST, environment=environment)
    assert (done.code, done.out) == (2, "")
    assert words in done.err
    assert "s3cret" not in done.err


def test_a_missing_extra_is_named_with_what_installs_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(verb, "find_spec", lambda _: None)
    done = invoke("push", "http://127.0.0.1:9/store")
    words = "kyodo-lod push: needs requests; in the folder of kyodo-lod run pip install '.[push]'\n"
    assert (done.code, done.out, done.err) == (2, "", words)


def test_a_folder_that_was_not_built_is_told(server: Misbehaving, tmp_path: Path) -> None:
    done = invoke("push", server.store, "--dist", str(tmp_path))
    assert (done.code, len(done.err.splitlines())) == (2, 1)
    assert server.graphs == {}


_INTERRUPTED = "kyodo-lod push: interrupted; run it again to go on\n"


@pytest.mark.parametrize(
    ("end", "code", "line"), [(signal.SIGKILL, -9, ""), (signal.SIGINT, 130, _INTERRUPTED)]
)
def test_what_was_killed_goes_on_where_it_was(
    end: signal.Signals, code: int, line: str, server: Misbehaving
) -> None:
    # the record and who is loading, each read and written; two graphs, each put, counted and recorded,
    # with two looks at who is loading; a third put with one
    whole = 4 + 5 + 5 + 2
    server.fail(*[None] * whole, hang(30.0))
    command = [sys.executable, "-m", "kyodo_lod", "push", server.store, "--dist", DIST]
    with subprocess.Popen(
        command, env=plain_environment(), stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as process:
        for _ in range(600):
            if len(server.sent) > whole:
                break
            time.sleep(0.05)
        process.send_signal(end)
        said, told = process.communicate(timeout=30)
    assert (process.returncode, told.decode()) == (code, line)
    assert said.decode().count(": sent,") == 2
    again = push(server)
    assert (again.code, again.err.count("was broken off, or is still running")) == (0, 1)
    assert kinds(again)[:2] == ["already there"] * 2
    assert set(kinds(again)[2:]) == {"sent"}
    assert set(kinds(push(server))) == {"already there"}
