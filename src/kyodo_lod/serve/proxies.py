"""Whether a proxy stands before the server that it was not told of: all behind it are one client then."""

from collections.abc import Awaitable, Callable, Iterable
from ipaddress import ip_network

from kyodo_lod.serve.exchange import Receive, Scope, Send
from kyodo_lod.serve.incoming import address_of
from kyodo_lod.serve.journal import Journal

_WHY = "all who come through the proxy share one budget; name it with --trust-proxy"


class ProxyWatch:
    """Passes requests on, and tells the journal once of a proxy that is not trusted.

    Args:
        application: answers the requests.
        trusted: addresses or networks of proxies whose X-Forwarded-For is believed.
        journal: is told.
    """

    def __init__(
        self,
        application: Callable[[Scope, Receive, Send], Awaitable[None]],
        trusted: Iterable[str],
        journal: Journal,
    ) -> None:
        self._application = application
        self._trusted = [ip_network(each) for each in trusted]
        self._journal = journal
        self._is_told = False

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass one request on."""
        if not self._is_told and self._is_from_stranger(scope):
            self.tell()
        await self._application(scope, receive, send)

    def tell(self) -> None:
        """Write it into the journal, the first time."""
        if not self._is_told:
            self._is_told = True
            self._journal.note("proxy-not-trusted", why=_WHY)

    def _is_from_stranger(self, scope: Scope) -> bool:
        """Tell whether a neighbour speaks for others; from far away anybody may write the header."""
        if not scope.get("client") or b"x-forwarded-for" not in dict(scope["headers"]):
            return False
        address = address_of(scope["client"][0])
        return (
            address is not None
            and address.is_private
            and not any(address in network for network in self._trusted)
        )
