"""Files and folders that appear whole or not at all, whatever happens while they are written."""

import errno
import os
import signal
import subprocess
import sys
import threading
from contextlib import nullcontext
from pathlib import Path
from typing import IO

import pytest

from kyodo_lod.errors import OutputError
from kyodo_lod.publish.replace import (
    exchange,
    output_errors,
    refuse_folders,
    remnant,
    replace_file,
    scratch,
    staging,
    uninterrupted,
)

OLD, NEW = "前の内容\r\n".encode(), "新しい内容\n".encode()
FULL = OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))


def write_new(stream: IO[bytes]) -> None:
    stream.write(NEW)


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


@pytest.fixture
def target(tmp_path: Path) -> Path:
    (path := tmp_path / "plan.ttl").write_bytes(OLD)
    return path


def test_a_file_is_replaced_and_nothing_else_is_left(target: Path) -> None:
    replace_file(target, write_new)
    assert target.read_bytes() == NEW
    assert names(target.parent) == ["plan.ttl"]


def test_while_it_is_written_the_old_file_stands(target: Path) -> None:
    def write(stream: IO[bytes]) -> None:
        stream.write(NEW)
        stream.flush()
        assert target.read_bytes() == OLD
        assert names(target.parent) == [".kyodo-plan.ttl", "plan.ttl"]

    replace_file(target, write)
    assert target.read_bytes() == NEW


@pytest.mark.parametrize("error", [ValueError("x"), FULL, KeyboardInterrupt(), SystemExit(3)])
def test_when_writing_fails_the_old_file_stays(error: BaseException, target: Path) -> None:
    def write(stream: IO[bytes]) -> None:
        stream.write(NEW)
        raise error

    expected = OutputError if error is FULL else type(error)
    with pytest.raises(expected):
        replace_file(target, write)
    assert target.read_bytes() == OLD
    assert names(target.parent) == ["plan.ttl"]
    with pytest.raises(expected):
        replace_file(target.with_name("other.ttl"), write)
    assert names(target.parent) == ["plan.ttl"]


def test_folders_where_files_are_to_stand_are_refused_before_the_work(tmp_path: Path) -> None:
    refuse_folders([tmp_path / "none", Path(os.devnull)])
    with pytest.raises(OutputError, match="is a folder; name a file"):
        refuse_folders([tmp_path / "none", tmp_path])


def test_a_full_disk_is_said_in_one_line_of_either_language(target: Path) -> None:
    def write(_: IO[bytes]) -> None:
        raise FULL

    with pytest.raises(OutputError) as caught:
        replace_file(target, write)
    untouched = "what was there before is untouched"
    assert caught.value.line("en") == (
        f"{target}: cannot be written (No space left on device); {untouched}"
    )
    assert "ディスクがいっぱいです" in caught.value.line("ja")


@pytest.mark.parametrize("size", [1 << 10, 1 << 20])
def test_where_the_system_stops_the_writing_the_old_file_stays(size: int, target: Path) -> None:
    program = (
        "import resource, sys\nfrom pathlib import Path\n"
        "from kyodo_lod.publish.replace import replace_file\n"
        "resource.setrlimit(resource.RLIMIT_FSIZE, (512, 512))\n"
        f"replace_file(Path(sys.argv[1]), lambda stream: stream.write(bytes({size})))\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", program, str(target)], capture_output=True, check=False
    )
    assert done.returncode == 1
    last = done.stderr.splitlines()[-1]
    assert b"OutputError" in last
    assert b"File too large" in last
    assert target.read_bytes() == OLD
    assert names(target.parent) == ["plan.ttl"]


@pytest.mark.parametrize("kind", ["file", "folder", "link"])
def test_what_a_kill_left_is_replaced(kind: str, target: Path) -> None:
    left = target.with_name(".kyodo-plan.ttl")
    (elsewhere := target.with_name("elsewhere")).write_bytes(OLD)
    if kind == "file":
        left.write_bytes(b"half a fi")
    elif kind == "folder":
        (left / "sub").mkdir(parents=True)
    else:
        left.symlink_to(elsewhere)
    replace_file(target, write_new)
    assert (target.read_bytes(), elsewhere.read_bytes()) == (NEW, OLD)
    assert names(target.parent) == ["elsewhere", "plan.ttl"]
    assert not target.is_symlink()


def test_a_device_is_written_to(tmp_path: Path) -> None:
    replace_file(Path(os.devnull), write_new)
    assert not Path(os.devnull).is_file()
    (link := tmp_path / "null").symlink_to(os.devnull)
    replace_file(link, write_new)
    assert link.is_symlink()


def test_a_pipe_is_written_to(tmp_path: Path) -> None:
    os.mkfifo(pipe := tmp_path / "pipe")
    read: list[bytes] = []
    reader = threading.Thread(target=lambda: read.append(pipe.read_bytes()), daemon=True)
    reader.start()
    replace_file(pipe, write_new)
    reader.join(10)
    assert read == [NEW]
    assert pipe.is_fifo()
    assert names(tmp_path) == ["pipe"]


def test_a_full_device_is_said_in_one_line() -> None:
    if not Path("/dev/full").exists():
        pytest.skip("this system has no /dev/full")
    with pytest.raises(OutputError, match="No space left on device"):
        replace_file(Path("/dev/full"), write_new)


@pytest.mark.parametrize("there", [True, False])
def test_a_link_is_followed_and_stays(there: bool, tmp_path: Path) -> None:
    (tmp_path / "real").mkdir()
    real = tmp_path / "real" / "plan.ttl"
    if there:
        real.write_bytes(OLD)
    (link := tmp_path / "link.ttl").symlink_to("real/plan.ttl")
    replace_file(link, write_new)
    assert link.is_symlink()
    assert real.read_bytes() == NEW
    assert (names(tmp_path), names(real.parent)) == (["link.ttl", "real"], ["plan.ttl"])


@pytest.mark.skipif(sys.version_info >= (3, 13), reason="from 3.13 on Python sees no circle")
def test_a_link_in_a_circle_is_refused(tmp_path: Path) -> None:
    (tmp_path / "a").symlink_to("b")
    (tmp_path / "b").symlink_to("a")
    with pytest.raises(OutputError, match="leads in a circle"):
        replace_file(tmp_path / "a", write_new)
    with pytest.raises(OutputError, match="leads in a circle"), staging(tmp_path / "a"):
        pytest.fail("there is no such folder")
    assert names(tmp_path) == ["a", "b"]


@pytest.mark.parametrize(
    ("name", "words"),
    [
        (".", "is a folder; name a file"),
        ("missing/plan.ttl", "cannot be written (No such file or directory)"),
        ("plan.ttl/plan.ttl", "cannot be written (Not a directory)"),
        ("x" * 300, "cannot be written (File name too long)"),
    ],
)
def test_where_no_file_can_be_is_said_in_one_line(name: str, words: str, target: Path) -> None:
    path = target.parent / name
    with pytest.raises(OutputError) as caught:
        replace_file(path, write_new)
    for line in (caught.value.line("en"), caught.value.line("ja")):
        assert line.startswith(f"{path}: ")
        assert "\n" not in line
    assert words in caught.value.line("en")
    assert (names(target.parent), target.read_bytes()) == (["plan.ttl"], OLD)


@pytest.mark.parametrize(("mask", "mode"), [(0o022, 0o644), (0o077, 0o600), (0o002, 0o664)])
def test_the_umask_decides_who_may_read(mask: int, mode: int, tmp_path: Path) -> None:
    before = os.umask(mask)
    try:
        replace_file(tmp_path / "plan.ttl", write_new)
    finally:
        os.umask(before)
    assert (tmp_path / "plan.ttl").stat().st_mode & 0o777 == mode


@pytest.mark.parametrize("error", [None, ValueError("x"), FULL, KeyboardInterrupt()])
def test_a_staging_folder_is_gone_whatever_happens(
    error: BaseException | None, tmp_path: Path
) -> None:
    folder = tmp_path / "a" / "b" / "dist"

    def work() -> None:
        with staging(folder) as made:
            assert made == remnant(folder) == tmp_path / "a" / "b" / ".kyodo-dist"
            (made / "sub").mkdir()
            (made / "sub" / "file").write_bytes(NEW)
            if error:
                raise error

    with pytest.raises(OutputError if error is FULL else type(error)) if error else nullcontext():
        work()
    assert names(tmp_path) == []


def test_a_published_folder_keeps_the_folders_above_it(tmp_path: Path) -> None:
    folder = tmp_path / "a" / "dist"
    with staging(folder):
        folder.mkdir()
    assert names(tmp_path / "a") == ["dist"]


@pytest.mark.parametrize("kind", ["file", "folder"])
def test_staging_replaces_what_a_kill_left(kind: str, tmp_path: Path) -> None:
    left = remnant(tmp_path / "dist")
    if kind == "file":
        left.write_bytes(b"half")
    else:
        (left / "sub").mkdir(parents=True)
    with staging(tmp_path / "dist") as made:
        assert names(made) == []
    assert names(tmp_path) == []


@pytest.mark.parametrize("name", [".", "../here", "link"])
def test_staging_stands_beside_the_folder_itself(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (here := tmp_path / "here").mkdir()
    (here / "link").symlink_to(here)
    monkeypatch.chdir(here)
    with staging(Path(name)) as made:
        assert made == tmp_path / ".kyodo-here"
    assert names(tmp_path) == ["here"]


def test_where_no_folder_can_be_is_said_in_one_line(target: Path) -> None:
    made = staging(target / "dist")
    with pytest.raises(OutputError) as caught:
        made.__enter__()
    assert caught.value.line("en").startswith(f"{target / 'dist'}: cannot be written (")
    assert names(target.parent) == ["plan.ttl"]


def test_a_scratch_folder_is_empty_and_goes() -> None:
    seen: list[Path] = []

    def work() -> None:
        with scratch() as folder:
            seen.append(folder)
            assert names(folder) == []
            (folder / "file").write_bytes(NEW)
            raise FULL

    with pytest.raises(OutputError):
        work()
    assert not seen[0].exists()


def test_a_closed_pipe_is_not_a_fault_of_the_file(target: Path) -> None:
    with pytest.raises(BrokenPipeError), output_errors(target):
        raise BrokenPipeError


@pytest.fixture
def source(tmp_path: Path) -> Path:
    (folder := tmp_path / "source").mkdir()
    for name in ("c", "a", "sub/b"):
        (folder / name).parent.mkdir(exist_ok=True)
        (folder / name).write_bytes(name.encode())
    return folder


ORDER = ["c", "sub/b", "a"]


@pytest.fixture
def old(tmp_path: Path) -> Path:
    """Give a folder with an older file, one to come, and one that is stale."""
    (folder := tmp_path / "target").mkdir()
    for name in ("c", "gone/with/it"):
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(OLD)
    return folder


def held(folder: Path) -> dict[str, bytes | None]:
    """Give everything in a folder, with what the files hold."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes() if path.is_file() else None
        for path in sorted(folder.rglob("*"))
    }


def test_files_move_in_the_order_given_and_stale_ones_go_before_the_last(
    source: Path, old: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    moved: list[str] = []
    replace, unlink = Path.replace, Path.unlink

    def spy(self: Path, to: Path) -> Path:
        moved.append(self.relative_to(source).as_posix())
        return replace(self, to)

    def spy_on_unlink(self: Path, missing_ok: bool = False) -> None:  # noqa: FBT001, FBT002, RUF100
        moved.append(f"- {self.relative_to(old).as_posix()}")
        unlink(self, missing_ok)

    monkeypatch.setattr(Path, "replace", spy)
    monkeypatch.setattr(Path, "unlink", spy_on_unlink)
    exchange(source, old, ORDER, ["gone/with/it"])
    assert moved == ["c", "sub/b", "- gone/with/it", "a"]
    assert held(old) == {"a": b"a", "c": b"c", "sub": None, "sub/b": b"sub/b"}


def test_files_move_to_a_new_folder(source: Path, tmp_path: Path) -> None:
    exchange(source, tmp_path / "new" / "target", ORDER, [])
    assert [n for n, d in held(tmp_path / "new" / "target").items() if d] == ["a", "c", "sub/b"]


@pytest.mark.parametrize("links", [True, False], ids=["links", "no links"])
@pytest.mark.parametrize("error", [FULL, KeyboardInterrupt(), PermissionError(errno.EACCES, "no")])
@pytest.mark.parametrize("step", range(4))
def test_when_one_of_the_moves_fails_nothing_has_changed(
    step: int,
    error: BaseException,
    links: bool,
    source: Path,
    old: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    before, steps = held(old), iter(range(99))
    replace, unlink = Path.replace, Path.unlink

    def fail() -> None:
        if next(steps) == step:
            raise error

    def spy(self: Path, to: Path) -> Path:
        fail()
        return replace(self, to)

    def spy_on_unlink(self: Path, missing_ok: bool = False) -> None:  # noqa: FBT001, FBT002, RUF100
        fail()
        unlink(self, missing_ok)

    def no_links(*_: object, **__: object) -> None:
        raise OSError(errno.EPERM, "Operation not permitted")

    monkeypatch.setattr(Path, "replace", spy)
    monkeypatch.setattr(Path, "unlink", spy_on_unlink)
    if not links:
        monkeypatch.setattr(os, "link", no_links)
    with pytest.raises((OutputError, KeyboardInterrupt)):
        exchange(source, old, ORDER, ["gone/with/it"])
    assert held(old) == before


def test_a_link_is_replaced_and_given_back_as_a_link(
    source: Path, old: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (old / "c").rename(old / "d")
    (old / "c").symlink_to("d")
    replace = Path.replace

    def fail_at_last(self: Path, to: Path) -> Path:
        if self == source / "a":
            raise FULL
        return replace(self, to)

    monkeypatch.setattr(Path, "replace", fail_at_last)
    with pytest.raises(OutputError):
        exchange(source, old, ORDER, [])
    assert (old / "c").readlink() == Path("d")
    assert (old / "d").read_bytes() == OLD


@pytest.mark.parametrize("obstacle", ["a folder for a", "a file for sub"])
def test_what_stands_in_the_way_is_seen_before_the_first_moves(
    obstacle: str, source: Path, old: Path
) -> None:
    if obstacle == "a folder for a":
        (old / "a").mkdir()
    else:
        (old / "sub").write_bytes(OLD)
    before = held(old)
    with pytest.raises(OutputError):
        exchange(source, old, ["c", "new/d", "sub/b", "a"], ["gone/with/it"])
    assert held(old) == before


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_a_signal_waits_until_the_block_is_done(number: signal.Signals) -> None:
    told: list[str] = []
    before = signal.signal(number, lambda *_: told.append("signal"))
    try:
        with uninterrupted():
            with uninterrupted():
                signal.raise_signal(number)
                told.append("inner")
            told.append("outer")
        assert told == ["inner", "outer", "signal"]
        signal.raise_signal(number)
        assert told[-2:] == ["signal", "signal"]
    finally:
        signal.signal(number, before)


def test_ctrl_c_is_heard_after_the_block() -> None:
    done: list[str] = []

    def work() -> None:
        with uninterrupted():
            signal.raise_signal(signal.SIGINT)
            done.append("block")
        done.append("never")

    with pytest.raises(KeyboardInterrupt):
        work()
    assert done == ["block"]
    assert signal.getsignal(signal.SIGINT) is signal.default_int_handler


def test_other_threads_are_not_held() -> None:
    handlers: list[object] = []

    def block() -> None:
        with uninterrupted():
            handlers.append(signal.getsignal(signal.SIGINT))

    thread = threading.Thread(target=block)
    thread.start()
    thread.join()
    assert handlers == [signal.getsignal(signal.SIGINT)]


def test_who_reads_the_old_file_reads_it_to_its_end(target: Path) -> None:
    with target.open("rb") as reader:
        replace_file(target, write_new)
        assert reader.read() == OLD
