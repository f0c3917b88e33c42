"""What a constraint component is compiled from, and what shapes are compiled to."""

from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass

from kyodo_lod.check.fast.paths import Values, members
from kyodo_lod.check.fast.unsupported import UnsupportedError
from kyodo_lod.check.result import Result
from kyodo_lod.rdf.graph import Graph, Node
from kyodo_lod.rdf.terms import Literal, NamedNode
from kyodo_lod.rdf.vocabulary import sh

#: from a focus node and its value nodes to results
Check = Callable[[Node, Collection[Node]], Iterable[Result]]


@dataclass(frozen=True, slots=True)
class Compiled:
    """A shape compiled over one data graph.

    Args:
        values: the value nodes of a focus node.
        checks: what is demanded of them.
        is_property: whether it is a property shape.
        height: how many shapes stand inside each other below it, itself among them.
    """

    values: Values
    checks: tuple[Check, ...]
    is_property: bool
    height: int

    def results(self, focus: Node) -> list[Result]:
        """Validate one node."""
        values = self.values(focus)
        return [result for check in self.checks for result in check(focus, values)]

    def conforms(self, focus: Node) -> bool:
        """Tell whether a node has no results; stops at the first."""
        values = self.values(focus)
        return not any(True for check in self.checks for _ in check(focus, values))


@dataclass(frozen=True, slots=True)
class Source:
    """A shape that is being compiled.

    Args:
        node: the shape.
        path: its path, None for a node shape.
        path_text: the path as results name it.
        severity: IRI of its severity.
        data: the data graph.
        shapes: the shapes graph.
        nested: compiles a shape that stands inside it.
    """

    node: Node
    path: Node | None
    path_text: str
    severity: str
    data: Graph
    shapes: Graph
    nested: Callable[[Node], Compiled]

    def objects(self, predicate: NamedNode) -> list[Node]:
        """Give the values of one of its parameters."""
        return self.shapes.objects(self.node, predicate)

    def one(self, predicate: NamedNode) -> Node:
        """Give the only value of a parameter; raises UnsupportedError where there are more or none."""
        found = self.objects(predicate)
        if len(found) != 1:
            raise self.refused(predicate)
        return found[0]

    def literal(self, predicate: NamedNode) -> Literal:
        """Give the only value of a parameter that must be a literal; raises UnsupportedError."""
        found = self.one(predicate)
        if not isinstance(found, Literal):
            raise self.refused(predicate)
        return found

    def members(self, predicate: NamedNode, *, least: int = 0) -> list[list[Node]]:
        """Give the members of each list that is a value of a parameter; raises UnsupportedError."""
        return [members(self.shapes, head, least=least) for head in self.objects(predicate)]

    def refused(self, predicate: NamedNode) -> UnsupportedError:
        """Give the error for a parameter that is not as SHACL wants it."""
        name = predicate.value.removeprefix(sh.iri)
        return UnsupportedError(f"sh:{name} is not as it should be on {self.node}")

    def result(self, component: NamedNode, focus: Node, value: Node | None = None) -> Result:
        """Give a result of this shape."""
        return Result(focus, self.path_text, value, self.node, None, component.value, self.severity)

    def each(self, component: NamedNode, test: Callable[[Node], object]) -> Check:
        """Give the check that every value node passes `test`."""

        def check(focus: Node, values: Collection[Node]) -> list[Result]:
            return [self.result(component, focus, value) for value in values if not test(value)]

        return check


def component(name: str) -> NamedNode:
    """Give the IRI of a constraint component by the first part of its name."""
    return NamedNode(f"{sh.iri}{name}ConstraintComponent")
