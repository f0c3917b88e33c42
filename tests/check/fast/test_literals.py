"""Literals are judged and compared as pySHACL does, for every datatype and every oddity."""

import logging
import random
from collections.abc import Callable, Iterator
from functools import cache
from itertools import product

import pytest
import rdflib
from check.fast.odd import MARKUP, ODD, PLAIN_HTML
from pyshacl.constraints.core.value_constraints import DatatypeConstraintComponent
from pyshacl.monkey import apply_patches
from pyshacl.rdfutil.compare import compare_literal

from kyodo_lod.check.fast.literals import (
    compare,
    has_datatype,
    is_kept,
    is_less,
    is_less_or_equal,
    is_valid,
)
from kyodo_lod.check.fast.unsupported import UnsupportedError
from kyodo_lod.rdf.graph import Node
from kyodo_lod.rdf.interop import to_rdflib
from kyodo_lod.rdf.terms import BlankNode, Literal, NamedNode, Triple, string
from kyodo_lod.rdf.vocabulary import rdf, rdfs, xsd

S = NamedNode("https://example.org/s")
KEPT = [literal for literal in ODD if is_kept(literal)]


# what rdflib says of odd literals while it reads and compares them
pytestmark = pytest.mark.filterwarnings("ignore")
EACH_PAIR = ("byte", "decimal", "date", "dateTime", "time", "duration", "boolean", "base64Binary")


@pytest.fixture(autouse=True, scope="module")
def quiet() -> Iterator[None]:
    """Keep rdflib from telling of ill-typed literals."""
    apply_patches()
    logging.disable()
    yield
    logging.disable(logging.NOTSET)


@cache
def theirs(node: Node) -> rdflib.term.Node:
    """Give a term as pySHACL sees it."""
    return next(to_rdflib([Triple(S, S, node)]).objects())


def pairs() -> Iterator[tuple[Literal, Literal]]:
    """Give all pairs within some datatypes, and some of any two."""
    for name in EACH_PAIR:
        some = [literal for literal in KEPT if literal.datatype.value == xsd.iri + name]
        yield from product(some, some)
    draw = random.Random(5).choice  # noqa: S311 - the same each time
    yield from ((draw(KEPT), draw(KEPT)) for _ in range(8_000))


def in_pyshacl(literal: Literal, datatype: NamedNode) -> bool:
    """Give what sh:datatype says in pySHACL, in its own lines."""
    component = object.__new__(DatatypeConstraintComponent)
    term = theirs(literal)
    assert isinstance(term, rdflib.Literal)
    component.datatype_rule = rdflib.URIRef(datatype.value)
    component.make_v_result = lambda *_, **__: None  # type: ignore[method-assign]
    conforms, _ = component.evaluate(None, None, {None: [term]}, [])  # type: ignore[arg-type]
    return conforms


def test_validity_is_that_of_pyshacl() -> None:
    judged = {literal: in_pyshacl(literal, literal.datatype) for literal in ODD}
    assert [o for o, judgement in judged.items() if is_valid(o) != judgement] == []
    assert 0.2 < sum(judged.values()) / len(judged) < 0.8  # both are tried


DATATYPES = [*sorted({literal.datatype.value for literal in ODD}), rdfs.iri + "Datatype"]


def test_datatype_of_another_is_that_of_pyshacl() -> None:
    some = [next(o for o in ODD if o.datatype.value == d) for d in DATATYPES[:-1]]
    for datatype in map(NamedNode, DATATYPES):
        for literal in some:
            assert has_datatype(literal, datatype) == in_pyshacl(literal, datatype), literal


@pytest.mark.parametrize("node", [S, BlankNode("b")])
def test_no_iri_has_a_datatype(node: Node) -> None:
    assert not has_datatype(node, xsd.integer)


def range_in_pyshacl(a: Literal, b: Literal) -> int | None:
    """Compare as the four range components do, in their lines."""
    left, right = theirs(a), theirs(b)
    assert isinstance(left, rdflib.Literal)
    assert isinstance(right, rdflib.Literal)
    if isinstance(left.value, str) != isinstance(right.value, str):
        return None
    try:
        return compare_literal(left, right)
    except (TypeError, NotImplementedError):
        return None


def test_order_is_that_of_pyshacl() -> None:
    assert differences(compare, range_in_pyshacl) == []


def pair_in_pyshacl(a: Literal, b: Literal, is_less: Callable[..., bool]) -> bool:
    """Compare as sh:lessThan and sh:lessThanOrEquals do, in their lines."""
    left, right = theirs(a), theirs(b)
    assert isinstance(left, rdflib.Literal)
    assert isinstance(right, rdflib.Literal)
    texts = [isinstance(each.value, str) for each in (left, right)]
    if any(texts) and not all(texts):
        return False
    return is_less(left.value, right.value) if all(texts) else is_less(left, right)


def test_less_than_is_that_of_pyshacl() -> None:
    assert differences(is_less, lambda a, b: pair_in_pyshacl(a, b, lambda x, y: x < y)) == []


def test_less_than_or_equals_is_that_of_pyshacl() -> None:
    found = differences(is_less_or_equal, lambda a, b: pair_in_pyshacl(a, b, lambda x, y: x <= y))
    assert found == []


_Comparison = Callable[[Literal, Literal], int | None]


def differences(ours: _Comparison, reference: _Comparison) -> list[object]:
    """Give the pairs on which the two differ; where pySHACL fails, ours must refuse."""
    return [
        (a, b, *answers)
        for a, b in pairs()
        if (answers := (outcome(ours, a, b), outcome(reference, a, b)))[0] != answers[1]
    ]


def outcome(comparison: _Comparison, a: Literal, b: Literal) -> object:
    try:
        return comparison(a, b)
    except Exception:  # noqa: BLE001 - whatever the library raises
        return "refused"


def test_few_pairs_are_refused() -> None:
    """Only what pySHACL itself fails on: a decimal that is no number."""
    draw = random.Random(6).choice  # noqa: S311 - the same each time
    some = [(draw(KEPT), draw(KEPT)) for _ in range(2_000)]
    assert sum(outcome(compare, a, b) == "refused" for a, b in some) < 20


def test_iris_are_compared_as_texts_and_never_with_bounds() -> None:
    other = NamedNode("https://example.org/t")
    assert is_less(S, other)
    assert is_less(S, string("https://example.org/t"))
    assert not is_less(S, Literal("1", datatype=xsd.integer))
    assert is_less_or_equal(S, S)
    assert compare(S, other) is None


def test_order_of_blank_nodes_is_left_to_pyshacl_which_refuses_it() -> None:
    with pytest.raises(UnsupportedError):
        is_less(BlankNode("a"), S)


@pytest.mark.parametrize("literal", MARKUP, ids=str)
def test_markup_is_left_to_pyshacl(literal: Literal) -> None:
    with pytest.raises(UnsupportedError, match=r"XMLLiteral|HTML"):
        is_valid(literal)


@pytest.mark.parametrize("literal", PLAIN_HTML, ids=str)
def test_plain_html_is_well_formed_to_rdflib_too(literal: Literal) -> None:
    read = rdflib.Literal(literal.value, datatype=rdflib.RDF.HTML, normalize=False)
    assert is_valid(literal)
    assert not read.ill_typed


def test_long_durations_are_left_to_pyshacl_which_rounds_them() -> None:
    with pytest.raises(UnsupportedError, match="duration"):
        is_valid(Literal(f"P{'9' * 30}Y", datatype=NamedNode(xsd.iri + "duration")))


def test_which_texts_rdflib_changes() -> None:
    for literal in ODD:
        assert is_kept(literal) == (str(theirs(literal)) == literal.value), literal


def test_language_string_without_language() -> None:
    assert is_valid(Literal("a", language="ja"))
    assert not has_datatype(string("a"), NamedNode(rdf.iri + "langString"))
