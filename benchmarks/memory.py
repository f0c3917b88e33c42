"""The memory of a process and all below it: proportional set size, what they share counted once."""

import contextlib
import os
import signal
import threading
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

MIB = 1024 * 1024
#: no peer may take more of this machine
MOST = 6 * 1024 * MIB


def tree(pid: int) -> list[int]:
    """Give a process and all below it."""
    below = defaultdict(list)
    for each in Path("/proc").glob("[0-9]*/stat"):
        with contextlib.suppress(OSError):
            below[int(each.read_text().rpartition(")")[2].split()[1])].append(int(each.parent.name))
    found = [pid]
    for one in found:
        found += below[one]
    return found


def pss(pid: int) -> int:
    """Give the bytes that a process holds, its share of what it shares; 0 where it is gone."""
    return _field(pid, "Pss:")


def rss(pid: int) -> int:
    """Give the bytes that a process holds, with all that it shares; 0 where it is gone."""
    return _field(pid, "Rss:")


def _field(pid: int, name: str) -> int:
    with contextlib.suppress(OSError, StopIteration):
        lines = Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines()
        return next(int(line.split()[1]) for line in lines if line.startswith(name)) * 1024
    return 0


def whole(pid: int) -> int:
    """Give the bytes that a process and all below it hold."""
    return sum(map(pss, tree(pid)))


class Watch:
    """Looks at a process's memory again and again, and ends it where it takes too much.

    Args:
        pid: of the process.
    """

    def __init__(self, pid: int) -> None:
        self.peak = 0
        self.killed = False
        self._pid = pid
        self._over = threading.Event()

    def _look(self) -> None:
        while not self._over.wait(0.5):
            held = whole(self._pid)
            self.peak = max(self.peak, held)
            if held > MOST:
                self.killed = True
                for each in tree(self._pid):
                    with contextlib.suppress(OSError):
                        os.kill(each, signal.SIGKILL)

    @contextlib.contextmanager
    def looking(self) -> Iterator["Watch"]:
        """Look while the block runs."""
        thread = threading.Thread(target=self._look)
        thread.start()
        try:
            yield self
        finally:
            self._over.set()
            thread.join()
