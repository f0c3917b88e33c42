"""The ontology and its code lists: complete, without known pitfalls, and equal to the program.

Every check is a function from a graph to its offenders. One table pairs each with a damage that it
must report, so that no check passes because it sees nothing. Pitfalls (P…) are those of OOPS!, the
Ontology Pitfall Scanner (https://oops.linkeddata.es/catalogue.jsp); conditions (S…) those of the
SKOS Reference (https://www.w3.org/TR/skos-reference/).
"""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from functools import cache
from itertools import combinations
from pathlib import Path

import pytest
from pyoxigraph import NamedNode, RdfFormat, parse
from rdflib import OWL, RDF, RDFS, SKOS, XSD, BNode, Graph, Literal, Namespace, URIRef
from rdflib.collection import Collection
from rdflib.namespace import DCAT, DCTERMS, FOAF, ORG, PROV, SDO, SH, TIME, VANN, VOID
from rdflib.term import Node

from kyodo_lod.rdf import vocabulary

ROOT = Path(__file__).parents[1]
ONTOLOGY = ROOT / "ontology" / "kyodo.ttl"
CODES = sorted((ROOT / "ontology" / "codes").glob("*.ttl"))
SHAPES = sorted((ROOT / "shapes").glob("*.ttl"))

HOME = "https://w3id.org/kyodo-lod/"
DEF = URIRef(HOME + "def")
KYO = Namespace(f"{DEF}#")
LANGUAGES = ("ja", "en")
#: what stands before an example and before a damage, both written like Turtle
PREAMBLE = f"BASE <{HOME}>\nPREFIX owl: <{OWL}>\n" + "".join(
    f"PREFIX {prefix}: <{iri}>\n" for prefix, iri in vocabulary.prefixes().items()
)
PROPERTY_TYPES = (OWL.ObjectProperty, OWL.DatatypeProperty)

Check = Callable[[Graph], list[str]]

#: the vocabularies that rdflib holds complete
CLOSED = (DCAT, DCTERMS, FOAF, ORG, OWL, PROV, RDF, RDFS, SDO, SH, SKOS, TIME, VANN, VOID, XSD)
#: single terms that rdflib lacks, each beside the place that defines it
LISTED: dict[str, set[str]] = {
    # https://semiceu.github.io/Consolidated-Core-Vocabularies/releases/2.2.0
    "http://data.europa.eu/m8g/": {"PublicOrganisation"},
    # https://www.dublincore.org/specifications/bibo/bibo/
    "http://purl.org/ontology/bibo/": {"status", "status/published"},
    # https://imi.go.jp/ns/core/Core242.html (IMI コア語彙 2.4.2)
    "http://imi.go.jp/ns/core/rdf#": {"年", "文書型", "期間型", "組織", "表記"},
    # https://spdx.org/rdf/terms/ (SPDX 2)
    "http://spdx.org/rdf/terms#": {
        "Checksum",
        "ChecksumAlgorithm",
        "algorithm",
        "checksum",
        "checksumAlgorithm_sha256",
        "checksumValue",
        "fileName",
    },
    # https://www.w3.org/TR/vocab-adms/
    "http://www.w3.org/ns/adms#": {"status", "versionNotes"},
    # https://semiceu.github.io/DCAT-AP/releases/3.0.1/
    "http://data.europa.eu/r5r/": {"availability"},
    # https://www.w3.org/TR/vcard-rdf/
    "http://www.w3.org/2006/vcard/ns#": {"Kind", "Organization", "fn", "hasEmail", "hasURL"},
    # https://www.w3.org/TR/vocab-dqv/
    "http://www.w3.org/ns/dqv#": {
        "Category",
        "Dimension",
        "Metric",
        "QualityMeasurement",
        "QualityMetadata",
        "computedOn",
        "expectedDataType",
        "hasQualityMeasurement",
        "hasQualityMetadata",
        "inCategory",
        "inDimension",
        "isMeasurementOf",
        "value",
    },
    # https://www.w3.org/2016/05/ldqd
    "http://www.w3.org/2016/05/ldqd#": {"completeness", "consistency", "trustworthiness"},
    # https://www.w3.org/TR/vocab-dcat-3/ (rdflib holds version 2)
    str(DCAT): {
        "DatasetSeries",
        "first",
        "hasCurrentVersion",
        "hasVersion",
        "inSeries",
        "isVersionOf",
        "last",
        "prev",
        "previousVersion",
        "version",
    },
}


@cache
def load(*paths: Path) -> Graph:
    """Read Turtle files into one graph, which no test may change."""
    graph = Graph(bind_namespaces="none")
    for path in paths:
        graph.parse(path, format="turtle")
    return graph


def ontology() -> Graph:
    """Give the ontology."""
    return load(ONTOLOGY)


def codes() -> Graph:
    """Give all code lists as one graph."""
    return load(*CODES)


def short(term: Node) -> str:
    """Name a term as a person would: kyo:Plan."""
    return str(term).replace(KYO, "kyo:")


def is_ours(term: Node) -> bool:
    return isinstance(term, URIRef) and term in KYO


def own(graph: Graph, *types: URIRef) -> list[Node]:
    """Give the terms of our namespace: those of the types, or all that the graph mentions."""
    found = {term for type_ in types for term in instances(graph, type_)}
    if not types:
        found = graph.all_nodes() | set(graph.predicates())
    return sorted((term for term in found if is_ours(term)), key=str)


def instances(graph: Graph, type_: URIRef) -> Iterator[Node]:
    return graph.subjects(RDF.type, type_)


def own_classes(graph: Graph) -> list[Node]:
    return own(graph, OWL.Class)


def own_properties(graph: Graph) -> list[Node]:
    return own(graph, *PROPERTY_TYPES)


def members(graph: Graph, node: Node) -> set[Node]:
    """Give the classes of a union, or the class itself."""
    union = graph.value(node, OWL.unionOf)
    return set(Collection(graph, union)) if union else {node}


def languages(graph: Graph, term: Node, predicate: URIRef) -> list[str | None]:
    """Give the languages of a term's texts, sorted; None for a text without one or empty."""
    texts = [text for text in graph.objects(term, predicate) if isinstance(text, Literal)]
    return sorted((text.language if text.strip() else None for text in texts), key=str)


def without_both_languages(
    graph: Graph, terms: Iterable[Node], predicates: Iterable[URIRef]
) -> list[str]:
    """Give the terms that lack exactly one text in each language, and for which predicate."""
    return [
        f"{short(term)} {predicate.fragment or predicate}"
        for term in terms
        for predicate in predicates
        if languages(graph, term, predicate) != sorted(LANGUAGES)
    ]


# The ontology: OOPS! pitfalls


def p04_unconnected(graph: Graph) -> list[str]:
    """P04: creating unconnected ontology elements."""
    structure = (RDFS.subClassOf, RDFS.subPropertyOf, RDFS.domain, RDFS.range, OWL.inverseOf)
    links = [
        (s, o)
        for p in structure
        for s, node in graph.subject_objects(p)
        for o in members(graph, node)
    ]
    connected = {end for link in links if all(map(is_ours, link)) for end in link}
    return [short(term) for term in own(graph) if term not in connected]


def p06_cyclic(graph: Graph) -> list[str]:
    """P06: including cycles in a class hierarchy."""
    return [
        short(class_)
        for class_ in own_classes(graph)
        if any(
            class_ in graph.transitive_objects(parent, RDFS.subClassOf)
            for parent in graph.objects(class_, RDFS.subClassOf)
        )
    ]


def p08_unannotated(graph: Graph) -> list[str]:
    """P08: missing annotations (here: one label and one comment each in ja and en)."""
    return without_both_languages(graph, own(graph), (RDFS.label, RDFS.comment))


def p10_not_disjoint(graph: Graph) -> list[str]:
    """P10: missing disjointness (here: of any two classes neither of which contains the other)."""

    def disjoint(left: Node, right: Node) -> bool:
        return any(
            (above_left, OWL.disjointWith, above_right) in graph
            or (above_right, OWL.disjointWith, above_left) in graph
            for above_left in graph.transitive_objects(left, RDFS.subClassOf)
            for above_right in graph.transitive_objects(right, RDFS.subClassOf)
        )

    def nested(left: Node, right: Node) -> bool:
        return left in graph.transitive_objects(
            right, RDFS.subClassOf
        ) or right in graph.transitive_objects(left, RDFS.subClassOf)

    return [
        f"{short(left)} {short(right)}"
        for left, right in combinations(own_classes(graph), 2)
        if not nested(left, right) and not disjoint(left, right)
    ]


def p11_no_domain_or_range(graph: Graph) -> list[str]:
    """P11: missing domain or range in properties."""
    return [
        short(property_)
        for property_ in own_properties(graph)
        if not all(graph.value(property_, side, any=True) for side in (RDFS.domain, RDFS.range))
    ]


def p19_several_domains_or_ranges(graph: Graph) -> list[str]:
    """P19: defining multiple domains or ranges in properties."""
    return [
        short(property_)
        for property_ in own_properties(graph)
        if any(len(list(graph.objects(property_, side))) > 1 for side in (RDFS.domain, RDFS.range))
    ]


def p22_naming(graph: Graph) -> list[str]:
    """P22: using different naming conventions (here: UpperCamelCase and lowerCamelCase)."""
    conventions = (
        (own_classes(graph), re.compile(r"([A-Z][a-z0-9]+)+")),
        (own_properties(graph), re.compile(r"[a-z][a-z0-9]*([A-Z][a-z0-9]*)*")),
    )
    return [
        short(term)
        for terms, convention in conventions
        for term in terms
        if not convention.fullmatch(str(term).removeprefix(KYO))
    ]


def p32_same_label(graph: Graph) -> list[str]:
    """P32: several classes with the same label (here: several terms of any kind)."""
    labels = Counter(label for term in own(graph) for label in graph.objects(term, RDFS.label))
    return [str(label) for label, count in labels.items() if count > 1]


def p34_untyped_class(graph: Graph) -> list[str]:
    """P34: untyped class."""
    sides = (RDFS.subClassOf, OWL.disjointWith)
    used = {class_ for p in sides for link in graph.subject_objects(p) for class_ in link}
    used |= set(graph.objects(None, RDFS.domain))
    for property_ in instances(graph, OWL.ObjectProperty):
        used |= set(graph.objects(property_, RDFS.range))
    used |= {class_ for node in used for class_ in members(graph, node)}
    return [short(class_) for class_ in used if (class_, RDF.type, OWL.Class) not in graph]


def p35_untyped_property(graph: Graph) -> list[str]:
    """P35: untyped property."""
    sides = (RDFS.subPropertyOf, OWL.inverseOf)
    used = {property_ for p in sides for link in graph.subject_objects(p) for property_ in link}
    core = tuple(map(str, (RDF, RDFS, OWL)))
    used |= {p for p in graph.predicates() if not str(p).startswith(core)}
    types = {*PROPERTY_TYPES, OWL.AnnotationProperty}
    return [short(p) for p in used if types.isdisjoint(graph.objects(p, RDF.type))]


def p36_file_extension(graph: Graph) -> list[str]:
    """P36: URI contains file extension."""
    names = re.compile(r"\.(ttl|owl|rdf|rdfs|n3|nt|xml|json|jsonld|html?)\b")
    return [short(term) for term in (*declared(graph), *own(graph)) if names.search(str(term))]


def p38_not_declared(graph: Graph) -> list[str]:
    """P38: no OWL ontology declaration (here: exactly one, with its version)."""
    found = declared(graph)
    versioned = [DEF] if (DEF, OWL.versionIRI, None) in graph else []
    return [] if found == versioned == [DEF] else ["owl:Ontology", *map(str, found)]


def p39_ambiguous_namespace(graph: Graph) -> list[str]:
    """P39: ambiguous namespace (here: all terms in the one that the ontology prefers)."""
    preferred = [str(o) for o in graph.objects(DEF, VANN.preferredNamespaceUri)]
    strangers = [short(term) for term in graph.subjects(RDFS.isDefinedBy, DEF) if not is_ours(term)]
    return strangers + ([] if preferred == [str(KYO)] else ["vann:preferredNamespaceUri"])


def p41_no_license(graph: Graph) -> list[str]:
    """P41: no license declared."""
    return [str(o) for o in declared(graph) if not graph.value(o, DCTERMS.license)]


def declared(graph: Graph) -> list[Node]:
    """Give the ontologies that the graph declares."""
    return sorted(instances(graph, OWL.Ontology), key=str)


# The ontology: our own rules


def undocumented(graph: Graph) -> list[str]:
    """Each term has an example and says where it is defined."""
    return [
        short(term)
        for term in own(graph)
        if not graph.value(term, SKOS.example) or (term, RDFS.isDefinedBy, DEF) not in graph
    ]


def example_unfit(graph: Graph) -> list[str]:
    """Each example is Turtle that uses the term it explains, and only terms that exist."""

    def uses(term: Node, example: Node) -> bool:
        quads = parse(PREAMBLE + str(example), RdfFormat.TURTLE)
        parts = {part for quad in quads for part in quad.triple}
        used = {part.value for part in parts if isinstance(part, NamedNode)}
        ours = {iri for iri in used if iri in KYO}
        known = all(exists(iri) is not False for iri in used)
        return known and str(term) in ours <= {str(defined) for defined in own(graph)}

    return [
        short(term)
        for term in own(graph)
        for example in graph.objects(term, SKOS.example)
        if not uses(term, example)
    ]


def narrow(graph: Graph) -> list[str]:
    """No text limits the vocabulary to plans for collaboration: other plans use it too."""
    return [
        f"{short(subject)}: {text}"
        for subject, text in graph.subject_objects()
        if isinstance(text, Literal) and re.search("協働|collaborat", text, re.IGNORECASE)
    ]


def incomplete_header(graph: Graph) -> list[str]:
    """All that catalogues of vocabularies ask for stands in the header."""
    once = (
        DCTERMS.creator, DCTERMS.license, DCTERMS.created, DCTERMS.issued, DCTERMS.modified,
        OWL.versionIRI, OWL.versionInfo, VANN.preferredNamespacePrefix, VANN.preferredNamespaceUri,
        URIRef("http://purl.org/ontology/bibo/status"),
    )  # fmt: skip
    texts = (DCTERMS.title, DCTERMS.description, DCTERMS.bibliographicCitation, RDFS.label)
    missing = [str(p) for p in once if len(list(graph.objects(DEF, p))) != 1]
    return missing + without_both_languages(graph, [DEF], texts)


def anonymous(graph: Graph) -> list[str]:
    """Every node has an IRI, but for union classes and their lists."""
    unions = {s for s, _ in graph.subject_objects(OWL.unionOf)}
    return [
        f"{subject} {predicate}"
        for subject, predicate, _ in graph
        if isinstance(subject, BNode)
        and subject not in unions
        and predicate not in (RDF.first, RDF.rest)
    ]


# The code lists


def s9_concept_and_scheme(graph: Graph) -> list[str]:
    """S9: skos:ConceptScheme is disjoint with skos:Concept."""
    schemes = {*instances(graph, SKOS.ConceptScheme), *graph.objects(None, SKOS.inScheme)}
    return [str(term) for term in schemes & set(instances(graph, SKOS.Concept))]


def s13_label_of_two_kinds(graph: Graph) -> list[str]:
    """S13: skos:prefLabel, skos:altLabel and skos:hiddenLabel are pairwise disjoint."""
    kinds = (SKOS.prefLabel, SKOS.altLabel, SKOS.hiddenLabel)
    labels = Counter(label for kind in kinds for label in set(graph.subject_objects(kind)))
    return [f"{concept} {label}" for (concept, label), count in labels.items() if count > 1]


def s14_two_preferred_labels(graph: Graph) -> list[str]:
    """S14: no more than one value of skos:prefLabel per language tag."""
    tags = Counter(
        (concept, label.language)
        for concept, label in graph.subject_objects(SKOS.prefLabel)
        if isinstance(label, Literal)
    )
    return [f"{concept} {tag}" for (concept, tag), count in tags.items() if count > 1]


def s27_related_and_broader(graph: Graph) -> list[str]:
    """S27: skos:related is disjoint with skos:broaderTransitive."""
    up = Graph()
    for predicate in (SKOS.broader, SKOS.broaderTransitive):
        up += ((s, SKOS.broader, o) for s, o in graph.subject_objects(predicate))
    for predicate in (SKOS.narrower, SKOS.narrowerTransitive):
        up += ((o, SKOS.broader, s) for s, o in graph.subject_objects(predicate))
    return [
        f"{one} {other}"
        for one, other in graph.subject_objects(SKOS.related)
        if other in up.transitive_objects(one, SKOS.broader)
        or one in up.transitive_objects(other, SKOS.broader)
    ]


def s37_collection(graph: Graph) -> list[str]:
    """S37: skos:Collection is disjoint with each of skos:Concept and skos:ConceptScheme."""
    collections = {
        *instances(graph, SKOS.Collection),
        *instances(graph, SKOS.OrderedCollection),
        *(subject for subject, _ in graph.subject_objects(SKOS.member)),
    }
    others = {*instances(graph, SKOS.Concept), *instances(graph, SKOS.ConceptScheme)}
    return [str(term) for term in collections & others]


def s46_exact_and_other_match(graph: Graph) -> list[str]:
    """S46: skos:exactMatch is disjoint with skos:broadMatch and skos:relatedMatch."""
    exact = Graph()  # symmetric and transitive (S44, S45)
    for one, other in graph.subject_objects(SKOS.exactMatch):
        exact += ((one, SKOS.exactMatch, other), (other, SKOS.exactMatch, one))
    return [
        f"{one} {other}"
        for predicate in (SKOS.broadMatch, SKOS.narrowMatch, SKOS.relatedMatch)
        for one, other in graph.subject_objects(predicate)
        if other in exact.transitive_objects(one, SKOS.exactMatch)
    ]


def incomplete_concept(graph: Graph) -> list[str]:
    """Each concept has its texts in ja and en, its code as in its IRI, and its scheme both ways."""
    concepts = sorted(instances(graph, SKOS.Concept), key=str)
    texts = (SKOS.prefLabel, RDFS.label, SKOS.definition)
    misplaced = [
        str(concept)
        for concept in concepts
        for scheme, _, code in [str(concept).rpartition("/")]
        if list(graph.objects(concept, SKOS.notation)) != [Literal(code)]
        or (concept, SKOS.inScheme, URIRef(scheme)) not in graph
        or (concept, SKOS.topConceptOf, URIRef(scheme)) not in graph
        or (URIRef(scheme), SKOS.hasTopConcept, concept) not in graph
    ]
    return misplaced + without_both_languages(graph, concepts, texts)


def incomplete_scheme(graph: Graph) -> list[str]:
    """Each scheme has its texts in ja and en, and says by whom, under which licence and when."""
    schemes = sorted(instances(graph, SKOS.ConceptScheme), key=str)
    once = (DCTERMS.creator, DCTERMS.license, DCTERMS.issued, OWL.versionInfo)
    texts = (DCTERMS.title, DCTERMS.description, SKOS.prefLabel, RDFS.label)
    missing = [f"{s} {p}" for s in schemes for p in once if len(list(graph.objects(s, p))) != 1]
    return missing + without_both_languages(graph, schemes, texts)


# Terms of other vocabularies


def exists(term: str) -> bool | None:
    """Tell whether a vocabulary defines the term; None if the term is of none that we know."""
    for namespace in (*map(str, CLOSED), *LISTED):
        if term.startswith(namespace) and term != namespace:
            listed = LISTED.get(namespace, set())
            return term.removeprefix(namespace) in listed or any(term in c for c in CLOSED)
    return None


def invented(graph: Graph) -> list[str]:
    """Every term of another vocabulary exists there, and every vocabulary is known."""
    terms = set(graph.predicates()) | set(graph.objects(None, RDF.type))
    datatypes = {o.datatype for o in graph.objects() if isinstance(o, Literal) and o.datatype}
    mentioned = {node for node in graph.all_nodes() if isinstance(node, URIRef)}
    foreign = {str(t) for t in terms | datatypes if isinstance(t, URIRef) and not is_ours(t)}
    return sorted(t for t in foreign if not exists(t)) + sorted(
        t for t in mentioned - foreign if exists(t) is False
    )


#: each check, and a SPARQL update after which it must find something
ONTOLOGY_CHECKS: tuple[tuple[Check, str], ...] = (
    (p04_unconnected, "INSERT DATA { kyo:Island a owl:Class }"),
    (p06_cyclic, "INSERT DATA { kyo:ListedItem rdfs:subClassOf kyo:SubItem }"),
    (p08_unannotated, "DELETE DATA { kyo:account rdfs:label '会計の表示'@ja }"),
    (p08_unannotated, "INSERT DATA { kyo:account rdfs:comment 'A second one.'@en }"),
    (p08_unannotated, "DELETE WHERE { kyo:Plan rdfs:comment ?text }"),
    (p10_not_disjoint, "DELETE WHERE { kyo:PlannedProject owl:disjointWith kyo:SubItem }"),
    (p11_no_domain_or_range, "DELETE WHERE { kyo:account rdfs:domain ?class }"),
    (p11_no_domain_or_range, "DELETE WHERE { kyo:year rdfs:range ?type }"),
    (p19_several_domains_or_ranges, "INSERT DATA { kyo:account rdfs:domain kyo:SubItem }"),
    (p22_naming, "INSERT DATA { kyo:project_name a owl:DatatypeProperty }"),
    (p22_naming, "INSERT DATA { kyo:policyBasket a owl:Class }"),
    (p32_same_label, "INSERT DATA { kyo:SubItem rdfs:label 'planned project'@en }"),
    (p34_untyped_class, "DELETE WHERE { prov:Plan a ?type }"),
    (p34_untyped_class, "DELETE WHERE { kyo:ImplementationPlan a ?type }"),
    (p35_untyped_property, "DELETE WHERE { dct:hasPart a ?type }"),
    (p35_untyped_property, "DELETE WHERE { skos:example a ?type }"),
    (p36_file_extension, "INSERT DATA { <https://w3id.org/kyodo-lod/def.ttl> a owl:Ontology }"),
    (p38_not_declared, "DELETE WHERE { <def> a owl:Ontology }"),
    (p38_not_declared, "DELETE WHERE { <def> owl:versionIRI ?version }"),
    (p39_ambiguous_namespace, "INSERT DATA { <Plan> rdfs:isDefinedBy <def> }"),
    (p39_ambiguous_namespace, "DELETE WHERE { <def> ?any 'https://w3id.org/kyodo-lod/def#' }"),
    (p41_no_license, "DELETE WHERE { <def> dct:license ?license }"),
    (undocumented, "DELETE WHERE { kyo:lists skos:example ?example }"),
    (undocumented, "DELETE WHERE { kyo:lists rdfs:isDefinedBy ?ontology }"),
    (example_unfit, "INSERT DATA { kyo:lists skos:example '<id/fy/2018> kyo:year 2018 .' }"),
    (example_unfit, "INSERT DATA { kyo:year skos:example '<id/fy/2018> kyo:year 1; kyo:yer 1 .' }"),
    (example_unfit, "INSERT DATA { kyo:Plan skos:example '<p> a kyo:Plan; dct:titel 1 .' }"),
    (narrow, "INSERT DATA { kyo:Plan rdfs:comment '協働のための計画'@ja }"),
    (narrow, "INSERT DATA { kyo:Plan rdfs:comment 'A plan for collaboration'@en }"),
    (incomplete_header, "DELETE WHERE { <def> dct:bibliographicCitation ?citation }"),
    (incomplete_header, "INSERT DATA { <def> dct:modified '2026-11-24'^^xsd:date }"),
    (anonymous, "INSERT DATA { [] rdfs:label 'nobody'@en }"),
    (invented, "INSERT DATA { kyo:Plan skos:definitoin 'A plan.'@en }"),
    (invented, "INSERT DATA { kyo:Plan rdfs:seeAlso foaf:Plan }"),
    (invented, "INSERT DATA { kyo:Plan <https://example.org/unheard-of> 'A plan.'@en }"),
    (invented, "INSERT DATA { kyo:Plan dct:issued '2026'^^xsd:jahr }"),
)
CODE_CHECKS: tuple[tuple[Check, str], ...] = (
    (s9_concept_and_scheme, "INSERT DATA { <both> a skos:Concept, skos:ConceptScheme }"),
    (
        s13_label_of_two_kinds,
        "INSERT DATA { <one> skos:prefLabel 'x'@en ; skos:altLabel 'x'@en }",
    ),
    (s14_two_preferred_labels, "INSERT DATA { <one> skos:prefLabel 'x'@en, 'y'@en }"),
    (
        s27_related_and_broader,
        "INSERT DATA { <a> skos:broader <b> ; skos:related <c> . <c> skos:narrower <b> }",
    ),
    (s37_collection, "INSERT DATA { <all> a skos:Concept ; skos:member <one> }"),
    (
        s46_exact_and_other_match,
        "INSERT DATA { <a> skos:exactMatch <b> ; skos:broadMatch <c> . <c> skos:exactMatch <b> }",
    ),
    (incomplete_concept, "INSERT DATA { <one> a skos:Concept }"),
    (incomplete_concept, "DELETE WHERE { ?concept skos:notation 'office' }"),
    (incomplete_concept, "DELETE WHERE { ?scheme skos:hasTopConcept ?concept }"),
    (incomplete_scheme, "INSERT DATA { <list> a skos:ConceptScheme }"),
    (incomplete_scheme, "DELETE WHERE { ?scheme dct:license ?license }"),
    (narrow, "INSERT DATA { <one> skos:definition '協働'@ja }"),
    (anonymous, "INSERT DATA { [] rdfs:label 'nobody'@en }"),
    (invented, "INSERT DATA { <one> a skos:Concpet }"),
)


def checks_of(table: Iterable[tuple[Check, str]]) -> list[Check]:
    """Give each check of a table once, in its order."""
    return list(dict.fromkeys(check for check, _ in table))


def name(value: object) -> str | None:
    """Name a check in the test's id; pytest names the damage itself."""
    return getattr(value, "__name__", None)


@pytest.mark.parametrize("check", checks_of(ONTOLOGY_CHECKS), ids=name)
def test_ontology_is_sound(check: Check) -> None:
    assert check(ontology()) == []


@pytest.mark.parametrize("check", checks_of(CODE_CHECKS), ids=name)
def test_codes_are_sound(check: Check) -> None:
    assert check(codes()) == []


@pytest.mark.parametrize(
    ("check", "sound", "damage"),
    [(check, ontology, damage) for check, damage in ONTOLOGY_CHECKS]
    + [(check, codes, damage) for check, damage in CODE_CHECKS],
    ids=name,
)
def test_check_reports_damage(check: Check, sound: Callable[[], Graph], damage: str) -> None:
    graph = Graph(bind_namespaces="none") + sound()
    graph.update(PREAMBLE + damage)
    assert check(graph)


@pytest.mark.parametrize("path", [ONTOLOGY, *CODES], ids=lambda path: path.name)
def test_parsers_agree(path: Path) -> None:
    """The file is Turtle to both libraries, with the same number of triples."""
    with path.open("rb") as file:
        assert sum(1 for _ in parse(file, RdfFormat.TURTLE)) == len(load(path)) > 0


def test_ontology_and_program_have_the_same_terms() -> None:
    in_program = {value.value for value in constants(vocabulary.kyo)}
    assert in_program == {str(term) for term in own(ontology())}


def test_ontology_and_program_have_the_same_namespace() -> None:
    assert vocabulary.kyo.iri == str(ontology().value(DEF, VANN.preferredNamespaceUri))
    assert vocabulary.kyo.prefix == str(ontology().value(DEF, VANN.preferredNamespacePrefix))


@pytest.mark.parametrize(
    "used", [v for v in vocabulary.PUBLICATION_VOCABULARIES if v is not vocabulary.kyo], ids=name
)
def test_terms_of_the_program_exist(used: type[vocabulary.Vocabulary]) -> None:
    assert [term.value for term in constants(used) if not exists(term.value)] == []


def test_terms_of_the_shapes_exist() -> None:
    assert invented(load(*SHAPES)) == []


def constants(used: type[vocabulary.Vocabulary]) -> list[NamedNode]:
    """Give the terms of one of the program's vocabularies."""
    return [value for value in vars(used).values() if isinstance(value, NamedNode)]
