"""What costs more to read than to send is refused before much of it is read."""

import h11
import pytest

from kyodo_lod.serve.grammar import CHUNKS, FIELDS, FULL, HEAD, Grammar, Unreadable
from kyodo_lod.serve.limits import LIMITED

_POST = b"POST /check HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n"
_GET = b"GET / HTTP/1.1\r\nHost: x\r\n"


def heard(data: bytes) -> list[object]:
    """Give the kinds of events until there are no more, or the status of the refusal as the last."""
    grammar = Grammar()
    grammar.receive_data(data)
    found: list[object] = []
    try:
        while (event := grammar.next_event()) not in (h11.NEED_DATA, h11.PAUSED):
            found.append(type(event))
    except Unreadable as error:
        found.append(error.why.status)
    return found


def chunks(size: int, count: int) -> bytes:
    return (b"%x\r\n%b\r\n" % (size, b"a" * size)) * count


def test_tiny_chunks_are_refused_behind_the_thousandth() -> None:
    found = heard(_POST + chunks(1, 300_000))
    assert found == [h11.Request, *[h11.Data] * CHUNKS, 400]


def test_tiny_chunks_are_refused_behind_a_large_one() -> None:
    found = heard(_POST + chunks(1_000_000, 1) + chunks(1, 300_000))
    assert found[-1] == 400
    assert len(found) <= 2 + 2 * CHUNKS


@pytest.mark.parametrize(("size", "count"), [(1, CHUNKS), (FULL, 5 * CHUNKS)])
def test_few_chunks_or_full_ones_are_read(size: int, count: int) -> None:
    found = heard(_POST + chunks(size, count) + b"0\r\n\r\n")
    assert found == [h11.Request, *[h11.Data] * count, h11.EndOfMessage]


@pytest.mark.parametrize("cut", range(1, 70, 8))
def test_where_a_full_chunk_is_cut_on_its_way_does_not_matter(cut: int) -> None:
    grammar, found = Grammar(), 0
    data = chunks(FULL, 2 * CHUNKS)
    at = len(_POST) + len(data) // 2 - cut
    for piece in ((_POST + data)[:at], (_POST + data)[at:]):
        grammar.receive_data(piece)
        while (event := grammar.next_event()) is not h11.NEED_DATA:
            found += len(event.data) if isinstance(event, h11.Data) else 0
    assert found == 2 * CHUNKS * FULL


def test_each_body_is_counted_anew() -> None:
    grammar = Grammar()
    for _ in range(3):
        grammar.receive_data(_POST + chunks(1, CHUNKS) + b"0\r\n\r\n")
        while type(grammar.next_event()) is not h11.EndOfMessage:
            pass
        grammar.send(h11.Response(status_code=204, headers=[]))
        grammar.send(h11.EndOfMessage())
        grammar.start_next_cycle()


def test_a_chunk_that_comes_byte_by_byte_is_one() -> None:
    grammar = Grammar()
    grammar.receive_data(_POST + b"%x\r\n" % (2 * CHUNKS))
    assert type(grammar.next_event()) is h11.Request
    for _ in range(2 * CHUNKS):
        grammar.receive_data(b"a")
        assert type(grammar.next_event()) is h11.Data


def test_a_head_has_so_many_lines() -> None:
    assert heard(_GET + b"a:\r\n" * (FIELDS - 2) + b"\r\n")[0] is h11.Request
    assert heard(_GET + b"a:\r\n" * FIELDS + b"\r\n") == [431]
    assert heard(_GET + b"a:" + b"\r\n b" * FIELDS) == [431]


def test_lines_of_another_request_are_its_own() -> None:
    assert heard((_GET + b"\r\n") * FIELDS)[0] is h11.Request


@pytest.mark.parametrize(
    "rest",
    [b"1;" + b"a" * HEAD, b"1;" + b"a" * HEAD + b"\n", b"zz\r\n", b"0\r\n" + b"a" * 2 * HEAD],
)
def test_chunks_that_cannot_be_read_are_no_long_address(rest: bytes) -> None:
    assert heard(_POST + rest)[-1] == 400


def test_who_sends_too_many_fields_behind_a_body_is_refused() -> None:
    found = heard(_POST + b"0\r\n" + b"a:\r\n" * (FIELDS + 1) + b"\r\n")
    assert found == [h11.Request, 431]


def test_the_limits_of_a_head_leave_room_for_the_longest_address() -> None:
    assert LIMITED.url < HEAD
