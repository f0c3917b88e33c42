"""Turtle and TriG written for people: our own head, a blank line between subjects (RDF 1.1 Turtle)."""

import re
from collections.abc import Iterable, Sequence
from typing import IO, cast

from kyodo_lod.rdf import serialize
from kyodo_lod.rdf.formats import Format
from kyodo_lod.rdf.terms import Statement
from kyodo_lod.rdf.vocabulary import VOCABULARIES, Vocabulary, prefixes

#: a line that is no predicate and no end of a graph, by itself and behind the end of a subject
_START = re.compile(rb"\t?[^\t}]")
_NEXT_SUBJECT = re.compile(rb" \.\n(?=\t?[^\t}])")
#: pyoxigraph writes an IRI of the base's scheme as <//host/…>; strings are stepped over
_NETWORK_PATH = re.compile(rb'"(?:[^"\\]|\\.)*"|<(?=//)')
_BODY = re.compile(rb"^[^@]", re.MULTILINE)


def write(
    statements: Iterable[Statement],
    fmt: Format,
    output: IO[bytes],
    base: str,
    vocabularies: Sequence[type[Vocabulary]] = VOCABULARIES,
) -> None:
    """Write `statements` as Turtle or TriG to `output`; arguments as `serialize.write`."""
    page = _Page(output, base, prefixes(vocabularies))
    serialize.write(statements, fmt, cast("IO[bytes]", page), base, vocabularies)
    page.finish()


def _head(base: str, named: dict[str, str]) -> bytes:
    # pyoxigraph writes prefixes relative to the base and in an order of its own
    lines = [f"@base <{base}> ."]
    lines += [f"@prefix {prefix}: <{namespace}> ." for prefix, namespace in named.items()]
    return ("\n".join(lines) + "\n\n").encode()


class _Page:
    """Takes pyoxigraph's chunks, passes on whole lines with air between the subjects."""

    def __init__(self, output: IO[bytes], base: str, named: dict[str, str]) -> None:
        self._output = output
        self._held = b""
        self._in_body = False
        self._ended = False
        self._scheme = b"<" + base.partition("//")[0].encode()
        output.write(_head(base, named))

    def write(self, chunk: bytes) -> int:
        self._held += chunk
        if not self._in_body:
            self._skip_their_head()
        if self._in_body:
            lines, newline, self._held = self._held.rpartition(b"\n")
            self._pass_on(lines + newline)
        return len(chunk)

    def flush(self) -> None:
        self._output.flush()

    def finish(self) -> None:
        if self._in_body:
            self._pass_on(self._held)

    def _skip_their_head(self) -> None:
        body = _BODY.search(self._held)
        if body:
            self._in_body = True
            self._held = self._held[body.start() :]

    def _pass_on(self, lines: bytes) -> None:
        if not lines:
            return
        if self._ended and _START.match(lines):
            self._output.write(b"\n")
        self._ended = lines.endswith((b" .\n", b"}\n"))
        # a literal holds no raw newline, so these stand only between two subjects or graphs
        lines = _NEXT_SUBJECT.sub(b" .\n\n", lines)
        lines = (b"\n" + lines).replace(b"\n}\n<", b"\n}\n\n<")[1:]
        self._output.write(self._with_schemes(lines) if b"<//" in lines else lines)

    def _with_schemes(self, lines: bytes) -> bytes:
        whole = (
            _NETWORK_PATH.sub(lambda m: self._scheme if m[0] == b"<" else m[0], line)
            if b"<//" in line
            else line
            for line in lines.split(b"\n")
        )
        return b"\n".join(whole)
