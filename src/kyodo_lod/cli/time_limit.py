"""A limit on CPU time, for what no limit on size bounds: a query or a pattern may try for ever.

CPU time and not the clock's, so that a busy machine refuses nothing that a quiet one takes.
"""

import os
import signal
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager

from kyodo_lod.cli.bilingual import language
from kyodo_lod.cli.terminal import tell
from kyodo_lod.errors import GraphError

#: CPU seconds of one input
SECONDS = 30
#: more for code that hears no signal until it returns
_GRACE = 3
_CANNOT = 2


class _Late(BaseException):
    """It is time; no `except Exception` of a library holds it up."""


@contextmanager
def within(seconds: int, place: str) -> Iterator[None]:
    """Refuse what takes longer.

    Python, `re` included, is interrupted by a signal; where compiled code does not come back from a
    query, the process ends with the same line and status.

    Args:
        seconds: of CPU time; 0 is no limit.
        place: what takes the time.

    Raises:
        GraphError: when they are over.
    """
    is_heard = threading.current_thread() is threading.main_thread()
    if not seconds or not is_heard or not hasattr(signal, "setitimer"):  # Windows has none
        yield
        return
    error, done = _too_long(place, seconds), threading.Event()
    before = signal.signal(signal.SIGPROF, lambda *_: _interrupt(done))
    _watch(error.line(language()), seconds + _GRACE, done)
    signal.setitimer(signal.ITIMER_PROF, seconds, 1)
    try:
        try:
            yield
        finally:
            done.set()
    except _Late:
        raise error from None
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
        signal.signal(signal.SIGPROF, before)


def _too_long(place: str, seconds: int) -> GraphError:
    return GraphError(
        place,
        f"CPU 時間の上限 {seconds} 秒を超えました。分割するか、シェイプのパターンや問い合わせを"
        "軽くするか、--no-limits で上限を外してください。",
        f"takes more than {seconds} s of CPU time; split it, make the patterns and queries of the "
        "shapes cheaper, or lift the limits with --no-limits",
    )


def _interrupt(done: threading.Event) -> None:
    if not done.is_set():
        raise _Late


def _watch(line: str, seconds: int, done: threading.Event) -> None:
    end = time.process_time() + seconds

    def end_the_process() -> None:
        while not done.wait(0.2):
            if time.process_time() > end:
                tell(line)
                os._exit(_CANNOT)

    threading.Thread(target=end_the_process, daemon=True).start()
