"""Interrupted, killed, out of space or refused: old files stay byte for byte, nothing else is left."""

import contextlib
import hashlib
import os
import resource
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from cli.running import plain_environment
from end_to_end.process import LIMIT, inside, refused, run, started
from end_to_end.test_bad_input import files_below

#: what lies in the unfinished folder when the build has come that far
MOMENTS = ("", "dataset", "queries", "catalog.ttl")


@pytest.fixture(scope="module")
def next_release(built: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give a folder with a published dist/ and data/ for the next release; not to be changed."""
    folder = tmp_path_factory.mktemp("next") / "desk"
    shutil.copytree(built, folder)
    (source,) = folder.glob("data/*/*/*/source.toml")
    text = source.read_text(encoding="utf-8")
    earlier = '[[release.earlier]]\nversion = "1.0.0"\nmodified = 2026-11-23\n\n[rights]'
    text = text.replace('"1.0.0"', '"1.0.1"').replace("[rights]", earlier)
    source.write_text(text, encoding="utf-8")
    return folder


@pytest.fixture
def desk_of_release(next_release: Path, tmp_path: Path) -> Path:
    """Give a copy of that folder."""
    return Path(shutil.copytree(next_release, tmp_path / "desk_of_release"))


@pytest.fixture(scope="module")
def released(next_release: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """Give the dist/ that a build makes there when nothing stops it."""
    folder = tmp_path_factory.mktemp("released") / "desk"
    shutil.copytree(next_release, folder)
    assert run("build", cwd=folder).code == 0
    return files_below(folder / "dist")


def remnants(folder: Path) -> list[str]:
    """Give the unfinished files and folders there."""
    return [path.name for path in folder.iterdir() if path.name.startswith(".")]


def wait_for(path: Path, process: subprocess.Popen[bytes]) -> None:
    """Wait until `path` is there or the process has ended."""
    end = time.monotonic() + LIMIT
    while not path.exists() and process.poll() is None:
        assert time.monotonic() < end
        time.sleep(0.001)


@pytest.mark.parametrize("moment", MOMENTS)
def test_ctrl_c_during_a_build(
    moment: str, desk_of_release: Path, released: dict[str, bytes]
) -> None:
    before = files_below(desk_of_release / "dist")
    with started("build", cwd=desk_of_release) as process:
        wait_for(desk_of_release / ".kyodo-dist" / moment, process)
        process.send_signal(signal.SIGINT)
        _, err = process.communicate(timeout=LIMIT)
    after = files_below(desk_of_release / "dist")
    if process.returncode == 0:  # it was done before it heard
        assert after == released
    else:
        assert (process.returncode, err.strip()) == (130, b"")
        assert after in (before, released)
    assert remnants(desk_of_release) == []


@pytest.mark.parametrize("moment", ["", "queries"])
def test_kill_during_a_build(
    moment: str, desk_of_release: Path, released: dict[str, bytes]
) -> None:
    before = files_below(desk_of_release / "dist")
    with started("build", cwd=desk_of_release) as process:
        wait_for(desk_of_release / ".kyodo-dist" / moment, process)
        process.kill()
        process.communicate(timeout=LIMIT)
    after = files_below(desk_of_release / "dist")
    if process.returncode == 0:  # it was done before the signal came
        assert after == released
        return
    assert process.returncode == -signal.SIGKILL
    assert after == before
    assert remnants(desk_of_release) in ([], [".kyodo-dist"])
    done = run("build", "--quiet", cwd=desk_of_release)
    assert (done.code, done.err) == (0, "")
    assert files_below(desk_of_release / "dist") == released
    assert remnants(desk_of_release) == []


#: runs the command line, and ends it at the nth file that is moved into place
_AT_THE_NTH_MOVE = """
import os, pathlib, signal, sys
from kyodo_lod.cli import main
moves = 0
replace = pathlib.Path.replace
def counted(self, target):
    global moves
    moves += 1
    if moves == {nth}:
        os.kill(os.getpid(), signal.{signal})
    return replace(self, target)
pathlib.Path.replace = counted
main({arguments!r})
"""


def at_the_nth_move(nth: int, name: str, *arguments: str, cwd: Path) -> int:
    """Run the command line, send it a signal at the nth move; its exit status."""
    code = _AT_THE_NTH_MOVE.format(nth=nth, signal=name, arguments=list(arguments))
    done = subprocess.run(
        [sys.executable, "-c", code],
        cwd=cwd, env=plain_environment(), capture_output=True, timeout=LIMIT, check=False,
    )  # fmt: skip
    return done.returncode


def test_ctrl_c_waits_until_all_files_are_in_place(
    desk_of_release: Path, released: dict[str, bytes]
) -> None:
    assert at_the_nth_move(5, "SIGINT", "build", cwd=desk_of_release) == 130
    found = files_below(desk_of_release / "dist")
    assert found.pop("SHA256SUMS")
    assert found == {name: data for name, data in released.items() if name != "SHA256SUMS"}
    assert remnants(desk_of_release) == []
    assert run("build", "--quiet", cwd=desk_of_release).code == 0
    assert files_below(desk_of_release / "dist") == released


def test_after_a_kill_between_two_moves_the_next_run_completes(published: Path) -> None:
    # a new year, so that files come that no list names yet
    year = published / "data/072036-koriyama/kyodo-2/fy2019"
    shutil.copytree(year.with_name("fy2018"), year)
    for name in ("plan.txt", "source.toml"):
        text = (year / name).read_text(encoding="utf-8")
        (year / name).write_text(
            text.replace("2018", "2019").replace("H30", "R1"), encoding="utf-8"
        )
    assert inside("init", "--refresh", str(year), cwd=published).code == 0
    assert at_the_nth_move(30, "SIGKILL", "build", cwd=published) == -signal.SIGKILL
    assert remnants(published) == [".kyodo-dist"]
    assert list(published.glob("dist/dataset/*fy2019/*"))
    done = run("build", "--quiet", cwd=published)
    assert (done.code, done.err) == (0, "")
    assert remnants(published) == []
    lines = (published / "dist/SHA256SUMS").read_text(encoding="utf-8").splitlines()
    for digest, name in (line.split("  ", 1) for line in lines):
        assert hashlib.sha256((published / "dist" / name).read_bytes()).hexdigest() == digest


@contextlib.contextmanager
def small_disk(folder: Path, size: str) -> Iterator[Path]:
    """Give a disk of its own that holds `size`; skips where none can be mounted."""
    folder.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", f"size={size}", "tmpfs", str(folder)]
    if (
        shutil.which("mount") is None
        or subprocess.run(mount, capture_output=True, check=False).returncode
    ):
        pytest.skip("no disk can be mounted here; the limit on file sizes is tested all the same")
    try:
        yield folder
    finally:
        subprocess.run(["umount", str(folder)], check=True)


def test_a_full_disk(built: Path, tmp_path: Path) -> None:
    with small_disk(tmp_path / "disk", "2m") as disk:
        shutil.copytree(built / "data", disk / "data")
        (disk / "dist").mkdir()
        (disk / "plan.ttl").write_text("before", encoding="utf-8")
        (disk / "filling").write_bytes(b"x" * (shutil.disk_usage(disk).free - 60_000))
        before = files_below(disk)
        said = "cannot be written (No space left on device); what was there before is untouched"
        assert said in refused(run("build", cwd=disk), "dist: ")
        assert said in refused(run("convert", "data", "-o", "plan.ttl", cwd=disk), "plan.ttl: ")
        japanese = refused(run("build", "--lang", "ja", cwd=disk), "dist: ")
        assert "書き込めません" in japanese
        assert files_below(disk) == before


def limited(size: int) -> Callable[[], None]:
    """Give a function that limits the size of files in the process that calls it."""

    def limit() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (size, size))

    return limit


@pytest.mark.parametrize("size", [0, 1_000, 150_000])
def test_a_limit_on_the_size_of_files(size: int, published: Path) -> None:
    (published / "plan.ttl").write_text("before", encoding="utf-8")
    before = files_below(published)
    for arguments in (["build", "--out", "other"], ["convert", "data", "-o", "plan.ttl"]):
        done = run(*arguments, cwd=published, preexec_fn=limited(size))
        assert "cannot be written (File too large)" in refused(done)
        assert files_below(published) == before


@pytest.mark.parametrize("size", [0, 100, 1_500])
def test_a_new_document_is_laid_out_whole_or_not_at_all(size: int, desk: Path, city: Path) -> None:
    shutil.copyfile(city / "plan.txt", desk / "new.txt")
    before = files_below(desk)
    for code, year in (("261009", "2018"), ("072036", "2019")):
        new = ("--municipality", code, "--plan", "kyodo-2", "--year", year)
        done = run("init", "new.txt", *new, cwd=desk, preexec_fn=limited(size))
        assert "cannot be written (File too large)" in refused(done, "data/")
        assert files_below(desk) == before
    document = city / "plan.txt"
    document.write_bytes(document.read_bytes() + b"\n")
    before = files_below(desk)
    refused(run("init", "--refresh", "data", cwd=desk, preexec_fn=limited(100)), "data/")
    assert files_below(desk) == before


def test_a_limit_on_what_is_held_for_stdout(published: Path) -> None:
    done = run("convert", "data", cwd=published, preexec_fn=limited(0))
    assert done.code == 0  # a plan is held in memory, not in a file
    assert done.data


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="this system has no /dev/full")
@pytest.mark.parametrize(
    "arguments",
    [
        ["--help"],
        ["read", "data"],
        ["convert", "data"],
        ["query", "projects"],
        ["validate", "data"],
    ],
)
def test_a_full_disk_behind_stdout(arguments: list[str], built: Path) -> None:
    with Path("/dev/full").open("wb") as full:
        done = run(*arguments, cwd=built, stdout=full)
    assert (done.code, done.err) == (2, "stdout: cannot be written (No space left on device)\n")


def closed(number: int) -> Callable[[], None]:
    """Give a function that closes a stream of the process that calls it."""
    return lambda: os.close(number)


def test_closed_streams(built: Path) -> None:
    done = run("read", "data", cwd=built, preexec_fn=closed(1))
    assert (done.code, done.err) == (2, "stdout: is closed\n")
    done = run("read", "nope", cwd=built, preexec_fn=closed(2))
    assert (done.code, done.data) == (2, b"")
    done = run("query", "-", cwd=built, preexec_fn=closed(0))
    assert (done.code, done.err) == (2, "-: stdin is closed\n")


@pytest.mark.parametrize(
    "arguments",
    [["--help"], ["--version"], ["read", "data"], ["convert", "data"], ["query", "projects"],
     ["query", "--list"], ["explain", "--list"], ["validate", "data"]],
)  # fmt: skip
def test_a_pipe_that_nobody_reads(arguments: list[str], built: Path) -> None:
    reading, writing = os.pipe()
    os.close(reading)
    done = run(*arguments, cwd=built, stdout=writing)
    os.close(writing)
    assert (done.code, done.err) == (141, "")


def test_a_reader_that_has_seen_enough(built: Path) -> None:
    with started("convert", "data", cwd=built) as process:
        assert process.stdout is not None
        assert process.stdout.readline().startswith(b"@base")
        process.stdout.close()
        assert process.wait(LIMIT) == 141
        assert process.stderr is not None
        assert process.stderr.read() == b""


def test_errors_that_nobody_reads_keep_their_status(built: Path) -> None:
    reading, writing = os.pipe()
    os.close(reading)
    done = run("read", "nope", cwd=built, stderr=writing)
    os.close(writing)
    assert (done.code, done.data) == (2, b"")


#: 10¹² and more solutions: no engine ends this in a lifetime
ENDLESS = b"SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l }"


def test_ctrl_c_ends_a_long_query_at_once(built: Path) -> None:
    (built / "endless.rq").write_bytes(ENDLESS)
    with started("query", "endless.rq", "--verbose", cwd=built) as process:
        assert process.stderr is not None
        assert b"endless" in process.stderr.readline()  # the data are loaded, the query runs
        time.sleep(0.2)
        asked = time.monotonic()
        process.send_signal(signal.SIGINT)
        process.wait(LIMIT)
        assert time.monotonic() - asked < 5
    # a shell says 130 of both: ended by the signal, or by a status that says so
    assert process.returncode in (130, -signal.SIGINT)


def interrupted(process: subprocess.Popen[bytes]) -> int:
    """Press Ctrl-C until the program ends, as a person does.

    A signal that comes between Python's look for one and the blocking read is heard only after it.
    """
    for _ in range(LIMIT):
        process.send_signal(signal.SIGINT)
        try:
            return process.wait(1)
        except subprocess.TimeoutExpired:
            continue
    return process.wait(0)


#: a FIFO as the document: the program waits in it until it is interrupted
@pytest.mark.parametrize(
    "arguments",
    [["read", "data"], ["validate", "data"], ["convert", "data", "-o", "plan.ttl"], ["build"]],
)
def test_ctrl_c_while_a_document_is_read(arguments: list[str], desk: Path, city: Path) -> None:
    (city / "plan.txt").unlink()
    os.mkfifo(city / "plan.txt")
    with started(*arguments, "--verbose", cwd=desk) as process:
        assert process.stderr is not None
        assert b" s  " in process.stderr.readline()
        with (city / "plan.txt").open("wb"):  # opens when the program does
            assert interrupted(process) == 130
        assert process.stderr.read().strip() == b""
    assert sorted(path.name for path in desk.iterdir()) == ["data"]


def test_ctrl_c_while_stdin_is_read(desk: Path) -> None:
    with started(
        "validate", "-", "--from", "turtle", "--verbose", cwd=desk, stdin=subprocess.PIPE
    ) as process:
        assert process.stderr is not None
        assert b" s  -" in process.stderr.readline()
        process.send_signal(signal.SIGINT)
        assert process.wait(LIMIT) == 130
        assert process.stderr.read().strip() == b""


def test_a_remnant_of_another_run_is_removed(published: Path) -> None:
    (published / ".kyodo-dist" / "dataset").mkdir(parents=True)
    (published / ".kyodo-dist" / "dataset" / "half.nt").write_bytes(b"<a> <b")
    (published / ".kyodo-plan.ttl").write_bytes(b"<a> <b")
    before = files_below(published / "dist")
    assert run("build", "--quiet", cwd=published).code == 0
    assert run("convert", "data", "-o", "plan.ttl", cwd=published).code == 0
    assert files_below(published / "dist") == before
    assert remnants(published) == []
