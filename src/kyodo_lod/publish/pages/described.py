"""A Turtle file as its pages read it: what it says of each thing, under its own prefixes."""

import re
from collections.abc import Iterator
from pathlib import Path

from kyodo_lod.bilingual import Bilingual
from kyodo_lod.rdf.formats import TURTLE
from kyodo_lod.rdf.read import parse
from kyodo_lod.rdf.terms import BlankNode, Literal, NamedNode, Triple
from kyodo_lod.rdf.vocabulary import PUBLICATION_VOCABULARIES, prefixes

Node = NamedNode | BlankNode
Value = NamedNode | BlankNode | Literal | Triple

_PREFIX = re.compile(r"^@prefix\s+([\w-]*):\s+<([^>]*)>", re.MULTILINE)

#: that this program asks for, whether or not the file declares them
_COMMON = prefixes(PUBLICATION_VOCABULARIES)


class Described:
    """What a file says; terms are asked for by their prefixed names.

    Args:
        path: a Turtle file of ours.
    """

    def __init__(self, path: Path) -> None:
        data = path.read_bytes()
        own: dict[str, str] = dict(_PREFIX.findall(data.decode()))
        self.prefixes = own | {k: v for k, v in _COMMON.items() if k not in own}
        self._said: dict[Node, dict[str, list[Value]]] = {}
        for quad in parse(data, TURTLE, str(path)):
            if isinstance(quad.subject, Triple):  # nothing is said of statements
                continue
            said = self._said.setdefault(quad.subject, {})
            said.setdefault(quad.predicate.value, []).append(quad.object)

    def __contains__(self, thing: object) -> bool:
        """Tell whether anything is said of `thing`."""
        return thing in self._said

    def instances(self, *types: str) -> Iterator[NamedNode]:
        """Give the named things of any of these types, in the order of the file."""
        wanted = {self.expand(name) for name in types}
        for subject in self._said:
            if isinstance(subject, NamedNode) and wanted & set(self.iris(subject, "rdf:type")):
                yield subject

    def things(self) -> Iterator[NamedNode]:
        """Give all named things, in the order of the file."""
        yield from (subject for subject in self._said if isinstance(subject, NamedNode))

    def properties(self, subject: Node) -> Iterator[tuple[str, list[Value]]]:
        """Give what is said of `subject`, by the prefixed name of the property."""
        for predicate, values in self._said.get(subject, {}).items():
            yield self.short(NamedNode(predicate)), values

    def values(self, subject: Node, name: str) -> list[Value]:
        """Give the values of a property."""
        return self._said.get(subject, {}).get(self.expand(name), [])

    def iris(self, subject: Node, name: str) -> list[str]:
        """Give the values of a property that are IRIs."""
        return [value.value for value in self.values(subject, name) if isinstance(value, NamedNode)]

    def classes(self, subject: Node, name: str) -> list[NamedNode]:
        """Give the values of a property that are IRIs, the members of a union each."""
        found: list[Value] = []
        for value in self.values(subject, name):
            union = self.values(value, "owl:unionOf") if isinstance(value, BlankNode) else []
            found += self.members(union[0]) if union else [value]
        return [value for value in found if isinstance(value, NamedNode)]

    def members(self, value: Value) -> list[Value]:
        """Give the members of an RDF list; none of what is no list."""
        found: list[Value] = []
        while isinstance(value, BlankNode) and self.values(value, "rdf:rest"):
            found += self.values(value, "rdf:first")
            value = self.values(value, "rdf:rest")[0]
        return found

    def text(self, subject: Node, name: str) -> Bilingual:
        """Give a text in both languages; one without a language stands for both."""
        said = {
            value.language or "": value.value
            for value in self.values(subject, name)
            if isinstance(value, Literal)
        }
        plain = said.get("", "")
        return Bilingual(said.get("ja", plain), said.get("en", plain))

    def one(self, subject: Node, name: str) -> str:
        """Give the only value of a property as plain text; empty where there is none."""
        for value in self.values(subject, name):
            if isinstance(value, Literal | NamedNode):
                return value.value
        return ""

    def expand(self, name: str) -> str:
        """Give the IRI of a prefixed name."""
        prefix, _, local = name.partition(":")
        return self.prefixes.get(prefix, f"{prefix}:") + local

    def short(self, node: NamedNode) -> str:
        """Give the prefixed name of an IRI, or the IRI itself where no prefix fits."""
        for prefix, namespace in self.prefixes.items():
            local = node.value.removeprefix(namespace)
            if local != node.value and local and not set(local) & set("/#"):
                return f"{prefix}:{local}"
        return node.value
