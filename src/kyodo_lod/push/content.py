"""What a graph on the server shall hold: its triples, each once, in pieces that a server takes."""

import hashlib
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import partial
from itertools import chain, filterfalse
from typing import TypeAlias

from kyodo_lod.query.graphs import NamedGraph
from kyodo_lod.rdf.blank import called_in_order

Lines: TypeAlias = Callable[[], Iterator[bytes]]


@dataclass(frozen=True, slots=True)
class Content:
    """A graph as it shall be, in lines of N-Triples.

    Args:
        name: its IRI; empty for the default graph.
        triples: how many it holds.
        digest: SHA-256 of its lines, in hexadecimal.
        together: the lines with blank nodes, of which each is one only within a request.
        others: gives the other lines, anew on each call.
    """

    name: str
    triples: int
    digest: str
    together: tuple[bytes, ...]
    others: Lines

    def pieces(self, size: int) -> Iterator[bytes]:
        """Give the lines in pieces of at most `size` bytes; what must stay together is in the first."""
        held = list(self.together)
        length = sum(map(len, held))
        for line in self.others():
            if held and length + len(line) > size:
                yield b"".join(held)
                held, length = [], 0
            held.append(line)
            length += len(line)
        yield b"".join(held)


def content_of(name: str, graphs: Iterable[NamedGraph]) -> Content:
    """Read what a graph shall hold.

    Args:
        name: its IRI; empty for the default graph.
        graphs: whose statements together it holds; a triple of several counts once.

    Raises:
        GraphError: where a file cannot be read or does not parse.
    """
    files = tuple(graphs)
    digest, triples, together = hashlib.sha256(), 0, []
    for line in _lines(files):
        digest.update(line)
        triples += 1
        if _has_blank(line):
            together.append(line)
    others = partial(filterfalse, _has_blank)
    return Content(
        name, triples, digest.hexdigest(), tuple(together), lambda: others(_lines(files))
    )


def _lines(files: Iterable[NamedGraph]) -> Iterator[bytes]:
    """Give each triple's line; always the same for the same files."""
    seen: set[bytes] = set()
    numbered = enumerate(files, 1)
    for quad in chain.from_iterable(called_in_order(g.quads(), n) for n, g in numbered):
        line = f"{quad.triple} .\n".encode()
        # not the lines themselves: a union of many dumps need not fit in memory
        key = hashlib.blake2b(line, digest_size=16).digest()
        if key not in seen:
            seen.add(key)
            yield line


def _has_blank(line: bytes) -> bool:
    subject, _, value = line.split(b" ", 2)
    return subject.startswith(b"_:") or value.startswith(b"_:")
