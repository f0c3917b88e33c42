"""The process that checks one upload and ends: `python -m kyodo_lod.serve.checker`.

What is sent comes on stdin and the answer goes to stdout, each as a line of JSON and a body. Nothing
is written to any file: the operating system would refuse it. Whoever starts the process kills it when
its time is over (serve/checkers.py).
"""

import json
import os
import resource
import sys
from collections.abc import Mapping
from typing import Any

from kyodo_lod.serve.upload import UploadError
from kyodo_lod.serve.verdict import Answer, Task, refused, verdict

#: how much less than the server's own work it counts on a busy machine
_NICE = 5


def out_of_memory() -> UploadError:
    """Give the refusal of an upload that takes too much memory."""
    return UploadError(
        503,
        "調べるのにメモリーが足りません。分割してください。",
        "checking it takes more memory than there is for one check; split it",
        "memory",
    )


def framed(head: Mapping[str, Any], body: bytes) -> bytes:
    """Give a line of JSON and a body as one."""
    line = json.dumps({**head, "length": len(body)}, ensure_ascii=True)
    return line.encode() + b"\n" + body


def unframed(data: bytes) -> tuple[dict[str, Any], bytes]:
    """Take apart what `framed` gives; raises ValueError where it is not whole."""
    line, _, body = data.partition(b"\n")
    head: dict[str, Any] = json.loads(line)
    if head.pop("length") != len(body):
        raise ValueError("cut off")
    return head, body


def limit(seconds: int, memory: int) -> None:
    """Bound what this process may take: CPU time, memory beside what it takes now, files none.

    Args:
        seconds: of CPU time.
        memory: bytes.
    """
    os.nice(_NICE)
    with open("/proc/self/statm", encoding="ascii") as file:  # noqa: PTH123 (no file of ours)
        idle = int(file.read().split()[0]) * resource.getpagesize()
    for kind, most in (
        (resource.RLIMIT_CPU, seconds),
        (resource.RLIMIT_AS, idle + memory),
        (resource.RLIMIT_FSIZE, 0),
        (resource.RLIMIT_CORE, 0),
    ):
        resource.setrlimit(kind, (most, most))


def answer(task: Task, body: bytes) -> Answer:
    """Give the verdict on an upload, or say that it takes too much memory."""
    try:
        return verdict(task, body)
    except MemoryError:
        return refused(task, out_of_memory())


def main() -> None:
    """Check what stdin brings."""
    head, body = unframed(sys.stdin.buffer.read())
    limit(head.pop("seconds"), head.pop("memory"))
    given = answer(Task(**head), body)
    sys.stdout.buffer.write(framed(given._replace(body=b"")._asdict() | {"body": ""}, given.body))


if __name__ == "__main__":
    main()
