"""New data are taken over while the old ones are served: made aside, then put in their place."""

import asyncio
import json
import re
import shutil
import sys
from collections.abc import Awaitable, Callable
from contextlib import suppress
from hashlib import sha256
from pathlib import Path

from kyodo_lod.errors import KyodoError
from kyodo_lod.publish.replace import REMNANT
from kyodo_lod.serve.app import Application
from kyodo_lod.serve.journal import Journal, now
from kyodo_lod.serve.release import RECORD, Release, digest, load, read_sums
from kyodo_lod.serve.serving import Refused, Serving

#: seconds between two looks at the published folder
LOOK = 5
#: seconds between two attempts at what fails
_LONGEST = 300
#: seconds for what is done with to end, when the server does
_FAREWELL = 2
#: a folder that holds a release is called so
_DIGEST = re.compile(r"[0-9a-f]{64}")
_FAULT = "a mistake of the program; the journal says where (takeover-fault)"


async def made_apart(
    dist: Path, state: Path, progress: Callable[[str], None] = lambda _: None
) -> Release:
    """Make a release in a process of its own, so that this one stays small and goes on serving.

    One that is there is taken up at once.

    Raises:
        KyodoError: as `make_release`.
    """
    there = _place_of(dist, state)
    if (there / RECORD).is_file():
        return load(there)
    process = await asyncio.create_subprocess_exec(
        *(sys.executable, "-m", "kyodo_lod.serve.making", str(dist), str(state)),
        stdin=asyncio.subprocess.DEVNULL,
        stdout=asyncio.subprocess.PIPE,
    )
    try:
        return await _heard(process, dist, progress)
    finally:
        with suppress(ProcessLookupError):
            process.kill()
        await process.wait()


def is_made(dist: Path, state: Path) -> bool:
    """Tell whether the release of a published folder is there already.

    Raises:
        KyodoError: where nothing is published.
    """
    return (_place_of(dist, state) / RECORD).is_file()


def _place_of(dist: Path, state: Path) -> Path:
    return state / digest(read_sums(dist))


async def _heard(
    process: asyncio.subprocess.Process, dist: Path, progress: Callable[[str], None]
) -> Release:
    assert process.stdout is not None  # noqa: S101 - it is a pipe
    async for line in process.stdout:
        said = json.loads(line)
        if "error" in said:
            raise KyodoError(*said["error"])
        if "made" in said:
            return load(Path(said["made"]))
        progress(said["step"])
    raise KyodoError(
        str(dist), "準備の途中でプロセスが終わりました。", "the process that prepares it ended"
    )


class Takeover:
    """Watches a published folder.

    Args:
        dist: the folder.
        state: holds the releases.
        application: shows what is served.
        opened: gives what answers over a release.
        journal: told of takeovers.
    """

    def __init__(
        self,
        dist: Path,
        state: Path,
        application: Application,
        opened: Callable[[Release], Awaitable[Serving]],
        journal: Journal,
    ) -> None:
        self._dist, self._state = dist, state
        self._application = application
        self._opened = opened
        self._journal = journal
        self._told = ""
        self._failed, self._pause, self._again = "", LOOK, 0.0
        self._asked = asyncio.Event()
        self._leaving: set[asyncio.Task[None]] = set()

    def look(self) -> None:
        """Look now."""
        self._asked.set()

    async def run(self) -> None:
        """Look again and again, until cancelled."""
        while True:
            with suppress(TimeoutError):
                await asyncio.wait_for(self._asked.wait(), LOOK)
            is_asked = self._asked.is_set()
            self._asked.clear()
            try:
                await self._take_over(is_asked)
            except KyodoError as error:
                self._tell(error, is_asked)
            except Exception as error:  # noqa: BLE001 - what is served goes on being served
                self._journal.fault("takeover-fault", error)
                self._refuse(_FAULT)

    async def _take_over(self, is_asked: bool) -> None:
        published = sha256(read_sums(self._dist)).hexdigest()
        old = self._application.serving
        if published == old.release.published:
            if not self._settle(old) and is_asked:  # whoever asks shall see that it was heard
                self._journal.note("unchanged", release=old.release.digest)
            return
        if not (is_asked or self._is_due(published)):
            return
        self._failed = published  # until it is known better
        release = await made_apart(self._dist, self._state)
        self._application.serving = await self._opened(release)
        self._journal.note("takeover", release=release.digest, graphs=len(release.graphs))
        self._settle(old)
        task = asyncio.create_task(self._leave(old))
        self._leaving.add(task)
        task.add_done_callback(self._leaving.discard)

    def _is_due(self, published: str) -> bool:
        """Tell whether to try: at once what is new, less and less often what failed."""
        now = asyncio.get_running_loop().time()
        if published != self._failed:
            self._pause = LOOK
        elif now < self._again:
            return False
        self._again = now + self._pause
        self._pause = min(2 * self._pause, _LONGEST)
        return True

    async def close(self) -> None:
        """Let what was served before come to its end; what runs has been told to stop by now."""
        if self._leaving:
            await asyncio.wait(self._leaving, timeout=_FAREWELL)

    async def _leave(self, old: Serving) -> None:
        await old.unused()
        await old.close()
        if old.release.digest != self._application.serving.release.digest:
            await asyncio.to_thread(shutil.rmtree, old.release.folder, ignore_errors=True)

    def _tell(self, error: KyodoError, is_asked: bool) -> None:
        """Say why not: once, and again to who asks."""
        if is_asked or str(error) != self._told:
            self._told = str(error)
            self._journal.note("takeover-refused", why=error.line("en"))
        self._refuse(_without_folders(error))

    def _refuse(self, why: str) -> None:
        """Let /health say that there are newer data, and since when they are refused."""
        serving = self._application.serving
        if serving.refused is None or serving.refused.why != why:
            serving.refused = Refused(now(), why)

    def _settle(self, serving: Serving) -> bool:
        """Say that nothing is refused any more, and tell whether something was."""
        self._failed, self._told = "", ""
        was_refused = serving.refused is not None
        if was_refused:
            serving.refused = None
            self._journal.note("takeover-resolved")
        return was_refused


def _without_folders(error: KyodoError) -> str:
    """Give an error to everybody: of its place the last name alone."""
    return KyodoError(Path(error.place).name, *error.message).line("en")


def remove_others(state: Path, kept: Release) -> None:
    """Remove the releases that nobody uses any more, and what a kill left of unfinished ones."""
    for folder in state.iterdir():
        if folder.is_dir() and folder != kept.folder and _is_ours(folder.name):
            shutil.rmtree(folder, ignore_errors=True)


def _is_ours(name: str) -> bool:
    return _DIGEST.fullmatch(name.removeprefix(REMNANT)) is not None
