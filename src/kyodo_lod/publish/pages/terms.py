"""The terms of our vocabulary, as its page shows them."""

from collections.abc import Iterator
from dataclasses import dataclass

from kyodo_lod.assets import asset, assets
from kyodo_lod.bilingual import Bilingual
from kyodo_lod.publish.pages.described import Described
from kyodo_lod.rdf.terms import Literal, NamedNode
from kyodo_lod.rdf.vocabulary import HOME, kyo

ONTOLOGY = asset("ontology/kyodo.ttl")
_SCHEMES = f"{HOME}scheme/"


@dataclass(frozen=True, slots=True)
class Reference:
    """A term that another one points to.

    Args:
        name: its prefixed name.
        iri: its IRI.
        label: in words, where the term is ours.
        anchor: its place on the page, where it is ours.
    """

    name: str
    iri: str
    label: Bilingual | None = None
    anchor: str = ""


@dataclass(frozen=True, slots=True)
class Term:
    """A class or property.

    Args:
        anchor: fragment of its IRI.
        iri: its IRI.
        label: its name.
        comment: its definition.
        is_class: whether it is a class.
        is_link: whether its values are things, not texts and numbers.
        traits: what else it is, such as that it has one value at most.
        relations: of it to other terms, by what they say.
        domain: classes of what has it.
        range: classes or data types of its values.
        examples: Turtle.
    """

    anchor: str
    iri: str
    label: Bilingual
    comment: Bilingual
    is_class: bool
    is_link: bool
    traits: tuple[Bilingual, ...]
    relations: tuple[tuple[Bilingual, tuple[Reference, ...]], ...]
    domain: tuple[Reference, ...]
    range: tuple[Reference, ...]
    examples: tuple[str, ...]

    @property
    def kind(self) -> Bilingual:
        """What kind of term it is."""
        if self.is_class:
            return Bilingual("クラス", "class")
        if self.is_link:
            return Bilingual("プロパティ (値は物事)", "property (its values are things)")
        return Bilingual("プロパティ (値は文字列や数)", "property (its values are text or numbers)")


@dataclass(frozen=True, slots=True)
class Concept:
    """An entry of a code list."""

    iri: str
    notation: str
    label: Bilingual
    definition: Bilingual


@dataclass(frozen=True, slots=True)
class CodeList:
    """A code list (skos:ConceptScheme).

    Args:
        anchor: its place on the page, and its name in `scheme/`.
        iri: its IRI.
        label: its name.
        description: what it lists.
        concepts: its entries.
    """

    anchor: str
    iri: str
    label: Bilingual
    description: Bilingual
    concepts: tuple[Concept, ...]


_TRAITS = {
    "owl:FunctionalProperty": Bilingual("値は一つまで", "one value at most"),
    "owl:InverseFunctionalProperty": Bilingual(
        "同じ値を持つものは一つだけ", "no two things share a value"
    ),
}
_RELATIONS = {
    "rdfs:subClassOf": Bilingual("上位のクラス", "Superclass"),
    "rdfs:subPropertyOf": Bilingual("上位のプロパティ", "Superproperty"),
    "owl:inverseOf": Bilingual("逆のプロパティ", "Inverse"),
    "owl:disjointWith": Bilingual("共通のものがないクラス", "Disjoint with"),
    "skos:closeMatch": Bilingual("意味の近い用語", "Close match"),
    "rdfs:seeAlso": Bilingual("参考", "See also"),
}


def read_ontology() -> Described:
    """Give the vocabulary's file."""
    return Described(ONTOLOGY)


def terms(ontology: Described) -> Iterator[Term]:
    """Give our terms: classes, then properties, in the order of the file."""
    kinds = ("owl:Class", "owl:ObjectProperty", "owl:DatatypeProperty")
    for subject in ontology.instances(*kinds):
        if subject.value.startswith(kyo.iri):
            yield _term(ontology, subject)


def _term(ontology: Described, subject: NamedNode) -> Term:
    types = {ontology.short(NamedNode(iri)) for iri in ontology.iris(subject, "rdf:type")}
    related = ((title, references(ontology, subject, name)) for name, title in _RELATIONS.items())
    return Term(
        anchor=subject.value.removeprefix(kyo.iri),
        iri=subject.value,
        label=ontology.text(subject, "rdfs:label"),
        comment=ontology.text(subject, "rdfs:comment"),
        is_class="owl:Class" in types,
        is_link="owl:ObjectProperty" in types,
        traits=tuple(trait for name, trait in _TRAITS.items() if name in types),
        relations=tuple((title, found) for title, found in related if found),
        domain=references(ontology, subject, "rdfs:domain"),
        range=references(ontology, subject, "rdfs:range"),
        examples=tuple(
            value.value
            for value in ontology.values(subject, "skos:example")
            if isinstance(value, Literal)
        ),
    )


def references(ontology: Described, subject: NamedNode, name: str) -> tuple[Reference, ...]:
    """Give the terms that a property of `subject` points to."""
    return tuple(_reference(ontology, node) for node in ontology.classes(subject, name))


def _reference(ontology: Described, node: NamedNode) -> Reference:
    if node.value.startswith(_SCHEMES):  # the code lists stand on the same page
        name = node.value.removeprefix(_SCHEMES)
        return Reference(f"scheme/{name}", node.value, anchor=f"scheme-{name}")
    if not node.value.startswith(kyo.iri):
        return Reference(ontology.short(node), node.value)
    label = ontology.text(node, "rdfs:label")
    return Reference(ontology.short(node), node.value, label, node.value.removeprefix(kyo.iri))


def code_lists() -> Iterator[CodeList]:
    """Give the code lists that belong to the vocabulary."""
    for path in assets("ontology/codes/*.ttl"):
        codes = Described(path)
        for scheme in codes.instances("skos:ConceptScheme"):
            concepts = codes.instances("skos:Concept")
            yield CodeList(
                anchor=path.stem,
                iri=scheme.value,
                label=codes.text(scheme, "skos:prefLabel"),
                description=codes.text(scheme, "dct:description"),
                concepts=tuple(_concept(codes, concept) for concept in concepts),
            )


def _concept(codes: Described, concept: NamedNode) -> Concept:
    return Concept(
        iri=concept.value,
        notation=codes.one(concept, "skos:notation"),
        label=codes.text(concept, "skos:prefLabel"),
        definition=codes.text(concept, "skos:definition"),
    )
