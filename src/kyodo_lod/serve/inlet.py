"""What comes from a client, taken in piece by piece: a turn of its client each, so nobody waits."""

import asyncio
from collections.abc import Callable

#: bytes that are taken in a turn; as tiny chunks or fields they cost some hundredths of a second
PIECE = 16 * 1024


class Inlet:
    """The reading side of a connection; no more is read while something waits to be taken.

    Args:
        transport: of asyncio.
        take: takes a piece.
        in_turn: calls when it is the client's turn.
    """

    def __init__(
        self,
        transport: asyncio.Transport,
        take: Callable[[bytes], None],
        in_turn: Callable[[Callable[[], None]], None],
    ) -> None:
        self._transport = transport
        self._take = take
        self._in_turn = in_turn
        self._waiting = bytearray()
        self._is_paused = self._is_done = self._is_in_line = False

    @property
    def holds(self) -> bool:
        """Tell whether something waits."""
        return bool(self._waiting)

    def arrive(self, data: bytes) -> None:
        """Hold what has come, and take the first piece of it when it is the client's turn."""
        if self._is_done:
            return
        self._waiting += data
        self._settle()

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
        self._transport.resume_reading()

    def _hand_on(self) -> None:
        self._is_in_line = False
        if self._is_paused or self._is_done:
            return
        piece = bytes(self._waiting[:PIECE])
        del self._waiting[:PIECE]
        self._take(piece)
        self._settle()

    def _settle(self) -> None:
        """Read on where nothing waits, else come back to it when it is the client's turn."""
        if self._is_paused or self._is_done:
            return
        if not self._waiting:
            self._transport.resume_reading()
            return
        if not self._is_in_line:
            self._is_in_line = True
            self._in_turn(self._hand_on)
        if self._waiting:
            self._transport.pause_reading()
