"""A proxy that nobody told the server of is told to the journal, once."""

import asyncio
import json

import pytest

from kyodo_lod.serve.exchange import Receive, Scope, Send
from kyodo_lod.serve.journal import Journal
from kyodo_lod.serve.proxies import ProxyWatch


async def _answer(scope: Scope, _: Receive, __: Send) -> None:
    scope["answered"] += 1


def told(peers: list[tuple[str, bool]], trusted: tuple[str, ...] = ()) -> list[str]:
    """Give the lines of the journal after a request of each peer, some with X-Forwarded-For."""
    lines: list[str] = []
    watch = ProxyWatch(_answer, trusted, Journal("json", lines.append))
    for host, forwarded in peers:
        headers = [(b"x-forwarded-for", b"203.0.113.7")] if forwarded else [(b"host", b"x")]
        scope = {"client": (host, 1), "headers": headers, "answered": 0}
        asyncio.run(watch(scope, None, None))  # type: ignore[arg-type]
        assert scope["answered"] == 1
    return lines


@pytest.mark.parametrize("host", ["127.0.0.1", "::1", "::ffff:127.0.0.1", "10.88.0.1"])
def test_a_neighbour_who_speaks_for_others_is_told_once(host: str) -> None:
    (line,) = told([(host, False), (host, True), (host, True)])
    said = json.loads(line)
    assert said["event"] == "proxy-not-trusted"
    assert said["why"].endswith("name it with --trust-proxy")
    assert host not in line
    assert "203.0.113.7" not in line


@pytest.mark.parametrize(
    ("peer", "trusted"),
    [
        (("127.0.0.1", False), ()),
        (("127.0.0.1", True), ("127.0.0.0/8",)),
        (("8.8.8.8", True), ("127.0.0.1",)),
        (("::ffff:8.8.8.8", True), ()),
        (("testclient", True), ()),
    ],
)
def test_who_is_trusted_or_comes_from_far_away_is_not_told(
    peer: tuple[str, bool], trusted: tuple[str, ...]
) -> None:
    assert told([peer], trusted) == []
