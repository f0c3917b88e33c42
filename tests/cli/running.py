"""Runs the command line inside this process, with streams and an environment of its own."""

import asyncio
import io
import os
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from unittest import mock

from kyodo_lod.cli import run

#: what may stand in a developer's environment and would change what the program says
_SPEAKING = (
    "LC_ALL", "LC_MESSAGES", "LANG", "NO_COLOR", "FORCE_COLOR", "COLUMNS", "TERM",
    "GITHUB_ACTIONS", "GITHUB_STEP_SUMMARY", "GITHUB_WORKSPACE",
)  # fmt: skip


@dataclass(frozen=True)
class Done:
    """How a run ended: its exit status and what it wrote."""

    code: int
    out: str
    err: str


def plain_environment(**more: str) -> dict[str, str]:
    """Give this process's environment without what speaks to the program, and `more`."""
    kept = {
        name: value
        for name, value in os.environ.items()
        if name not in _SPEAKING and not name.startswith("KYODO_LOD_")
    }
    return kept | {"LANG": "C.UTF-8"} | more


def invoke(
    *arguments: str, stdin: bytes = b"", environment: Mapping[str, str] | None = None
) -> Done:
    """Run the command line."""
    with own_loop(), _streams(stdin) as (out, err):
        with mock.patch.dict(os.environ, plain_environment(**(environment or {})), clear=True):
            code = run(list(arguments))
        sys.stdout.flush()
        return Done(code, _text(out), _text(err))


@contextmanager
def own_loop() -> Iterator[None]:
    """Let what runs here run an event loop, behind tests in a browser too, whose loop stands still."""
    standing = asyncio._get_running_loop()
    asyncio._set_running_loop(None)
    yield
    asyncio._set_running_loop(standing)


def _text(stream: io.BytesIO) -> str:
    return stream.getvalue().decode("utf-8")


@contextmanager
def _streams(stdin: bytes) -> Iterator[tuple[io.BytesIO, io.BytesIO]]:
    kept = sys.stdin, sys.stdout, sys.stderr
    out, err = io.BytesIO(), io.BytesIO()
    sys.stdin = io.TextIOWrapper(io.BytesIO(stdin), encoding="utf-8")
    sys.stdout = io.TextIOWrapper(out, encoding="ascii", write_through=True)
    sys.stderr = io.TextIOWrapper(err, encoding="ascii", write_through=True)
    try:
        yield out, err
    finally:
        sys.stdin, sys.stdout, sys.stderr = kept
