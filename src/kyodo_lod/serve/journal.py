"""The journal: what was served and what happened, without who asked and for what.

A line holds neither an address nor a path, a query, a header or a message of an exception: each of
them may name a person.
"""

import json
import os
import select
import sys
import traceback
from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import Literal, TypeAlias

Form: TypeAlias = Literal["json", "text", "none"]
_PROGRAM = Path(__file__).resolve().parents[1]
#: `none` is the method of what was not read so far
_METHODS = frozenset(
    ("GET", "HEAD", "POST", "OPTIONS", "PUT", "DELETE", "PATCH", "TRACE", "CONNECT", "none")
)


class Journal:
    """Writes a line for each event; those that cannot be written are counted, and the number told.

    Args:
        form: `json` is one object a line, `text` the same for people; `none` keeps none.
        write: where a line goes, and gives False where it is lost; stderr by default.
    """

    def __init__(self, form: Form = "json", write: Callable[[str], object] | None = None) -> None:
        self._form = form
        self._write = write or to_stderr
        self._lost = 0

    def note(self, event: str, **values: object) -> None:
        """Write an event, with what there is to say of it."""
        if self._form == "none":
            return
        if self._lost and self._write(self._line("lost", {"lines": self._lost})) is not False:
            self._lost = 0
        if self._lost or self._write(self._line(event, values)) is False:
            self._lost += 1

    def _line(self, event: str, values: Mapping[str, object]) -> str:
        time = now()
        if self._form == "text":
            told = "  ".join(f"{name} {value}" for name, value in values.items())
            return f"{time}  {event}  {told}".rstrip()
        return json.dumps({"time": time, "event": event, **values}, ensure_ascii=False)

    def request(
        self,
        method: str,
        route: str,
        status: int,
        outcome: str,
        seconds: float,
        size: int,
        work: float = 0.0,
    ) -> None:
        """Write what became of a request.

        Args:
            method: any; one that is unknown might name a person.
            route: name of what answers; `none` for what no route came to see.
            status: of HTTP.
            outcome: one word.
            seconds: from its head to the end of its answer.
            size: bytes of the body that was sent.
            work: seconds that a process of its own worked on it.
        """
        self.note(
            "request",
            route=route,
            method=method if method in _METHODS else "other",
            status=status,
            outcome=outcome,
            ms=round(seconds * 1000, 1),
            bytes=size,
            work_ms=round(work * 1000, 1),
        )

    def fault(self, event: str, error: BaseException) -> None:
        """Write a mistake of ours: its kind and where it was made, never its message."""
        self.note(event, kind=type(error).__name__, at=place(error))


def now() -> str:
    """Give the time as a line of the journal has it."""
    return datetime.now(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")


def place(error: BaseException) -> str:
    """Give the innermost line of ours that an error came through, as `serve/app.py:12`."""
    for frame in reversed(traceback.extract_tb(error.__traceback__)):
        path = Path(frame.filename)
        if path.is_relative_to(_PROGRAM):
            return f"{path.relative_to(_PROGRAM).as_posix()}:{frame.lineno}"
    return ""


def to_stderr(line: str) -> bool:
    """Write a line to stderr; tell whether it could be, without waiting for whoever reads it.

    A pipe that has room takes PIPE_BUF bytes at once (pipe(7)), and no line of ours is longer. To set
    it to O_NONBLOCK would do so for all who write to it.
    """
    data = f"{line}\n".encode("utf-8", "backslashreplace")
    try:
        number = sys.stderr.fileno()
        poll = select.poll()
        poll.register(number, select.POLLOUT)
        return bool(poll.poll(0)) and os.write(number, data) == len(data)
    except (OSError, AttributeError):  # closed, or the disk behind it is full: serve on
        return False
