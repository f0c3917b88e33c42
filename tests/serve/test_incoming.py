"""A request as it comes over the wire."""

import asyncio
from collections.abc import Mapping
from typing import Any

import pytest

from kyodo_lod.serve.incoming import (
    Gone,
    has_body,
    is_ambiguous,
    read_body,
    read_head,
    whom,
)
from kyodo_lod.serve.message import Request
from kyodo_lod.serve.refusals import RefusedError


def scope(target: bytes, method: str = "GET", **headers: str) -> dict[str, Any]:
    """Give what uvicorn makes of a request line and fields."""
    path, _, query = target.partition(b"?")
    return {
        "method": method,
        "raw_path": path,
        "query_string": query,
        "headers": [(n.replace("_", "-").encode(), v.encode()) for n, v in headers.items()],
        "client": ("192.0.2.1", 5),
        "http_version": "1.1",
    }


@pytest.mark.parametrize(
    ("target", "path"),
    [
        (b"/", ""),
        (b"/id/072036", "id/072036"),
        (b"/id/%E5%B8%82", "id/市"),
        (b"/%FF", "\ufffd"),
        (b"/a/..%2f..%2Fetc/passwd", "a/../../etc/passwd"),
        (b"//host/x", "/host/x"),
        (b"/a%00b", "a\0b"),
        (b"http://elsewhere/id/1?x", "id/1"),
        (b"HTTPS://elsewhere", ""),
    ],
)
def test_a_target_in_any_form_gives_a_path(target: bytes, path: str) -> None:
    request = read_head(scope(target), "")
    assert request is not None
    assert request.path == path


@pytest.mark.parametrize("target", [b"*", b"example.org:80", b"ftp://x/y", b"id/1"])
def test_what_is_no_path_is_no_request(target: bytes) -> None:
    assert read_head(scope(target), "") is None


def test_options_may_ask_of_the_whole_server() -> None:
    request = read_head(scope(b"*", "OPTIONS"), "")
    assert request is not None
    assert request.path == ""


@pytest.mark.parametrize(
    ("target", "path"),
    [
        (b"/lod/sparql", "sparql"),
        (b"/sparql", "sparql"),
        (b"/lod", ""),
        (b"/lod/", ""),
        (b"/lodge", "lodge"),
        (b"/l%6Fd/def", "def"),
    ],
)
def test_the_prefix_of_a_proxy_is_taken_off_where_the_proxy_did_not(
    target: bytes, path: str
) -> None:
    request = read_head(scope(target), "/lod")
    assert request is not None
    assert (request.path, request.root) == (path, "/lod")


def test_fields_of_one_name_are_one() -> None:
    given = scope(b"/?a=%20b", Accept="text/turtle")
    given["headers"].append((b"accept", b"text/html"))
    request = read_head(given, "")
    assert request is not None
    assert request.headers == {"accept": "text/turtle, text/html"}
    assert (request.query, request.client) == (b"a=%20b", "192.0.2.1")


@pytest.mark.parametrize(
    ("host", "name"),
    [
        ("192.0.2.1", "192.0.2.1"),
        ("2001:db8:1:2:ffff::1", "2001:db8:1:2::"),
        ("2001:db8:1:2::7", "2001:db8:1:2::"),
        ("2001:db8:1:3::7", "2001:db8:1:3::"),
        ("::ffff:192.0.2.1", "192.0.2.1"),
        ("fe80::1%eth0", "fe80::"),
        ("unknown", "unknown"),
    ],
)
def test_a_client_is_an_address_or_a_network_of_ipv6(host: str, name: str) -> None:
    assert whom((host, 1)) == name


def test_a_client_without_address_is_counted_too() -> None:
    assert whom(None) == ""


@pytest.mark.parametrize(
    ("headers", "ambiguous"),
    [
        ({"content_length": "5"}, False),
        ({"transfer_encoding": "chunked"}, False),
        ({"content_length": "5", "Transfer_Encoding": "chunked"}, True),
    ],
)
def test_a_body_that_two_servers_may_end_elsewhere_is_ambiguous(
    headers: dict[str, str], ambiguous: bool
) -> None:
    assert is_ambiguous(scope(b"/", **headers)) is ambiguous


def test_chunks_are_not_of_http_1_0() -> None:
    assert is_ambiguous(scope(b"/", transfer_encoding="chunked") | {"http_version": "1.0"})


@pytest.mark.parametrize(
    ("headers", "has_one"),
    [
        ({}, False),
        ({"content-length": "0"}, False),
        ({"content-length": "000"}, False),
        ({"content-length": "10"}, True),
        ({"transfer-encoding": "chunked"}, True),
    ],
)
def test_a_body_is_announced(headers: dict[str, str], has_one: bool) -> None:
    assert has_body(Request("POST", "", headers=headers)) is has_one


class _Sender:
    """Sends pieces of a body, each after a pause."""

    def __init__(self, *pieces: bytes | None, pause: float = 0.0) -> None:
        self._pieces, self._pause = list(pieces), pause

    async def __call__(self) -> Mapping[str, Any]:
        await asyncio.sleep(self._pause)
        piece = self._pieces.pop(0)
        if piece is None:
            return {"type": "http.disconnect"}
        return {"type": "http.request", "body": piece, "more_body": bool(self._pieces)}


def _read(
    sender: _Sender, limit: int, slow: int = 5, length: str | None = None, room: int = 100
) -> bytes:
    headers = {} if length is None else {"content-length": length}
    taken: list[int] = []

    def take(size: int) -> bool:
        taken.append(size)
        return sum(taken) <= room

    return asyncio.run(read_body(Request("POST", "", headers=headers), sender, limit, slow, take))


def test_a_body_is_read_whole() -> None:
    assert _read(_Sender(b"ab", b"", b"c"), 3) == b"abc"
    assert _read(_Sender(b"abc"), 3, length="3") == b"abc"


def test_a_body_that_says_it_is_too_large_is_not_waited_for() -> None:
    with pytest.raises(RefusedError) as caught:
        _read(_Sender(), 3, length="4")
    assert (caught.value.status, caught.value.outcome) == (413, "size")
    assert "3 bytes" in caught.value.words.en


@pytest.mark.parametrize("pieces", [(b"abcd",), (b"ab", b"cd", b"ef")])
def test_a_body_that_grows_too_large_is_refused(pieces: tuple[bytes, ...]) -> None:
    with pytest.raises(RefusedError) as caught:
        _read(_Sender(*pieces), 3)
    assert caught.value.status == 413


def test_a_body_without_room_is_refused_while_it_comes() -> None:
    assert _read(_Sender(b"ab", b"c"), 3, room=3) == b"abc"
    with pytest.raises(RefusedError) as caught:
        _read(_Sender(b"ab", b"cd", b"ef"), 100, room=3)
    assert (caught.value.status, caught.value.again) == (503, 5)


def test_a_body_that_does_not_come_is_given_up() -> None:
    with pytest.raises(RefusedError) as caught:
        _read(_Sender(b"a", b"b", pause=60), 3, slow=0)
    assert (caught.value.status, caught.value.outcome) == (408, "slow")


def test_a_client_that_leaves_has_left() -> None:
    with pytest.raises(Gone):
        _read(_Sender(b"a", None), 3)
