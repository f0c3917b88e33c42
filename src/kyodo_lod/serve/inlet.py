"""What comes from a client, taken in piece by piece: a turn of the event loop each, so nobody waits."""

import asyncio
from collections.abc import Callable

#: bytes that are taken in a turn; as tiny chunks or fields they cost some hundredths of a second
PIECE = 16 * 1024


class Inlet:
    """The reading side of a connection; no more is read while something waits to be taken.

    Args:
        transport: of asyncio.
        take: takes a piece.
    """

    def __init__(self, transport: asyncio.Transport, take: Callable[[bytes], None]) -> None:
        self._transport = transport
        self._take = take
        self._waiting = bytearray()
        self._turn: asyncio.Handle | None = None
        self._is_paused = self._is_done = False

    @property
    def holds(self) -> bool:
        """Tell whether something waits."""
        return bool(self._waiting)

    def arrive(self, data: bytes) -> None:
        """Hold what has come, and take the first piece of it at once where nothing waits before it."""
        if self._is_done:
            return
        self._waiting += data
        if self._turn is None:
            self._hand_on()

    def pause_reading(self) -> None:
        """Take nothing for a while."""
        self._is_paused = True
        self._transport.pause_reading()

    def resume_reading(self) -> None:
        """Go on."""
        self._is_paused = False
        self._settle()

    def drop(self) -> None:
        """Throw away what waits and whatever comes: it is not wanted any more."""
        self._is_done = True
        self._waiting.clear()
        if self._turn is not None:
            self._turn.cancel()
            self._turn = None
        self._transport.resume_reading()

    def _hand_on(self) -> None:
        self._turn = None
        if self._is_paused or self._is_done:
            return
        piece = bytes(self._waiting[:PIECE])
        del self._waiting[:PIECE]
        self._take(piece)
        self._settle()

    def _settle(self) -> None:
        """Read on where nothing waits, else come back to it in the next turn."""
        if self._is_paused or self._is_done:
            return
        if not self._waiting:
            self._transport.resume_reading()
            return
        self._transport.pause_reading()
        if self._turn is None:
            self._turn = asyncio.get_running_loop().call_soon(self._hand_on)
