"""What is sent to a client goes out together, and a connection is closed so that its end is seen."""

import asyncio
import socket
import struct
from collections.abc import Callable

import pytest

from kyodo_lod.serve import way
from kyodo_lod.serve.way import Way

PIECE = b"a" * 64 * 1024


class Transport:
    """Stands for a transport of asyncio: remembers what it was told, in its order."""

    def __init__(self) -> None:
        self.told: list[object] = []
        self.linger = b""
        self.is_connected = True

    def write(self, data: bytes) -> None:
        """Remember."""
        self.told.append(bytes(data))

    def write_eof(self) -> None:
        """Remember; a socket that is gone already is an OSError."""
        if not self.is_connected:
            raise OSError
        self.told.append("eof")

    def close(self) -> None:
        """Remember."""
        self.told.append("close")

    def abort(self) -> None:
        """Remember."""
        self.told.append("abort")

    def is_closing(self) -> bool:
        """Tell."""
        return "close" in self.told or "abort" in self.told

    def pause_reading(self) -> None:
        """Do nothing."""

    def resume_reading(self) -> None:
        """Do nothing."""

    def get_extra_info(self, name: str) -> "Transport":
        """Give what stands for the socket."""
        assert name == "socket"
        return self

    def setsockopt(self, level: int, option: int, value: bytes) -> None:
        """Remember how the socket is closed."""
        assert (level, option) == (socket.SOL_SOCKET, socket.SO_LINGER)
        self.linger = value


def _at_once(call: Callable[[], None]) -> None:
    """Stand for a line in which nobody else is."""
    call()


def told(
    work: Callable[[Way], None],
    slow: int = 60,
    is_sending: bool = False,
    is_connected: bool = True,
) -> list[object]:
    """Give what a transport is told while `work` is done and in the turns after it."""

    async def run() -> list[object]:
        transport = Transport()
        transport.is_connected = is_connected
        one = Way(transport, slow, lambda: is_sending, lambda _: None, _at_once)
        work(one)
        for _ in range(3):
            await asyncio.sleep(0)
        one.forget()
        return transport.told

    return asyncio.run(run())


def _answer(one: Way) -> None:
    one.write(b"head ")
    one.write(b"body")


def test_the_head_of_an_answer_goes_out_with_its_first_piece() -> None:
    assert told(_answer) == [b"head body"]


def test_a_large_piece_is_not_held_back() -> None:
    def work(one: Way) -> None:
        one.write(b"head ")
        one.write(PIECE)
        one.write(b"tail")
        one.close()

    assert told(work) == [b"head " + PIECE, b"tail", "close"]


def test_who_is_not_sending_is_let_go_at_once_with_all_that_was_written() -> None:
    def work(one: Way) -> None:
        _answer(one)
        one.close()
        one.write(b"more")
        one.close()

    assert told(work) == [b"head body", "close"]


def test_who_is_still_sending_sees_the_answer_before_the_end(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def work(one: Way) -> None:
        _answer(one)
        one.close()
        assert one.is_closing()

    assert told(work, is_sending=True) == [b"head body", "eof"]
    monkeypatch.setattr(way, "FAREWELL", 0)
    assert told(work, is_sending=True) == [b"head body", "eof", "close"]


def test_a_client_that_is_gone_already_is_no_fault(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(way, "FAREWELL", 0)
    assert told(Way.close, is_sending=True, is_connected=False) == ["close"]


def test_who_does_not_read_the_rest_in_time_is_cut_off() -> None:
    assert told(Way.close, slow=0) == ["close", "abort"]
    assert told(Way.close, slow=1) == ["close"]


def test_once_it_is_closed_nothing_more_is_done_to_it() -> None:
    def work(one: Way) -> None:
        one.close()
        one.forget()

    assert told(work, slow=0) == ["close"]


def test_who_is_cut_off_gets_nothing_of_what_was_held() -> None:
    def work(one: Way) -> None:
        _answer(one)
        one.abort()
        assert one.linger == struct.pack("ii", 1, 0), "reset, not offered again and again"

    assert told(work) == ["abort"]


@pytest.mark.parametrize("end", [Way.close, Way.abort])
def test_who_is_shown_out_is_not_listened_to(end: Callable[[Way], None]) -> None:
    taken: list[bytes] = []

    async def run() -> None:
        one = Way(Transport(), 60, lambda: True, taken.append, _at_once)
        one.arrive(b"first")
        end(one)
        one.arrive(b"second")
        one.forget()

    asyncio.run(run())
    assert taken == [b"first"]
