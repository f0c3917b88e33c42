"""Where a server takes graphs and answers questions; what of its address is refused."""

import ipaddress
from urllib.parse import quote, urlsplit, urlunsplit

from kyodo_lod.errors import ServerError

#: end of the path of a graph store → what its query endpoint has in its place
_KNOWN = {
    "/store": "/query",  # oxigraph
    "/sparql-graph-crud-auth": "/sparql",  # Virtuoso
    "/sparql-graph-crud": "/sparql",
    "/data": "/sparql",  # Fuseki
    "/rdf-graphs/service": "",  # GraphDB, RDF4J
}
_PORTS = {"http": 80, "https": 443}


def checked(url: str) -> str:
    """Give an address as it was given, where it may be used.

    Raises:
        ServerError: for another scheme than HTTP's, no host, or a name and password in it.
    """
    try:
        parts = urlsplit(url)
        is_whole = parts.scheme in _PORTS and bool(parts.hostname) and (parts.port or 1) > 0
    except ValueError:  # a port or an IPv6 address that is none
        is_whole = False
    if not is_whole:
        raise ServerError(
            _without_secrets(url),
            "サーバーのアドレスではありません (例: http://localhost:7878/store)。",
            "is not the address of a server, such as http://localhost:7878/store",
        )
    if "@" in parts.netloc:
        raise ServerError(
            _without_secrets(url),
            "名前とパスワードはアドレスに書かず、KYODO_LOD_PUSH_USER と KYODO_LOD_PUSH_PASSWORD に入れてください。",
            "holds a name or password; put them into KYODO_LOD_PUSH_USER and KYODO_LOD_PUSH_PASSWORD",
        )
    return urlunsplit(parts._replace(fragment=""))


def _without_secrets(url: str) -> str:
    """Give an address that may be shown."""
    start, slashes, rest = url.rpartition("://")
    host, slash, path = rest.partition("/")
    return f"{start}{slashes}{host.rpartition('@')[2]}{slash}{path}"


def endpoint(store: str) -> str:
    """Give the query endpoint beside a graph store.

    >>> endpoint("http://localhost:8890/sparql-graph-crud-auth")
    'http://localhost:8890/sparql'

    Raises:
        ServerError: where the server is none of those known.
    """
    parts = urlsplit(store)
    for end, instead in _KNOWN.items():
        if parts.path.endswith(end):
            path = parts.path.removesuffix(end) + instead
            return urlunsplit(parts._replace(path=path, query=""))
    raise ServerError(
        store,
        "問い合わせのアドレスが分かりません。--sparql で指定してください。",
        "where it answers queries is not known; say it with --sparql",
    )


def graph_address(store: str, graph: str) -> str:
    """Give the address of a graph (SPARQL 1.1 Graph Store HTTP Protocol, section 4.2).

    Args:
        store: the graph store.
        graph: the graph's IRI; an empty one is the default graph.
    """
    names = f"graph={quote(graph, safe='')}" if graph else "default"
    return f"{store}{'&' if urlsplit(store).query else '?'}{names}"


def is_private(url: str) -> bool:
    """Tell whether nobody on the way can read what is sent: it is encrypted, or stays on this machine.

    >>> is_private("http://127.0.0.1:7878/store"), is_private("http://lod.example.jp/store")
    (True, False)
    """
    parts = urlsplit(url)
    host = parts.hostname or ""
    try:
        return parts.scheme == "https" or ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"


def is_same_origin(one: str, other: str) -> bool:
    """Tell whether two addresses are of one server (RFC 6454, section 4)."""
    return _origin(one) == _origin(other)


def _origin(url: str) -> tuple[str, str, int]:
    parts = urlsplit(url)
    return parts.scheme, parts.hostname or "", parts.port or _PORTS[parts.scheme]
