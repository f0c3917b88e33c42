"""The page of the vocabulary: its header, a diagram, every term, the code lists."""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from kyodo_lod.bilingual import NOTHING, Bilingual
from kyodo_lod.publish.pages.described import Described
from kyodo_lod.publish.pages.diagram import diagram
from kyodo_lod.publish.pages.licences import licence_name
from kyodo_lod.publish.pages.page import LANGUAGES
from kyodo_lod.publish.pages.render import copy_asset, write_page
from kyodo_lod.publish.pages.terms import Reference, Term, code_lists, read_ontology, terms
from kyodo_lod.rdf.terms import NamedNode
from kyodo_lod.rdf.vocabulary import HOME

_ONTOLOGY = NamedNode(HOME + "def")


@dataclass(frozen=True, slots=True)
class Header:
    """What an ontology or a shapes graph says of itself."""

    iri: str
    title: Bilingual
    description: Bilingual
    comment: Bilingual
    creator: Bilingual
    licence: str
    licence_name: Bilingual | None
    version: str
    version_iri: str
    created: str
    modified: str
    prefix: str
    namespace: str
    citation: Bilingual


def header(described: Described, subject: NamedNode) -> Header:
    """Give what a file says of itself."""
    creators = [NamedNode(iri) for iri in described.iris(subject, "dct:creator")]
    licence = described.one(subject, "dct:license")
    return Header(
        iri=subject.value,
        title=described.text(subject, "dct:title"),
        description=described.text(subject, "dct:description"),
        comment=described.text(subject, "rdfs:comment"),
        creator=described.text(creators[0], "rdfs:label") if creators else NOTHING,
        licence=licence,
        licence_name=licence_name(licence),
        version=described.one(subject, "owl:versionInfo"),
        version_iri=described.one(subject, "owl:versionIRI"),
        created=described.one(subject, "dct:created") or described.one(subject, "dct:issued"),
        modified=described.one(subject, "dct:modified"),
        prefix=described.one(subject, "vann:preferredNamespacePrefix"),
        namespace=described.one(subject, "vann:preferredNamespaceUri"),
        citation=described.text(subject, "dct:bibliographicCitation"),
    )


@dataclass(frozen=True, slots=True)
class Relation:
    """An arrow of the diagram in words."""

    source: Reference
    term: Term
    target: Reference


def write_ontology_page(made: Path) -> None:
    """Write `def.html`, its English twin, and the logo that the vocabulary's header names."""
    copy_asset("logo.svg", made)
    ontology = read_ontology()
    known = list(terms(ontology))
    shown: dict[str, object] = {
        "header": header(ontology, _ONTOLOGY),
        "classes": [term for term in known if term.is_class],
        "properties": [term for term in known if not term.is_class],
        "relations": list(_relations(known)),
        "code_lists": list(code_lists()),
    }
    for language in LANGUAGES:
        own = {"diagram": diagram(known, language)}
        write_page(made, "def.html", "ontology.html", HOME, shown | own, (language,))


def _relations(known: Iterable[Term]) -> Iterable[Relation]:
    for term in known:
        if term.is_link:
            for source in term.domain:
                for target in term.range:
                    yield Relation(source, term, target)
