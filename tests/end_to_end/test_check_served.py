"""/check over the wire: as docs/check.md says, and as nobody should send it."""

import json
import re
import shlex
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest
from conftest import KORIYAMA, ROOT
from serve import servers
from serve.servers import Server

PLAN = (KORIYAMA / "plan.txt").read_bytes()
GRAPH = servers.DIST / "dataset/072036-kyodo-2-fy2018/072036-kyodo-2-fy2018.ttl"
FIELDS = "municipality=072036&plan=kyodo-2&year=2018"
BOUNDARY = {"Content-Type": "multipart/form-data; boundary=xyz"}
WORD = "himitsu"


@pytest.fixture(scope="module")
def server(shared: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """Give a server of this module's own, whose journal is read as a whole."""
    state = servers.filled_state(shared, tmp_path_factory.mktemp("check") / "state")
    with servers.started(servers.DIST, state) as running:
        yield running


@pytest.mark.parametrize("page", ["check.md", "check.ja.md"])
def test_what_the_page_shows_works(page: str, server: Server, tmp_path: Path) -> None:
    if not shutil.which("curl"):
        pytest.skip("no curl")
    (tmp_path / "plan.txt").write_bytes(PLAN)
    shutil.copyfile(GRAPH, tmp_path / "graph.ttl")
    text = (ROOT / "docs" / page).read_text(encoding="utf-8")
    [block] = re.findall(r"^```sh\n(.*?)^```$", text, re.MULTILINE | re.DOTALL)
    commands = block.replace("https://example.org/", server.url).splitlines()
    outputs = [
        subprocess.run(
            [*shlex.split(command), "-sS"], cwd=tmp_path, capture_output=True, check=True
        ).stdout
        for command in commands
    ]
    assert len(outputs) == 4
    assert [json.loads(output)["conforms"] for output in outputs[:2]] == [True, True]
    assert json.loads((tmp_path / "graph.sarif").read_bytes())["version"] == "2.1.0"
    assert outputs[3] == b"true"
    assert json.loads((tmp_path / "report.json").read_bytes())["conforms"] is True


def _parts(count: int) -> bytes:
    return b'--xyz\r\nContent-Disposition: form-data; name="a"\r\n\r\n\r\n' * count + b"--xyz--"


@pytest.mark.parametrize(
    ("headers", "body", "status"),
    [
        (BOUNDARY, _parts(100_000), 400),
        (BOUNDARY, b"--xyz\r\n", 400),
        (BOUNDARY, b"--xyz" * 1_000_000, 400),
        (BOUNDARY, b"\r\n-" * 2_000_000, 400),
        ({"Content-Type": "multipart/form-data"}, b"--", 400),
        ({"Content-Type": "application/x-www-form-urlencoded"}, b"file=a", 415),
        ({}, b"a", 415),
        ({"Content-Type": "text/turtle"}, b"", 400),
        ({"Content-Type": "text/turtle", "Content-Encoding": "deflate"}, b"a", 415),
        ({"Content-Type": "text/turtle"}, b"\0" * 1_000_000, 422),
        ({"Content-Type": "text/turtle"}, b"a" * (9 * 1024 * 1024), 413),
        ({"Content-Type": "application/ld+json"}, b'{"a":' * 1_000_000, 422),
    ],
)
def test_what_nobody_should_send_gets_a_plain_answer(
    headers: dict[str, str], body: bytes, status: int, server: Server
) -> None:
    answer = server.ask("check", {**headers, "Accept": "text/plain"}, "POST", body)
    assert answer.status == status
    assert answer.headers["content-type"].startswith("text/plain")
    for place in (b"Traceback", str(ROOT).encode(), str(server.state).encode()):
        assert place not in answer.body


def test_a_body_that_is_cut_off_gets_no_process(server: Server) -> None:
    head = b"POST /check HTTP/1.1\r\nHost: a\r\nContent-Type: text/turtle\r\nContent-Length: 1000\r\n\r\n"
    server.send(head + b"<x:a>", half_close=True)
    assert server.ask("health").status == 200
    assert _children(server) == _children(server, "kyodo_lod.serve.worker")


def test_nothing_of_an_upload_is_written_down_or_left(server: Server) -> None:
    before = sorted(server.state.rglob("*"))
    body = (
        f'--xyz\r\nContent-Disposition: form-data; name="file"; filename="{WORD}.txt"\r\n\r\n'
        f"{WORD}\r\n--xyz--\r\n"
    ).encode()
    answer = server.ask(f"check?{FIELDS}&shapes={WORD}", BOUNDARY, "POST", body)
    assert WORD in answer.body.decode()
    server.wait_for("request")
    said = server.said.read_text(encoding="utf-8")
    assert WORD not in said
    assert "127.0.0.1" not in said.replace(server.url, "")
    assert sorted(server.state.rglob("*")) == before
    assert _children(server) == _children(server, "kyodo_lod.serve.worker")


def _children(server: Server, program: str = "") -> set[str]:
    """Give the processes that the server has started, all or those of one program."""
    pid = server.process.pid
    listed = Path(f"/proc/{pid}/task/{pid}/children").read_text().split()
    return {
        each for each in listed if program in Path(f"/proc/{each}/cmdline").read_bytes().decode()
    }
