"""What literals a data graph holds, as far as two SPARQL engines may read them differently."""

import re
from functools import lru_cache
from typing import NamedTuple

from kyodo_lod.check.fast.values import value
from kyodo_lod.rdf.graph import Graph
from kyodo_lod.rdf.select import is_rewritten
from kyodo_lod.rdf.terms import BlankNode, Literal, NamedNode
from kyodo_lod.rdf.vocabulary import rdf, xsd

_TEXT = frozenset({f"{xsd.iri}string", f"{rdf.iri}langString"})
#: compared by the same rules by everyone
_COMPARED = frozenset(xsd.iri + name for name in ("integer", "boolean", "date", "decimal"))
_NUMBER = re.compile(r"\s*[+-]?\d[\d_]*\s*")
_PLAIN_NUMBER = re.compile(r"-?[0-9]{1,9}")


class Facts(NamedTuple):
    """What to heed before a query is asked.

    Args:
        is_rewritten: a store would give some literal back in another form.
        is_compared: all literals are compared by the same rules by everyone.
        has_odd_number: some text is a number for Python and none for XML Schema, or very long.
        has_blank: there are blank nodes, which rdflib gives a text and the standard does not.
        ends_a_line: some text ends with a line feed, at which `$` matches in some dialects.
    """

    is_rewritten: bool
    is_compared: bool
    has_odd_number: bool
    has_blank: bool
    ends_a_line: bool


def facts_of(data: Graph) -> Facts:
    """Look at every literal once."""
    literals = [term for term in data.by_object if isinstance(term, Literal)]
    typed = [term for term in literals if term.datatype.value not in _TEXT]
    indexes = data.by_subject, data.by_object
    texts = [term.value for term in literals]
    return Facts(
        is_rewritten=is_rewritten(typed),
        is_compared=all(term.datatype.value in _COMPARED for term in typed),
        has_odd_number=any(map(_is_odd_number, texts)),
        has_blank=any(isinstance(term, BlankNode) for index in indexes for term in index),
        ends_a_line=any(text.endswith("\n") for text in texts),
    )


def _is_odd_number(text: str) -> bool:
    return bool(_NUMBER.fullmatch(text)) and not _PLAIN_NUMBER.fullmatch(text)


@lru_cache(maxsize=1)
def properties_of_falsy(data: Graph) -> frozenset[NamedNode]:
    """Give the properties of literals that Python holds to be false: "", 0, false.

    rdflib asks that of the ends of a path that repeats, where it means to ask whether they are bound.

    Raises:
        UnsupportedError: for XML and HTML.
    """
    found = data.by_object.items()
    falsy = (has for term, has in found if isinstance(term, Literal) and _is_falsy(term))
    return frozenset(predicate for has in falsy for predicate in has)


def _is_falsy(literal: Literal) -> bool:
    if literal.datatype.value in _TEXT:
        return not literal.value
    found = value(literal)
    return not literal.value if found is None else not found
