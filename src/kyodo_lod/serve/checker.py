"""The process that checks one upload and ends: `python -m kyodo_lod.serve.checker`.

What is sent comes on stdin and the answer goes to stdout, each as a line of JSON and a body. Nothing
is written to any file: the operating system would refuse it. Whoever starts the process kills it when
its time is over (serve/checkers.py).
"""

import json
import os
import sys
from collections.abc import Mapping
from typing import Any

from kyodo_lod.serve.confinement import confine, leave_signals_to_parent
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


def answer(task: Task, body: bytes) -> Answer:
    """Give the verdict on an upload, or say that it takes too much memory."""
    try:
        return verdict(task, body)
    except MemoryError:
        return refused(task, out_of_memory())


def main() -> None:
    """Check what stdin brings."""
    leave_signals_to_parent()
    os.nice(_NICE)
    head, body = unframed(sys.stdin.buffer.read())
    confine(head.pop("memory"), head.pop("seconds"))
    given = answer(Task(**head), body)
    sys.stdout.buffer.write(framed(given._replace(body=b"")._asdict() | {"body": ""}, given.body))


if __name__ == "__main__":
    main()
