"""What one client, one request and one query may take; the options of `kyodo-lod serve` set them."""

from dataclasses import dataclass

_MIB = 1024 * 1024


@dataclass(frozen=True, slots=True)
class ServeLimits:
    """Limits of the endpoint.

    Args:
        seconds: a query or a check may run.
        result: bytes of an answer, before it is packed.
        memory: bytes of address space that a query's process may take beside what it takes idle.
        query: bytes of a query's text, and of a POST to /sparql.
        upload: bytes of an upload to /check.
        bodies: bytes of all bodies that are being received or sent; a client may fill a quarter
            (at the least eight of the largest that a limit allows).
        url: bytes of a request's target.
        waiting: requests that may wait for a process.
        patience: seconds that they wait.
        per_client: queries of one client that run at once; 0 is no limit.
        busy: seconds of work within a minute that a client is given; 0 is no limit.
        errors: faulty or failed queries within a minute that a client is given; 0 is no limit.
        slow: seconds until the head of a request, its body (a second more for each 64 KiB of it) or
            the next piece of an answer is through.
        connections: open at once; 0 is no limit.
        connections_per_client: of one client; 0 is no limit.
    """

    seconds: int = 10
    result: int = 32 * _MIB
    memory: int = 512 * _MIB
    query: int = _MIB
    upload: int = 8 * _MIB
    bodies: int = 512 * _MIB
    url: int = 16 * 1024
    waiting: int = 200
    patience: int = 5
    per_client: int = 2
    busy: int = 60
    errors: int = 60
    slow: int = 15
    connections: int = 1000
    connections_per_client: int = 100


LIMITED = ServeLimits()
