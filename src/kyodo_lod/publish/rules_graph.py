"""The reading rules as RDF, so that their IRIs answer beside those of the shapes."""

from kyodo_lod.bilingual import Bilingual
from kyodo_lod.finding import SHAPES
from kyodo_lod.model.rules import RULES
from kyodo_lod.rdf.terms import NamedNode, Triple, Triples, labels
from kyodo_lod.rdf.vocabulary import rdf, rdfs, skos

TITLE = Bilingual("文書を読むときの規則", "Rules for reading a document")


def rules_triples() -> Triples:
    """Describe each reading rule that no shape describes."""
    scheme = NamedNode(f"{SHAPES}document")
    own = [rule for rule in RULES.values() if rule.name.startswith("document#")]
    yield Triple(scheme, rdf.type, skos.ConceptScheme)
    yield from labels(scheme, rdfs.label, TITLE)
    yield from labels(scheme, skos.prefLabel, TITLE)
    for rule in own:
        iri = NamedNode(rule.iri)
        yield Triple(iri, rdf.type, skos.Concept)
        name = rule.name.partition("#")[2]
        yield from labels(iri, rdfs.label, Bilingual(name, name))
        yield from labels(iri, skos.prefLabel, Bilingual(name, name))
        yield from labels(iri, skos.definition, rule.demand)
        yield from labels(iri, rdfs.comment, rule.why)
        yield from labels(iri, skos.example, rule.example)
        yield Triple(iri, skos.inScheme, scheme)
