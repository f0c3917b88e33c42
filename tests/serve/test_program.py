"""A program is started so that it can be ended with its kin, and nothing else is run in its place."""

import asyncio
import os
from pathlib import Path

import pytest

from kyodo_lod.serve.program import started


def test_it_leads_a_group_in_our_session() -> None:
    async def run() -> tuple[int, int, int]:
        process = await started("code")  # waits for its stdin
        found = process.pid, os.getpgid(process.pid), os.getsid(process.pid)
        process.kill()
        await process.communicate()
        return found

    pid, group, session = asyncio.run(run())
    assert group == pid
    # in a session of its own it would not stand back behind the others (sched_autogroup)
    assert session == os.getsid(0)


def test_no_program_is_taken_from_the_current_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "stranger.py").write_text("print('run')", encoding="utf-8")
    monkeypatch.chdir(tmp_path)

    async def run() -> tuple[int | None, bytes]:
        process = await started("stranger")
        said, _ = await process.communicate()
        return process.returncode, said

    assert asyncio.run(run()) == (1, b"")
