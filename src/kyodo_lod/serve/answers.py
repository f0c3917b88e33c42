"""Whole answers that were given lately, to be given again."""

from collections import OrderedDict

from kyodo_lod.serve.message import Reply

_MIB = 1024 * 1024
#: what an answer takes beside its body, about
_OVERHEAD = 1024
#: one answer may take so much of the whole: an eighth
_SHARE = 8


class Answers:
    """Replies by what was asked of which release; the one asked for the longest ago goes first.

    Args:
        size: bytes of all of them.
    """

    def __init__(self, size: int = 64 * _MIB) -> None:
        self._left = size
        self._largest = size // _SHARE
        self._replies: OrderedDict[str, Reply] = OrderedDict()

    def get(self, key: str) -> Reply | None:
        """Give the reply; None where it is not held."""
        reply = self._replies.get(key)
        if reply is not None:
            self._replies.move_to_end(key)
        return reply

    def put(self, key: str, reply: Reply) -> None:
        """Hold a reply; one that is too large for its share is not held.

        Args:
            key: release, query, dataset, format and encoding; empty for an answer that is not held.
            reply: with its body in memory.
        """
        size = _size(reply)
        if not key or key in self._replies or size > self._largest:
            return
        self._replies[key] = reply
        self._left -= size
        while self._left < 0:
            _, oldest = self._replies.popitem(last=False)
            self._left += _size(oldest)


def _size(reply: Reply) -> int:
    body = reply.body if isinstance(reply.body, bytes) else b""
    return len(body) + _OVERHEAD
