"""What a constraint component is compiled from, and what shapes are compiled to."""

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from typing import NamedTuple

from kyodo_lod.check.fast.paths import Values, members
from kyodo_lod.check.fast.unsupported import UnsupportedError
from kyodo_lod.check.result import Result
from kyodo_lod.rdf.graph import Graph, Node
from kyodo_lod.rdf.terms import Literal, NamedNode
from kyodo_lod.rdf.vocabulary import sh

#: from a focus node and its value nodes to results
Check = Callable[[Node, Collection[Node]], Iterable[Result]]
#: of one value node
Test = Callable[[Node], bool]


class Each:
    """The check that every value node passes a test of its own.

    Args:
        source: the shape.
        component: IRI of the constraint component.
        test: of one value node.
    """

    def __init__(self, source: "Source", component: NamedNode, test: Test) -> None:
        self.test = test
        self._result = source.result
        self._component = component

    def __call__(self, focus: Node, values: Collection[Node]) -> list[Result]:
        """Give a result for each value node that fails."""
        failing = (value for value in values if not self.test(value))
        return [self._result(self._component, focus, value) for value in failing]


class Compiled:
    """A shape compiled over one data graph.

    Args:
        values: the value nodes of a focus node.
        checks: what is demanded of them.
        is_property: whether it is a property shape.
        height: how many shapes stand inside each other below it, itself among them.
    """

    def __init__(
        self, values: Values, checks: Sequence[Check], *, is_property: bool, height: int
    ) -> None:
        self.is_property, self.height = is_property, height
        self._values, self._checks = values, checks
        self._tests = [check.test for check in checks if isinstance(check, Each)]
        self._others = [check for check in checks if not isinstance(check, Each)]
        #: tells whether a node has no results
        self.conforms: Test = self._conforms
        if not is_property and not self._others and len(self._tests) == 1:
            self.conforms = self._tests[0]

    def results(self, focus: Node) -> list[Result]:
        """Validate one node."""
        return list(self.each(focus))

    def each(self, focus: Node) -> Iterator[Result]:
        """Validate one node, no further than the results are taken."""
        values = self._values(focus)
        checks = self._others if self._pass(values) else self._checks
        return (result for check in checks for result in check(focus, values))

    def _pass(self, values: Collection[Node]) -> bool:
        """Tell, quickly as it is nearly always so, whether all values pass all tests."""
        for value in values:
            for test in self._tests:
                if not test(value):
                    return False
        return True

    def _conforms(self, focus: Node) -> bool:
        values = self._values(focus)
        if not self._pass(values):
            return False
        return not any(True for check in self._others for _ in check(focus, values))


class Source(NamedTuple):
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

    def each(self, component: NamedNode, test: Test) -> Each:
        """Give the check that every value node passes `test`."""
        return Each(self, component, test)


def component(name: str) -> NamedNode:
    """Give the IRI of a constraint component by the first part of its name."""
    return NamedNode(f"{sh.iri}{name}ConstraintComponent")
