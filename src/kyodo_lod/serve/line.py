"""Who is next: places for a few, a queue for more, and no client before another for long."""

import asyncio
from collections import Counter, OrderedDict, deque
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager


class BusyError(Exception):
    """There is no place.

    Args:
        seconds: after which to try again.
        own: places that the client itself holds, where these alone kept it waiting for as long.
    """

    def __init__(self, seconds: int = 1, own: int = 0) -> None:
        super().__init__()
        self.seconds = seconds
        self.own = own


class Line:
    """A queue before some places, fair to clients: who waits is let in client by client.

    Where the queue is full, the client that fills it most gives way.

    Args:
        places: that may be held at once.
        per_client: of them, by one client; 0 is as many as there are.
        waiting: that may wait.
    """

    def __init__(self, places: int, per_client: int, waiting: int) -> None:
        self._free = places
        self._per_client = per_client or places
        self._most = waiting
        self._held: Counter[str] = Counter()
        self._queues: OrderedDict[str, deque[asyncio.Future[None]]] = OrderedDict()

    @property
    def waiting(self) -> int:
        """How many wait."""
        return sum(map(len, self._queues.values()))

    @property
    def running(self) -> int:
        """How many hold a place."""
        return self._held.total()

    def own(self, client: str) -> int:
        """Give how many places a client holds, where it may hold no more; else 0."""
        held = self._held[client]
        return held if held >= self._per_client else 0

    @asynccontextmanager
    async def place(self, client: str) -> AsyncIterator[None]:
        """Hold a place, after waiting for it; whoever waits may be cancelled.

        Raises:
            BusyError: where too many wait.
        """
        await self._enter(client)
        try:
            yield
        finally:
            self._leave(client)

    async def _enter(self, client: str) -> None:
        self._make_room(client)
        turn: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        self._queues.setdefault(client, deque()).append(turn)
        self._admit()
        try:
            await turn
        except asyncio.CancelledError:
            if turn.done() and not turn.cancelled() and turn.exception() is None:
                self._leave(client)  # it was let in while it went away
            else:
                self._forget(client, turn)
            raise

    def _make_room(self, client: str) -> None:
        """Let somebody go where the queue is full."""
        if self.waiting < self._most or self._could_enter(client):
            return
        greediest = max(self._queues, key=lambda each: len(self._queues[each]), default=client)
        own = len(self._queues.get(client, ()))
        if own + 1 >= len(self._queues.get(greediest, ())):
            raise BusyError
        turn = self._queues[greediest][-1]
        self._forget(greediest, turn)
        if not turn.done():
            turn.set_exception(BusyError())

    def _could_enter(self, client: str) -> bool:
        return self._free > 0 and self._held[client] < self._per_client

    def _leave(self, client: str) -> None:
        self._free += 1
        self._held[client] -= 1
        if not self._held[client]:
            del self._held[client]
        self._admit()

    def _admit(self) -> None:
        """Let in whoever may, the client first that was let in the longest ago."""
        while self._free:
            client = next((each for each in self._queues if self._could_enter(each)), None)
            if client is None:
                return
            turn = self._queues[client].popleft()
            if self._queues[client]:
                self._queues.move_to_end(client)
            else:
                del self._queues[client]
            if not turn.done():  # else it went away, and has not yet said so
                self._free -= 1
                self._held[client] += 1
                turn.set_result(None)

    def _forget(self, client: str, turn: asyncio.Future[None]) -> None:
        queue = self._queues.get(client)
        if queue and turn in queue:
            queue.remove(turn)
            if not queue:
                del self._queues[client]
