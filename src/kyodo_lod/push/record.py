"""What we have put on a server, kept there in a graph of its own: so a push goes on where it stopped.

<…/pushed> dct:hasPart <graph> .                          ours, whole or not
<graph> void:triples 2373 ; spdx:checksum <…/pushed#…> .  verified to be whole
<…/pushed#…> spdx:checksumValue "…" .                     SHA-256 of its N-Triples
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from kyodo_lod.push.content import Content
from kyodo_lod.push.store import DEFAULT_GRAPH, GraphStore
from kyodo_lod.rdf.terms import Literal, NamedNode, Triple, Triples, integer, string
from kyodo_lod.rdf.vocabulary import dct, rdf, spdx, void

#: what stands for the default graph, which has no name
_DEFAULT = "#default-graph"


@dataclass(frozen=True, slots=True)
class Entry:
    """A graph that was verified.

    Args:
        triples: how many it held.
        digest: of them.
    """

    triples: int
    digest: str


class Record:
    """The record on a server.

    Args:
        store: the server's.
        home: what the published data stand under.
    """

    def __init__(self, store: GraphStore, home: str) -> None:
        self._store = store
        self._name = f"{home}pushed"

    def read(self) -> dict[str, Entry | None]:
        """Give our graphs there, by name; None where one was not verified. Raises ServerError."""
        named: dict[str, Entry | None] = {}
        triples: dict[str, int] = {}
        digests: dict[str, str] = {}
        for quad in self._store.get(self._name):
            subject, value = getattr(quad.subject, "value", ""), quad.object
            if quad.predicate == dct.hasPart and isinstance(value, NamedNode):
                named[value.value] = None
            elif quad.predicate == void.triples and isinstance(value, Literal):
                triples[subject] = int(value.value) if value.value.isdecimal() else -1
            elif quad.predicate == spdx.checksum and isinstance(value, NamedNode):
                digests[subject] = value.value.removeprefix(f"{self._name}#")
        for name in named.keys() & triples.keys() & digests.keys():
            named[name] = Entry(triples[name], digests[name])
        return {self._graph(name): entry for name, entry in named.items()}

    def write(self, known: Mapping[str, Entry | None]) -> None:
        """Replace the record. Raises ServerError."""
        triples = [each for name, entry in known.items() for each in self._entry(name, entry)]
        self._store.put(self._name, [written(triples)])

    def add(self, content: Content) -> None:
        """Say that a graph is verified. Raises ServerError."""
        entry = Entry(content.triples, content.digest)
        self._store.add(self._name, written(self._entry(content.name, entry)))

    def _graph(self, iri: str) -> str:
        return DEFAULT_GRAPH if iri == f"{self._name}{_DEFAULT}" else iri

    def _entry(self, name: str, entry: Entry | None) -> Triples:
        graph = NamedNode(name or f"{self._name}{_DEFAULT}")
        yield Triple(NamedNode(self._name), dct.hasPart, graph)
        if entry:
            checksum = NamedNode(f"{self._name}#{entry.digest}")
            yield Triple(graph, void.triples, integer(entry.triples))
            yield Triple(graph, spdx.checksum, checksum)
            yield Triple(checksum, rdf.type, spdx.Checksum)
            yield Triple(checksum, spdx.algorithm, spdx.checksumAlgorithm_sha256)
            yield Triple(checksum, spdx.checksumValue, string(entry.digest))


def written(triples: Iterable[Triple]) -> bytes:
    """Write triples as N-Triples, as a server is sent them."""
    return "".join(f"{triple} .\n" for triple in triples).encode()
