"""How much is checked at once, so that any input ends within half a minute and one GiB.

Measured: a triple takes up to 1.4 KB and 15 µs here, and up to a millisecond in pySHACL; a result
takes 10 µs, and a finding as SARIF 0.2 ms.
"""

import sys
import zlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from gzip import GzipFile
from io import BytesIO
from itertools import islice

from kyodo_lod.bilingual import Bilingual
from kyodo_lod.errors import GraphError
from kyodo_lod.rdf.terms import Quad

_MIB = 1024 * 1024
#: how far beyond a limit is counted
_COUNTED = 10
_GZIP = b"\x1f\x8b"
#: what to do with what is too large, where one can only make it smaller
SPLIT = Bilingual("分割してください。", "split it")
_SPLIT_OR_LIFT = Bilingual(
    "分割するか、--no-limits で上限を外してください。",
    "split it, or lift the limits with --no-limits",
)


@dataclass(frozen=True, slots=True)
class Limits:
    """The limits of one input.

    Args:
        size: MiB of a file, read before anything in it is looked at; 0 is no limit.
        triples: of a file; 100 plans of 76 projects have 230,000.
        shapes: triples of a shapes file; 100,000 property shapes have 300,000.
        rdflib: triples handed to pySHACL or to RDFS inference, which are a hundred times slower.
        results: at which the fast engine stops.
        findings: held in full; of the results beyond, only the number is kept.
        remedy: what to do with what is beyond them, as the one who checks can do it.
    """

    size: int = 64
    triples: int = 400_000
    shapes: int = 100_000
    rdflib: int = 30_000
    results: int = 500_000
    findings: int = 50_000
    remedy: Bilingual = _SPLIT_OR_LIFT

    @property
    def to_read(self) -> int:
        """Bytes to read of a file: one more than it may have; -1 is all."""
        return self.size * _MIB + 1 if self.size else -1

    def unpacked(self, data: bytes, place: str) -> bytes:
        """Give what a file holds, taken out of gzip (RFC 1952) where that is around it.

        Args:
            data: what was read of it, `to_read` at most.
            place: the file.

        Raises:
            GraphError: where it is too large, packed or not, or its gzip is damaged.
        """
        self._refuse_size(data, place)
        if not data.startswith(_GZIP):  # no RDF begins so
            return data
        try:
            with GzipFile(fileobj=BytesIO(data)) as file:
                content = file.read(self.to_read)
        except (OSError, EOFError, zlib.error) as error:
            raise GraphError(
                place,
                "gzip として読めません。途中で切れていないか確かめてください。",
                "cannot be unpacked from gzip; see whether it is whole",
            ) from error
        self._refuse_size(content, place)
        return content

    def _refuse_size(self, data: bytes, place: str) -> None:
        if self.size and len(data) > self.size * _MIB:
            raise GraphError(
                place,
                f"大きすぎます (上限 {self.size} MiB、gzip は解いた後も)。{self.remedy.ja}",
                f"is too large (limit {self.size} MiB, of gzip also unpacked); {self.remedy.en}",
            )

    def held(self, statements: Iterable[Quad], place: str, most: int = 0) -> list[Quad]:
        """Give all statements of a file; as `bounded`."""
        return list(self.bounded(statements, place, most))

    def bounded(self, statements: Iterable[Quad], place: str, most: int = 0) -> Iterator[Quad]:
        """Give the statements of a file one by one.

        Args:
            statements: as they are read.
            place: the file.
            most: how many there may be; `triples` unless told.

        Raises:
            GraphError: where there are more; it says how many, as far as that is soon counted.
        """
        most = most or self.triples
        statements = iter(statements)
        yield from islice(statements, most)
        many = most + sum(1 for _ in islice(statements, most * (_COUNTED - 1)))
        if many > most:
            raise GraphError(
                place,
                f"トリプルが {many:,} {'以上' if many == most * _COUNTED else ''}あります"
                f" (上限 {most:,})。{self.remedy.ja}",
                f"holds {many:,}{' or more' if many == most * _COUNTED else ''} triples"
                f" (limit {most:,}); {self.remedy.en}",
            )

    def refuse_rdflib(self, triples: int, place: str, ja: str, en: str) -> None:
        """Raise GraphError where a graph is too large for what is written in Python throughout.

        Args:
            triples: of the graph.
            place: what it was read from.
            ja: what would have to take it, and why, in Japanese.
            en: the same in English.
        """
        if triples > self.rdflib:
            raise GraphError(
                place,
                f"トリプルが {triples:,} あり、{ja}の上限は {self.rdflib:,} です。{self.remedy.ja}",
                f"holds {triples:,} triples, and {en} is given {self.rdflib:,} at most; {self.remedy.en}",
            )


#: what is checked unless one says otherwise
LIMITED = Limits()
_ANY = sys.maxsize // 100
#: for data that one trusts, on a machine that has the time and the memory
UNLIMITED = Limits(size=0, triples=_ANY, shapes=_ANY, rdflib=sys.maxsize,
                   results=sys.maxsize, findings=sys.maxsize)  # fmt: skip
