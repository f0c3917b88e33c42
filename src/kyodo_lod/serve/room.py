"""How many bytes of bodies are held in memory, coming in and going out, in all and for each client."""

from collections import Counter

#: parts of the whole; a client may fill one
_PARTS = 4


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
