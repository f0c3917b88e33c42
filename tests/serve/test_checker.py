"""serve/checker.py: the process that checks one upload, as it is started and fed."""

import signal
import subprocess
import sys
from pathlib import Path
from typing import Any

from conftest import KORIYAMA, ROOT

from kyodo_lod.serve.frame import frame, unframed

TASK = {
    "content_type": "text/plain",
    "query": "municipality=072036&plan=kyodo-2&year=2018",
    "format": "text",
    "language": "en",
    "site": str(ROOT / "dist"),
    "home": "https://example.org/",
    "limit": 8 * 1024 * 1024,
}
LIMITS = {"seconds": 20, "memory": 1024**3}


def checker(body: bytes, folder: Path, **changed: object) -> tuple[int, dict[str, Any], bytes]:
    done = subprocess.run(
        [sys.executable, "-P", "-m", "kyodo_lod.serve.checker"],
        input=frame({**TASK, **LIMITS, **changed}, body),
        capture_output=True,
        cwd=folder,
        check=False,
    )
    return (done.returncode, *(unframed(done.stdout) if done.stdout else ({}, b"")))


def test_it_answers_and_leaves_nothing_behind(tmp_path: Path) -> None:
    code, head, body = checker((KORIYAMA / "plan.txt").read_bytes(), tmp_path)
    assert (code, head["status"], head["conforms"]) == (0, 200, True)
    assert body == b"upload.txt: read 76 projects under 7 policies, no violations\n"
    assert list(tmp_path.iterdir()) == []


def test_what_takes_too_much_memory_is_told_or_ends_the_process(tmp_path: Path) -> None:
    triples = b"".join(b"_:a%d <x:p> _:b%d .\n" % (number, number) for number in range(100_000))
    turtle = {"content_type": "application/n-triples", "memory": 24 * 1024**2}
    code, head, _ = checker(triples, tmp_path, **turtle)
    assert code < 0 or head["outcome"] == "memory"


def test_cpu_time_is_bounded_whoever_started_it(tmp_path: Path) -> None:
    triples = b"".join(
        b"<x:%d> a <https://w3id.org/kyodo-lod/def#PlannedProject> .\n" % number
        for number in range(30_000)
    )
    code, _, _ = checker(triples, tmp_path, content_type="text/turtle", seconds=1)
    assert code in (-signal.SIGXCPU, -signal.SIGKILL)
