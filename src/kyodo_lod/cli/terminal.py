"""The terminal: data to stdout, all else to stderr, colour and progress only where a person looks."""

import contextlib
import io
import os
import re
import shutil
import sys
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from typing import IO, Any

import click

from kyodo_lod.bilingual import visible
from kyodo_lod.errors import KyodoError, OutputError
from kyodo_lod.files import refusal

#: widest table where nobody's window tells
_PIPE_WIDTH = 120
#: a table this much wider than the window is still readable with its cells folded
_FOLDABLE = 1.5
_started: ContextVar[float | None] = ContextVar("started", default=None)
_BREAKS = re.compile(r"[\t\r\n]+")
_SEVERITY = re.compile(r"^(.*?: )(violation|違反|warning|警告|info|情報)( \S+: )", re.MULTILINE)
_COLOURS = {"violation": "red", "違反": "red", "warning": "yellow", "警告": "yellow"}


def is_terminal(stream: IO[Any]) -> bool:
    """Tell whether a person looks at `stream`."""
    try:
        return stream is not None and stream.isatty()
    except ValueError:
        return False


def has_colour(stream: IO[Any]) -> bool:
    """Tell whether to colour (no-color.org, force-color.org)."""
    if os.environ.get("NO_COLOR"):
        return False
    return bool(os.environ.get("FORCE_COLOR")) or is_terminal(stream)


class ClosedPipe(Exception):  # noqa: N818 - nobody made an error
    """Who read our stdout has gone away (as in `kyodo-lod … | head`)."""


@contextmanager
def stdout() -> Iterator[IO[bytes]]:
    """Give stdout for bytes, so that a terminal set to ASCII is no reason to fail.

    Raises:
        ClosedPipe: where nobody reads it any more.
        OutputError: where it is closed or the disk behind it is full.
    """
    if sys.stdout is None:  # as Python has it where the shell closed it
        raise OutputError("stdout", "閉じています。", "is closed")
    try:
        sys.stdout.flush()
        yield sys.stdout.buffer
        sys.stdout.buffer.flush()
    except BrokenPipeError as error:
        _give_up(sys.stdout)
        raise ClosedPipe from error
    except OSError as error:
        _give_up(sys.stdout)
        why = refusal(error)
        raise OutputError(
            "stdout", f"書き込めません ({why.ja})。", f"cannot be written ({why.en})"
        ) from error


def put(data: bytes | str) -> None:
    """Write data to stdout."""
    content = data.encode("utf-8", "replace") if isinstance(data, str) else data
    with stdout() as stream:
        stream.write(content)


def tell(text: str) -> None:
    """Write a line for people to stderr; where nobody can read it, it is lost."""
    if sys.stderr is None:
        return
    try:
        sys.stderr.flush()
        sys.stderr.buffer.write(f"{text}\n".encode("utf-8", "replace"))
        sys.stderr.buffer.flush()
    except OSError:
        _give_up(sys.stderr)


def stdin(limit: int = -1) -> bytes:
    """Read stdin to its end.

    Args:
        limit: bytes to read at most; -1 is all.

    Raises:
        KyodoError: where it is closed or cannot be read.
    """
    if sys.stdin is None:
        raise KyodoError("-", "標準入力が閉じています。", "stdin is closed")
    try:
        return sys.stdin.buffer.read(limit)
    except OSError as error:
        why = refusal(error)
        raise KyodoError(
            "-", f"標準入力が読めません ({why.ja})。", f"stdin cannot be read ({why.en})"
        ) from error


def _give_up(stream: IO[Any]) -> None:
    """Let the interpreter's last flush of `stream` go nowhere."""
    with contextlib.suppress(OSError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())


def coloured(text: str, stream: IO[Any]) -> str:
    """Colour the severities in lines of findings, where `stream` may have colour."""
    if not has_colour(stream):
        return text
    return _SEVERITY.sub(lambda m: m[1] + _paint(m[2]) + m[3], text)


def _paint(severity: str) -> str:
    return click.style(severity, fg=_COLOURS.get(severity, "blue"), bold=True)


def bold(text: str) -> str:
    """Give a heading, heavy where stdout may have colour."""
    return click.style(text, bold=True) if has_colour(sys.stdout) else text


def wrapped(text: str, indent: str = "", hanging: str = "") -> str:
    """Indent lines and break them at the window's width; in a pipe none is broken.

    Args:
        text: the lines.
        indent: before each of them.
        hanging: before what continues a line, beyond `indent`.
    """
    lines = text.split("\n")
    if is_terminal(sys.stdout):
        width = shutil.get_terminal_size().columns - len(indent)
        lines = [f"\n{indent}{hanging}".join(_broken(line, width, len(hanging))) for line in lines]
    return "\n".join(f"{indent}{line}".rstrip() for line in lines)


def _broken(line: str, width: int, hanging: int) -> list[str]:
    """Break a line that is too long, between words where it has words."""
    from rich.cells import cell_len
    from rich.console import Console
    from rich.text import Text

    if cell_len(line) <= width:
        return [line]
    console = Console(width=width, file=io.StringIO())
    return [part.plain.rstrip() for part in Text(line).wrap(console, width - hanging)]


def table(columns: Sequence[str], rows: Iterable[Sequence[str]], right: Sequence[int] = ()) -> str:
    """Lay out a table in the width of the window; one far wider than that as a record a row.

    Args:
        columns: their heads.
        rows: texts; nothing in them is taken for markup.
        right: positions of the columns set flush right.
    """
    from rich import box
    from rich.cells import cell_len
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    terminal = is_terminal(sys.stdout)
    width = shutil.get_terminal_size().columns if terminal else _PIPE_WIDTH
    rows = [[plain(cell) for cell in row] for row in rows]
    widest = [max(map(cell_len, column)) for column in zip(columns, *rows, strict=True)]
    if terminal and len(columns) > 1 and sum(widest) > _FOLDABLE * width:
        return _records(columns, rows)
    console = Console(
        width=width, force_terminal=has_colour(sys.stdout), file=io.StringIO(), highlight=False
    )
    grid = Table(box=box.SIMPLE_HEAD if terminal else box.ASCII2, title=None)
    for position, column in enumerate(columns):
        grid.add_column(
            Text(column), justify="right" if position in right else "left", overflow="fold"
        )
    for row in rows:
        grid.add_row(*(Text(cell) for cell in row))
    with console.capture() as capture:
        console.print(grid)
    return capture.get()


def plain(cell: str) -> str:
    """Give a cell for people: white space as a space, what steers a terminal by its code point."""
    return visible(_BREAKS.sub(" ", cell))


def _records(columns: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    """Give each row as lines of name and value, which a window may break but not garble."""
    longest = max(map(len, columns))
    blocks = (
        "".join(f"{name:<{longest}}  {cell}\n" for name, cell in zip(columns, row, strict=True))
        for row in rows
    )
    return "\n".join(blocks)


def be_verbose() -> None:
    """Let `step` speak from now on."""
    _started.set(time.perf_counter())


def step(text: str) -> None:
    """Under --verbose, say on stderr what is being done, with the seconds since the start."""
    started = _started.get()
    if started is not None:
        tell(f"{time.perf_counter() - started:6.2f} s  {text}")


@contextmanager
def progress(*, quiet: bool) -> Iterator[Callable[[str], None]]:
    """Give a function that shows what is being done, on a terminal's stderr only."""
    if quiet or _started.get() is not None or not is_terminal(sys.stderr):
        yield step
        return
    from rich.console import Console

    with Console(stderr=True).status("kyodo-lod") as status:
        yield status.update
