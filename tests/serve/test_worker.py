"""The process by itself: what it says, what it cannot do, and that it ends with its parent."""

import os
import resource
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from serve.stores import MORE, small_store

from kyodo_lod.rdf.dataset import Dataset
from kyodo_lod.rdf.read_only import ReadOnlyStore
from kyodo_lod.serve.frame import LENGTHS
from kyodo_lod.serve.job import Fate, Job, job_frame
from kyodo_lod.serve.worker import answer

KIB = 1024


@pytest.fixture
def store(tmp_path: Path) -> ReadOnlyStore:
    return ReadOnlyStore(small_store(tmp_path / "store"))


def test_a_table_is_written_as_asked(store: ReadOnlyStore) -> None:
    outcome = answer(
        store,
        Job("SELECT ?v { ?s e:p ?v } ORDER BY ?v".replace("e:p", "<https://e.jp/p>"), table="csv"),
        KIB,
    )
    assert (outcome.fate, outcome.is_graph) == (Fate.ANSWERED, False)
    assert outcome.body == b"v\r\n1\r\n2\r\n3\r\n"


def test_a_graph_is_written_as_asked(store: ReadOnlyStore) -> None:
    outcome = answer(store, Job("DESCRIBE <https://e.jp/b>", graph="n-triples"), KIB)
    assert (outcome.fate, outcome.is_graph) == (Fate.ANSWERED, True)
    assert outcome.body.startswith(b"<https://e.jp/b> <https://e.jp/p> ")


def test_only_what_is_worth_it_is_packed(store: ReadOnlyStore) -> None:
    short, long = (
        answer(store, Job(f'SELECT ("{text}" AS ?x) {{}}', packed=True), 9 * KIB)
        for text in ("x", "x" * 2000)
    )
    assert (short.packed, long.packed) == (False, True)
    assert long.body.startswith(b"\x1f\x8b")


@pytest.mark.parametrize(
    ("job", "fate", "words"),
    [
        (Job("SELECT * {\n ?s ?p }"), Fate.REFUSED, "query:2:9: is not SPARQL"),
        (Job("SELECT * { ?s nope:p ?o }"), Fate.REFUSED, "prefix nope: that is not declared"),
        (Job("ASK { SERVICE <x:x> {} }"), Fate.REFUSED, "nothing is fetched"),
        (Job("ASK {}", Dataset(("x:x",))), Fate.REFUSED, f"<{MORE}>"),
        (Job("ASK " + "{" * 300 + "}" * 300), Fate.REFUSED, "too deep"),
        (Job("SELECT (<x:f>(1) AS ?y) {}"), Fate.REFUSED, "<x:f>"),
        (Job("ASK {}", table=""), Fate.MISFIT, ""),
        (Job("CONSTRUCT {} {}", graph=""), Fate.MISFIT, ""),
        (Job('SELECT ("' + "x" * 2000 + '" AS ?x) {}'), Fate.LARGE, ""),
        (Job('SELECT ("\\u0001" AS ?x) {}', table="xml"), Fate.UNFIT, "choose another"),
        (Job("CONSTRUCT { <a:b> <a:1> 1 } {}", graph="rdf-xml"), Fate.UNFIT, "choose another"),
    ],
)  # fmt: skip
def test_what_is_wrong_is_told(store: ReadOnlyStore, job: Job, fate: Fate, words: str) -> None:
    outcome = answer(store, job, KIB)
    assert (outcome.fate, outcome.body) == (fate, b"")
    assert words in outcome.words.en
    assert bool(outcome.words.ja) == bool(words)


def _started(store: Path, seconds: int = 5) -> subprocess.Popen[bytes]:
    command = [sys.executable, "-m", "kyodo_lod.serve.worker", str(store)]
    amounts = [str(seconds), str(KIB), str(64 * KIB * KIB)]
    process = subprocess.Popen([*command, *amounts], stdin=subprocess.PIPE, stdout=subprocess.PIPE)
    assert process.stdout is not None
    head, body = LENGTHS.unpack(process.stdout.read(LENGTHS.size))
    process.stdout.read(head + body)
    return process


def test_it_ends_when_nobody_asks_any_more(tmp_path: Path) -> None:
    with _started(small_store(tmp_path / "store")) as process:
        process.communicate(timeout=10)
    assert process.returncode == 0


def test_it_may_write_no_file_and_take_no_memory_without_end(tmp_path: Path) -> None:
    with _started(small_store(tmp_path / "store")) as process:
        files, memory = (
            resource.prlimit(process.pid, kind)
            for kind in (resource.RLIMIT_FSIZE, resource.RLIMIT_AS)
        )
        process.communicate(timeout=10)
    assert files == (0, 0)
    assert 0 < memory[0] == memory[1]


def test_the_store_stays_as_it_was(tmp_path: Path) -> None:
    folder = small_store(tmp_path / "store")
    before = {path.name: path.read_bytes() for path in folder.iterdir()}
    with _started(folder) as process:
        process.communicate(job_frame(Job("SELECT * { ?s ?p ?o }")), timeout=10)
    assert {path.name: path.read_bytes() for path in folder.iterdir()} == before


_PARENT = """
import subprocess, sys, time
command = [sys.executable, "-m", "kyodo_lod.serve.worker", *sys.argv[1:]]
# its stdin stays open after this process, in the reader's hands
process = subprocess.Popen(command, stdin=int(sys.argv.pop()), stdout=subprocess.PIPE)
process.stdout.read(10)
print(process.pid, flush=True)
time.sleep(60)
"""


def test_it_dies_with_its_parent(tmp_path: Path) -> None:
    reading, writing = os.pipe()
    arguments = [str(small_store(tmp_path / "store")), "5", "1000", "100000000"]
    script = _PARENT.replace("sys.argv[1:]]", "sys.argv[1:-1]]")
    with subprocess.Popen(
        [sys.executable, "-c", script, *arguments, str(reading)],
        stdout=subprocess.PIPE,
        pass_fds=[reading],
    ) as parent:
        assert parent.stdout is not None
        worker = int(parent.stdout.readline())
        parent.send_signal(signal.SIGKILL)
    for _ in range(500):
        if _is_gone(worker):
            break
        time.sleep(0.01)
    assert _is_gone(worker)
    os.close(reading)
    os.close(writing)


def _is_gone(pid: int) -> bool:
    try:
        return (
            Path(f"/proc/{pid}/stat").read_text(encoding="ascii").rpartition(")")[2].split()[0]
            == "Z"
        )
    except (FileNotFoundError, ProcessLookupError):
        return True


def test_it_ends_itself_where_its_parent_forgot_it(tmp_path: Path) -> None:
    endless = " ".join(f"?a{n} ?b{n} ?c{n} ." for n in range(30))
    with _started(small_store(tmp_path / "store"), seconds=-1) as process:
        process.communicate(job_frame(Job(f"SELECT (COUNT(*) AS ?n) {{ {endless} }}")), timeout=20)
    assert process.returncode == -signal.SIGALRM
