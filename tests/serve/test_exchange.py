"""An answer on the wire: as much of it as the client does not hold, within the room there is."""

import asyncio
from collections.abc import Callable, MutableMapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from kyodo_lod.serve.exchange import Exchange
from kyodo_lod.serve.message import TEXT, Reply, Request
from kyodo_lod.serve.room import Room

MODIFIED = 784111777
LARGE = bytes(range(256)) * 1000
TAGGED = Reply(200, b"abc", TEXT, etag="x")


@dataclass
class Answered:
    """What went over the wire."""

    status: int
    headers: dict[str, str]
    pieces: list[bytes]
    exchange: Exchange

    @property
    def body(self) -> bytes:
        """All of it."""
        return b"".join(self.pieces)


def answered(
    reply: Reply,
    method: str = "GET",
    room: Room | None = None,
    prepare: Callable[[Exchange], None] = lambda _: None,
    **fields: str,
) -> Answered:
    """Send a reply to a request with some fields."""
    headers = {name.replace("_", "-"): value for name, value in fields.items()}
    raw = [(name.encode(), value.encode()) for name, value in headers.items()]
    scope = {"type": "http", "method": method, "path": "/", "headers": raw}
    sent: list[MutableMapping[str, Any]] = []

    async def send(message: MutableMapping[str, Any]) -> None:
        sent.append(message)

    async def receive() -> MutableMapping[str, Any]:
        return await asyncio.Future()  # the client stays

    async def run() -> Exchange:
        exchange = Exchange(scope, receive, send, room or Room(8 * len(LARGE)))
        exchange.request = Request(method, "", headers=headers, client="a")
        prepare(exchange)
        await exchange.send_reply(reply, "", MODIFIED)
        return exchange

    exchange = asyncio.run(run())
    first, *rest = sent
    return Answered(
        first["status"],
        {name.decode(): value.decode() for name, value in first["headers"]},
        [each["body"] for each in rest],
        exchange,
    )


@pytest.mark.parametrize("method", ["GET", "POST"])
def test_a_small_answer_goes_as_it_is(method: str) -> None:
    answer = answered(Reply(200, b"abc", TEXT), method)
    assert (answer.status, answer.pieces) == (200, [b"abc"])
    assert (answer.headers["content-length"], answer.headers["content-type"]) == ("3", TEXT)
    assert answer.headers["x-content-type-options"] == "nosniff"
    assert answer.headers.get("connection") is None
    assert (answer.exchange.status, answer.exchange.bytes) == (200, 3)


@pytest.mark.parametrize("body", [b"abc", LARGE])
def test_the_head_says_how_much_there_is_and_sends_none_of_it(body: bytes) -> None:
    answer = answered(Reply(200, body, TEXT), "HEAD")
    assert (answer.headers["content-length"], answer.body) == (str(len(body)), b"")


def test_a_large_answer_goes_in_pieces_and_is_held_until_it_is_given_back() -> None:
    room = Room(4 * len(LARGE))
    answer = answered(Reply(200, LARGE, TEXT), room=room)
    assert answer.body == LARGE
    assert max(map(len, answer.pieces)) == 64 * 1024
    assert answer.headers["content-length"] == str(len(LARGE))
    assert not room.take("a", 1), "this client's part is full"
    answer.exchange.give_back()
    answer.exchange.give_back()
    assert room.take("a", len(LARGE))


def test_without_room_a_line_is_sent_instead() -> None:
    answer = answered(Reply(200, LARGE, TEXT), room=Room(4 * len(LARGE) - 4))
    assert (answer.status, answer.headers["retry-after"]) == (503, "5")
    assert answer.body.count(b"\n") == 1
    assert answer.exchange.reply.outcome == "crowded"


@pytest.mark.parametrize(
    ("method", "fields", "status", "body"),
    [
        ("GET", {"if_none_match": '"x"'}, 304, b""),
        ("HEAD", {"if_none_match": '"x"'}, 304, b""),
        ("GET", {"if_none_match": '"y"'}, 200, b"abc"),
        ("GET", {"if_match": '"y"'}, 412, b"412: the data have changed\n"),
        ("POST", {"if_none_match": '"x"'}, 200, b"abc"),
    ],
)
def test_what_the_client_holds_is_not_sent_again(
    method: str, fields: dict[str, str], status: int, body: bytes
) -> None:
    answer = answered(TAGGED, method, **fields)
    assert (answer.status, answer.body) == (status, body)
    assert ("content-length" in answer.headers) == (status != 304)
    assert (answer.headers.get("etag") == '"x"') == (status != 412)


def test_what_has_no_tag_is_sent_whatever_the_client_holds() -> None:
    assert answered(Reply(200, b"abc", TEXT), if_none_match="*").body == b"abc"


def test_an_error_is_not_taken_for_what_the_client_holds() -> None:
    assert answered(Reply(404, b"no", TEXT, etag="x"), if_none_match='"x"').status == 404


def test_who_must_not_send_more_is_told_that_it_is_the_last() -> None:
    def last(exchange: Exchange) -> None:
        exchange.is_last = True

    assert answered(TAGGED, prepare=last).headers["connection"] == "close"


@pytest.fixture(params=[300, len(LARGE)], ids=["small", "large"])
def file(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    """Give a file that is read at once, and one that is not."""
    path = tmp_path / "file.nt"
    path.write_bytes(LARGE[: request.param])
    return path


def test_a_file_is_sent_whole_or_in_parts(file: Path) -> None:
    data = file.read_bytes()
    whole = answered(Reply(200, file, TEXT, etag="x"))
    assert (whole.status, whole.body, whole.headers["accept-ranges"]) == (200, data, "bytes")
    part = answered(Reply(200, file, TEXT, etag="x"), range="bytes=1-4")
    assert (part.status, part.body) == (206, data[1:5])
    assert part.headers["content-range"] == f"bytes 1-4/{len(data)}"
    tail = answered(Reply(200, file, TEXT, etag="x"), range="bytes=-3")
    assert (tail.status, tail.body) == (206, data[-3:])


@pytest.mark.parametrize("asked", ["lines=1-2", "bytes=4-1", "bytes=a-b", "bytes="])
def test_a_range_that_means_nothing_is_as_if_it_were_not_there(file: Path, asked: str) -> None:
    answer = answered(Reply(200, file, TEXT), range=asked)
    assert (answer.status, answer.body) == (200, file.read_bytes())


def test_a_part_that_is_not_there_is_refused_in_one_line(file: Path) -> None:
    size = file.stat().st_size
    answer = answered(Reply(200, file, TEXT), range=f"bytes={size}-")
    assert (answer.status, answer.headers["content-range"]) == (416, f"bytes */{size}")
    assert answer.body == f"416: the file has {size} bytes, and no such part\n".encode()
