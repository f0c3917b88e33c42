"""Literals in shapes: counts and truths, as far as everyone reads them alike."""

from kyodo_lod.check.fast.unsupported import UnsupportedError
from kyodo_lod.rdf.graph import Node
from kyodo_lod.rdf.terms import Literal
from kyodo_lod.rdf.vocabulary import xsd

_TRUTHS = {"true": True, "1": True, "false": False, "0": False}
_MOST_DIGITS = 9


def count(node: Node) -> int:
    """Give a count, which is written in digits as an xsd:integer.

    Raises:
        UnsupportedError: for anything else, which may be malformed.
    """
    if isinstance(node, Literal) and node.datatype == xsd.integer:
        text = node.value
        if text.isascii() and text.isdigit() and len(text) <= _MOST_DIGITS:
            return int(text)
    raise UnsupportedError(f"{node} is no count")


def truth(node: Node) -> bool:
    """Give the truth that an xsd:boolean means; raises UnsupportedError for anything else."""
    if isinstance(node, Literal) and node.datatype == xsd.boolean and node.value in _TRUTHS:
        return _TRUTHS[node.value]
    raise UnsupportedError(f"{node} is no truth")
