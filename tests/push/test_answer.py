"""Answers without end, in bytes or in time, are given up, and told in plain words."""

import gzip
import time
from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from push.misbehaving import Fault, Misbehaving, raw, status

from kyodo_lod.errors import ServerError
from kyodo_lod.push.answer import LARGEST
from kyodo_lod.push.credentials import Credentials
from kyodo_lod.push.store import GraphStore, connected
from kyodo_lod.push.wire import Patience

_HEAD = b"HTTP/1.1 200 OK\r\nContent-Type: application/n-triples\r\n"
_MIB = b"<x:a> <x:b> <x:c> .\n" * 52_000
ENDLESS = LARGEST // len(_MIB) + 4


@contextmanager
def opened(server: Misbehaving, seconds: float = 20, tries: int = 2) -> Iterator[GraphStore]:
    """Connect, with a password that is sent when it is asked for."""
    named = Credentials("me", "s3cret")
    address = f"{server.url}/query"
    with connected(server.store, address, named, Patience(seconds, tries), lambda _: None) as store:
        yield store


@pytest.mark.parametrize(
    "fault",
    [
        raw(_HEAD + b"\r\n", _MIB, times=ENDLESS),
        raw(_HEAD + b"Content-Length: 99999999999\r\n\r\n", _MIB, times=ENDLESS),
        raw(_HEAD + b"Transfer-Encoding: chunked\r\n\r\n", b"%x\r\n%s\r\n" % (len(_MIB), _MIB), times=ENDLESS),
        raw(b"HTTP/1.1 401 No\r\nWWW-Authenticate: Digest realm=\"a\", nonce=\"b\"\r\n\r\n", _MIB, times=ENDLESS),
        raw(b"HTTP/1.1 500 No\r\n\r\n", _MIB, times=ENDLESS),
    ],
    ids=["to the end", "of a length", "in chunks", "who are you", "failed"],
)  # fmt: skip
def test_an_answer_without_end_is_not_read_to_it(fault: Fault, misbehaving: Misbehaving) -> None:
    misbehaving.fail(fault)
    with (
        opened(misbehaving) as store,
        pytest.raises(ServerError, match="answers more than 16 MiB") as raised,
    ):
        store.get("x:g")
    assert "16 MiB を超えています" in raised.value.message.ja
    assert len(misbehaving.sent) == 1  # it would be no better the second time


def test_of_what_leads_elsewhere_no_more_is_read_either(misbehaving: Misbehaving) -> None:
    """The library reads such an answer by itself, and passes over its faults."""
    head = b"HTTP/1.1 302 No\r\nLocation: http://127.0.0.1:1/\r\n\r\n"
    misbehaving.fail(raw(head, _MIB, times=1000))
    with opened(misbehaving) as store, pytest.raises(ServerError, match="which is not followed"):
        store.get("x:g")
    assert len(misbehaving.sent) == 1


@pytest.mark.parametrize(
    "fault",
    [
        raw(b"HTTP/1.1 200 OK\r\n", b"X: y\r\n", wait=0.1, times=90),
        raw(b"HTTP/1.1 200 OK\r\nX: ", b"y", wait=0.1, times=90),
        raw(_HEAD + b"Content-Length: 1000\r\n\r\n", b"#", wait=0.1, times=90),
        raw(_HEAD + b"Transfer-Encoding: chunked\r\n\r\n", b"1\r\n#\r\n", wait=0.1, times=90),
    ],
    ids=["fields", "a field", "body", "chunks"],
)
def test_an_answer_that_trickles_in_is_given_up_in_time(
    fault: Fault, misbehaving: Misbehaving
) -> None:
    misbehaving.fail(fault)
    began = time.monotonic()
    with opened(misbehaving, seconds=1, tries=0) as store, pytest.raises(ServerError):
        store.get("x:g")
    assert time.monotonic() - began < 5


def test_an_answer_that_is_packed_is_not_unpacked(misbehaving: Misbehaving) -> None:
    bomb = gzip.compress(b"#" * 50_000_000)
    misbehaving.fail(status(200, Content_Type="application/n-triples"))
    with opened(misbehaving) as store:
        assert store.get("x:g") == []
        sent = misbehaving.sent[0].headers
        head = _HEAD + b"Content-Encoding: gzip\r\nContent-Length: %d\r\n\r\n" % len(bomb)
        misbehaving.fail(raw(head + bomb))
        with pytest.raises(ServerError, match="answers no RDF"):
            store.get("x:g")
    assert sent["Accept-Encoding"] == "identity"


def test_an_answer_may_be_large(misbehaving: Misbehaving) -> None:
    lines = b"".join(b"<x:a> <x:b> <x:%d> .\n" % n for n in range(200_000))
    misbehaving.fail(raw(_HEAD + b"Content-Length: %d\r\n\r\n" % len(lines), lines))
    with opened(misbehaving) as store:
        assert len(store.get("x:g")) == 200_000


def test_a_connection_is_used_again_with_time_anew(misbehaving: Misbehaving) -> None:
    with opened(misbehaving, seconds=1, tries=0) as store:
        for _ in range(5):
            assert store.get("x:g") == []
            time.sleep(0.3)
