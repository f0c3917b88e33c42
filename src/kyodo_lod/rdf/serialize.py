"""Streamed writing of triples or quads with pyoxigraph, in the order given."""

from collections.abc import Iterable
from typing import IO, cast

import pyoxigraph

from kyodo_lod.rdf.formats import Format
from kyodo_lod.rdf.terms import Quad, Statement, Triple
from kyodo_lod.rdf.vocabulary import prefixes


def write(statements: Iterable[Statement], fmt: Format, output: IO[bytes], base: str) -> None:
    """Write `statements` to `output`.

    Args:
        statements: read once; quads only where the format has graphs.
        fmt: one of FORMATS.
        output: a binary stream.
        base: the base IRI, which Turtle, TriG and RDF/XML shorten IRIs against.
    """
    pyoxigraph.serialize(
        cast("Iterable[Triple] | Iterable[Quad]", statements),
        output,
        format=getattr(pyoxigraph.RdfFormat, fmt.oxigraph),
        prefixes=None if fmt.oxigraph in ("N_TRIPLES", "N_QUADS") else prefixes(),
        base_iri=None if fmt.oxigraph in ("N_TRIPLES", "N_QUADS") else base,
    )
