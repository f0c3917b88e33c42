"""The application: from the wire to a request, and from a reply to the wire (ASGI)."""

import asyncio
from collections.abc import Awaitable
from dataclasses import replace
from time import perf_counter

from kyodo_lod.bilingual import Bilingual
from kyodo_lod.serve.exchange import Exchange, Receive, Scope, Send
from kyodo_lod.serve.incoming import (
    TOLD,
    Gone,
    has_body,
    is_ambiguous,
    leaving,
    read_body,
    read_head,
    whom,
)
from kyodo_lod.serve.journal import Journal
from kyodo_lod.serve.limits import ServeLimits
from kyodo_lod.serve.message import Reply, Request
from kyodo_lod.serve.outgoing import options
from kyodo_lod.serve.refusals import NO_REQUEST, RefusedError, refusal
from kyodo_lod.serve.room import Room
from kyodo_lod.serve.routes import OTHER, table
from kyodo_lod.serve.serving import Serving
from kyodo_lod.serve.turns import Turns

_VERSIONS = ("1.0", "1.1")


class Application:
    """Answers requests.

    Args:
        serving: what is served; a takeover puts another there between two requests.
        limits: of a request.
        prefix: of a proxy, such as `/lod`; empty for none.
        journal: gets a line for each request.
    """

    def __init__(
        self, serving: Serving, limits: ServeLimits, prefix: str, journal: Journal
    ) -> None:
        self.serving = serving
        self._limits = limits
        self._prefix = prefix
        self._journal = journal
        self._routes = table(prefix)
        largest = max(limits.result, limits.upload, limits.query)
        self._turns = Turns()
        self._room = Room(max(limits.bodies, 8 * largest))  # a quarter is two of them

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request; whatever happens, its client gets one plain line at most."""
        if scope["type"] != "http":
            return
        started, exchange = perf_counter(), Exchange(scope, receive, send, self._room)
        serving = self.serving
        with serving.used():
            try:
                await self._turns.mine(whom(scope["client"]))
                await self._answer(serving, exchange)
            except Gone:
                exchange.reply = _farewell(scope)
                exchange.status = exchange.reply.status
                exchange.bytes += len(bytes(exchange.reply.body))
            except asyncio.CancelledError:
                await self._apologise(exchange, 503, _STOPPING, "stopped")
            except Exception as error:  # noqa: BLE001 - a mistake of ours is told to the journal alone
                self._journal.fault("fault", error)
                await self._apologise(exchange, 500, _FAULT, "fault")
            finally:
                exchange.give_back()
                self._note(exchange, perf_counter() - started)

    async def _answer(self, serving: Serving, exchange: Exchange) -> None:
        request = read_head(exchange.scope, self._prefix)
        exchange.is_last = True  # until its body has been read
        if exchange.scope["http_version"] not in _VERSIONS:
            reply = refusal(exchange.request, 505, _VERSION, "malformed")
        elif request is None or is_ambiguous(exchange.scope):
            reply = refusal(exchange.request, 400, NO_REQUEST, "malformed")
        else:
            exchange.request, exchange.is_last = request, has_body(request)
            reply = await self._routed(serving, exchange)
        await exchange.send_reply(reply, self._prefix, serving.release.modified)

    async def _routed(self, serving: Serving, exchange: Exchange) -> Reply:
        request, scope = exchange.request, exchange.scope
        if len(scope["raw_path"]) + len(scope["query_string"]) >= self._limits.url:
            return refusal(request, 414, _LONG.fill(limit=self._limits.url), "url")
        route = self._routes.get(request.path, OTHER)
        exchange.route = route.name
        if request.method == "OPTIONS":
            return options(request, route.methods)
        if request.method not in route.methods:
            allowed = ", ".join(route.methods)
            words = _METHOD.fill(allowed=allowed)
            return refusal(request, 405, words, "method", {"Allow": allowed})
        if request.method == "POST" and route.limit is not None:
            limit = route.limit(self._limits)
            try:
                request = await self._with_body(exchange, limit)
            except RefusedError as why:
                return await route.refused(serving, request, why)
        if not route.works:
            return await route.answer(serving, request)
        return await _while_there(route.answer(serving, request), exchange.receive)

    async def _with_body(self, exchange: Exchange, limit: int) -> Request:
        request, slow = exchange.request, self._limits.slow
        body = await read_body(request, exchange.receive, limit, slow, exchange.take)
        exchange.is_last = False
        return replace(request, body=body)

    async def _apologise(
        self, exchange: Exchange, status: int, words: Bilingual, outcome: str
    ) -> None:
        """Say that it went wrong; an answer that has begun is cut off, never ended."""
        reply = refusal(exchange.request, status, words, outcome)
        if exchange.status:
            exchange.reply = reply
            return
        exchange.is_last = True
        await exchange.send_reply(reply, self._prefix, self.serving.release.modified)

    def _note(self, exchange: Exchange, seconds: float) -> None:
        self._journal.request(
            exchange.scope["method"],
            exchange.route,
            exchange.status,
            exchange.reply.outcome,
            seconds,
            exchange.bytes,
            exchange.reply.work,
        )


def _farewell(scope: Scope) -> Reply:
    """Give what the client was told where its connection was closed meanwhile (connections.py)."""
    told = scope.get("state", {}).get(TOLD)
    return told if isinstance(told, Reply) else Reply(499, outcome="gone")


async def _while_there(answer: Awaitable[Reply], receive: Receive) -> Reply:
    """Wait for an answer as long as its client does. Raises Gone."""
    work, left = asyncio.ensure_future(answer), asyncio.ensure_future(leaving(receive))
    try:
        await asyncio.wait({work, left}, return_when=asyncio.FIRST_COMPLETED)
        if not work.done():
            raise Gone
        return work.result()
    finally:
        work.cancel()
        left.cancel()
        await asyncio.gather(work, left, return_exceptions=True)


_VERSION = Bilingual("HTTP/1.1 を使ってください。", "use HTTP/1.1")
_LONG = Bilingual(
    "アドレスが {limit} バイトを超えています。長い問い合わせは POST で送ってください。",
    "the address is longer than {limit} bytes; send a long query by POST",
)
_METHOD = Bilingual("ここで使えるメソッドは {allowed} です。", "use {allowed} here")
_STOPPING = Bilingual("サーバーを止めています。", "the server is stopping")
_FAULT = Bilingual("サーバーの中で誤りがありました。", "something went wrong in the server")
