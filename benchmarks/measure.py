"""One measurement in a process of its own: `measure.py ours|rdflib FORMAT PLANS [FILE]`.

Prints seconds of CPU for building and writing (reading the documents is not counted), and the
peak memory of the process in MiB.
"""

import json
import os
import resource
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import IO

from synthetic import BASE, plans, write_documents

from kyodo_lod.mapping.graph import graph, merged
from kyodo_lod.mapping.iris import Iris
from kyodo_lod.model.plan import Plan
from kyodo_lod.rdf.formats import FORMATS
from kyodo_lod.rdf.terms import Literal

Timed = Iterator[tuple[Plan, Iris]]
Plain = tuple[str, str, str, str | None, str | None]


class Clock:
    """CPU seconds of this process, less those spent outside what is measured."""

    def __init__(self) -> None:
        self.outside = 0.0
        self.start = time.process_time()

    def apart(self, work: Timed) -> Timed:
        """Give what `work` gives, its own time not counted."""
        while True:
            begun = time.process_time()
            item = next(work, None)
            self.outside += time.process_time() - begun
            if item is None:
                return
            yield item

    def seconds(self) -> float:
        """Give the seconds measured so far."""
        return time.process_time() - self.start - self.outside


def ours(work: Timed, name: str, output: IO[bytes]) -> float:
    """Map and write, as `kyodo-lod convert` does; mapping is counted."""
    fmt, clock = FORMATS[name], Clock()
    fmt.resolve_writer()(merged(clock.apart(work)), fmt, output, BASE)
    return clock.seconds()


def with_rdflib(work: Timed, name: str, output: IO[bytes]) -> float:
    """Build an rdflib graph of the same triples and write it; finding the triples is not counted."""
    import rdflib

    from kyodo_lod.rdf.vocabulary import prefixes

    whole = rdflib.Graph(bind_namespaces="none")
    for prefix, namespace in prefixes().items():
        whole.bind(prefix, namespace)
    spent = 0.0
    for plan, iris in work:
        plain = [_plain(t.subject, t.predicate, t.object) for t in graph(plan, iris)]
        begun = time.process_time()
        for subject, predicate, value, language, datatype in plain:
            whole.add((
                rdflib.URIRef(subject),
                rdflib.URIRef(predicate),
                rdflib.URIRef(value) if language is None and datatype is None
                else rdflib.Literal(value, lang=language or None, datatype=datatype or None),
            ))  # fmt: skip
        spent += time.process_time() - begun
    begun = time.process_time()
    whole.serialize(output, format={"turtle": "turtle", "n-triples": "nt"}[name])
    return spent + time.process_time() - begun


def _plain(subject: object, predicate: object, value: object) -> Plain:
    """Take a triple apart into plain strings: value, then language and datatype of a literal."""
    ends = str(subject)[1:-1], str(predicate)[1:-1]
    if not isinstance(value, Literal):
        return (*ends, str(value)[1:-1], None, None)
    is_string = value.language or value.datatype.value.endswith("#string")
    return (*ends, value.value, value.language or "", "" if is_string else value.datatype.value)


PEERS: dict[str, Callable[[Timed, str, IO[bytes]], float]] = {"ours": ours, "rdflib": with_rdflib}


def main(peer: str, name: str, count: int, target: str = os.devnull) -> None:
    """Measure and print."""
    with tempfile.TemporaryDirectory() as folder, Path(target).open("wb") as output:
        work = plans(write_documents(count, Path(folder)))
        seconds = PEERS[peer](work, name, output)
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(json.dumps({"cpu": seconds, "mib": memory}))


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2], int(sys.argv[3]), *sys.argv[4:])
