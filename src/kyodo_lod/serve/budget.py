"""What each client has used: seconds of work and errors made, each given back little by little."""

import math
import time
from collections import OrderedDict
from collections.abc import Callable

from kyodo_lod.serve.limits import ServeLimits

#: seconds in which a budget that was used up is whole again
_MINUTE = 60.0
#: clients that are remembered; the one that asked the longest ago is forgotten first
_CLIENTS = 10_000
#: seconds that are but the rounding of sums
_NOTHING = 1e-6


def nobody(seconds: float) -> None:
    """Charge nobody."""


class Bucket:
    """An amount that is used and given back evenly: a token bucket, which may be overdrawn.

    Args:
        size: of the whole; given back within a minute. 0 is no limit.
        now: the time in seconds.
    """

    __slots__ = ("_at", "_left", "_size")

    def __init__(self, size: float, now: float) -> None:
        self._size = size
        self._left = size
        self._at = now

    def take(self, amount: float, now: float) -> None:
        """Use some of it, more than there is if need be."""
        self._left = self._now(now) - amount
        self._at = now

    def wait(self, now: float) -> float:
        """Give the seconds until there is something again; 0 where there is."""
        left = self._now(now)
        return (-left * _MINUTE / self._size if left < 0 else 0.0) if self._size else 0.0

    def _now(self, now: float) -> float:
        return min(self._size, self._left + (now - self._at) * self._size / _MINUTE)


class Budgets:
    """The budgets of all clients.

    Args:
        limits: how much each may use.
        clock: gives seconds.
        clients: how many are remembered.
    """

    def __init__(
        self,
        limits: ServeLimits,
        clock: Callable[[], float] = time.monotonic,
        clients: int = _CLIENTS,
    ) -> None:
        self._limits = limits
        self._clock = clock
        self._most = clients
        self._clients: OrderedDict[str, tuple[Bucket, Bucket]] = OrderedDict()

    def wait(self, client: str) -> int:
        """Give the whole seconds until a client may ask again; 0 where it may now."""
        if client not in self._clients:
            return 0
        now = self._clock()
        longest = max(bucket.wait(now) for bucket in self._clients[client])
        return math.ceil(longest - _NOTHING)

    def charge(self, client: str, seconds: float) -> None:
        """Note that a client has used a process for some seconds."""
        work, _ = self._buckets(client)
        work.take(seconds, self._clock())

    def fault(self, client: str) -> None:
        """Note that a client has asked what failed."""
        _, errors = self._buckets(client)
        errors.take(1, self._clock())

    def _buckets(self, client: str) -> tuple[Bucket, Bucket]:
        now = self._clock()
        found = self._clients.pop(client, None) or (
            Bucket(self._limits.busy, now),
            Bucket(self._limits.errors, now),
        )
        self._clients[client] = found
        if len(self._clients) > self._most:
            self._clients.popitem(last=False)
        return found
