"""Shapes compiled over one data graph to plain functions, each when it is first needed."""

from collections.abc import Callable, Iterator
from functools import cached_property
from typing import TYPE_CHECKING

from kyodo_lod.check.fast.components import (
    cardinality,
    logical,
    other,
    pair,
    shape,
    string,
    value_range,
    value_type,
)
from kyodo_lod.check.fast.paths import Values, compiled_path
from kyodo_lod.check.fast.source import Check, Compiled, Source
from kyodo_lod.check.fast.structure import is_deactivated, shapes_of
from kyodo_lod.check.fast.unsupported import UnsupportedError
from kyodo_lod.check.paths import path_text
from kyodo_lod.check.shapes import Shapes
from kyodo_lod.rdf.graph import Graph, Node
from kyodo_lod.rdf.terms import NamedNode
from kyodo_lod.rdf.vocabulary import sh

if TYPE_CHECKING:
    from kyodo_lod.rdf.select import SelectStore

#: parameter → what compiles it; None: there is nothing to check
COMPONENTS: dict[NamedNode, Callable[[Source], Check | None]] = {
    **cardinality.TABLE,
    **value_type.TABLE,
    **value_range.TABLE,
    **string.TABLE,
    **pair.TABLE,
    **logical.TABLE,
    **shape.TABLE,
    **other.TABLE,
}
#: parameters that belong to another one, without which they are malformed
_COMPANIONS = {
    sh.ignoredProperties: sh.closed,
    sh.qualifiedMinCount: sh.qualifiedValueShape,
    sh.qualifiedMaxCount: sh.qualifiedValueShape,
    sh.qualifiedValueShapesDisjoint: sh.qualifiedValueShape,
}
#: what demands nothing of data by itself
_SILENT = {
    sh.path, sh.deactivated, sh.severity, sh.message, sh.name, sh.description, sh.order, sh.group,
    sh.defaultValue, sh.flags, sh.targetClass, sh.targetNode, sh.targetObjectsOf,
    sh.targetSubjectsOf, sh.sparql, sh.prefixes, sh.declare,
}  # fmt: skip
#: shapes inside each other; pySHACL gives up where 15 are reached while it validates
_MAX_HEIGHT = 100


class Compiler:
    """Compiles the shapes of one shapes graph over one data graph.

    Args:
        data: the data graph.
        shapes: the shapes.
    """

    def __init__(self, data: Graph, shapes: Shapes) -> None:
        self.data = data
        self.graph = shapes.graph
        self._compiled: dict[Node, Compiled | None] = {}
        self._depth = 0

    @cached_property
    def shapes(self) -> list[Node]:
        """All shapes; raises UnsupportedError where one is malformed."""
        return shapes_of(self.graph)

    @cached_property
    def store(self) -> "SelectStore":
        """The data, to be asked in SPARQL; made when first asked for."""
        from kyodo_lod.rdf.select import SelectStore

        return SelectStore(self.data.quads())

    def shape(self, node: Node) -> Compiled:
        """Compile a shape.

        Raises:
            UnsupportedError: where it says what only pySHACL knows, is malformed or recursive.
        """
        if node not in self._compiled:
            self._compiled[node] = None
            self._compiled[node] = self._within(node)
        found = self._compiled[node]
        if found is None:
            raise UnsupportedError(f"{node} is recursive")
        return found

    def _within(self, node: Node) -> Compiled:
        """Compile a shape, unless it stands so deep in others that Python's stack may not do."""
        if self._depth >= _MAX_HEIGHT:
            raise UnsupportedError("shapes stand in shapes too deep")
        self._depth += 1
        try:
            return self._compile(node)
        finally:
            self._depth -= 1

    def _compile(self, node: Node) -> Compiled:
        inner: list[Compiled] = []

        def nested(other: Node) -> Compiled:
            inner.append(self.shape(other))
            return inner[-1]

        values = self._values(self.graph.value(node, sh.path))
        source = self._source(node, nested)
        checks = () if is_deactivated(self.graph, node) else tuple(self._checks(source))
        height = 1 + max((each.height for each in inner), default=0)
        if height > _MAX_HEIGHT:
            raise UnsupportedError(f"{node} holds shapes in shapes too deep")
        return Compiled(values, checks, is_property=source.path is not None, height=height)

    def _source(self, node: Node, nested: Callable[[Node], Compiled]) -> Source:
        path = self.graph.value(node, sh.path)
        text = path_text(self.graph, path)
        return Source(node, path, text, self._severity(node), self.data, self.graph, nested)

    def _severity(self, node: Node) -> str:
        stated = self.graph.objects(node, sh.severity) or [sh.Violation]
        if len(stated) > 1 or not isinstance(stated[0], NamedNode):
            raise UnsupportedError(f"the severity of {node} is unclear")
        return stated[0].value

    def _values(self, path: Node | None) -> Values:
        """Compile a path; before anything else reads it, since this one notices where it has no end."""
        if path is None:
            return lambda node: (node,)
        return compiled_path(self.data, self.graph, path)

    def _checks(self, source: Source) -> Iterator[Check]:
        stated = self.graph.by_subject.get(source.node, {})
        for predicate in stated:
            check = COMPONENTS[predicate](source) if predicate in COMPONENTS else None
            if check is not None:
                yield check
            elif predicate not in COMPONENTS:
                _refuse_unknown(predicate, stated)
        if sh.sparql in stated:
            yield from self._queries(source)

    def _queries(self, source: Source) -> Iterator[Check]:
        from kyodo_lod.check.fast.sparql import compiled_constraints  # only where one is asked

        yield from compiled_constraints(source, lambda: self.store)


def _refuse_unknown(predicate: NamedNode, stated: dict[NamedNode, list[Node]]) -> None:
    if not predicate.value.startswith(sh.iri) or predicate in _SILENT:
        return
    needed = _COMPANIONS.get(predicate)
    # a node shape has no values to count, so that pySHACL looks at none of these there
    is_idle = needed == sh.qualifiedValueShape and sh.path not in stated
    if needed not in stated and not is_idle:
        raise UnsupportedError(f"sh:{predicate.value.removeprefix(sh.iri)}")
