"""Runs the real command line as a process of its own, in a pipe or on a terminal."""

import contextlib
import fcntl
import os
import pty
import re
import struct
import subprocess
import sys
import termios
import threading
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from cli.running import invoke, plain_environment

COMMAND = (sys.executable, "-m", "kyodo_lod")
#: far beyond what any run here takes; a hang is a failure, not a wait
LIMIT = 60


@dataclass(frozen=True)
class Done:
    """How a process ended: its exit status and what it wrote."""

    code: int
    data: bytes
    err: str

    @property
    def out(self) -> str:
        """What it wrote to stdout."""
        return self.data.decode("utf-8")


def run(
    *arguments: str,
    cwd: Path,
    stdin: bytes = b"",
    environment: Mapping[str, str] | None = None,
    **more: Any,
) -> Done:
    """Run the command line to its end."""
    done = subprocess.run(
        [*COMMAND, *arguments],
        cwd=cwd,
        input=stdin,
        env=plain_environment(**(environment or {})),
        stdout=more.pop("stdout", subprocess.PIPE),
        stderr=more.pop("stderr", subprocess.PIPE),
        timeout=LIMIT,
        check=False,
        **more,
    )
    return Done(done.returncode, done.stdout or b"", (done.stderr or b"").decode("utf-8"))


def inside(*arguments: str, cwd: Path, stdin: bytes = b"") -> Done:
    """Run the command line in this process, where many runs would cost too much of the day."""
    with contextlib.chdir(cwd):
        done = invoke(*arguments, stdin=stdin)
    return Done(done.code, done.out.encode("utf-8"), done.err)


def refused(done: Done, place: str = "") -> str:
    """Hold a run to what an error must be: exit 2, nothing on stdout, one line; give that line."""
    assert done.code == 2, (done.code, done.err)
    assert done.data == b""
    assert re.fullmatch(r"[^\n]+\n", done.err), done.err
    assert "Traceback" not in done.err
    assert done.err.startswith(place), done.err
    return done.err.rstrip("\n")


@contextmanager
def started(
    *arguments: str,
    cwd: Path,
    environment: Mapping[str, str] | None = None,
    stdin: int = subprocess.DEVNULL,
) -> Iterator[subprocess.Popen[bytes]]:
    """Start the command line; whatever happens it is gone afterwards."""
    process = subprocess.Popen(
        [*COMMAND, *arguments],
        cwd=cwd,
        env=plain_environment(**(environment or {})),
        stdin=stdin,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    with process:
        try:
            yield process
        finally:
            process.kill()


def on_terminal(
    *arguments: str,
    cwd: Path,
    environment: Mapping[str, str] | None = None,
    columns: int = 100,
    watched: Sequence[str] = ("stdout", "stderr"),
) -> Done:
    """Run the command line where a person looks at the `watched` streams; the others are pipes."""
    screens = {name: pty.openpty() for name in watched}
    for master, _ in screens.values():
        fcntl.ioctl(master, termios.TIOCSWINSZ, struct.pack("HHHH", 40, columns, 0, 0))
    seen: dict[str, bytearray] = {name: bytearray() for name in watched}
    readers = [
        threading.Thread(target=_drain, args=(master, seen[name]))
        for name, (master, _) in screens.items()
    ]
    for reader in readers:
        reader.start()
    process = subprocess.Popen(
        [*COMMAND, *arguments],
        cwd=cwd,
        env=plain_environment(TERM="xterm", **(environment or {})),
        stdin=subprocess.DEVNULL,
        **{
            name: screens[name][1] if name in screens else subprocess.PIPE
            for name in ("stdout", "stderr")
        },
    )
    out, err = process.communicate(timeout=LIMIT)
    for _, slave in screens.values():
        os.close(slave)
    for reader in readers:
        reader.join(LIMIT)
    for master, _ in screens.values():
        os.close(master)
    texts = {name: bytes(data).replace(b"\r\n", b"\n") for name, data in seen.items()}
    return Done(
        process.returncode, texts.get("stdout", out), texts.get("stderr", err).decode("utf-8")
    )


def _drain(master: int, seen: bytearray) -> None:
    with contextlib.suppress(OSError):  # Linux says EIO when the last writer is gone
        while data := os.read(master, 65536):
            seen.extend(data)
