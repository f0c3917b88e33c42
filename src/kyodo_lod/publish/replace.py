"""Files that appear whole or not at all: written beside their target, then renamed (POSIX rename)."""

import errno
import os
import shutil
import signal
import tempfile
import threading
from collections.abc import Callable, Iterable, Iterator
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


def refuse_folders(paths: Iterable[Path]) -> None:
    """Raise OutputError where files are to be written and folders stand, before all the work."""
    for path in paths:
        if path.is_dir():
            raise OutputError(
                str(path),
                "フォルダです。ファイル名を指定してください。",
                "is a folder; name a file",
            )


def _replace_regular(path: Path, write: Callable[[IO[bytes]], None]) -> None:
    refuse_folders([path])
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


def exchange(source: Path, target: Path, names: list[str], stale: list[str]) -> None:
    """Move finished files into place, or change nothing; Ctrl-C waits until all is done.

    Args:
        source: the folder they are in, where what they replace is kept meanwhile.
        target: where they go.
        names: paths relative to both folders, in the order in which they move.
        stale: files of `target` that go before the last one moves.
    """
    kept = source / f"{REMNANT}kept"
    with output_errors(target), uninterrupted():
        for name in (*names, *stale):
            _keep(target / name, kept / name)
        folders = _make_room(target, names)
        try:
            for name in names[:-1]:
                (source / name).replace(target / name)
            for name in stale:
                (target / name).unlink(missing_ok=True)
            for name in names[-1:]:
                (source / name).replace(target / name)
        except BaseException:
            for name in (*names, *stale):
                _give_back(target / name, kept / name)
            _remove_empty(folders)
            raise
        _remove_empty([folder for name in stale for folder in _folders(target, name)])


def _make_room(target: Path, names: list[str]) -> list[Path]:
    """Make the folders that `names` need; give the new ones, the innermost first."""
    needed = {folder for name in names for folder in _folders(target, name)}
    folders = sorted((folder for folder in needed if not folder.exists()), reverse=True)
    try:
        for name in names:
            (target / name).parent.mkdir(parents=True, exist_ok=True)
            if (target / name).is_dir():  # no file can take its place
                raise IsADirectoryError(errno.EISDIR, f"{name}: {os.strerror(errno.EISDIR)}")
    except OSError:
        _remove_empty(folders)
        raise
    return folders


def _folders(target: Path, name: str) -> list[Path]:
    """Give the folders that `name` stands in, from the innermost to `target`."""
    return [folder for folder in (target / name).parents if folder.is_relative_to(target)]


def _keep(path: Path, kept: Path) -> None:
    """Keep a file by a second link to it, or a copy where the file system has no links."""
    if os.path.lexists(path):
        kept.parent.mkdir(parents=True, exist_ok=True)
        try:
            os.link(path, kept, follow_symlinks=False)
        except OSError:
            shutil.copy2(path, kept, follow_symlinks=False)


def _give_back(path: Path, kept: Path) -> None:
    with suppress(OSError):  # the others are given back all the same
        if os.path.lexists(kept):
            kept.replace(path)
        else:
            path.unlink(missing_ok=True)


def _remove_empty(folders: list[Path]) -> None:
    for folder in folders:
        with suppress(OSError):
            folder.rmdir()


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
