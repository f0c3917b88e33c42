"""Turns of the event loop: of what the connections of one client bring, one thing is done in each.

A thing is a piece of what came, or the answer to a request: some thousandths of a second. So whoever
else asks waits for one thing of each client, however many connections and requests a client has.
"""

import asyncio
from collections import deque
from collections.abc import Callable


class Turns:
    """Tells whose turn it is."""

    def __init__(self) -> None:
        self._had: set[str] = set()
        self._waiting: dict[str, deque[Callable[[], object]]] = {}

    def take(self, client: str, call: Callable[[], object]) -> None:
        """Call at once where the client has not had this turn, else in one of the next, in order.

        Args:
            client: whose turn it is.
            call: does one thing.
        """
        if client in self._had:
            self._waiting.setdefault(client, deque()).append(call)
            return
        self._have(client)
        call()

    async def mine(self, client: str) -> None:
        """Return when it is the client's turn."""
        if client not in self._had:
            self._have(client)
            return
        turn = asyncio.Event()
        self.take(client, turn.set)
        await turn.wait()

    def _have(self, client: str) -> None:
        if not self._had:
            asyncio.get_running_loop().call_soon(self._next)
        self._had.add(client)

    def _next(self) -> None:
        """Begin a turn: first with who waits for it."""
        self._had = set()
        for client, waiting in list(self._waiting.items()):
            call = waiting.popleft()
            if not waiting:
                del self._waiting[client]
            self._have(client)
            call()
