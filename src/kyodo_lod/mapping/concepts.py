"""Accounts and unit levels: the concepts of ontology/codes, and those that no list holds yet."""

from functools import cache
from typing import NamedTuple

from kyodo_lod.assets import asset
from kyodo_lod.bilingual import Bilingual
from kyodo_lod.mapping.iris import hashed
from kyodo_lod.rdf.formats import TURTLE
from kyodo_lod.rdf.read import parse
from kyodo_lod.rdf.terms import Literal, NamedNode, Triple, Triples, labels, string
from kyodo_lod.rdf.vocabulary import HOME, rdf, rdfs, skos


class Scheme(NamedTuple):
    """A concept scheme of ontology/codes.

    Args:
        iri: of the scheme.
        label: its name.
        concepts: code → label of each concept.
    """

    iri: str
    label: Bilingual
    concepts: dict[str, Bilingual]

    def concept(self, code: str) -> NamedNode:
        """Give the concept of `code`."""
        return NamedNode(f"{self.iri}/{code}")

    def concept_of(self, text: str) -> NamedNode:
        """Give the concept that `text` names."""
        return self.concept(self.code_of(text))

    def code_of(self, text: str) -> str:
        """Give the code whose Japanese label, or which itself, is `text`; a hashed one where none is."""
        if text in self.concepts:
            return text
        codes = (code for code, label in self.concepts.items() if label.ja == text)
        return next(codes, hashed(text))


@cache
def scheme(name: str) -> Scheme:
    """Read the scheme `name` (`account`, `unit-level`) from ontology/codes."""
    path = asset(f"ontology/codes/{name}.ttl")
    texts: dict[str, dict[str, str]] = {}
    for quad in parse(path.read_bytes(), TURTLE, path.name):
        if quad.predicate == skos.prefLabel and isinstance(quad.object, Literal):
            texts.setdefault(str(quad.subject)[1:-1], {})[quad.object.language or ""] = (
                quad.object.value
            )
    found = {iri: Bilingual(text["ja"], text["en"]) for iri, text in texts.items()}
    home = f"{HOME}scheme/{name}"
    own = found.pop(home)
    return Scheme(home, own, {iri.removeprefix(f"{home}/"): text for iri, text in found.items()})


def scheme_triples(known: Scheme) -> Triples:
    """Describe a scheme."""
    home = NamedNode(known.iri)
    yield Triple(home, rdf.type, skos.ConceptScheme)
    yield from labels(home, rdfs.label, known.label)
    yield from labels(home, skos.prefLabel, known.label)


def concept_triples(known: Scheme, text: str) -> Triples:
    """Describe the concept of `known` that `text` names."""
    code = known.code_of(text)
    concept = known.concept(code)
    label = known.concepts.get(code, Bilingual(text, ""))
    yield Triple(concept, rdf.type, skos.Concept)
    yield from labels(concept, rdfs.label, label)
    yield from labels(concept, skos.prefLabel, label)
    yield Triple(concept, skos.notation, string(code))
    yield Triple(concept, skos.inScheme, NamedNode(known.iri))
