"""Streamed writing of triples or quads with pyoxigraph, in the order given."""

import re
from collections.abc import Iterable
from typing import IO, cast

import pyoxigraph

from kyodo_lod.bilingual import visible
from kyodo_lod.errors import OutputError
from kyodo_lod.rdf.formats import RDF_XML, TRIG, TURTLE, Format
from kyodo_lod.rdf.terms import Literal, NamedNode, Quad, Statement, Triple
from kyodo_lod.rdf.vocabulary import VOCABULARIES, Vocabulary, prefixes, rdf

#: what XML 1.0 cannot hold (section 2.2), and the carriage return, which its readers turn into \n
_NOT_IN_XML = re.compile("[\x00-\x08\x0b-\x1f\ufffe\uffff]")
#: a property or class becomes the name of an element, so its IRI must end in one (NCName)
_START = (
    "A-Z_a-z\xc0-\xd6\xd8-\xf6\xf8-\u02ff\u0370-\u037d\u037f-\u1fff\u200c\u200d\u2070-\u218f"
    "\u2c00-\u2fef\u3001-\ud7ff\uf900-\ufdcf\ufdf0-\ufffd\U00010000-\U000effff"
)
_ENDS_IN_NAME = re.compile(rf"[{_START}][{_START}\-.0-9\xb7\u0300-\u036f\u203f\u2040]*$")


def write(
    statements: Iterable[Statement],
    fmt: Format,
    output: IO[bytes],
    base: str,
    vocabularies: Iterable[type[Vocabulary]] = VOCABULARIES,
) -> None:
    """Write `statements` to `output`.

    Args:
        statements: read once; quads only where the format has graphs.
        fmt: one of FORMATS.
        output: a binary stream.
        base: the base IRI, which Turtle and TriG shorten IRIs against.
        vocabularies: whose prefixes stand at the head.

    Raises:
        OutputError: for what RDF/XML cannot hold.
    """
    if fmt == RDF_XML:
        statements = map(_fit_for_xml, statements)
    pyoxigraph.serialize(
        cast("Iterable[Triple] | Iterable[Quad]", statements),
        output,
        format=getattr(pyoxigraph.RdfFormat, fmt.oxigraph),
        prefixes=None if fmt.oxigraph in ("N_TRIPLES", "N_QUADS") else prefixes(vocabularies),
        # not in RDF/XML: rdflib does not resolve rdf:datatype
        base_iri=base if fmt in (TURTLE, TRIG) else None,
    )


def _fit_for_xml(statement: Statement) -> Statement:
    predicate, value = statement.predicate, statement.object
    for term in (predicate, value) if predicate == rdf.type else (predicate,):
        if isinstance(term, NamedNode) and not _ENDS_IN_NAME.search(term.value):
            raise _unfit(term.value)
    if isinstance(value, Literal) and _NOT_IN_XML.search(value.value):
        raise _unfit(value.value)
    return statement


def _unfit(text: str) -> OutputError:
    shown = visible(text[:60])
    return OutputError(
        RDF_XML.title,
        f"「{shown}」は RDF/XML では書けません。別の形式を選んでください。",
        f"cannot hold {shown!r}; choose another format",
    )
