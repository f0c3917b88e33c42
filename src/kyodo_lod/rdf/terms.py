"""RDF terms and how our literals are written: text @ja/@en, xsd:integer, boolean, date (RDF 1.1 Concepts)."""

from collections.abc import Iterator
from decimal import Decimal
from functools import lru_cache
from typing import TypeAlias

from pyoxigraph import (
    BlankNode,
    DefaultGraph,
    Literal,
    NamedNode,
    Quad,
    Triple,
)

from kyodo_lod.bilingual import Bilingual
from kyodo_lod.rdf.vocabulary import xsd

__all__ = [
    "BlankNode",
    "DefaultGraph",
    "Literal",
    "NamedNode",
    "Quad",
    "Statement",
    "Triple",
    "Triples",
    "boolean",
    "date",
    "decimal",
    "english",
    "integer",
    "iri",
    "japanese",
    "labels",
    "string",
]

Triples: TypeAlias = Iterator[Triple]
Statement: TypeAlias = Triple | Quad

TRUE = Literal("true", datatype=xsd.boolean)
FALSE = Literal("false", datatype=xsd.boolean)


def iri(value: str) -> NamedNode:
    """Give the IRI `value` as a term; raises ValueError where it is none."""
    return NamedNode(value)


def japanese(text: str) -> Literal:
    """Give `text` as a Japanese literal."""
    return Literal(text, language="ja")


def english(text: str) -> Literal:
    """Give `text` as an English literal."""
    return Literal(text, language="en")


def labels(subject: NamedNode, predicate: NamedNode, text: Bilingual) -> Triples:
    """Say `text` of `subject` in both languages; an empty text is left out."""
    if text.ja:
        yield Triple(subject, predicate, japanese(text.ja))
    if text.en:
        yield Triple(subject, predicate, english(text.en))


def string(text: str) -> Literal:
    """Give `text` as a plain string (names of things, not language)."""
    return Literal(text)


@lru_cache(maxsize=4096)
def integer(number: int) -> Literal:
    """Give `number` as a canonical xsd:integer."""
    return Literal(str(number), datatype=xsd.integer)


def boolean(truth: bool) -> Literal:
    """Give `truth` as a canonical xsd:boolean."""
    return TRUE if truth else FALSE


def date(day: str) -> Literal:
    """Give an ISO 8601 day as xsd:date."""
    return Literal(day, datatype=xsd.date)


def decimal(number: Decimal) -> Literal:
    """Give `number` as a canonical xsd:decimal (XSD 1.1: a whole one has no point).

    >>> decimal(Decimal("0.50")).value, decimal(Decimal("1.0")).value
    ('0.5', '1')
    """
    return Literal(f"{number.normalize():f}", datatype=xsd.decimal)
