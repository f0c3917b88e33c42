"""A connection: uvicorn's HTTP/1.1 with limits on clients that are slow, many or do not speak it.

The only importer of uvicorn's protocol.
"""

import asyncio
import sys
from collections.abc import Callable
from http import HTTPStatus
from typing import Any

import h11
from uvicorn.protocols.http.h11_impl import H11Protocol

from kyodo_lod.bilingual import Bilingual
from kyodo_lod.serve.doors import Doors
from kyodo_lod.serve.grammar import Grammar, Unreadable
from kyodo_lod.serve.incoming import TOLD, address_of, read_head
from kyodo_lod.serve.journal import Journal
from kyodo_lod.serve.limits import ServeLimits
from kyodo_lod.serve.message import Reply, Request
from kyodo_lod.serve.outgoing import headers
from kyodo_lod.serve.refusals import RefusedError, refused, unread
from kyodo_lod.serve.turns import Turns
from kyodo_lod.serve.way import FAREWELL, Way

#: seconds that a connection may stay open without a request
IDLE = 15


class Connection(H11Protocol):
    """One connection to a client.

    Args:
        limits: of time.
        doors: count it.
        turns: of clients.
        journal: gets a line for each request that the application does not come to see.
        uvicorn: what uvicorn gives its protocols.
    """

    def __init__(
        self,
        limits: ServeLimits,
        doors: Doors,
        turns: Turns,
        journal: Journal,
        **uvicorn: Any,
    ) -> None:
        super().__init__(**uvicorn)
        self.conn = Grammar()
        self._slow = limits.slow
        self._doors, self._turns, self._journal = doors, turns, journal
        self._name: str | None = None
        self._head: asyncio.TimerHandle | None = None
        self._stall: asyncio.TimerHandle | None = None
        self._half: asyncio.TimerHandle | None = None
        self._since = self.loop.time()
        self._way: Way

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        """Let the connection in, or tell it that there are too many."""
        assert isinstance(transport, asyncio.Transport)  # noqa: S101 - what TCP gives
        self._way = Way(transport, self._slow, self._is_sending, self._take, self._in_turn)
        super().connection_made(self._way)  # type: ignore[arg-type]
        if self.client and (address := address_of(self.client[0])):
            # of a listener for both kinds, an IPv4 address comes as one of IPv6
            self.client = str(address), self.client[1]
        self._name = self._doors.enter(self.client[0] if self.client else "")
        if self._name is None:
            self._refuse(RefusedError(503, _MANY, "connections", again=5))
            return
        self._head = self.loop.call_later(self._slow, self._end_slow_head)

    def connection_lost(self, exc: Exception | None) -> None:
        """Let it out."""
        super().connection_lost(exc)
        self._way.forget()
        for timer in (self._head, self._stall, self._half):
            if timer is not None:
                timer.cancel()
        if self._name is not None:
            self._doors.leave(self._name)
            self._name = None

    def data_received(self, data: bytes) -> None:
        """Take what came, in pieces."""
        self._way.arrive(data)

    def _in_turn(self, call: Callable[[], None]) -> None:
        host, port = self.client or ("", 0)
        many = self._doors.speaks_for_many(host)
        self._turns.take(f"{host} {port}" if many else self._name or "", call)

    def _take(self, piece: bytes) -> None:
        super().data_received(piece)
        self._watch_head()

    def eof_received(self) -> bool:  # type: ignore[override]
        """Answer a client that sends no more but may still read; not for long, as it may be gone."""
        cycle = self.cycle
        if self._way.is_closing() or cycle is None or cycle.response_complete or cycle.more_body:
            self._way.finish()
            return False
        cycle.keep_alive = False
        self._half = self.loop.call_later(FAREWELL, self._end_half_open)
        return True

    def _end_half_open(self) -> None:
        if not self.cycle.response_started:
            self._way.abort()

    def _is_sending(self) -> bool:
        return self.conn.their_state in (h11.SEND_BODY, h11.ERROR) or bool(
            self.conn.trailing_data[0]
        )

    def on_response_complete(self) -> None:
        """Watch over the head that may have come meanwhile."""
        self._since = self.loop.time()
        super().on_response_complete()
        self._watch_head()

    def _watch_head(self) -> None:
        """Give a head that has begun some seconds to be whole; more of it is no more time."""
        begun = self.conn.their_state is h11.IDLE and bool(self.conn.trailing_data[0])
        if begun and self._head is None:
            self._head = self.loop.call_later(self._slow, self._end_slow_head)
        elif self._head is not None and self.conn.their_state is not h11.IDLE:
            self._head.cancel()
            self._head = None

    def _end_slow_head(self) -> None:
        if not self._way.is_closing():
            self._refuse(RefusedError(408, _LATE, "slow"))

    def pause_writing(self) -> None:
        """Watch a client that does not read its answer."""
        super().pause_writing()
        self._await_progress(self._way.get_write_buffer_size())

    def resume_writing(self) -> None:
        """Go on."""
        super().resume_writing()
        if self._stall is not None:
            self._stall.cancel()
            self._stall = None

    def _await_progress(self, size: int) -> None:
        self._stall = self.loop.call_later(self._slow, self._end_stalled, size)

    def _end_stalled(self, size: int) -> None:
        """Break the connection where nothing was read; else wait on."""
        now = self._way.get_write_buffer_size()
        if now >= size:
            self._way.abort()
        else:
            self._await_progress(now)

    def send_400_response(self, msg: str) -> None:  # noqa: ARG002 - uvicorn's words are not ours
        """Say what of the request is no HTTP; uvicorn calls it while it handles the error."""
        error = sys.exception()
        assert isinstance(error, Unreadable)  # noqa: S101 - the only one of Grammar's
        self._refuse(error.why)

    def _refuse(self, why: RefusedError) -> None:
        """Answer in one line without asking the application, and close."""
        is_asked = self.cycle is not None and not self.cycle.response_complete
        if self.conn.our_state not in (h11.IDLE, h11.SEND_RESPONSE):
            self._way.abort()
        elif is_asked:
            reply = refused(read_head(self.scope, "") or Request("", ""), why)
            self.scope["state"][TOLD] = reply  # the application has the line of the journal
            self._tell(reply)
        else:
            size = self._tell(unread(why))
            seconds = self.loop.time() - self._since
            self._journal.request("none", "none", why.status, why.outcome, seconds, size)
        if is_asked:
            self.cycle.disconnected = True
            self.cycle.message_event.set()

    def _tell(self, reply: Reply) -> int:
        """Answer, and close; give the bytes of the body."""
        body = bytes(reply.body)
        named = headers(reply, "", 0) | {"content-length": str(len(body)), "connection": "close"}
        fields = [(name.encode(), value.encode()) for name, value in named.items()]
        answer = h11.Response(
            status_code=reply.status,
            headers=[*self.server_state.default_headers, *fields],
            reason=HTTPStatus(reply.status).phrase.encode(),
        )
        try:
            for event in (answer, h11.Data(data=body), h11.EndOfMessage()):
                self._way.write(self.conn.send(event))
        except h11.LocalProtocolError:  # the answer to a HEAD has no body
            self._way.abort()
        else:
            self._way.close()
        return len(body)


_MANY = Bilingual(
    "接続が多すぎます。少し待って、もう一度どうぞ。",
    "too many connections; wait a little and try again",
)
_LATE = Bilingual("要求が時間内に届きませんでした。", "the request did not come in time")
