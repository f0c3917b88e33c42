"""A program of ours in a process of its own, to which the server speaks over pipes."""

import asyncio
import os
import sys
from asyncio.subprocess import DEVNULL, PIPE, Process


async def started(module: str, *arguments: str) -> Process:
    """Start a program; it leads a group, so that it can be ended with all that it started.

    Args:
        module: that is run, found in no current folder.
        arguments: of its command line.
    """
    return await asyncio.create_subprocess_exec(
        *(sys.executable, "-P", "-m", module, *arguments),
        stdin=PIPE,
        stdout=PIPE,
        stderr=DEVNULL,
        # no session of its own: Linux would share the processor by sessions, whatever stands back
        process_group=0,
        # in a backtrace of what no query and no upload survives nobody reads
        env=os.environ | {"RUST_BACKTRACE": "0"},
    )
