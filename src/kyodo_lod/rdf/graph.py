"""A graph in memory, found by subject and by object; its terms stay exactly as they were written."""

from collections.abc import Iterable, Iterator
from typing import TypeAlias

from kyodo_lod.rdf.terms import (
    BlankNode,
    DefaultGraph,
    Literal,
    NamedNode,
    Quad,
    Statement,
    Triple,
)
from kyodo_lod.rdf.vocabulary import rdf

Node: TypeAlias = NamedNode | BlankNode | Literal | Triple
_Index: TypeAlias = dict[Node, dict[NamedNode, list[Node]]]
_DEFAULT = DefaultGraph()


class Graph:
    """A set of triples (RDF 1.1 Concepts, section 3).

    Args:
        statements: triples or quads; graph names do not matter, a triple counts once.
    """

    def __init__(self, statements: Iterable[Statement] = ()) -> None:
        self.by_subject: _Index = {}
        self._statements = statements if isinstance(statements, list) else []
        for statement in statements:
            subject, predicate, value = statement.subject, statement.predicate, statement.object
            found = self.by_subject.setdefault(subject, {}).setdefault(predicate, [])
            found.append(value)
        self._each_once()
        self._by_object: _Index | None = None

    def _each_once(self) -> None:
        for properties in self.by_subject.values():
            for predicate, values in properties.items():
                if len(values) > 1:
                    properties[predicate] = list(dict.fromkeys(values))

    @property
    def by_object(self) -> _Index:
        """Subjects by object and predicate; made when first asked for."""
        if self._by_object is None:
            index: _Index = {}
            for subject, properties in self.by_subject.items():
                for predicate, values in properties.items():
                    for value in values:
                        index.setdefault(value, {}).setdefault(predicate, []).append(subject)
            self._by_object = index
        return self._by_object

    def triples(self) -> Iterator[Triple]:
        """Give all triples, subject by subject, in the order in which they came."""
        for subject, properties in self.by_subject.items():
            for predicate, values in properties.items():
                for value in values:
                    yield Triple(subject, predicate, value)  # type: ignore[arg-type]

    def quads(self) -> Iterable[Quad]:
        """Give all triples as quads of the default graph, in no order that matters."""
        given = self._statements
        if given and all(isinstance(q, Quad) and q.graph_name == _DEFAULT for q in given):
            return given  # as they were read: making them anew takes longer than any query
        return (
            Quad(subject, predicate, value)  # type: ignore[arg-type]
            for subject, properties in self.by_subject.items()
            for predicate, values in properties.items()
            for value in values
        )

    def __len__(self) -> int:
        return sum(len(values) for each in self.by_subject.values() for values in each.values())

    def objects(self, subject: Node, predicate: NamedNode) -> list[Node]:
        """Give the values of a property, each once."""
        return self.by_subject.get(subject, {}).get(predicate, [])

    def subjects(self, predicate: NamedNode, value: Node) -> list[Node]:
        """Give the subjects that have `value`, each once."""
        return self.by_object.get(value, {}).get(predicate, [])

    def holders(self, predicate: NamedNode) -> list[Node]:
        """Give the subjects that have `predicate` at all, each once."""
        return [subject for subject, has in self.by_subject.items() if predicate in has]

    def holds(self, node: Node) -> bool:
        """Tell whether a node is a subject or an object of some triple."""
        return node in self.by_subject or node in self.by_object

    def value(self, subject: Node, predicate: NamedNode) -> Node | None:
        """Give one value of a property, or None."""
        return next(iter(self.objects(subject, predicate)), None)

    def items(self, head: Node) -> list[Node]:
        """Give the members of a list (RDF Schema 1.1, section 5.2); what is no list gives none."""
        members: list[Node] = []
        seen: set[Node] = set()
        while head != rdf.nil and head not in seen:
            seen.add(head)
            members += self.objects(head, rdf.first)[:1]
            head = self.value(head, rdf.rest) or rdf.nil
        return members
