"""Writing and reading in tests, past our own reader."""

from collections.abc import Iterable
from io import BytesIO

import pyoxigraph
from rdf.triples import BASE

from kyodo_lod.rdf.formats import Format
from kyodo_lod.rdf.terms import Quad, Statement, Triple


def written(statements: Iterable[Statement], fmt: Format, base: str = BASE) -> bytes:
    """Write statements as `fmt`."""
    output = BytesIO()
    fmt.resolve_writer()(statements, fmt, output, base)
    return output.getvalue()


def quads_in(data: bytes, fmt: Format) -> list[Quad]:
    """Read with oxigraph alone."""
    return list(pyoxigraph.parse(data, format=getattr(pyoxigraph.RdfFormat, fmt.oxigraph)))


def triples_in(data: bytes, fmt: Format) -> list[Triple]:
    """Read with oxigraph alone; graph names are dropped."""
    return [quad.triple for quad in quads_in(data, fmt)]
