"""A release and what answers over it, for as long as a request uses it."""

import asyncio
from collections.abc import Iterator
from contextlib import contextmanager

from kyodo_lod.serve.release import Release


class Serving:
    """What is served at one time; a takeover puts another in its place.

    Args:
        release: the files, the store and what is known of them.
    """

    def __init__(self, release: Release) -> None:
        self.release = release
        self._users = 0
        self._unused = asyncio.Event()
        self._unused.set()

    @contextmanager
    def used(self) -> Iterator[None]:
        """Keep it while a request is answered."""
        self._users += 1
        self._unused.clear()
        try:
            yield
        finally:
            self._users -= 1
            if not self._users:
                self._unused.set()

    async def unused(self) -> None:
        """Return when no request uses it."""
        await self._unused.wait()

    def is_ready(self) -> bool:
        """Tell whether it can answer."""
        return True

    def health(self) -> dict[str, object]:
        """Give what /health says of it."""
        return {"release": self.release.digest, "graphs": len(self.release.graphs)}

    async def close(self) -> None:
        """End what answers."""
