"""Small shapes of nobody in particular and small graphs for them: every component, every path."""

from collections.abc import Callable
from functools import cache
from itertools import count

from check.fast.odd import MARKUP, ODD
from hypothesis import strategies as st

from kyodo_lod.rdf.graph import Node
from kyodo_lod.rdf.terms import BlankNode, Literal, NamedNode, Triple, boolean, integer, string
from kyodo_lod.rdf.vocabulary import rdf, rdfs, sh, xsd

E = "https://example.org/"
NODES = [NamedNode(E + name) for name in "abcd"]
CLASSES = [NamedNode(E + name) for name in ("C", "D")]
PROPERTIES = [*(NamedNode(E + name) for name in ("p", "q", "r")), rdf.type, rdfs.label]
_BLANK = [BlankNode("x"), BlankNode("y")]
_COMMON = [
    *(integer(n) for n in (0, 1, 2)),
    *(string(t) for t in ("", "a", "ab", "b")),
    *(Literal(t, language=tag) for t in ("a", "b") for tag in ("ja", "en", "en-GB")),
    *(Literal(t, datatype=xsd.decimal) for t in ("1.0", "1.5")),
    *(Literal(t, datatype=xsd.date) for t in ("2018-04-01", "2018-04-01Z", "18")),
    boolean(True),
    Literal("01", datatype=xsd.integer),
    Literal("1", datatype=xsd.boolean),
]
literals = st.one_of(st.sampled_from(_COMMON), st.sampled_from([*ODD, *MARKUP]))
_nodes = st.sampled_from([*NODES, *NODES, *_BLANK])
values = st.one_of(_nodes, literals)
_statement = st.one_of(
    st.builds(Triple, _nodes, st.sampled_from(PROPERTIES[:3]), values),
    st.builds(Triple, _nodes, st.just(rdf.type), st.sampled_from(CLASSES)),
    st.builds(Triple, _nodes, st.just(rdfs.label), literals),
    st.just(Triple(CLASSES[1], rdfs.subClassOf, CLASSES[0])),
)
#: small graphs
graphs = st.lists(_statement, min_size=1, max_size=14)

_integers = st.integers(0, 3).map(integer)
_bounds = st.sampled_from([*_COMMON, *ODD])
_simple: dict[NamedNode, st.SearchStrategy[Node]] = {
    sh.class_: st.sampled_from(CLASSES),
    sh.datatype: st.sampled_from(sorted({o.datatype for o in ODD}, key=str)),
    sh.nodeKind: st.sampled_from(
        [
            sh.IRI,
            sh.Literal,
            sh.BlankNode,
            sh.BlankNodeOrIRI,
            sh.BlankNodeOrLiteral,
            sh.IRIOrLiteral,
        ]
    ),
    sh.minExclusive: _bounds,
    sh.minInclusive: _bounds,
    sh.maxExclusive: _bounds,
    sh.maxInclusive: _bounds,
    sh.minLength: _integers,
    sh.maxLength: _integers,
    sh.pattern: st.sampled_from(["^a", "b$", "A|1", "[0-9]+", "", "^a.b"]).map(string),
    sh.hasValue: values,
    sh.equals: st.sampled_from(PROPERTIES),
    sh.disjoint: st.sampled_from(PROPERTIES),
}
_of_properties: dict[NamedNode, st.SearchStrategy[Node]] = {
    sh.minCount: _integers,
    sh.maxCount: _integers,
    sh.uniqueLang: st.booleans().map(boolean),
    sh.lessThan: st.sampled_from(PROPERTIES[:3]),
    sh.lessThanOrEquals: st.sampled_from(PROPERTIES[:3]),
}
_TARGETS = {
    sh.targetClass: st.sampled_from(CLASSES),
    sh.targetNode: st.one_of(st.sampled_from(NODES), literals),
    sh.targetObjectsOf: st.sampled_from(PROPERTIES),
    sh.targetSubjectsOf: st.sampled_from(PROPERTIES),
}
_Draw = Callable[[st.SearchStrategy], object]
_DEEPEST = 3
_MEMBERS = st.lists(values.filter(lambda v: not isinstance(v, BlankNode)), max_size=3)
_TAGS = st.lists(st.sampled_from(["ja", "en", "EN", "en-GB", "de"]), max_size=2)


# kept, since Hypothesis looks at a strategy anew, and long, for each that is made
@cache
def _one_of(*choices: object) -> st.SearchStrategy[object]:
    """Draw one of some choices."""
    return st.sampled_from(choices)


@cache
def _two_of(*choices: NamedNode, least: int = 0) -> st.SearchStrategy[list[NamedNode]]:
    """Draw at most two of some choices."""
    return st.lists(st.sampled_from(choices), min_size=least, max_size=2, unique=True)


class _Writer:
    """Writes shapes as triples, drawing what they demand."""

    def __init__(self, draw: Callable[..., object]) -> None:
        self.draw, self.triples, self.number = draw, list[Triple](), count()

    def add(self, subject: Node, predicate: NamedNode, value: object) -> None:
        self.triples.append(Triple(subject, predicate, value))  # type: ignore[arg-type]

    def new(self) -> BlankNode:
        return BlankNode(f"n{next(self.number)}")

    def items(self, members: list[Node]) -> Node:
        head: Node = rdf.nil
        for member in reversed(members):
            cell = self.new()
            self.add(cell, rdf.first, member)
            self.add(cell, rdf.rest, head)
            head = cell
        return head

    def path(self, depth: int = 0) -> Node:
        kinds = ["iri", "iri", "iri"] if depth > 1 else ["iri", "iri", *_PATHS, "list", "any"]
        kind = self.draw(_one_of(*kinds))
        if kind == "iri":
            return self.draw(_one_of(*PROPERTIES))  # type: ignore[return-value]
        if kind == "list":
            return self.items([self.path(depth + 1) for _ in range(2)])
        node = self.new()
        if kind == "any":
            self.add(node, sh.alternativePath, self.items([self.path(depth + 1) for _ in "ab"]))
        else:
            self.add(node, _PATHS[str(kind)], self.path(depth + 1))
        return node

    def shape(
        self, depth: int = 0, node: Node | None = None, *, is_property: bool | None = None
    ) -> Node:
        node = node or self.new()
        of_property = bool(self.draw(st.booleans())) if is_property is None else is_property
        if of_property:
            self.add(node, sh.path, self.path())
        simple = {**_simple, **(_of_properties if of_property else {})}
        for name in self.draw(_two_of(*simple)):  # type: ignore[attr-defined]
            self.add(node, name, self.draw(simple[name]))
        kinds = list(_NESTED) if depth < _DEEPEST else list(_NESTED)[:2]
        for name in self.draw(_two_of(*kinds)):  # type: ignore[attr-defined]
            _NESTED[name](self, node, depth + 1, of_property)
        self.decorate(node)
        return node

    def decorate(self, node: Node) -> None:
        if self.draw(st.integers(0, 9)) == 9:
            self.add(node, sh.deactivated, boolean(bool(self.draw(st.booleans()))))
        if self.draw(st.integers(0, 4)) == 4:
            severity = self.draw(_one_of(sh.Info, sh.Warning, NamedNode(E + "Grave")))
            self.add(node, sh.severity, severity)


_PATHS = {
    "inverse": sh.inversePath,
    "*": sh.zeroOrMorePath,
    "+": sh.oneOrMorePath,
    "?": sh.zeroOrOnePath,
}


def _in(writer: _Writer, node: Node, _depth: int, _of_property: bool) -> None:
    members = writer.draw(_MEMBERS)
    writer.add(node, sh.in_, writer.items(members))  # type: ignore[arg-type]


def _languages(writer: _Writer, node: Node, _depth: int, _of_property: bool) -> None:
    tags = writer.draw(_TAGS)
    writer.add(node, sh.languageIn, writer.items([string(tag) for tag in tags]))  # type: ignore[attr-defined]


def _closed(writer: _Writer, node: Node, _depth: int, _of_property: bool) -> None:
    writer.add(node, sh.closed, boolean(bool(writer.draw(st.booleans()))))
    if writer.draw(st.booleans()):
        writer.add(node, sh.ignoredProperties, writer.items([rdf.type]))


def _not(writer: _Writer, node: Node, depth: int, _of_property: bool) -> None:
    writer.add(node, sh.not_, writer.shape(depth))


def _node(writer: _Writer, node: Node, depth: int, _of_property: bool) -> None:
    writer.add(node, sh.node, writer.shape(depth, is_property=False))


def _property(writer: _Writer, node: Node, depth: int, _of_property: bool) -> None:
    for _ in range(int(writer.draw(st.integers(1, 2)))):  # type: ignore[call-overload]
        writer.add(node, sh.property_, writer.shape(depth, is_property=True))


def _listed(predicate: NamedNode) -> Callable[[_Writer, Node, int, bool], None]:
    def write(writer: _Writer, node: Node, depth: int, _of_property: bool) -> None:
        writer.add(node, predicate, writer.items([writer.shape(depth) for _ in range(2)]))

    return write


def _qualified(writer: _Writer, node: Node, depth: int, of_property: bool) -> None:
    if not of_property:
        return
    writer.add(node, sh.qualifiedValueShape, writer.shape(depth))
    writer.add(node, sh.qualifiedMinCount, writer.draw(_integers))
    if writer.draw(st.booleans()):
        writer.add(node, sh.qualifiedMaxCount, writer.draw(_integers))
    if writer.draw(st.booleans()):
        writer.add(node, sh.qualifiedValueShapesDisjoint, boolean(True))


_NESTED: dict[NamedNode, Callable[[_Writer, Node, int, bool], None]] = {
    sh.in_: _in,
    sh.languageIn: _languages,
    sh.closed: _closed,
    sh.not_: _not,
    sh.node: _node,
    sh.property_: _property,
    sh.and_: _listed(sh.and_),
    sh.or_: _listed(sh.or_),
    sh.xone: _listed(sh.xone),
    sh.qualifiedValueShape: _qualified,
}


@st.composite
def shapes_graphs(draw: Callable[..., object]) -> list[Triple]:
    """Give one shape with targets, and what it holds."""
    writer = _Writer(draw)
    root = NamedNode(E + "S")
    is_property = bool(draw(st.booleans()))
    writer.add(root, rdf.type, sh.PropertyShape if is_property else sh.NodeShape)
    if is_property:
        writer.add(root, sh.path, writer.path())
    for name in draw(_two_of(*_TARGETS, least=1)):  # type: ignore[attr-defined]
        writer.add(root, name, draw(_TARGETS[name]))
    simple = {**_simple, **(_of_properties if is_property else {})}
    for name in draw(_two_of(*simple)):  # type: ignore[attr-defined]
        writer.add(root, name, draw(simple[name]))
    for name in draw(_two_of(*_NESTED)):  # type: ignore[attr-defined]
        _NESTED[name](writer, root, 1, is_property)
    return writer.triples
