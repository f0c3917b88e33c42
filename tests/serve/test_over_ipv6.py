"""The server over IPv6: where it is, who its clients are, whom proxies speak for."""

import contextlib
import http.client
import socket
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

import pytest
from deploy.servers import Answer
from serve import servers
from serve.servers import Server, answered

from kyodo_lod.serve.running import Settings, _started


def _has_ipv6() -> bool:
    try:
        with socket.create_server(("::1", 0), family=socket.AF_INET6):
            return True
    except OSError:
        return False


pytestmark = pytest.mark.skipif(not _has_ipv6(), reason="this machine has no IPv6 (::1)")
#: uses up what a client is given for mistakes, of which it is given three
_FAULTY = "sparql?query=NONSENSE"


@pytest.fixture(scope="module")
def dual(new_state: Callable[[], Path]) -> Iterator[Server]:
    """A server at all addresses of this machine, behind proxies at its own."""
    proxies = ("--trust-proxy", "::1", "--trust-proxy", "127.0.0.1")
    options = ("--host", "::", "--errors", "3", *proxies)
    with servers.started(servers.DIST, new_state(), *options) as running:
        yield running


def ask(
    server: Server, path: str, headers: Mapping[str, str] | None = None, host: str = "::1"
) -> Answer:
    """Ask once, at an address of this machine."""
    connection = http.client.HTTPConnection(host, server.port, timeout=30)
    with contextlib.closing(connection):
        connection.request("GET", f"/{path}", headers=dict(headers or {}))
        return answered(connection.getresponse())


def statuses(server: Server, field: str, values: list[str], host: str = "::1") -> list[int]:
    """Give what faulty queries get that come with such a field."""
    return [ask(server, _FAULTY, {field: value}, host).status for value in values]


def test_its_address_is_one_that_a_client_can_use(new_state: Callable[[], Path]) -> None:
    with servers.started(servers.DIST, new_state(), "--host", "::1") as server:
        assert server.url == f"http://[::1]:{server.port}/"
        assert ask(server, "health").status == 200
        assert ask(server, "health", {"Host": f"[::1]:{server.port}"}).status == 200
        with pytest.raises(ConnectionRefusedError):
            ask(server, "health", host="127.0.0.1")


def test_at_all_addresses_it_is_reached_over_both(dual: Server) -> None:
    assert dual.url == f"http://[::1]:{dual.port}/"
    assert [ask(dual, "health", host=host).status for host in ("::1", "127.0.0.1")] == [200, 200]


@pytest.mark.parametrize("host", ["::1", "127.0.0.1"])
def test_a_network_of_64_bits_is_one_client(host: str, dual: Server) -> None:
    net = f"2001:db8:{len(host):x}:1"
    within = [f"{net}::{n}" for n in range(1, 4)] + [f"[{net}:9::9]:4711", f"[{net}::8]"]
    assert statuses(dual, "X-Forwarded-For", within, host) == [400, 400, 400, 400, 429]
    beside = [f"2001:db8:{len(host):x}:2::1"]
    assert statuses(dual, "X-Forwarded-For", beside, host) == [400]


def test_an_address_of_ipv4_is_one_client_with_any_port_and_within_ipv6(dual: Server) -> None:
    same = ["203.0.113.9", "203.0.113.9:4711", "::ffff:203.0.113.9", "[::ffff:203.0.113.9]:1"]
    assert statuses(dual, "X-Forwarded-For", [*same, "203.0.113.9:80"]) == [400] * 4 + [429]
    assert statuses(dual, "X-Forwarded-For", ["203.0.113.10"]) == [400]


def test_the_last_address_that_is_no_proxy_of_ours_counts(dual: Server) -> None:
    said = [f"2001:db8:{n:x}::1, 2001:db8:aaaa::1, ::1" for n in range(0x10, 0x15)]
    assert statuses(dual, "X-Forwarded-For", said) == [400] * 4 + [429]


def test_forwarded_is_not_read(new_state: Callable[[], Path]) -> None:
    """A proxy that speaks X-Forwarded-For lets a client's own Forwarded (RFC 7239) through."""
    options = ("--host", "::1", "--errors", "3", "--trust-proxy", "::1")
    with servers.started(servers.DIST, new_state(), *options) as server:
        said = [f'for="[2001:db8:{n:x}::1]:4711"' for n in range(0x20, 0x25)]
        assert statuses(server, "Forwarded", said) == [400] * 4 + [429]


def test_connections_of_a_network_are_counted_together(new_state: Callable[[], Path]) -> None:
    options = ("--host", "::1", "--connections-per-client", "2")
    with (
        servers.started(servers.DIST, new_state(), *options) as server,
        contextlib.ExitStack() as stack,
    ):
        for _ in range(2):
            stack.enter_context(socket.create_connection(("::1", server.port), 30))
        assert ask(server, "health").status == 503


@pytest.mark.parametrize(
    ("host", "shown"),
    [("::", "[::1]"), ("::1", "[::1]"), ("0.0.0.0", "127.0.0.1")],  # noqa: S104
)
def test_all_of_the_machine_is_shown_as_the_address_at_which_it_reaches_itself(
    host: str, shown: str, tmp_path: Path
) -> None:
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    with socket.create_server((host, 0), family=family) as listener:
        release = type("Release", (), {"endpoint": "", "graphs": ()})()
        started = _started(Settings(tmp_path, tmp_path, prefix="/lod"), listener, release)
        assert started.address == f"http://{shown}:{listener.getsockname()[1]}/lod/"
