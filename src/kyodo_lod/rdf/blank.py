"""Blank nodes without a label of their own, called by the order in which a file has them.

The parser gives them labels by chance, so that two readings of one file would differ.
"""

import re
from collections.abc import Iterable, Iterator
from itertools import count
from typing import TypeVar

from kyodo_lod.rdf.terms import BlankNode, Quad

#: labels that the parser gives, and those given here, which a file must not have for another node
_RENAMED = re.compile(r"[a-f][0-9a-f]{11,31}|anon[0-9x]+")
_Term = TypeVar("_Term")


def called_in_order(statements: Iterable[Quad], file: int = 0) -> Iterator[Quad]:
    """Give statements with the labels of nameless blank nodes counted: `anon1`, `anon2`.

    Args:
        statements: of a file, in its order.
        file: which of several it is; the blank nodes of two files are two.
    """
    names: dict[BlankNode, BlankNode] = {}
    numbers = count(1)
    prefix = f"anon{file}x" if file else "anon"

    def called(term: _Term) -> _Term | BlankNode:
        if not isinstance(term, BlankNode) or not _RENAMED.fullmatch(term.value):
            return term
        if term not in names:
            names[term] = BlankNode(f"{prefix}{next(numbers)}")
        return names[term]

    for quad in statements:
        terms = subject, value, graph = quad.subject, quad.object, quad.graph_name
        new = called(subject), called(value), called(graph)
        # making a quad takes longer than all the rest
        yield quad if new == terms else Quad(new[0], quad.predicate, new[1], new[2])
