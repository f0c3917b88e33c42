"""The way to a client: a transport that sends at once what belongs together, and closes gently.

What comes from the client takes its own way in (inlet.py).
"""

import asyncio
import socket
import struct
from collections.abc import Callable
from contextlib import suppress
from typing import Any

from kyodo_lod.serve.inlet import Inlet

#: seconds for a client that sends no more to get its answer, or that is refused to stop sending
FAREWELL = 2
#: bytes of an answer that are not held back
_AT_ONCE = 64 * 1024


class Way:
    """A transport of asyncio as a connection uses it.

    To close a connection whose client is still sending would reset it, and the client might never
    see why: first we stop sending, and close when the client has stopped, too.

    Args:
        transport: of asyncio.
        slow: seconds that the client may take to read the rest.
        is_sending: tells whether the client may be.
        take: takes what comes from it, a piece each turn.
        in_turn: calls when it is the client's turn.
    """

    def __init__(
        self,
        transport: asyncio.Transport,
        slow: int,
        is_sending: Callable[[], bool],
        take: Callable[[bytes], None],
        in_turn: Callable[[Callable[[], None]], None],
    ) -> None:
        self._transport = transport
        self._inlet = Inlet(transport, take, in_turn)
        self._slow = slow
        self._is_sending = is_sending
        self._is_closing = False
        self._timer: asyncio.TimerHandle | None = None
        self._held = bytearray()

    def __getattr__(self, name: str) -> Any:  # noqa: ANN401 - whatever a transport has
        return getattr(self._transport, name)

    def arrive(self, data: bytes) -> None:
        """Take what has come; whoever is being shown out is not listened to."""
        if not self.is_closing():
            self._inlet.arrive(data)

    def pause_reading(self) -> None:
        """Take nothing for a while."""
        self._inlet.pause_reading()

    def resume_reading(self) -> None:
        """Go on."""
        self._inlet.resume_reading()

    def write(self, data: bytes) -> None:
        """Send, the head of an answer and its first piece at once."""
        if self._is_closing:
            return
        if not self._held:
            asyncio.get_running_loop().call_soon(self._flush)
        self._held += data
        if len(self._held) >= _AT_ONCE:
            self._flush()

    def _flush(self) -> None:
        if self._held:
            self._transport.write(self._held)
            self._held = bytearray()

    def is_closing(self) -> bool:
        """Tell whether it is closed or about to be."""
        return self._is_closing or self._transport.is_closing()

    def close(self) -> None:
        """Stop sending; close at once, or when the client has stopped, too."""
        if self.is_closing():
            return
        self._is_closing = True
        self._flush()
        is_sending = self._inlet.holds or self._is_sending()
        self._inlet.drop()
        if not is_sending:
            self.finish()
            return
        with suppress(OSError):
            self._transport.write_eof()
        self._later(FAREWELL, self.finish)

    def finish(self) -> None:
        """Close; who does not read the rest in time is cut off."""
        self._is_closing = True
        self._inlet.drop()
        self._flush()
        self._transport.close()
        self._later(self._slow, self.abort)

    def abort(self) -> None:
        """Break the connection; the system would else go on offering the client what it has."""
        self._is_closing = True
        self._inlet.drop()
        self._held.clear()
        with suppress(OSError):
            self._transport.get_extra_info("socket").setsockopt(
                socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0)
            )
        self._transport.abort()

    def forget(self) -> None:
        """It is closed."""
        self._inlet.drop()
        self._cancel()

    def _cancel(self) -> None:
        if self._timer is not None:
            self._timer.cancel()

    def _later(self, seconds: int, call: Callable[[], None]) -> None:
        self._cancel()
        self._timer = asyncio.get_running_loop().call_later(seconds, call)
