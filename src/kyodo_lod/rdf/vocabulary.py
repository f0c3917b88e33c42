"""The terms that are written, one class per vocabulary, to be read like Turtle: `dct.title`."""

from collections.abc import Iterable

from pyoxigraph import NamedNode

from kyodo_lod.rdf.namespaces import HOME as HOME
from kyodo_lod.rdf.namespaces import NAMESPACES


class Vocabulary:
    """A namespace: each annotated attribute of a subclass becomes the term of that name.

    A term that Python keeps for itself has an underscore at its end: `void.class_`.
    """

    prefix: str
    iri: str

    def __init_subclass__(cls) -> None:
        cls.prefix = cls.__name__
        cls.iri = NAMESPACES[cls.prefix]
        for name in cls.__annotations__:
            setattr(cls, name, NamedNode(cls.iri + name.removesuffix("_")))


class kyo(Vocabulary):
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


class rdf(Vocabulary):
    """RDF 1.1."""

    type: NamedNode
    first: NamedNode
    langString: NamedNode
    nil: NamedNode
    rest: NamedNode


class rdfs(Vocabulary):
    """RDF Schema 1.1."""

    Class: NamedNode
    comment: NamedNode
    label: NamedNode
    seeAlso: NamedNode
    subClassOf: NamedNode


class xsd(Vocabulary):
    """XML Schema datatypes."""

    boolean: NamedNode
    date: NamedNode
    dateTime: NamedNode
    decimal: NamedNode
    gYear: NamedNode
    hexBinary: NamedNode
    integer: NamedNode
    nonNegativeInteger: NamedNode
    string: NamedNode


class dct(Vocabulary):
    """DCMI Metadata Terms."""

    Frequency: NamedNode
    IMT: NamedNode
    LicenseDocument: NamedNode
    LinguisticSystem: NamedNode
    Location: NamedNode
    MediaType: NamedNode
    MediaTypeOrExtent: NamedNode
    PeriodOfTime: NamedNode
    ProvenanceStatement: NamedNode
    RightsStatement: NamedNode
    Standard: NamedNode
    accessRights: NamedNode
    accrualPeriodicity: NamedNode
    conformsTo: NamedNode
    creator: NamedNode
    date: NamedNode
    description: NamedNode
    extent: NamedNode
    format: NamedNode
    hasPart: NamedNode
    identifier: NamedNode
    isPartOf: NamedNode
    isReferencedBy: NamedNode
    issued: NamedNode
    language: NamedNode
    license: NamedNode
    modified: NamedNode
    provenance: NamedNode
    publisher: NamedNode
    rights: NamedNode
    rightsHolder: NamedNode
    source: NamedNode
    spatial: NamedNode
    subject: NamedNode
    temporal: NamedNode
    title: NamedNode
    type: NamedNode


class skos(Vocabulary):
    """Simple Knowledge Organization System."""

    Concept: NamedNode
    ConceptScheme: NamedNode
    altLabel: NamedNode
    definition: NamedNode
    exactMatch: NamedNode
    example: NamedNode
    hasTopConcept: NamedNode
    inScheme: NamedNode
    notation: NamedNode
    prefLabel: NamedNode
    topConceptOf: NamedNode


class org(Vocabulary):
    """The Organization Ontology."""

    FormalOrganization: NamedNode
    OrganizationalUnit: NamedNode
    classification: NamedNode
    subOrganizationOf: NamedNode
    unitOf: NamedNode


class prov(Vocabulary):
    """The PROV Ontology."""

    Activity: NamedNode
    Agent: NamedNode
    Entity: NamedNode
    Plan: NamedNode
    SoftwareAgent: NamedNode
    actedOnBehalfOf: NamedNode
    alternateOf: NamedNode
    endedAtTime: NamedNode
    generatedAtTime: NamedNode
    hadPlan: NamedNode
    hadPrimarySource: NamedNode
    qualifiedAssociation: NamedNode
    specializationOf: NamedNode
    startedAtTime: NamedNode
    used: NamedNode
    value: NamedNode
    wasAssociatedWith: NamedNode
    wasAttributedTo: NamedNode
    wasDerivedFrom: NamedNode
    wasGeneratedBy: NamedNode
    wasRevisionOf: NamedNode


class dcat(Vocabulary):
    """Data Catalog Vocabulary 3."""

    Catalog: NamedNode
    CatalogRecord: NamedNode
    DataService: NamedNode
    Dataset: NamedNode
    DatasetSeries: NamedNode
    Distribution: NamedNode
    Resource: NamedNode
    accessService: NamedNode
    accessURL: NamedNode
    byteSize: NamedNode
    catalog: NamedNode
    compressFormat: NamedNode
    contactPoint: NamedNode
    dataset: NamedNode
    distribution: NamedNode
    downloadURL: NamedNode
    endDate: NamedNode
    endpointDescription: NamedNode
    endpointURL: NamedNode
    first: NamedNode
    hasCurrentVersion: NamedNode
    hasVersion: NamedNode
    inSeries: NamedNode
    isVersionOf: NamedNode
    keyword: NamedNode
    landingPage: NamedNode
    last: NamedNode
    mediaType: NamedNode
    prev: NamedNode
    previousVersion: NamedNode
    servesDataset: NamedNode
    service: NamedNode
    startDate: NamedNode
    theme: NamedNode
    themeTaxonomy: NamedNode
    version: NamedNode


class void(Vocabulary):
    """Vocabulary of Interlinked Datasets."""

    Dataset: NamedNode
    DatasetDescription: NamedNode
    Linkset: NamedNode
    TechnicalFeature: NamedNode
    classPartition: NamedNode
    class_: NamedNode
    classes: NamedNode
    dataDump: NamedNode
    distinctObjects: NamedNode
    distinctSubjects: NamedNode
    documents: NamedNode
    entities: NamedNode
    exampleResource: NamedNode
    feature: NamedNode
    linkPredicate: NamedNode
    objectsTarget: NamedNode
    properties: NamedNode
    propertyPartition: NamedNode
    property: NamedNode
    rootResource: NamedNode
    sparqlEndpoint: NamedNode
    subjectsTarget: NamedNode
    subset: NamedNode
    triples: NamedNode
    uriSpace: NamedNode
    vocabulary: NamedNode


class foaf(Vocabulary):
    """Friend of a Friend."""

    Agent: NamedNode
    Document: NamedNode
    Organization: NamedNode
    homepage: NamedNode
    isPrimaryTopicOf: NamedNode
    mbox: NamedNode
    name: NamedNode
    page: NamedNode
    primaryTopic: NamedNode
    topic: NamedNode


class cv(Vocabulary):
    """Core Public Organisation Vocabulary."""

    PublicOrganisation: NamedNode


class schema(Vocabulary):
    """schema.org."""

    sameAs: NamedNode
    softwareVersion: NamedNode


class adms(Vocabulary):
    """Asset Description Metadata Schema."""

    status: NamedNode
    versionNotes: NamedNode


class dcatap(Vocabulary):
    """DCAT-AP 3.0.1."""

    availability: NamedNode


class spdx(Vocabulary):
    """SPDX: checksums."""

    Checksum: NamedNode
    ChecksumAlgorithm: NamedNode
    algorithm: NamedNode
    checksum: NamedNode
    checksumAlgorithm_sha256: NamedNode
    checksumValue: NamedNode


class vcard(Vocabulary):
    """vCard: whom to ask."""

    Kind: NamedNode
    Organization: NamedNode
    fn: NamedNode
    hasEmail: NamedNode
    hasURL: NamedNode


class dqv(Vocabulary):
    """Data Quality Vocabulary."""

    Category: NamedNode
    Dimension: NamedNode
    Metric: NamedNode
    QualityMeasurement: NamedNode
    QualityMetadata: NamedNode
    computedOn: NamedNode
    expectedDataType: NamedNode
    hasQualityMeasurement: NamedNode
    hasQualityMetadata: NamedNode
    inCategory: NamedNode
    inDimension: NamedNode
    isMeasurementOf: NamedNode
    value: NamedNode


class sh(Vocabulary):
    """SHACL 1.0."""

    AbstractResult: NamedNode
    BlankNode: NamedNode
    BlankNodeOrIRI: NamedNode
    BlankNodeOrLiteral: NamedNode
    ConstraintComponent: NamedNode
    IRI: NamedNode
    IRIOrLiteral: NamedNode
    Info: NamedNode
    JSConstraint: NamedNode
    Literal: NamedNode
    NodeShape: NamedNode
    Parameter: NamedNode
    PropertyShape: NamedNode
    SPARQLAskValidator: NamedNode
    SPARQLConstraint: NamedNode
    SPARQLConstraintComponent: NamedNode
    SPARQLSelectValidator: NamedNode
    SPARQLTarget: NamedNode
    ValidationReport: NamedNode
    ValidationResult: NamedNode
    Violation: NamedNode
    Warning: NamedNode
    alternativePath: NamedNode
    and_: NamedNode
    ask: NamedNode
    class_: NamedNode
    closed: NamedNode
    condition: NamedNode
    conforms: NamedNode
    datatype: NamedNode
    deactivated: NamedNode
    declare: NamedNode
    defaultValue: NamedNode
    description: NamedNode
    detail: NamedNode
    disjoint: NamedNode
    entailment: NamedNode
    equals: NamedNode
    expression: NamedNode
    filterShape: NamedNode
    flags: NamedNode
    focusNode: NamedNode
    group: NamedNode
    hasValue: NamedNode
    ignoredProperties: NamedNode
    in_: NamedNode
    inversePath: NamedNode
    js: NamedNode
    languageIn: NamedNode
    lessThan: NamedNode
    lessThanOrEquals: NamedNode
    maxCount: NamedNode
    maxExclusive: NamedNode
    maxInclusive: NamedNode
    maxLength: NamedNode
    message: NamedNode
    minCount: NamedNode
    minExclusive: NamedNode
    minInclusive: NamedNode
    minLength: NamedNode
    name: NamedNode
    namespace: NamedNode
    node: NamedNode
    nodeKind: NamedNode
    nodeValidator: NamedNode
    not_: NamedNode
    oneOrMorePath: NamedNode
    optional: NamedNode
    or_: NamedNode
    order: NamedNode
    parameter: NamedNode
    path: NamedNode
    pattern: NamedNode
    prefix_: NamedNode
    prefixes: NamedNode
    propertyValidator: NamedNode
    property_: NamedNode
    qualifiedMaxCount: NamedNode
    qualifiedMinCount: NamedNode
    qualifiedValueShape: NamedNode
    qualifiedValueShapesDisjoint: NamedNode
    result: NamedNode
    resultMessage: NamedNode
    resultPath: NamedNode
    resultSeverity: NamedNode
    rule: NamedNode
    select: NamedNode
    severity: NamedNode
    shapesGraph: NamedNode
    sourceConstraint: NamedNode
    sourceConstraintComponent: NamedNode
    sourceShape: NamedNode
    sparql: NamedNode
    target: NamedNode
    targetClass: NamedNode
    targetNode: NamedNode
    targetObjectsOf: NamedNode
    targetSubjectsOf: NamedNode
    uniqueLang: NamedNode
    validator: NamedNode
    value: NamedNode
    xone: NamedNode
    zeroOrMorePath: NamedNode
    zeroOrOnePath: NamedNode


class owl(Vocabulary):
    """OWL 2."""

    AnnotationProperty: NamedNode
    Class: NamedNode
    DatatypeProperty: NamedNode
    ObjectProperty: NamedNode
    Ontology: NamedNode
    versionIRI: NamedNode
    versionInfo: NamedNode


class sd(Vocabulary):
    """SPARQL 1.1 Service Description."""

    Dataset: NamedNode
    Graph: NamedNode
    NamedGraph: NamedNode
    SPARQL11Query: NamedNode
    Service: NamedNode
    defaultDataset: NamedNode
    defaultGraph: NamedNode
    endpoint: NamedNode
    graph: NamedNode
    name: NamedNode
    namedGraph: NamedNode
    resultFormat: NamedNode
    supportedLanguage: NamedNode


#: what data dumps say, in the order of the prefixes at the head of a Turtle dump
VOCABULARIES: tuple[type[Vocabulary], ...] = (
    kyo, rdf, rdfs, xsd, dct, skos, org, prov, dcat, void, foaf, cv, schema,
)  # fmt: skip
#: what catalogue, VoID, provenance and quality graphs say beyond that
PUBLICATION_VOCABULARIES: tuple[type[Vocabulary], ...] = (
    *VOCABULARIES, adms, dcatap, spdx, vcard, dqv, sh, owl,
)  # fmt: skip
#: what the endpoint says of itself beyond that
SERVICE_VOCABULARIES: tuple[type[Vocabulary], ...] = (*PUBLICATION_VOCABULARIES, sd)


def prefixes(vocabularies: Iterable[type[Vocabulary]] = VOCABULARIES) -> dict[str, str]:
    """Give prefix → namespace of vocabularies."""
    return {vocabulary.prefix: vocabulary.iri for vocabulary in vocabularies}
