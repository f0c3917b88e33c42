"""Which literals are well-formed and which is the lesser, as pySHACL 0.40 on rdflib 7.6 has it.

pySHACL is the reference: SHACL leaves to SPARQL what these mean, and SPARQL to the library. Where
its answer hangs on more than the literals, `UnsupportedError` is raised and pySHACL is asked itself.
"""

from datetime import datetime, time
from typing import Final

from kyodo_lod.check.fast.unsupported import UnsupportedError
from kyodo_lod.check.fast.values import NUMBERS, STRING, Value, is_ill_typed, value
from kyodo_lod.rdf.graph import Node
from kyodo_lod.rdf.terms import Literal, NamedNode
from kyodo_lod.rdf.vocabulary import rdf, rdfs, xsd

_LANGUAGE_STRING: Final = rdf.iri + "langString"


def is_valid(literal: Literal) -> bool:
    """Tell whether `literal` is one of its own datatype (SHACL 1.0, section 4.1.2).

    Raises:
        UnsupportedError: for XML and HTML.
    """
    if literal.datatype.value == _LANGUAGE_STRING:
        return literal.language is not None
    return not is_ill_typed(literal)


def has_datatype(node: Node, datatype: NamedNode) -> bool:
    """Tell whether `node` meets sh:datatype (SHACL 1.0, section 4.1.2)."""
    if not isinstance(node, Literal):
        return False
    if node.datatype == datatype:
        return is_valid(node)
    if datatype.value == rdfs.iri + "Literal":
        return True
    # rdflib gives plain strings no datatype, and pySHACL takes any other for an rdfs:Datatype
    return datatype.value == rdfs.iri + "Datatype" and _datatype(node) != STRING


def is_kept(literal: Literal) -> bool:
    """Tell whether rdflib keeps the text of `literal`; white space of two datatypes it does not."""
    if literal.datatype.value == xsd.iri + "normalizedString":
        return not any(space in literal.value for space in "\t\n\r")
    if literal.datatype.value == xsd.iri + "token":
        text = literal.value
        return text == text.strip() and not any(s in text for s in ("\t", "\n", "\r", "  "))
    return True


def compare(a: Node, b: Node) -> int | None:
    """Compare a value with a bound (SHACL 1.0, section 4.3).

    Returns:
        -1, 0 or 1 as `a` is less, equal or greater; None where they cannot be compared.

    Raises:
        UnsupportedError: where pySHACL itself fails, as on a decimal "NaN".
    """
    if not isinstance(a, Literal) or not isinstance(b, Literal):
        return None
    if isinstance(value(a), str) != isinstance(value(b), str):
        return None
    try:
        return _order(a, b)
    except TypeError:
        return None
    except ArithmeticError as error:
        raise _incomparable(a, b) from error


def is_less(a: Node, b: Node) -> bool:
    """Tell whether `a` is less than `b` (SHACL 1.0, section 4.5.3, sh:lessThan)."""
    left, right = _text(a), _text(b)
    if left is not None and right is not None:
        return left < right
    if left != right or not isinstance(a, Literal) or not isinstance(b, Literal):
        return False  # a text and something else
    try:
        return _less(a, b)
    except (ArithmeticError, AttributeError) as error:
        raise _incomparable(a, b) from error


def is_less_or_equal(a: Node, b: Node) -> bool:
    """Tell whether `a` is less than `b` or its equal (SHACL 1.0, section 4.5.4)."""
    left, right = _text(a), _text(b)
    if left is not None and right is not None:
        return left <= right
    if left != right or not isinstance(a, Literal) or not isinstance(b, Literal):
        return False  # a text and something else
    try:
        return _less(a, b) or _equal(a, b)
    except (ArithmeticError, AttributeError, TypeError) as error:
        raise _incomparable(a, b) from error


def _incomparable(a: Node, b: Node) -> UnsupportedError:
    return UnsupportedError(f"the order of {a} and {b}")


def _text(node: Node) -> str | None:
    """Give `node` as a text if it is one, or an IRI, which pySHACL takes for a text."""
    if isinstance(node, NamedNode):
        return node.value
    if not isinstance(node, Literal):
        raise UnsupportedError("the order of blank nodes")
    found = value(node)
    return found if isinstance(found, str) else None


# what follows is rdflib's Literal.eq and Literal.__gt__, and pySHACL's compare_literal


def _order(a: Literal, b: Literal) -> int:
    if _equal(a, b):
        return 0
    left, right = value(a), value(b)
    if type(left) in (datetime, time):
        if left == right:
            return 0
        return 1 if left > right else -1
    return 1 if _greater(a, b) else -1


def _less(a: Literal, b: Literal) -> bool:
    try:
        return not _greater(a, b) and not _equal(a, b)
    except TypeError:
        return _greater(b, a)  # Python asks the other side when one gives no answer


def _datatype(literal: Literal) -> str:
    return STRING if literal.language else literal.datatype.value


def _are_numbers(a: Literal, b: Literal) -> bool:
    return all(
        each.datatype.value in NUMBERS and value(each) is not None and not is_ill_typed(each)
        for each in (a, b)
    )


def _equal(a: Literal, b: Literal) -> bool:
    left, right = value(a), value(b)
    if _are_numbers(a, b):
        return bool(left == right)
    if a.language != b.language or _datatype(a) != _datatype(b):
        return False
    if _datatype(a) == STRING:
        return a.value == b.value
    if left is not None and right is not None:
        return bool(left == right)
    if a.value == b.value:
        return True
    raise TypeError


def _greater(a: Literal, b: Literal) -> bool:
    left, right = value(a), value(b)
    if _are_numbers(a, b):
        return bool(left > right)
    if _datatype(a) != _datatype(b):
        return _datatype(a) > _datatype(b)
    if a.language != b.language:
        return (a.language or "") > (b.language or "")
    if left is None or right is None:
        return a.value > b.value
    return _greater_value(left, right, a.value > b.value)


def _greater_value(left: Value, right: Value, else_by_text: bool) -> bool:
    if type(left) in (datetime, time):
        return bool(_with_zone_last(left) > _with_zone_last(right))
    try:
        return bool(left > right)
    except TypeError:
        return else_by_text


def _with_zone_last(moment: datetime | time) -> tuple[bool, datetime | time]:
    return moment.utcoffset() is not None, moment
