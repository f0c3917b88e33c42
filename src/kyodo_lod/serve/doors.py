"""How many connections stand open, in all and to each client."""

from collections import Counter
from collections.abc import Iterable
from ipaddress import ip_network

from kyodo_lod.serve.incoming import address_of, whom
from kyodo_lod.serve.limits import ServeLimits


class Doors:
    """Lets connections in, within the limits.

    Args:
        limits: of connections; 0 is no limit.
        trusted: addresses or networks of proxies, each of which speaks for many clients.
    """

    def __init__(self, limits: ServeLimits, trusted: Iterable[str] = ()) -> None:
        self._limits = limits
        self._trusted = [ip_network(each) for each in trusted]
        self._open: Counter[str] = Counter()
        self._all = 0

    def enter(self, host: str) -> str | None:
        """Let a connection in; give the name to `leave` under, or None where it is one too many."""
        name = whom((host, 0))
        limit = 0 if self.speaks_for_many(host) else self._limits.connections_per_client
        if (self._limits.connections and self._all >= self._limits.connections) or (
            limit and self._open[name] >= limit
        ):
            return None
        self._all += 1
        self._open[name] += 1
        return name

    def leave(self, name: str) -> None:
        """Let a connection out."""
        self._all -= 1
        self._open[name] -= 1
        if not self._open[name]:
            del self._open[name]

    def speaks_for_many(self, host: str) -> bool:
        """Tell whether it is a proxy, whose connections are those of many clients."""
        address = address_of(host)
        return address is not None and any(address in network for network in self._trusted)
