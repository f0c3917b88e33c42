"""What a server answers, within limits: of its bytes, and of the seconds until it is there as a whole.

The only door to urllib3, on which requests stands. Its own time-out counts anew with each piece that
comes, and what comes is read to the end however long it is.
"""

import io
import socket
import time
from http.client import HTTPResponse
from typing import Any

import urllib3
from requests.adapters import HTTPAdapter
from requests.models import PreparedRequest, Response
from urllib3.connection import HTTPConnection, HTTPSConnection

#: bytes of an answer with its head; a record of ten thousand graphs is half as large
LARGEST = 16 * 1024 * 1024


class TooLargeError(OSError):
    """The answer is larger than any that we ask for."""


class _Limited(io.RawIOBase):
    """What comes over a socket.

    Args:
        connection: with the time-out that the whole answer has from now on.
    """

    def __init__(self, connection: socket.socket) -> None:
        self._socket = connection
        self._source = connection.makefile("rb", buffering=0)
        self._end = time.monotonic() + (connection.gettimeout() or 0)
        self._size = 0

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int | None:  # noqa: ANN401 - as the library has it
        left = self._end - time.monotonic()
        if left <= 0:
            raise TimeoutError("timed out")
        self._socket.settimeout(left)
        size = self._source.readinto(buffer)
        self._size += size or 0
        if self._size > LARGEST:
            raise TooLargeError
        return size

    def close(self) -> None:
        self._source.close()
        super().close()


class _Answer(HTTPResponse):
    def __init__(self, sock: socket.socket, *arguments: Any, **named: Any) -> None:
        super().__init__(sock, *arguments, **named)
        self.fp.close()
        self.fp = io.BufferedReader(_Limited(sock))


class _Connection(HTTPConnection):
    response_class = _Answer


class _TlsConnection(HTTPSConnection):
    response_class = _Answer


class _Pool(urllib3.HTTPConnectionPool):
    ConnectionCls = _Connection


class _TlsPool(urllib3.HTTPSConnectionPool):
    ConnectionCls = _TlsConnection


class Limits(HTTPAdapter):
    """Sends requests as requests does, and reads their answers within limits."""

    def init_poolmanager(self, *arguments: Any, **named: Any) -> None:
        """Use connections of ours."""
        super().init_poolmanager(*arguments, **named)
        self.poolmanager.pool_classes_by_scheme = {"http": _Pool, "https": _TlsPool}

    def proxy_manager_for(self, *arguments: Any, **named: Any) -> Any:  # noqa: ANN401 - likewise
        """Use them to a proxy too."""
        manager = super().proxy_manager_for(*arguments, **named)
        manager.pool_classes_by_scheme = {"http": _Pool, "https": _TlsPool}
        return manager

    def build_response(self, req: PreparedRequest, resp: Any) -> Response:  # noqa: ANN401 - likewise
        """Let nothing be unpacked: a few bytes could become any number, and we ask for none packed."""
        resp.headers.discard("Content-Encoding")
        return super().build_response(req, resp)
