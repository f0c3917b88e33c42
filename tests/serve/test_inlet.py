"""What a client sends is taken in pieces, and others have their turn between two of them."""

import asyncio
import socket
from collections.abc import Callable
from functools import partial

from kyodo_lod.serve.inlet import PIECE, Inlet
from kyodo_lod.serve.turns import Turns


class Taking(asyncio.Protocol):
    """A connection that takes what comes through an inlet, and remembers it with the turns of the loop."""

    def __init__(self) -> None:
        self.taken: list[bytes] = []
        self.turns: list[int] = []
        self.turn = 0
        self.arrived = self.largest = 0
        self.after: Callable[[Taking], None] = lambda _: None
        self.end = asyncio.Event()
        self.inlet: Inlet

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        """Begin."""
        assert isinstance(transport, asyncio.Transport)
        self.inlet = Inlet(transport, self.take, partial(Turns().take, "a"))
        self.count()

    def count(self) -> None:
        """Count the turns."""
        self.turn += 1
        if not self.end.is_set():
            asyncio.get_running_loop().call_soon(self.count)

    def data_received(self, data: bytes) -> None:
        """Take what has come."""
        self.arrived += len(data)
        self.inlet.arrive(data)
        self.largest = max(self.largest, self.arrived - len(b"".join(self.taken)))

    def take(self, piece: bytes) -> None:
        """Take a piece."""
        self.taken.append(piece)
        self.turns.append(self.turn)
        self.after(self)

    def eof_received(self) -> bool:
        """End."""
        self.end.set()
        return False


def sent(data: bytes, after: Callable[[Taking], None] = lambda _: None) -> Taking:
    """Send through a real socket until the end has come; give what was taken."""

    async def run() -> Taking:
        ours, theirs = socket.socketpair()
        loop = asyncio.get_running_loop()
        _, taking = await loop.create_connection(Taking, sock=ours)
        taking.after = after
        sending = asyncio.create_task(asyncio.to_thread(_send, theirs, data))
        await asyncio.wait_for(taking.end.wait(), 20)
        await sending
        return taking

    return asyncio.run(run())


def _send(there: socket.socket, data: bytes) -> None:
    with there:
        there.sendall(data)


def test_others_have_a_turn_between_two_pieces() -> None:
    data = bytes(range(256)) * 4096
    taking = sent(data)
    assert b"".join(taking.taken) == data
    assert max(map(len, taking.taken)) <= PIECE
    assert len(set(taking.turns)) == len(taking.turns)


def test_no_more_is_read_while_some_waits() -> None:
    taking = sent(b"x" * 2_000_000)
    assert taking.largest <= 256 * 1024  # what asyncio reads at once


def test_nothing_is_taken_while_reading_is_paused() -> None:
    def stop(taking: Taking) -> None:
        taking.inlet.pause_reading()
        paused = len(taking.taken)

        def go_on() -> None:
            assert len(taking.taken) == paused
            taking.inlet.resume_reading()

        asyncio.get_running_loop().call_later(0.001, go_on)

    taking = sent(b"x" * 10 * PIECE, stop)
    assert len(b"".join(taking.taken)) == 10 * PIECE


def test_what_waits_is_dropped_when_it_is_not_wanted() -> None:
    taking = sent(b"x" * 10 * PIECE, lambda taking: taking.inlet.drop())
    assert len(taking.taken) == 1
