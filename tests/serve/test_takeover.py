"""New data are taken over while the old ones are served; nobody is sent away meanwhile."""

import asyncio
import json
import shutil
import signal
import threading
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from serve import servers
from serve.servers import Server
from serve.test_release import example

from kyodo_lod.publish import checksums
from kyodo_lod.serve.journal import Journal
from kyodo_lod.serve.release import Release
from kyodo_lod.serve.serving import Refused, Serving
from kyodo_lod.serve.takeover import Takeover, remove_others


@pytest.fixture
def dist(tmp_path: Path) -> Path:
    return Path(shutil.copytree(servers.DIST, tmp_path / "dist"))


def health(server: Server) -> dict[str, Any]:
    """Give what it says of itself."""
    answer = server.ask("health")
    assert answer.status == 200
    said: dict[str, Any] = json.loads(answer.body)
    return said


def release_of(server: Server) -> str:
    """Give the release that is served."""
    return str(health(server)["release"])


class _Client(threading.Thread):
    """Asks again and again, on one connection after another, until told to stop."""

    def __init__(self, server: Server, path: str) -> None:
        super().__init__()
        self._server, self._path = server, path
        self.is_done = threading.Event()
        self.answers: list[tuple[int, str]] = []

    def run(self) -> None:
        while not self.is_done.is_set():
            answer = self._server.ask(self._path)
            self.answers.append((answer.status, answer.headers.get("etag", "")))
            self.is_done.wait(0.1)


def test_nobody_is_sent_away_while_new_data_are_refused_and_then_taken_over(
    dist: Path, new_state: Callable[[], Path]
) -> None:
    query = "sparql?query=SELECT%20*%20%7B%3Fs%20a%20%3Fo%7D%20LIMIT%203"
    with servers.started(dist, new_state()) as server:
        first = release_of(server)
        clients = [_Client(server, query) for _ in range(2)]
        for client in clients:
            client.start()
        try:
            _finish(dist, _half_a_build(dist, server, first))  # which is seen without a word
            (event,) = server.wait_for("takeover")
            (resolved,) = server.wait_for("takeover-resolved")
            second = release_of(server)
        finally:
            for client in clients:
                client.is_done.set()
                client.join()
        assert second == event["release"] != first
        assert "refused" not in health(server)
        told = [each for each in server.journal("takeover-refused") if "catalog" in each["why"]]
        assert len(told) <= 3, "by itself it looked once at most"
        assert resolved["time"] >= event["time"]
        for client in clients:
            _was_well_served(client)
        wait_until_gone(server.state / first)
        assert server.stop() == 0


def _half_a_build(dist: Path, server: Server, first: str) -> bytes:
    """Spoil a file; it is waited for, and told to who asks. Give what was in it."""
    good = (dist / "catalog.ttl").read_bytes()
    (dist / "catalog.ttl").write_bytes(b"half")
    with (dist / "SHA256SUMS").open("a") as file:
        file.write("\n")
    for count in (1, 2):  # who asks is told again
        server.process.send_signal(signal.SIGHUP)
        refused = server.wait_for("takeover-refused", count)[-1]
    assert "catalog.ttl: is not what SHA256SUMS lists" in refused["why"]
    assert release_of(server) == first
    why = health(server)["refused"]["why"]
    assert why.startswith("catalog.ttl: is not what SHA256SUMS lists; wait")
    return good


def _finish(dist: Path, good: bytes) -> None:
    """Make the build whole; what SHA256SUMS lists is there at no time before it is written."""
    (dist / "data-items.csv").write_text("new\n", encoding="utf-8")
    (dist / "catalog.ttl").write_bytes(good)
    checksums.write_checksums(dist)


def _was_well_served(client: _Client) -> None:
    assert {status for status, _ in client.answers} == {200}
    tags = [tag for _, tag in client.answers]
    assert tags == sorted(tags, key=[*dict.fromkeys(tags)].index), "once new, never old"
    assert len(set(tags)) == 2


def wait_until_gone(folder: Path) -> None:
    for _ in range(10_000):
        if not folder.exists():
            return
        threading.Event().wait(0.02)
    raise AssertionError(f"{folder} is not removed")


def test_what_goes_back_to_what_is_served_is_well_again(
    dist: Path, new_state: Callable[[], Path]
) -> None:
    with servers.started(dist, new_state()) as server:
        assert "refused" not in health(server)
        first = release_of(server)
        good = (dist / "SHA256SUMS").read_bytes()
        for count in (1, 2):
            (dist / "SHA256SUMS").unlink()
            server.process.send_signal(signal.SIGHUP)
            server.wait_for("takeover-refused", count)
            refused = health(server)["refused"]
            assert refused["why"] == "dist: holds nothing published; run kyodo-lod build first"
            assert refused["time"] >= server.journal("takeover-refused")[-1]["time"]
            (dist / "SHA256SUMS").write_bytes(good)
            server.process.send_signal(signal.SIGHUP)
            server.wait_for("takeover-resolved", count)
            assert "refused" not in health(server)
        assert release_of(server) == first
        assert server.journal("takeover") == []
        assert server.journal("unchanged") == []
        server.process.send_signal(signal.SIGHUP)
        assert server.wait_for("unchanged")[0]["release"] == first


class _Shown:
    """Stands for the application, of which a takeover knows what is served."""

    def __init__(self, serving: Serving) -> None:
        self.serving = serving


def test_a_mistake_of_ours_is_no_silent_one(tmp_path: Path, new_state: Callable[[], Path]) -> None:
    def stumble(_: Release) -> Serving:
        raise ZeroDivisionError

    async def run() -> Refused | None:
        serving = Serving(example(tmp_path), *[None] * 3)
        takeover = Takeover(servers.DIST, new_state(), _Shown(serving), stumble, Journal("none"))
        takeover.look()
        task = asyncio.create_task(takeover.run())
        while serving.refused is None:
            await asyncio.sleep(0.01)
        task.cancel()
        return serving.refused

    refused = asyncio.run(run())
    assert refused is not None
    assert refused.why == "a mistake of the program; the journal says where (takeover-fault)"


def test_data_that_mean_nothing_leave_the_old_ones_in_place(
    dist: Path, new_state: Callable[[], Path]
) -> None:
    with servers.started(dist, new_state()) as server:
        first = release_of(server)
        (dist / "catalog.ttl").write_bytes(b"this is no Turtle")
        checksums.write_checksums(dist)
        server.process.send_signal(signal.SIGHUP)
        (refused,) = server.wait_for("takeover-refused")
        assert "catalog.ttl" in refused["why"]
        (dist / "catalog.ttl").unlink()
        (dist / "catalog.ttl").mkdir()  # which root cannot read either
        (dist / "SHA256SUMS").write_text(f"{'0' * 64}  catalog.ttl\n")
        server.process.send_signal(signal.SIGHUP)
        unread = server.wait_for("takeover-refused", 2)[1]["why"]
        assert unread == f"{dist}/catalog.ttl: cannot be read (Is a directory)"
        assert health(server)["refused"]["why"] == "catalog.ttl: cannot be read (Is a directory)"
        shutil.rmtree(dist)
        server.process.send_signal(signal.SIGHUP)
        assert "there is no such folder" in server.wait_for("takeover-refused", 3)[2]["why"]
        assert release_of(server) == first


def test_what_fails_is_tried_less_and_less_often_and_what_is_new_at_once(tmp_path: Path) -> None:
    async def run() -> list[bool]:
        takeover = Takeover(tmp_path, tmp_path, None, None, Journal("none"))
        due = [takeover._is_due("a"), takeover._is_due("b")]
        takeover._failed = "b"
        return [*due, takeover._is_due("b"), takeover._is_due("b"), takeover._is_due("c")]

    assert asyncio.run(run()) == [True, True, False, False, True]


def test_what_nobody_uses_is_removed_and_nothing_else(tmp_path: Path) -> None:
    kept, old, begun = "a" * 64, "b" * 64, f".kyodo-{'c' * 64}"
    for name in (kept, old, begun, "mine"):
        (tmp_path / name).mkdir()
    (tmp_path / "lock").touch()
    remove_others(tmp_path, example(tmp_path / kept))
    assert {path.name for path in tmp_path.iterdir()} == {kept, "mine", "lock"}
