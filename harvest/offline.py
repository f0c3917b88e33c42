"""No network: whoever tries to reach another machine is refused, and what was tried is kept."""

import socket
from typing import NoReturn

#: what something tried to reach, in order; portals swallow the refusal, so it is looked at
tried: list[str] = []


def _refuse(*target: object, **_: object) -> NoReturn:
    reached = str(target[-1] if isinstance(target[0], socket.socket) else target[0])
    if "127.0.0.1" not in reached:  # the servers that a portal has beside it and we have not
        tried.append(reached)
    raise OSError("no network in a rehearsal")


def forbid_network() -> None:
    """Refuse every name lookup and every connection of this process from now on."""
    socket.getaddrinfo = _refuse
    socket.create_connection = _refuse
    socket.socket.connect = _refuse  # type: ignore[method-assign]
    socket.socket.connect_ex = _refuse  # type: ignore[method-assign]
