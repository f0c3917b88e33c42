"""The process that answers queries: one after the other, over a store that it cannot write.

It is started by `serve.process`, speaks frames on stdin and stdout (`serve.job`), and ends with its
parent. Whatever a query does, it does to this process alone.
"""

import gzip
import json
import os
import signal
import sys
import time
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import IO

from kyodo_lod.bilingual import Bilingual
from kyodo_lod.errors import KyodoError, OutputError, QueryError
from kyodo_lod.rdf.formats import FORMATS, RESULT_FORMATS
from kyodo_lod.rdf.read_only import LargeError, MisfitError, ReadOnlyStore, Wanted
from kyodo_lod.serve.confinement import confine, leave_signals_to_parent
from kyodo_lod.serve.frame import LENGTHS, frame
from kyodo_lod.serve.job import Fate, Job, Outcome, job_of, outcome_frame

#: a smaller answer is not worth packing
_WORTH_PACKING = 1024
#: a third of the time of the usual level, and one part in ten larger
_PACKING = 4
#: seconds after its parent should have killed it at which it ends itself
_GRACE = 2


def main(store: str, seconds: int, result: int, memory: int) -> None:
    """Answer what comes on stdin until it ends.

    Args:
        store: folder of the store.
        seconds: that a query may take.
        result: bytes that an answer may have.
        memory: bytes of address space that a query may take.
    """
    leave_signals_to_parent()
    opened = ReadOnlyStore(Path(store))
    for fmt in FORMATS.values():  # once, not at each process's first graph
        fmt.resolve_writer()
    confine(memory)
    output = sys.stdout.buffer
    _send(output, frame({"ready": os.getpid()}, b""))
    for job in _jobs(sys.stdin.buffer):
        signal.setitimer(signal.ITIMER_REAL, seconds + _GRACE)
        start = time.process_time()
        outcome = answer(opened, job, result)
        used = time.process_time() - start
        signal.setitimer(signal.ITIMER_REAL, 0)
        _send(output, outcome_frame(replace(outcome, seconds=used)))


def answer(store: ReadOnlyStore, job: Job, limit: int) -> Outcome:
    """Answer a query, wholly or with what is wrong.

    Args:
        store: what is asked.
        job: the query.
        limit: bytes that the answer may have, before it is packed.
    """
    wanted = Wanted(RESULT_FORMATS.get(job.table), FORMATS.get(job.graph), limit)
    try:
        written = store.answer(job.text, job.dataset, wanted, dict(job.values))
        packed = job.packed and len(written.body) >= _WORTH_PACKING
        body = gzip.compress(written.body, _PACKING, mtime=0) if packed else written.body
        return Outcome(Fate.ANSWERED, body, written.is_graph, packed)
    except QueryError as error:
        return Outcome(Fate.REFUSED, words=_line(error))
    except OutputError as error:
        return Outcome(Fate.UNFIT, words=_line(error))
    except MisfitError:
        return Outcome(Fate.MISFIT)
    except LargeError:
        return Outcome(Fate.LARGE)
    except MemoryError:
        return Outcome(Fate.MEMORY)
    except OSError:
        return Outcome(Fate.LOST)


def _line(error: KyodoError) -> Bilingual:
    return Bilingual(error.line("ja"), error.line("en"))


def _jobs(stream: IO[bytes]) -> Iterator[Job]:
    while lengths := stream.read(LENGTHS.size):
        head, body = map(stream.read, LENGTHS.unpack(lengths))
        yield job_of(json.loads(head), body)


def _send(stream: IO[bytes], data: bytes) -> None:
    stream.write(data)
    stream.flush()


if __name__ == "__main__":
    main(sys.argv[1], *map(int, sys.argv[2:]))
