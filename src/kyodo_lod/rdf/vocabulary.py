"""The terms that are written, one class per vocabulary, to be read like Turtle: `dct.title`."""

from pyoxigraph import NamedNode

HOME = "https://w3id.org/kyodo-lod/"


class Vocabulary:
    """A namespace: each annotated attribute of a subclass becomes the term of that name."""

    prefix: str
    iri: str

    def __init_subclass__(cls, iri: str) -> None:
        cls.prefix = cls.__name__
        cls.iri = iri
        for name in cls.__annotations__:
            setattr(cls, name, NamedNode(iri + name))


class kyo(Vocabulary, iri=HOME + "def#"):
    """Our own: 自治体実施計画語彙 (ontology/kyodo.ttl)."""

    Plan: NamedNode
    ImplementationPlan: NamedNode
    ListedItem: NamedNode
    BasicPolicy: NamedNode
    PolicySection: NamedNode
    PlannedProject: NamedNode
    SubItem: NamedNode
    FiscalYear: NamedNode
    SourceDocument: NamedNode
    SourcePassage: NamedNode
    account: NamedNode
    basicPolicy: NamedNode
    byteSize: NamedNode
    coversPolicy: NamedNode
    declaredProjectCount: NamedNode
    documentOrder: NamedNode
    fileName: NamedNode
    fiscalYear: NamedNode
    lineNumber: NamedNode
    listOrder: NamedNode
    lists: NamedNode
    markedNew: NamedNode
    nameAsListed: NamedNode
    ordinal: NamedNode
    pageNumber: NamedNode
    policyScheme: NamedNode
    responsibleBureau: NamedNode
    responsibleUnit: NamedNode
    rowNumber: NamedNode
    sha256: NamedNode
    sheetName: NamedNode
    subItem: NamedNode
    unitAsListed: NamedNode
    year: NamedNode


class rdf(Vocabulary, iri="http://www.w3.org/1999/02/22-rdf-syntax-ns#"):
    """RDF 1.1."""

    type: NamedNode
    langString: NamedNode


class rdfs(Vocabulary, iri="http://www.w3.org/2000/01/rdf-schema#"):
    """RDF Schema 1.1."""

    comment: NamedNode
    label: NamedNode


class xsd(Vocabulary, iri="http://www.w3.org/2001/XMLSchema#"):
    """XML Schema datatypes."""

    boolean: NamedNode
    date: NamedNode
    decimal: NamedNode
    integer: NamedNode
    string: NamedNode


class dct(Vocabulary, iri="http://purl.org/dc/terms/"):
    """DCMI Metadata Terms."""

    LicenseDocument: NamedNode
    Location: NamedNode
    MediaType: NamedNode
    PeriodOfTime: NamedNode
    RightsStatement: NamedNode
    conformsTo: NamedNode
    creator: NamedNode
    description: NamedNode
    format: NamedNode
    identifier: NamedNode
    isPartOf: NamedNode
    issued: NamedNode
    license: NamedNode
    modified: NamedNode
    publisher: NamedNode
    rights: NamedNode
    rightsHolder: NamedNode
    spatial: NamedNode
    title: NamedNode


class skos(Vocabulary, iri="http://www.w3.org/2004/02/skos/core#"):
    """Simple Knowledge Organization System."""

    Concept: NamedNode
    ConceptScheme: NamedNode
    altLabel: NamedNode
    definition: NamedNode
    example: NamedNode
    hasTopConcept: NamedNode
    inScheme: NamedNode
    notation: NamedNode
    prefLabel: NamedNode
    topConceptOf: NamedNode


class org(Vocabulary, iri="http://www.w3.org/ns/org#"):
    """The Organization Ontology."""

    FormalOrganization: NamedNode
    OrganizationalUnit: NamedNode
    classification: NamedNode
    subOrganizationOf: NamedNode
    unitOf: NamedNode


class prov(Vocabulary, iri="http://www.w3.org/ns/prov#"):
    """The PROV Ontology."""

    Entity: NamedNode
    Plan: NamedNode
    value: NamedNode
    wasDerivedFrom: NamedNode


class dcat(Vocabulary, iri="http://www.w3.org/ns/dcat#"):
    """Data Catalog Vocabulary 3."""

    Catalog: NamedNode
    Dataset: NamedNode
    Distribution: NamedNode
    accessURL: NamedNode
    byteSize: NamedNode
    dataset: NamedNode
    distribution: NamedNode
    downloadURL: NamedNode
    endDate: NamedNode
    mediaType: NamedNode
    startDate: NamedNode
    version: NamedNode


class void(Vocabulary, iri="http://rdfs.org/ns/void#"):
    """Vocabulary of Interlinked Datasets."""

    Dataset: NamedNode


class foaf(Vocabulary, iri="http://xmlns.com/foaf/0.1/"):
    """Friend of a Friend."""

    Agent: NamedNode
    Document: NamedNode
    homepage: NamedNode
    name: NamedNode
    page: NamedNode


class cv(Vocabulary, iri="http://data.europa.eu/m8g/"):
    """Core Public Organisation Vocabulary."""

    PublicOrganisation: NamedNode


class schema(Vocabulary, iri="https://schema.org/"):
    """schema.org."""

    sameAs: NamedNode


#: every vocabulary, in the order of the prefixes at the head of a Turtle dump
VOCABULARIES: tuple[type[Vocabulary], ...] = (
    kyo, rdf, rdfs, xsd, dct, skos, org, prov, dcat, void, foaf, cv, schema,
)  # fmt: skip


def prefixes() -> dict[str, str]:
    """Give prefix → namespace of all vocabularies."""
    return {vocabulary.prefix: vocabulary.iri for vocabulary in VOCABULARIES}
