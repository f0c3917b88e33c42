"""Triples as a person writes them in Turtle, so that a test reads like the design's examples."""

import re
from collections.abc import Iterable

from kyodo_lod.rdf.terms import Literal, NamedNode, Triple
from kyodo_lod.rdf.vocabulary import HOME, prefixes

#: predicate → objects, both in the order in which they are said
About = dict[str, list[str]]
_LOCAL = re.compile(r"[A-Za-z0-9]+")
_XSD = "http://www.w3.org/2001/XMLSchema#"


def term(value: object, base: str = HOME) -> str:
    """Write a term: `dct:title`, `<id/072036>`, `"総務課"@ja`, `76`, `true`, `"072036"`."""
    if isinstance(value, NamedNode):
        return _iri(value.value, base)
    assert isinstance(value, Literal), f"{value} is neither an IRI nor a literal"
    if value.language:
        return f'"{value.value}"@{value.language}'
    datatype = value.datatype.value.removeprefix(_XSD)
    if datatype in ("integer", "boolean"):
        return value.value
    return f'"{value.value}"' + ("" if datatype == "string" else f"^^xsd:{datatype}")


def _iri(iri: str, base: str) -> str:
    for prefix, namespace in prefixes().items():
        local = iri.removeprefix(namespace)
        if local != iri and _LOCAL.fullmatch(local):
            return f"{prefix}:{local}"
    return f"<{iri.removeprefix(base)}>"


def said(triples: Iterable[Triple], base: str = HOME) -> dict[str, About]:
    """Give subject → what is said of it."""
    found: dict[str, About] = {}
    for triple in triples:
        about = found.setdefault(term(triple.subject, base), {})
        about.setdefault(_predicate(triple, base), []).append(term(triple.object, base))
    return found


def _predicate(triple: Triple, base: str) -> str:
    name = term(triple.predicate, base)
    return "a" if name == "rdf:type" else name


def ja(text: str) -> str:
    """Write a Japanese text."""
    return f'"{text}"@ja'
