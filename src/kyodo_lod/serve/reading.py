"""A request to the endpoint, read: what it asks, the values put in, whether its answer may be kept.

A long one is read in a thread beside the event loop, so that nobody else waits for it meanwhile.
"""

import asyncio
import re
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass

from kyodo_lod.serve.asked import Asked, asked
from kyodo_lod.serve.limits import ServeLimits
from kyodo_lod.serve.line import Line
from kyodo_lod.serve.message import Request
from kyodo_lod.serve.parameters import Values, values

#: bytes of a request that are read at once: some thousandths of a second
_SHORT = 16 * 1024
_WORD = re.compile("[A-Za-z]+")
#: functions whose answer is another one each time (SPARQL 1.1, section 17.4)
_VOLATILE = frozenset(("RAND", "NOW", "UUID", "STRUUID", "BNODE"))


@dataclass(frozen=True, slots=True)
class Read:
    """What a request asks.

    Args:
        asked: the query.
        values: of its parameters.
        is_volatile: whether its answer may be another one each time.
    """

    asked: Asked
    values: Values
    is_volatile: bool


def is_long(request: Request) -> bool:
    """Tell whether reading a request keeps others waiting."""
    return len(request.query) + len(request.body) > _SHORT


def read(request: Request, limits: ServeLimits) -> Read | None:
    """Read a request; None for one that asks for nothing but the endpoint itself.

    Args:
        request: of any method.
        limits: of a query's text.

    Raises:
        RefusedError: for what is no such request.
    """
    query = asked(request, limits)
    if query is None:
        return None
    return Read(query, values(query.text, query.others), _is_volatile(query.text))


def _is_volatile(text: str) -> bool:
    # word by word: a search of the whole would not let the event loop go on
    return any(word[0].upper() in _VOLATILE for word in _WORD.finditer(text))


class Reader:
    """Reads long requests, one at a time, those of each client in turn.

    Args:
        limits: of the requests.
    """

    def __init__(self, limits: ServeLimits) -> None:
        self._limits = limits
        self._line = Line(1, 1, limits.waiting)
        self._thread = ThreadPoolExecutor(1, "reading")

    async def read(self, request: Request, charge: Callable[[float], None]) -> Read | None:
        """Read a request as `read` does.

        Args:
            request: a long one.
            charge: told the seconds of work that it took, unless its client has gone.

        Raises:
            BusyError: where too many wait.
            RefusedError: for what is no such request.
        """
        async with self._line.place(request.client):
            began = time.perf_counter()
            loop = asyncio.get_running_loop()
            try:
                return await loop.run_in_executor(self._thread, read, request, self._limits)
            finally:
                charge(time.perf_counter() - began)
