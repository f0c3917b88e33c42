"""What a process of ours takes from itself before it looks at what a client sent."""

import ctypes
import resource
import signal
from contextlib import suppress
from pathlib import Path

_STACK = 8 * 1024 * 1024
#: of linux/prctl.h: the signal that comes when the parent dies
_PR_SET_PDEATHSIG = 1


def leave_signals_to_parent() -> None:
    """Let the parent finish what runs when a terminal or systemd signals to all; die if it dies."""
    for each in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        signal.signal(each, signal.SIG_IGN)
    with suppress(AttributeError):  # where there is no prctl, the end of stdin must do
        ctypes.CDLL(None).prctl(_PR_SET_PDEATHSIG, signal.SIGKILL)


def confine(memory: int, seconds: int = 0) -> None:
    """Give up memory without end, files, dumps of memory and, where it is told, time.

    Args:
        memory: bytes of address space beside what is taken now.
        seconds: of CPU time in all; 0 is no limit.
    """
    pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[0])
    _limit(resource.RLIMIT_AS, pages * resource.getpagesize() + memory)
    _limit(resource.RLIMIT_STACK, _STACK)
    _limit(resource.RLIMIT_FSIZE, 0)
    _limit(resource.RLIMIT_CORE, 0)
    if seconds:
        _limit(resource.RLIMIT_CPU, seconds)


def _limit(kind: int, value: int) -> None:
    _, hard = resource.getrlimit(kind)
    most = value if hard == resource.RLIM_INFINITY else min(value, hard)
    resource.setrlimit(kind, (most, most))
