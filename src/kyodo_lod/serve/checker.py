"""The process that checks one upload and ends: `python -m kyodo_lod.serve.checker`.

What is sent comes on stdin and the answer goes to stdout, each as a frame (serve/frame.py). Nothing
is written to any file: the operating system would refuse it. Whoever starts the process kills it when
its time is over (serve/checkers.py).
"""

import gc
import os
import sys

from kyodo_lod.bilingual import Bilingual
from kyodo_lod.serve.confinement import confine, leave_signals_to_parent
from kyodo_lod.serve.frame import frame, unframed
from kyodo_lod.serve.refusals import RefusedError
from kyodo_lod.serve.verdict import Answer, Task, refused, verdict

#: how much less than the server's own work it counts on a busy machine
_NICE = 5
_MEMORY = Bilingual(
    "調べるのにメモリーが足りません。分割してください。",
    "checking it takes more memory than there is for one check; split it",
)


def out_of_memory() -> RefusedError:
    """Give the refusal of an upload that takes too much memory."""
    return RefusedError(503, _MEMORY, "memory")


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
    gc.disable()  # looking for cycles takes a quarter of the time, and what they hold ends with the process
    head, body = unframed(sys.stdin.buffer.read())
    confine(head.pop("memory"), head.pop("seconds"))
    given = answer(Task(**head), body)
    sys.stdout.buffer.write(frame(given._replace(body=b"")._asdict() | {"body": ""}, given.body))


if __name__ == "__main__":
    main()
