"""A client of HTTP/1.1 that costs little: one connection, kept."""

import asyncio
import re


class Connection:
    """HTTP/1.1 over one socket that is kept.

    Args:
        port: on this machine.
        source: the address that it comes from, any of 127.0.0.0/8; None for the usual one.
    """

    def __init__(self, port: int, source: str | None = None) -> None:
        self._port, self._source = port, source
        self._streams: tuple[asyncio.StreamReader, asyncio.StreamWriter] | None = None

    async def ask(self, target: str, accept: str, sent: bytes = b"") -> tuple[int, bytes]:
        """Ask; give status and body.

        Args:
            target: path and query.
            accept: the field.
            sent: Turtle to send by POST.
        """
        reader, writer = self._streams or await self._open()
        writer.write(self._request(target, accept, sent))
        head = (await reader.readuntil(b"\r\n\r\n")).decode("latin-1").lower()
        status = int(head.split()[1])
        if found := re.search(r"\r\ncontent-length: *(\d+)", head):
            body = await reader.readexactly(int(found[1]))
        elif re.search(r"\r\ntransfer-encoding: *chunked", head):
            body = await _chunks(reader)
        else:
            body = await reader.read()
            self.close()
        if "\r\nconnection: close" in head:
            self.close()
        return status, body

    async def leave(self, target: str) -> None:
        """Ask, and break the connection off without waiting for anything."""
        _, writer = self._streams or await self._open()
        writer.write(self._request(target, "*/*", b""))
        writer.transport.abort()
        self._streams = None

    def _request(self, target: str, accept: str, sent: bytes) -> bytes:
        head = f"{target} HTTP/1.1\r\nHost: 127.0.0.1:{self._port}\r\nAccept: {accept}\r\n"
        if not sent:
            return f"GET {head}\r\n".encode()
        kind = f"Content-Type: text/turtle\r\nContent-Length: {len(sent)}\r\n"
        return f"POST {head}{kind}\r\n".encode() + sent

    async def _open(self) -> tuple[asyncio.StreamReader, asyncio.StreamWriter]:
        local = (self._source, 0) if self._source else None
        self._streams = await asyncio.open_connection("127.0.0.1", self._port, local_addr=local)
        return self._streams

    def close(self) -> None:
        """Let the connection go; the next question opens another."""
        if self._streams:
            self._streams[1].close()
        self._streams = None


async def _chunks(reader: asyncio.StreamReader) -> bytes:
    body = b""
    while size := int((await reader.readline()).partition(b";")[0], 16):
        body += await reader.readexactly(size)
        await reader.readline()
    await reader.readline()
    return body
