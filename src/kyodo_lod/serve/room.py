"""How many bytes of bodies are held in memory, coming in and going out, in all and for each client."""

from collections import Counter

from kyodo_lod.bilingual import Bilingual
from kyodo_lod.serve.refusals import RefusedError

#: parts of the whole; a client may fill one
_PARTS = 4
#: seconds until there may be room again
_AGAIN = 5
_CROWDED = Bilingual(
    "大きなデータの送受信が重なっています。少し待って、もう一度どうぞ。",
    "too much is being sent at once; wait a little and try again",
)


def crowded() -> RefusedError:
    """Give the refusal of a body for which there is no room."""
    return RefusedError(503, _CROWDED, "crowded", again=_AGAIN)


class Room:
    """Room for bodies.

    Args:
        size: in bytes.
    """

    def __init__(self, size: int) -> None:
        self._free = size
        self._share = size // _PARTS
        self._held: Counter[str] = Counter()

    def take(self, client: str, size: int) -> bool:
        """Take room; tell whether there was any."""
        if size > self._free or self._held[client] + size > self._share:
            return False
        self._free -= size
        self._held[client] += size
        return True

    def give_back(self, client: str, size: int) -> None:
        """Give room back."""
        self._free += size
        self._held[client] -= size
        if not self._held[client]:
            del self._held[client]
