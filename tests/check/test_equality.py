"""The fast engine gives the results of pySHACL, all of them and no other, or says it cannot."""

import random
from collections.abc import Callable, Sequence
from functools import cache
from pathlib import Path

import pytest
from check.fast.odd import MARKUP, ODD
from check.foreign import CLASSES, E, graphs, shapes_graphs
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from shapes.test_examples import EXAMPLES, base, demanded, example, name, profile_of

from kyodo_lod.check import shacl
from kyodo_lod.check.fast import engine as fast
from kyodo_lod.check.fast.unsupported import UnsupportedError
from kyodo_lod.check.result import Result
from kyodo_lod.check.shapes import Shapes
from kyodo_lod.errors import ShapesError
from kyodo_lod.rdf.graph import Graph, Node
from kyodo_lod.rdf.terms import Literal, NamedNode, Triple, boolean, integer, string
from kyodo_lod.rdf.vocabulary import rdf, sh

thorough = settings(
    max_examples=150,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)


#: what pySHACL cannot judge and SHACL can: the fast engine may, where it need not look
_GIVEN_UP = "to compare a BlankNode"


def told(data: Graph, shapes: Shapes) -> set[Result] | str:
    """Compare both engines; gives a reason where the fast one leaves it to the other."""
    try:
        ours = set(fast.results(data, shapes))
    except UnsupportedError as error:
        return f"unsupported: {error}"
    try:
        theirs = set(shacl.results(data, shapes))
    except ShapesError as error:
        if _GIVEN_UP in str(error):
            return str(error)
        raise
    assert ours == theirs
    return ours


#: what the fast engine may not know of our own shapes: a store writes 007 as 7, and a query that
#: shows any one of several values may show another
_LEFT = {
    "unsupported: sh:sparql on data that a store would rewrite",
    "unsupported: SAMPLE, which may give any value",
    # values of other datatypes than the shapes want, which the query compares or counts with
    "unsupported: a query that engines may read differently (comparisons)",
    "unsupported: a query that engines may read differently (known functions)",
    "unsupported: MAX or MIN of what may not be integers",
}


@cache
def alone(path: Path) -> frozenset[Result] | str:
    """Give what the fast engine finds in an example, or why it leaves it to the other."""
    try:
        return frozenset(fast.results(Graph(example(path)), demanded(profile_of(path))))
    except UnsupportedError as error:
        return f"unsupported: {error}"


def kind(path: Path) -> tuple[str, bool]:
    """Give what examples share that may stand in one graph: profile, and whether they are valid."""
    return profile_of(path), path.name.startswith("valid.")


def spread(paths: Sequence[Path], size: int) -> list[tuple[Path, ...]]:
    """Deal examples into groups; those of one rule, which stand side by side, into several."""
    number = -(-len(paths) // size)
    return [tuple(paths[first::number]) for first in range(number)]


_KINDS = [[path for path in EXAMPLES if kind(path) == each] for each in set(map(kind, EXAMPLES))]
GROUPS = sorted(group for paths in _KINDS for group in spread(paths, 8))


@pytest.mark.parametrize("group", GROUPS, ids=lambda group: name(group[0]))
def test_examples_of_our_shapes(group: tuple[Path, ...]) -> None:
    """As many in one graph as do not disturb each other: pySHACL takes its time for each graph."""
    refusals = {path: found for path in group if isinstance(found := alone(path), str)}
    assert _LEFT.issuperset(refusals.values())  # never for another reason, so never silently all
    judged = tuple(path for path in group if path not in refusals)
    if judged:
        compare(judged)


def compare(paths: tuple[Path, ...]) -> None:
    """Compare both engines on all examples at once; on halves where one would hide another."""
    own = {result for path in paths for result in alone(path)}
    data, shapes = Graph(together(paths)), demanded(profile_of(paths[0]))
    if len(paths) > 1 and not is_told(own, data, shapes):
        compare(paths[::2])
        compare(paths[1::2])
    else:
        found = told(data, shapes)
        assert not isinstance(found, str)
        assert own <= found
        assert bool(found) != paths[0].name.startswith("valid.")


def together(paths: tuple[Path, ...]) -> list[Triple]:
    """Give base.ttl with the changes of several examples."""
    whole, graphs = set(base(profile_of(paths[0]))), [example(path) for path in paths]
    gone = whole.difference(whole.intersection(*graphs))
    return list(dict.fromkeys(triple for graph in graphs for triple in graph if triple not in gone))


def is_told(own: set[Result], data: Graph, shapes: Shapes) -> bool:
    """Tell whether the fast engine finds in `data` what was found alone, and nothing where nothing was."""
    try:
        found = set(fast.results(data, shapes))
    except UnsupportedError:
        return False
    return own <= found if own else not found


def test_few_examples_are_left_to_pyshacl() -> None:
    some = EXAMPLES[::4]  # that each one is judged right is tested above; this asks how often
    assert sum(isinstance(alone(path), str) for path in some) < 0.06 * len(some)


_changes = st.lists(
    st.tuples(
        st.sampled_from(["drop", "double", "predicate", "object", "datatype", "language", "swap"]),
        st.integers(0, 10_000),
        st.integers(0, 10_000),
    ),
    min_size=1,
    max_size=6,
)


def changed(triples: tuple[Triple, ...], changes: list[tuple[str, int, int]]) -> list[Triple]:
    """Put some faults into a graph."""
    now = list(triples)
    for kind, at, other_at in changes:
        one, other = now[at % len(now)], now[other_at % len(now)]
        if kind != "double":
            now.remove(one)
        now += _MADE[kind](one, other)
    return now


_MADE: dict[str, Callable[[Triple, Triple], list[Triple]]] = {
    "drop": lambda *_: [],
    "double": lambda one, other: [with_object(one, other.object)],
    "predicate": lambda one, other: [Triple(one.subject, other.predicate, one.object)],
    "object": lambda one, other: [with_object(one, other.object)],
    "datatype": lambda one, other: [with_object(one, retyped(one.object, other.object))],
    "language": lambda *each: [with_object(each[0], Literal(text(each[0].object), language="de"))],
    "swap": lambda one, other: [with_object(one, other.subject)],
}


def with_object(triple: Triple, value: Node) -> Triple:
    """Give a triple another object."""
    return Triple(triple.subject, triple.predicate, value)


def text(node: Node) -> str:
    return node.value if isinstance(node, Literal | NamedNode) else ""


def retyped(node: Node, other: Node) -> Literal:
    """Give the text of one with the datatype of another."""
    if not isinstance(other, Literal) or other.language:
        return string(text(node))
    return Literal(text(node), datatype=other.datatype)


@pytest.mark.parametrize("profile", ["plan", "catalog"])
def test_faults_in_our_graphs(profile: str) -> None:
    known = []

    @settings(thorough, max_examples=40)  # of up to six faults
    @given(_changes)
    def with_faults(changes: list[tuple[str, int, int]]) -> None:
        data = Graph(changed(base(profile), changes))
        known.append(not isinstance(told(data, demanded(profile)), str))

    with_faults()
    assert sum(known) > 0.5 * len(known)


def test_foreign_shapes() -> None:
    outcomes = []

    @thorough
    @given(shapes_graphs(), graphs)
    def with_shapes(shapes: list[Triple], data: list[Triple]) -> None:
        outcomes.append(outcome(Graph(data), Shapes("own.ttl", Graph(shapes))))

    with_shapes()
    assert outcomes.count("refused") < 0.2 * len(outcomes)
    assert outcomes.count("results") > 0.1 * len(outcomes)


def outcome(data: Graph, shapes: Shapes) -> str:
    """Compare both engines and give what kind of answer it is."""
    found = told(data, shapes)
    if isinstance(found, str):
        return "refused"
    return "results" if found else "conforms"


SHAPE = NamedNode(E + "S")
THINGS = [NamedNode(f"{E}t{n}") for n in range(12)]
P, Q = NamedNode(E + "p"), NamedNode(E + "q")


@cache
def of_one(predicate: NamedNode, value: Node) -> Shapes:
    """Give the shapes with one demand on e:p."""
    shape = [(rdf.type, sh.PropertyShape), (sh.targetClass, CLASSES[0]), (sh.path, P)]
    triples = [Triple(SHAPE, p, o) for p, o in [*shape, (predicate, value)]]
    return Shapes("own.ttl", Graph(triples))


def of_list(predicate: NamedNode, members: list[Literal]) -> Shapes:
    """Give the shapes that demand one of `members`."""
    cells = [NamedNode(f"{E}l{n}") for n in range(len(members))]
    ends = [*cells[1:], rdf.nil]
    triples = [
        each
        for cell, member, end in zip(cells, members, ends, strict=True)
        for each in (Triple(cell, rdf.first, member), Triple(cell, rdf.rest, end))
    ]
    return Shapes("own.ttl", Graph([*of_one(predicate, cells[0]).graph.triples(), *triples]))


def odd_data(seed: int) -> list[Triple]:
    """Give things with odd values of one datatype or of two."""
    draw = random.Random(seed)  # noqa: S311 - the same each time
    datatypes = draw.sample(sorted({o.datatype.value for o in ODD}), 2)
    some = [o for o in ODD if o.datatype.value in datatypes]
    typed = [Triple(t, rdf.type, CLASSES[0]) for t in THINGS]
    said = [Triple(t, p, draw.choice(some)) for t in THINGS for p in (P, P, Q)]
    return [*typed, *said]


ONE = [sh.equals, sh.disjoint, sh.lessThan, sh.lessThanOrEquals]
BOUND = [sh.minInclusive, sh.maxInclusive, sh.minExclusive, sh.maxExclusive, sh.hasValue]


@pytest.mark.parametrize("seed", range(12))
def test_odd_literals(seed: int) -> None:
    data = Graph(odd_data(seed))
    some = [o for o in data.by_object if isinstance(o, Literal)]
    demands = [
        *(of_one(predicate, Q) for predicate in ONE),
        *(of_one(predicate, each) for predicate in BOUND for each in some[:3]),
        *(of_one(sh.datatype, datatype) for datatype in {o.datatype for o in some}),
        of_one(sh.uniqueLang, boolean(True)),
        of_one(sh.maxLength, integer(2)),
        of_list(sh.in_, some[:6]),
    ]
    outcomes = [outcome(data, shapes) for shapes in demands]
    assert outcomes.count("refused") < len(outcomes) or is_unkept(some)


def is_unkept(literals: list[Literal]) -> bool:
    """Tell whether there are texts that rdflib changes, so that all is left to it."""
    return any(o.datatype.value.endswith(("#token", "#normalizedString")) for o in literals)


@pytest.mark.parametrize("literal", MARKUP, ids=str)
def test_markup_never_passes_unseen(literal: Literal) -> None:
    data = Graph([Triple(THINGS[0], rdf.type, CLASSES[0]), Triple(THINGS[0], P, literal)])
    assert told(data, of_one(sh.datatype, literal.datatype)) == (
        f"unsupported: <{literal.datatype.value}>"
    )
