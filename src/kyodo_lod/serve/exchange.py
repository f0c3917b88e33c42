"""One request and its answer on the wire; the only importer of starlette."""

from collections.abc import Awaitable, Callable, MutableMapping
from dataclasses import replace
from functools import partial
from typing import Any

from starlette.responses import FileResponse, Response

from kyodo_lod.bilingual import Bilingual
from kyodo_lod.serve.conditional import is_part_asked, judged
from kyodo_lod.serve.message import Reply, Request
from kyodo_lod.serve.outgoing import COMMON, headers
from kyodo_lod.serve.refusals import refusal, refused
from kyodo_lod.serve.room import Room, crowded

Scope = MutableMapping[str, Any]
Message = MutableMapping[str, Any]
Receive = Callable[[], Awaitable[Message]]
Send = Callable[[Message], Awaitable[None]]

#: bytes of a file that is read at once; a larger one goes piece by piece
_SMALL = 64 * 1024
_PIECE = 64 * 1024
_CHANGED = Bilingual("データは変わりました。", "the data have changed")
_BEYOND = Bilingual(
    "ファイルは {size} バイトです。求められた部分はありません。",
    "the file has {size} bytes, and no such part",
)


class Exchange:
    """A request and how it is answered.

    Args:
        scope: of ASGI, as are `receive` and `send`.
        room: for its bodies.
    """

    def __init__(self, scope: Scope, receive: Receive, send: Send, room: Room) -> None:
        self.scope, self.receive, self._send = scope, receive, send
        self._room, self._held = room, 0
        self.request = Request(scope["method"], "")
        self.route, self.reply = "none", Reply(0)
        self.status = self.bytes = 0
        self.is_last = False

    def take(self, size: int) -> bool:
        """Take room for so many bytes of a body; tell whether there was any."""
        is_room = not size or self._room.take(self.request.client, size)
        self._held += size if is_room else 0
        return is_room

    def give_back(self) -> None:
        """Give back all room that was taken."""
        if self._held:
            self._room.give_back(self.request.client, self._held)
            self._held = 0

    async def send(self, message: Message) -> None:
        """Send what goes over the wire, counted, with the headers that every answer has."""
        if message["type"] == "http.response.start":
            self.status = message["status"]
            there = {name for name, _ in message["headers"]}
            message["headers"] = [
                *message["headers"],
                *((n.encode(), v.encode()) for n, v in COMMON.items() if n.encode() not in there),
            ]
        else:
            self.bytes += len(message.get("body", b""))
        await self._send(message)

    async def send_reply(self, reply: Reply, prefix: str, modified: int) -> None:
        """Send a reply, or as much of it as the client does not hold."""
        is_read = self.request.method in ("GET", "HEAD")
        if is_read and reply.status == 200 and reply.etag:
            reply = _conditional(self.request, reply, modified)
        if (
            isinstance(reply.body, bytes)
            and len(reply.body) > _PIECE
            and not self.take(len(reply.body))
        ):
            reply = refused(self.request, crowded())
        self.reply = reply
        found = headers(reply, prefix, modified)
        if self.is_last:
            found["connection"] = "close"
        if isinstance(reply.body, bytes):
            await self._send_bytes(reply.body, reply.status, found)
        else:
            await self._send_file(reply, found)

    async def _send_bytes(self, body: bytes, status: int, found: dict[str, str]) -> None:
        if status not in (204, 304):
            found["content-length"] = str(len(body))
        if self.request.method == "HEAD" or len(body) <= _PIECE:
            content = b"" if self.request.method == "HEAD" else body
            await Response(content, status, found)(self.scope, self.receive, self.send)
            return
        raw = [(name.encode(), value.encode("latin-1")) for name, value in found.items()]
        await self.send({"type": "http.response.start", "status": status, "headers": raw})
        for start in range(0, len(body), _PIECE):
            piece, more = body[start : start + _PIECE], start + _PIECE < len(body)
            await self.send({"type": "http.response.body", "body": piece, "more_body": more})

    async def _send_file(self, reply: Reply, found: dict[str, str]) -> None:
        path = reply.body
        assert not isinstance(path, bytes)  # noqa: S101 - for mypy
        in_parts = is_part_asked(self.request.method, self.request.headers)
        found["accept-ranges"] = "bytes"
        size = path.stat().st_size
        if not in_parts and size <= _SMALL:
            await self._send_bytes(path.read_bytes(), reply.status, found)
            return
        fields = self.scope["headers"]
        if not in_parts:
            fields = [(name, value) for name, value in fields if name.lower() != b"range"]
        scope = {**self.scope, "headers": fields}
        response = FileResponse(path, reply.status, found, reply.media_type)
        await response(scope, self.receive, partial(self._send_part, size))

    async def _send_part(self, size: int, message: Message) -> None:
        """Send what starlette makes of a file; where it refuses (RFC 9110, section 15.5.17), a line."""
        if message.get("status") == 416:
            there = {"Content-Range": f"bytes */{size}"}
            beyond = refusal(self.request, 416, _BEYOND.fill(size=size), "range", there)
            await self.send_reply(beyond, "", 0)
        elif self.reply.status != 416:
            await self.send(message)


def _conditional(request: Request, reply: Reply, modified: int) -> Reply:
    status = judged(request.headers, reply.etag, modified)
    if status == 304:
        return replace(reply, status=304, body=b"", media_type="", encoding="", outcome="known")
    return refusal(request, 412, _CHANGED, "changed") if status == 412 else reply
