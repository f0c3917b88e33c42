"""What a graph says of a thing, asked for as pages ask: its name, a text, its parts in their order."""

from collections.abc import Iterable, Iterator

from kyodo_lod.bilingual import Bilingual
from kyodo_lod.rdf.graph import Graph, Node
from kyodo_lod.rdf.terms import Literal, NamedNode, Statement
from kyodo_lod.rdf.vocabulary import dct, kyo, rdf, rdfs, skos

#: where a thing's name stands, the best first
_NAMES = (rdfs.label, skos.prefLabel, dct.title)
#: of a number that pages count or sort by; int() refuses thousands of them
_DIGITS = 18


class Things:
    """A graph as pages read it.

    Args:
        statements: triples or quads.
    """

    def __init__(self, statements: Iterable[Statement]) -> None:
        self.graph = Graph(list(statements))
        self._labels: dict[Node, Bilingual] = {}

    def __contains__(self, thing: object) -> bool:
        """Tell whether anything is said of `thing`."""
        return thing in self.graph.by_subject

    def instances(self, *classes: NamedNode) -> Iterator[NamedNode]:
        """Give the named things of any of these classes, in the order of the graph."""
        for subject, has in self.graph.by_subject.items():
            types = has.get(rdf.type, [])
            if isinstance(subject, NamedNode) and any(each in types for each in classes):
                yield subject

    def all(self, subject: Node, predicate: NamedNode) -> list[NamedNode]:
        """Give the values of a property that are IRIs."""
        return [v for v in self.graph.objects(subject, predicate) if isinstance(v, NamedNode)]

    def one(self, subject: Node, predicate: NamedNode) -> NamedNode | None:
        """Give the first value of a property that is an IRI."""
        return next(iter(self.all(subject, predicate)), None)

    def plain(self, subject: Node, predicate: NamedNode) -> str:
        """Give the first value of a property as plain text; empty where there is none."""
        value = self.graph.value(subject, predicate)
        return value.value if isinstance(value, Literal | NamedNode) else ""

    def plains(self, subject: Node, predicate: NamedNode) -> list[str]:
        """Give all literal values of a property as plain text."""
        return [v.value for v in self.graph.objects(subject, predicate) if isinstance(v, Literal)]

    def number(self, subject: Node, predicate: NamedNode) -> int:
        """Give an integer value; 0 where there is none that is one."""
        text = self.plain(subject, predicate)
        plausible = len(text) <= _DIGITS and text.removeprefix("-").isdecimal()
        return int(text) if plausible else 0

    def text(self, subject: Node, predicate: NamedNode) -> Bilingual:
        """Give a text in ja and en; one in another language, or none, stands where both lack."""
        said = {
            (value.language or "").lower(): value.value
            for value in self.graph.objects(subject, predicate)
            if isinstance(value, Literal)
        }
        other = next(iter(said.values()), "") if not {"ja", "en"} & set(said) else ""
        return Bilingual(said.get("ja", other), said.get("en", ""))

    def label(self, thing: Node) -> Bilingual:
        """Give the name of a thing: ja, else en, else any; its IRI where it has none.

        A name in one language is joined by its title in English, which plans have.
        """
        found = self._labels.get(thing)
        if found is None:
            found = self._labels[thing] = self._label(thing)
        return found

    def _label(self, thing: Node) -> Bilingual:
        for predicate in _NAMES:
            text = self.text(thing, predicate)
            if any(text):
                return Bilingual(text.ja, text.en or self.text(thing, dct.title).en)
        return Bilingual(thing.value if isinstance(thing, NamedNode) else str(thing), "")

    def short(self, thing: Node) -> Bilingual:
        """Give the name of a thing within what it lies in.

        総務課 and not 上下水道局総務課, 2018年度 and not the plan's title with the year.
        """
        if kyo.ImplementationPlan in self.all(thing, rdf.type):
            return self.label(self.one(thing, kyo.fiscalYear) or thing)
        text = self.text(thing, skos.prefLabel)
        return text if any(text) else self.label(thing)

    def holders(self, predicate: NamedNode, value: Node) -> list[NamedNode]:
        """Give the named things that have `value` as a property, in the order of the graph."""
        return [s for s in self.graph.subjects(predicate, value) if isinstance(s, NamedNode)]

    def parts(self, whole: Node) -> list[NamedNode]:
        """Give the parts of a thing by their position in the document, or in their list."""
        return sorted(self.holders(dct.isPartOf, whole), key=self.position)

    def position(self, thing: Node) -> tuple[int, int]:
        """Give what listed things are sorted by."""
        return self.number(thing, kyo.documentOrder), self.number(thing, kyo.listOrder)
