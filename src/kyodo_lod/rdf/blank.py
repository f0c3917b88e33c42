"""Blank nodes without a label of their own, called by the order in which a file has them.

The parser gives them labels by chance, so that two readings of one file would differ.
"""

import re
from collections.abc import Iterable, Iterator
from itertools import count

from kyodo_lod.rdf.terms import BlankNode, Quad

#: labels that the parser gives, and those given here, which a file must not have for another node
_RENAMED = re.compile(r"[a-f][0-9a-f]{11,31}|anon[0-9x]+")


def called_in_order(statements: Iterable[Quad], file: int = 0) -> Iterator[Quad]:
    """Give statements with the labels of nameless blank nodes counted: `anon1`, `anon2`.

    Args:
        statements: of a file, in its order.
        file: which of several it is; the blank nodes of two files are two.
    """
    names: dict[BlankNode, BlankNode] = {}
    numbers = count(1)
    prefix = f"anon{file}x" if file else "anon"

    def called(node: BlankNode) -> BlankNode:
        if node not in names:
            is_nameless = _RENAMED.fullmatch(node.value)
            names[node] = BlankNode(f"{prefix}{next(numbers)}") if is_nameless else node
        return names[node]

    for quad in statements:
        subject, value, graph = quad.subject, quad.object, quad.graph_name
        if not any(isinstance(term, BlankNode) for term in (subject, value, graph)):
            yield quad
            continue
        yield Quad(
            called(subject) if isinstance(subject, BlankNode) else subject,
            quad.predicate,
            called(value) if isinstance(value, BlankNode) else value,
            called(graph) if isinstance(graph, BlankNode) else graph,
        )
