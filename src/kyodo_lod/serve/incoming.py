"""A request as it comes over the wire (ASGI), within limits."""

import asyncio
from collections.abc import Awaitable, Callable, Iterable, Mapping
from functools import lru_cache
from ipaddress import IPv4Address, IPv6Address, ip_address
from typing import Any
from urllib.parse import unquote_to_bytes

from kyodo_lod.bilingual import Bilingual
from kyodo_lod.serve.message import Request
from kyodo_lod.serve.refusals import RefusedError
from kyodo_lod.serve.room import crowded

Receive = Callable[[], Awaitable[Mapping[str, Any]]]
#: bytes of a body that earn its sender another second
_PER_SECOND = 64 * 1024
#: in the state of a scope: the reply that its connection gave instead of the application
TOLD = "told"
_SCHEMES = (b"http://", b"https://")
_LARGE = Bilingual("{limit} バイトを超えています。", "the body is larger than {limit} bytes")
_SLOW = Bilingual("本文が時間内に届きませんでした。", "the body did not come in time")


class Gone(Exception):  # noqa: N818 - no error of ours
    """The client has closed the connection."""


def read_head(scope: Mapping[str, Any], prefix: str) -> Request | None:
    """Give the request without its body; None for a target that is no path of ours.

    Args:
        scope: of ASGI.
        prefix: of a proxy, such as `/lod`; a proxy may strip it or not.
    """
    target = _path(scope["raw_path"], scope["method"])
    if target is None:
        return None
    path = unquote_to_bytes(target).decode("utf-8", "replace")
    climbs = target.count(b"/") - 1
    if prefix and (path == prefix or path.startswith(f"{prefix}/")):
        path = path[len(prefix) :]
        climbs -= prefix.count("/")
    return Request(
        scope["method"],
        path.removeprefix("/"),
        scope["query_string"],
        _joined(scope["headers"]),
        client=whom(scope["client"]),
        climbs=max(climbs, 0),
        root=prefix,
    )


def _path(target: bytes, method: str) -> bytes | None:
    """Give the path of a target in any of its forms (RFC 9112, section 3.2)."""
    if target.startswith(b"/"):
        return target
    if target == b"*" and method == "OPTIONS":
        return b"/"
    if target.lower().startswith(_SCHEMES):
        return b"/" + target.split(b"/", 3)[3] if target.count(b"/") > 2 else b"/"
    return None


def _joined(fields: Iterable[tuple[bytes, bytes]]) -> dict[str, str]:
    found: dict[str, str] = {}
    for raw, value in fields:
        name, text = raw.decode("latin-1").lower(), value.decode("latin-1")
        found[name] = f"{found[name]}, {text}" if name in found else text
    return found


def whom(client: tuple[str, int] | None) -> str:
    """Give the name under which a client's use is counted: an IPv6 network of /64 is one client.

    >>> whom(("2001:db8:0:1:2:3:4:5", 1)), whom(("::ffff:192.0.2.1", 1))
    ('2001:db8:0:1::', '192.0.2.1')
    """
    return _named(client[0] if client else "")


@lru_cache(maxsize=1024)
def _named(host: str) -> str:
    address = address_of(host)
    if isinstance(address, IPv6Address):
        return str(IPv6Address(int(address) >> 64 << 64))
    return host if address is None else str(address)


def address_of(host: str) -> IPv4Address | IPv6Address | None:
    """Give the address that a host is; None for what is none."""
    try:
        address = ip_address(host.partition("%")[0])
    except ValueError:
        return None
    return (isinstance(address, IPv6Address) and address.ipv4_mapped) or address


def is_ambiguous(scope: Mapping[str, Any]) -> bool:
    """Tell whether two servers might see different ends of the body (RFC 9112, section 6.1)."""
    names = [name.lower() for name, _ in scope["headers"]]
    coded = b"transfer-encoding" in names
    return coded and (b"content-length" in names or scope["http_version"] == "1.0")


def has_body(request: Request) -> bool:
    """Tell whether a body follows the head."""
    length = request.header("content-length") or "0"
    return length.strip("0") != "" or request.header("transfer-encoding") is not None


async def read_body(
    request: Request, receive: Receive, limit: int, slow: int, take: Callable[[int], bool]
) -> bytes:
    """Read the body.

    Args:
        request: its head.
        receive: of ASGI.
        limit: bytes of the body.
        slow: seconds that it may take, and one more for each 64 KiB that have come.
        take: takes room for so many bytes; tells whether there was any.

    Raises:
        RefusedError: as soon as it is known to be too large (413), when the time is over (408), where
            too much is held already (503).
        Gone: when the client is.
    """
    if int(request.header("content-length") or 0) > limit:
        raise _too_large(limit)
    data = bytearray()
    try:
        async with asyncio.timeout(slow) as deadline:
            start = deadline.when() or 0.0
            more = True
            while more:
                before = len(data)
                more = await _read_piece(data, receive)
                if len(data) > limit:
                    raise _too_large(limit)
                if not take(len(data) - before):
                    raise crowded()
                deadline.reschedule(start + len(data) / _PER_SECOND)
    except TimeoutError as error:
        raise RefusedError(408, _SLOW, "slow") from error
    return bytes(data)


def _too_large(limit: int) -> RefusedError:
    return RefusedError(413, _LARGE.fill(limit=limit), "size")


async def _read_piece(data: bytearray, receive: Receive) -> bool:
    message = await receive()
    if message["type"] == "http.disconnect":
        raise Gone
    data += message.get("body", b"")
    return bool(message.get("more_body", False))


async def leaving(receive: Receive) -> None:
    """Return when the client closes the connection."""
    while (await receive())["type"] != "http.disconnect":
        pass
