"""What a process of ours takes from itself before it looks at what a client sent."""

import ctypes
import platform
import resource
import signal
import struct
from contextlib import suppress
from pathlib import Path

_STACK = 8 * 1024 * 1024
#: of linux/prctl.h: the signal that comes when the parent dies; what may be asked of the kernel
_PR_SET_PDEATHSIG, _PR_SET_NO_NEW_PRIVS, _PR_SET_SECCOMP = 1, 38, 22
_SECCOMP_MODE_FILTER = 2
#: machine → its number in linux/audit.h, and there the number of the system call `socket`
_SOCKET = {"x86_64": (0xC000003E, 41), "aarch64": (0xC00000B7, 198)}
#: of linux/filter.h and linux/seccomp.h
_LOAD, _IF_EQUAL, _RETURN = 0x20, 0x15, 0x06
_ALLOW, _FAIL_WITH_EPERM = 0x7FFF0000, 0x00050001
_CALL_AT, _MACHINE_AT = 0, 4


def leave_signals_to_parent() -> None:
    """Let the parent finish what runs when a terminal or systemd signals to all; die if it dies."""
    for each in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        signal.signal(each, signal.SIG_IGN)
    with suppress(AttributeError):  # where there is no prctl, the end of stdin must do
        ctypes.CDLL(None).prctl(_PR_SET_PDEATHSIG, signal.SIGKILL)


def confine(memory: int, seconds: int = 0) -> None:
    """Give up memory without end, files, dumps of memory, the network and, where it is told, time.

    Args:
        memory: bytes of address space beside what is taken now.
        seconds: of CPU time in all; 0 is no limit.
    """
    pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[0])
    _limit(resource.RLIMIT_AS, pages * resource.getpagesize() + memory)
    _limit(resource.RLIMIT_STACK, _STACK)
    _limit(resource.RLIMIT_FSIZE, 0)
    _limit(resource.RLIMIT_CORE, 0)
    with suppress(OSError):  # where memory runs out all the same, this one goes, not the server
        Path("/proc/self/oom_score_adj").write_text("1000", encoding="ascii")
    _refuse_sockets()
    if seconds:
        _limit(resource.RLIMIT_CPU, seconds)


def _limit(kind: int, value: int) -> None:
    _, hard = resource.getrlimit(kind)
    most = value if hard == resource.RLIM_INFINITY else min(value, hard)
    resource.setrlimit(kind, (most, most))


def _refuse_sockets() -> None:
    """Let no socket be made: whatever slips through elsewhere connects to nobody (seccomp(2))."""
    if platform.machine() not in _SOCKET:
        return
    machine, socket = _SOCKET[platform.machine()]
    steps = (
        (_LOAD, 0, 0, _MACHINE_AT),
        (_IF_EQUAL, 0, 3, machine),
        (_LOAD, 0, 0, _CALL_AT),
        (_IF_EQUAL, 0, 1, socket),
        (_RETURN, 0, 0, _FAIL_WITH_EPERM),
        (_RETURN, 0, 0, _ALLOW),
    )
    code = ctypes.create_string_buffer(b"".join(struct.pack("HBBI", *step) for step in steps))
    program = ctypes.create_string_buffer(
        struct.pack("HxxxxxxQ", len(steps), ctypes.addressof(code))
    )
    with suppress(AttributeError):
        control = ctypes.CDLL(None).prctl
        control(_PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0)
        control(_PR_SET_SECCOMP, _SECCOMP_MODE_FILTER, ctypes.byref(program))
