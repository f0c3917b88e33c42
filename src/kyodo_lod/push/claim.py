"""Who is loading: a name in a graph of its own on the server, so that two pushes do not mix what they send.

<…/pushing> dct:identifier "1f0c…" .

The Graph Store Protocol knows no lock: it cannot write only where nobody has written. So whoever comes
later goes on, and who was there before stops as soon as it looks for its own name and finds another.
"""

import secrets
from collections.abc import Iterable, Iterator
from contextlib import suppress

from kyodo_lod.bilingual import Bilingual
from kyodo_lod.errors import ServerError
from kyodo_lod.push.record import written
from kyodo_lod.push.store import GraphStore
from kyodo_lod.rdf.terms import NamedNode, Triple, string
from kyodo_lod.rdf.vocabulary import dct


class Claim:
    """The claim of one push.

    Args:
        store: the server's.
        home: what the published data stand under.
    """

    def __init__(self, store: GraphStore, home: str) -> None:
        self._store = store
        self._graph = f"{home}pushing"
        # nothing else tells two pushes apart that are started alike; it stays on no server
        self._name = secrets.token_hex(16)

    def take(self) -> bool:
        """Say that we are loading; tell whether another push said so and has not ended.

        Raises:
            ServerError: where the server refuses.
        """
        is_displaced = bool(self._names())
        triple = Triple(NamedNode(self._graph), dct.identifier, string(self._name))
        self._store.put(self._graph, [written([triple])])
        return is_displaced

    def hold(self) -> None:
        """Look whether we still are the only one who loads.

        Raises:
            ServerError: where we are not, or the server refuses.
        """
        if self._names() != {self._name}:
            raise ServerError(self._graph, *_DISPLACED)

    def held(self, pieces: Iterable[bytes]) -> Iterator[bytes]:
        """Give pieces, each as long as we hold the claim; raises as `hold` does."""
        for piece in pieces:
            self.hold()
            yield piece

    def give_back(self) -> None:
        """Say that we have ended; what could not be said does no harm."""
        with suppress(ServerError):
            self.hold()
            self._store.delete(self._graph)

    def _names(self) -> set[str]:
        return {getattr(quad.object, "value", "") for quad in self._store.get(self._graph)}


_DISPLACED = Bilingual(
    "別の push がこのストアに入れ始めたので、こちらは止めます。そちらが終わってから、もう一度実行してください。",
    "another push to this store has begun, so this one stops; run it again when that one has ended",
)
