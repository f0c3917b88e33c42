"""A graph store: graphs put, added to, taken away and counted.

SPARQL 1.1 Graph Store HTTP Protocol, section 5; the counts come from the SPARQL endpoint beside it.
"""

from collections.abc import Callable, Iterable, Iterator
from contextlib import closing, contextmanager

import requests

from kyodo_lod.bilingual import Bilingual
from kyodo_lod.errors import GraphError, ServerError
from kyodo_lod.push.address import graph_address, is_same_origin
from kyodo_lod.push.credentials import Credentials
from kyodo_lod.push.wire import Patience, Wire
from kyodo_lod.rdf.formats import FORMATS, N_TRIPLES, TURTLE
from kyodo_lod.rdf.read import parse
from kyodo_lod.rdf.terms import Quad

#: the name that stands for the default graph
DEFAULT_GRAPH = ""
_BODY = {"Content-Type": N_TRIPLES.media_type}
_RESULTS = {"Accept": "application/sparql-results+json"}
_GRAPH = {"Accept": f"{N_TRIPLES.media_type}, {TURTLE.media_type};q=0.5"}
_ABSENT = 404
_COUNT = "SELECT (COUNT(*) AS ?triples) WHERE { ?s ?p ?o }"


class GraphStore:
    """A store on a server.

    Args:
        store: address of its graph store.
        sparql: address of its query endpoint.
        writing: the connection to the first.
        asking: the connection to the second; without credentials where that is another server.
    """

    def __init__(self, store: str, sparql: str, writing: Wire, asking: Wire) -> None:
        self._store, self._sparql = store, sparql
        self._writing, self._asking = writing, asking

    def put(self, graph: str, pieces: Iterable[bytes]) -> None:
        """Make a graph hold what the pieces hold: the first replaces it, the others are added.

        Raises:
            ServerError: where the server refuses.
        """
        for number, piece in enumerate(pieces):
            self._send("POST" if number else "PUT", graph, piece)

    def add(self, graph: str, piece: bytes) -> None:
        """Add statements to a graph; raises ServerError."""
        self._send("POST", graph, piece)

    def _send(self, method: str, graph: str, piece: bytes) -> None:
        self._writing.send(method, graph_address(self._store, graph), _BODY, piece)

    def delete(self, graph: str) -> None:
        """Take a graph away; one that is not there is fine. Raises ServerError."""
        address = graph_address(self._store, graph)
        self._writing.send("DELETE", address, {}, accepted=(_ABSENT,))

    def get(self, graph: str) -> list[Quad]:
        """Give a graph; one that is not there is empty.

        Raises:
            ServerError: where the server refuses, or answers no RDF.
        """
        address = graph_address(self._store, graph)
        answer = self._writing.send("GET", address, _GRAPH, accepted=(_ABSENT,))
        if answer.status_code == _ABSENT:
            return []
        media_type = answer.headers.get("Content-Type", "").partition(";")[0].strip().lower()
        fmt = next((f for f in FORMATS.values() if f.media_type == media_type), N_TRIPLES)
        try:
            return list(parse(answer.content, fmt, self._store))
        except GraphError as error:
            raise ServerError(
                self._store, f"RDF を返しません: {error.message.ja}", "answers no RDF"
            ) from error

    def count(self, graph: str) -> int:
        """Count the triples of a graph, named as the dataset to ask (SPARQL 1.1 Protocol, section 2.1.4).

        Not by GRAPH: a server may have been told which graph to ask by default, and then has no others.

        Raises:
            ServerError: where the server refuses, or does not answer the number.
        """
        asked = {"query": _COUNT} | ({"default-graph-uri": graph} if graph else {})
        address = requests.Request("GET", self._sparql, params=asked).prepare().url or self._sparql
        answer = self._asking.send("GET", address, _RESULTS)
        try:
            (row,) = answer.json()["results"]["bindings"]
            return int(row["triples"]["value"])
        except (ValueError, KeyError, TypeError) as error:
            raise ServerError(
                self._sparql,
                "SPARQL の答え (JSON) を返しません。--sparql のアドレスを確かめてください。",
                "answers no SPARQL results in JSON; check the address that --sparql names",
            ) from error


@contextmanager
def connected(
    store: str,
    sparql: str,
    credentials: Credentials,
    patience: Patience,
    tell: Callable[[Bilingual], None],
) -> Iterator[GraphStore]:
    """Give a store on a server; the query endpoint gets the credentials where it is the same server.

    Args:
        store: address of its graph store.
        sparql: address of its query endpoint.
        credentials: who we are to it.
        patience: how long it is waited for.
        tell: told why and how long we wait.
    """
    same = is_same_origin(store, sparql)
    with (
        closing(Wire(credentials, patience, tell)) as writing,
        closing(Wire(credentials if same else Credentials(), patience, tell)) as asking,
    ):
        yield GraphStore(store, sparql, writing, asking)
