"""Files that appear whole or not at all: written beside their target, then renamed (POSIX rename)."""

import errno
import os
import shutil
import signal
import tempfile
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import IO

from kyodo_lod.errors import OutputError
from kyodo_lod.files import refusal

#: begins the name of everything unfinished; the next run removes what a kill left
REMNANT = ".kyodo-"


def replace_file(path: Path, write: Callable[[IO[bytes]], None]) -> None:
    """Write a file.

    Args:
        path: the target; a device or pipe is written to directly.
        write: writes the content to the stream it is given.

    Raises:
        OutputError: where it cannot be written; what was there is untouched.
    """
    with output_errors(path):
        if path.exists() and not path.is_file() and not path.is_dir():
            with path.open("wb") as stream:
                write(stream)
            return
        _replace_regular(_followed(path), write)


def _replace_regular(path: Path, write: Callable[[IO[bytes]], None]) -> None:
    if path.is_dir():
        raise OutputError(
            str(path), "フォルダです。ファイル名を指定してください。", "is a folder; name a file"
        )
    unfinished = path.with_name(f"{REMNANT}{path.name}")
    _clear(unfinished)
    try:
        with unfinished.open("wb") as stream:
            write(stream)
            stream.flush()
            os.fsync(stream.fileno())
        unfinished.replace(path)
    finally:
        unfinished.unlink(missing_ok=True)


@contextmanager
def staging(folder: Path) -> Iterator[Path]:
    """Give an empty folder beside `folder` that is gone afterwards, whatever happens."""
    unfinished = remnant(folder)
    missing = [parent for parent in unfinished.parents if not parent.exists()]
    try:
        with output_errors(folder):
            unfinished.parent.mkdir(parents=True, exist_ok=True)
            _clear(unfinished)
            unfinished.mkdir()
            yield unfinished
    finally:
        shutil.rmtree(unfinished, ignore_errors=True)
        for parent in missing:
            with suppress(OSError):  # what was published stands in it
                parent.rmdir()


def remnant(folder: Path) -> Path:
    """Give the folder in which `folder` is made; it is there while that runs, or after a kill."""
    there = _followed(folder)
    return there.parent / f"{REMNANT}{there.name}"


def _followed(path: Path) -> Path:
    try:
        return path.resolve()
    except RuntimeError as error:
        raise OutputError(
            str(path), "リンクが循環しています。", "is a link that leads in a circle"
        ) from error


def _clear(path: Path) -> None:
    """Remove what a kill left at `path`."""
    if path.is_dir() and not path.is_symlink():
        shutil.rmtree(path)
    else:
        path.unlink(missing_ok=True)


@contextmanager
def scratch() -> Iterator[Path]:
    """Give an empty folder among the system's temporary files, gone afterwards."""
    with tempfile.TemporaryDirectory(prefix=REMNANT) as name, output_errors(Path(name)):
        yield Path(name)


def move_files(names: list[str], source: Path, target: Path) -> None:
    """Move finished files into place, in the order of `names`; Ctrl-C waits until all are there.

    Args:
        names: paths relative to both folders.
        source: where they are.
        target: where they go.
    """
    with output_errors(target), uninterrupted():
        for name in names:
            (target / name).parent.mkdir(parents=True, exist_ok=True)
            if (target / name).is_dir():  # no file can take its place; known before the first moves
                raise IsADirectoryError(errno.EISDIR, f"{name}: {os.strerror(errno.EISDIR)}")
        for name in names:
            (source / name).replace(target / name)


@contextmanager
def output_errors(path: Path) -> Iterator[None]:
    """Turn what the operating system says into one line about `path`."""
    try:
        yield
    except BrokenPipeError:
        raise
    except OSError as error:
        why = refusal(error)
        raise OutputError(
            str(path),
            f"書き込めません ({why.ja})。前からあったファイルはそのままです。",
            f"cannot be written ({why.en}); what was there before is untouched",
        ) from error


@contextmanager
def uninterrupted() -> Iterator[None]:
    """Hold Ctrl-C and termination back until the block is done."""
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    waiting: list[int] = []
    held = (signal.SIGINT, signal.SIGTERM)
    before = {number: signal.signal(number, lambda n, _: waiting.append(n)) for number in held}
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)
        if waiting:
            signal.raise_signal(waiting[0])
