"""What licences are called by people."""

from kyodo_lod.bilingual import Bilingual
from kyodo_lod.mapping.dataset import licence_triples
from kyodo_lod.rdf.terms import Literal, NamedNode
from kyodo_lod.rdf.vocabulary import rdfs


def licence_name(iri: str | None) -> Bilingual | None:
    """Give the name of a licence as the data call it; its IRI where they know none."""
    if not iri:
        return None
    named = {
        triple.object.language: triple.object.value
        for triple in licence_triples(NamedNode(iri))
        if triple.predicate == rdfs.label and isinstance(triple.object, Literal)
    }
    return Bilingual(named.get("ja", iri), named.get("en", iri))
