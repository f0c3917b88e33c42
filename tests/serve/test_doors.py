"""Connections are counted, in all and for each client."""

from kyodo_lod.serve.doors import Doors
from kyodo_lod.serve.limits import ServeLimits


def test_a_client_has_so_many_connections_and_no_more() -> None:
    doors = Doors(ServeLimits(connections=10, connections_per_client=2))
    assert [doors.enter("192.0.2.1") for _ in range(3)] == ["192.0.2.1", "192.0.2.1", None]
    assert doors.enter("192.0.2.2") == "192.0.2.2"
    doors.leave("192.0.2.1")
    assert doors.enter("192.0.2.1") == "192.0.2.1"


def test_a_network_of_ipv6_is_one_client() -> None:
    doors = Doors(ServeLimits(connections_per_client=1))
    assert doors.enter("2001:db8::1") == "2001:db8::"
    assert doors.enter("2001:db8::2") is None


def test_all_clients_together_have_so_many() -> None:
    doors = Doors(ServeLimits(connections=2, connections_per_client=2))
    names = [doors.enter(f"192.0.2.{n}") for n in range(3)]
    assert names[2] is None
    doors.leave("192.0.2.0")
    assert doors.enter("192.0.2.9") == "192.0.2.9"


def test_a_proxy_speaks_for_many() -> None:
    limits = ServeLimits(connections=3, connections_per_client=1)
    doors = Doors(limits, ("10.0.0.0/8", "::1/128"))
    assert [doors.enter("10.1.2.3") for _ in range(4)] == ["10.1.2.3"] * 3 + [None]
    doors = Doors(limits, ("10.0.0.0/8",))
    assert [doors.speaks_for_many(each) for each in ("10.1.2.3", "192.0.2.1", "")] == [
        True,
        False,
        False,
    ]
    for proxy in ("::1", "::ffff:10.1.2.3"):
        doors = Doors(limits, ("10.0.0.0/8", "::1/128"))
        assert None not in [doors.enter(proxy) for _ in range(3)]


def test_zero_is_no_limit() -> None:
    doors = Doors(ServeLimits(connections=0, connections_per_client=0))
    assert None not in [doors.enter("192.0.2.1") for _ in range(5000)]
