"""What a dump holds, counted in one pass over its triples."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from kyodo_lod.mapping.iris import hashed
from kyodo_lod.rdf.terms import BlankNode, Literal, NamedNode, Statement, Triple
from kyodo_lod.rdf.vocabulary import PUBLICATION_VOCABULARIES, Vocabulary, rdf

Term = NamedNode | BlankNode | Literal | Triple


@dataclass(slots=True)
class Use:
    """How a property is used: in how many triples, and of and with what."""

    triples: int = 0
    subjects: set[Term] = field(default_factory=set)
    objects: set[Term] = field(default_factory=set)


class Census:
    """The numbers of a dump.

    Args:
        statements: its triples, each once; read once.

    Attributes:
        triples: how many there are.
        subjects: subject → how many triples are about it.
        objects: all objects.
        instances: class → its members, in the order of the dump.
        properties: property → its use, in the order of the dump.
        references: (property, IRI) → how many subjects of the dump refer to it so.
    """

    def __init__(self, statements: Iterable[Statement]) -> None:
        self.triples = 0
        self.subjects: Counter[Term] = Counter()
        self.objects: set[Term] = set()
        self.instances: dict[NamedNode, dict[NamedNode, None]] = {}
        self.properties: dict[NamedNode, Use] = {}
        self.references: Counter[tuple[NamedNode, NamedNode]] = Counter()
        for statement in statements:
            self._count(statement.subject, statement.predicate, statement.object)

    def _count(self, subject: Term, predicate: NamedNode, value: Term) -> None:
        self.triples += 1
        self.subjects[subject] += 1
        self.objects.add(value)
        use = self.properties.setdefault(predicate, Use())
        use.triples += 1
        use.subjects.add(subject)
        use.objects.add(value)
        if isinstance(value, NamedNode):
            self._count_link(subject, predicate, value)

    def _count_link(self, subject: Term, predicate: NamedNode, value: NamedNode) -> None:
        if predicate != rdf.type:
            self.references[predicate, value] += 1
        elif isinstance(subject, NamedNode):
            self.instances.setdefault(value, {})[subject] = None

    def entities(self, space: str) -> int:
        """Count the things with a type whose IRI begins with `space`."""
        typed = {one for members in self.instances.values() for one in members}
        return sum(one.value.startswith(space) for one in typed)

    def triples_about(self, class_: NamedNode) -> int:
        """Count the triples about members of a class."""
        return sum(self.subjects[one] for one in self.instances[class_])

    def vocabularies(self) -> Iterator[type[Vocabulary]]:
        """Give the vocabularies of its classes and properties."""
        terms = (*self.instances, *self.properties)
        for vocabulary in PUBLICATION_VOCABULARIES:
            if any(term.value.startswith(vocabulary.iri) for term in terms):
                yield vocabulary


def short_name(term: NamedNode, joint: str) -> str:
    """Give prefix and name of a term; the prefix too, as dcat:Dataset and void:Dataset are two.

    >>> short_name(rdf.type, ":")
    'rdf:type'
    """
    for vocabulary in PUBLICATION_VOCABULARIES:
        if term.value.startswith(vocabulary.iri):
            return f"{vocabulary.prefix}{joint}{term.value.removeprefix(vocabulary.iri)}"
    return hashed(term.value)
