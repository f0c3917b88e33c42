"""Other people's code lists that the catalogue refers to: IRIs, labels, and how each is described.

DCAT-AP demands that every code it meets is typed, and a catalogue must be readable without following
an IRI. So whatever is named here is described once, behind what names it (`with_authorities`).
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from kyodo_lod.bilingual import Bilingual
from kyodo_lod.rdf.terms import NamedNode, Triple, Triples, labels, string
from kyodo_lod.rdf.vocabulary import dct, rdf, rdfs, skos, spdx

MEDIA_TYPES = "http://www.iana.org/assignments/media-types/"
_EU = "http://publications.europa.eu/resource/authority/"
_ADMS = "http://purl.org/adms/"
_LANGUAGE, _FREQUENCY, _ACCESS = f"{_EU}language", f"{_EU}frequency", f"{_EU}access-right"
_THEME, _FILE_TYPE, _STATUS = f"{_EU}data-theme", f"{_EU}file-type", f"{_EU}distribution-status"
# The EU list continues that of ADMS. DCAT-AP 3.0.1 demands the new list (mdr-vocabularies) and, for
# those who upgrade, still the old one (deprecateduris), so a status is said to be in both.
_OLD_STATUS = f"{_ADMS}status/1.0"
_AVAILABILITY = f"{_EU}planned-availability"
_PUBLISHER_TYPE, _LICENCE_TYPE = f"{_ADMS}publishertype/1.0", f"{_ADMS}licencetype/1.0"

#: the list of data themes, for dcat:themeTaxonomy
THEMES = NamedNode(_THEME)
JAPANESE = NamedNode(f"{_LANGUAGE}/JPN")
ENGLISH = NamedNode(f"{_LANGUAGE}/ENG")
ANNUAL = NamedNode(f"{_FREQUENCY}/ANNUAL")
IRREGULAR = NamedNode(f"{_FREQUENCY}/IRREG")
NEVER = NamedNode(f"{_FREQUENCY}/NEVER")
PUBLIC = NamedNode(f"{_ACCESS}/PUBLIC")
AVAILABLE = NamedNode(f"{_AVAILABILITY}/AVAILABLE")
STABLE = NamedNode(f"{_AVAILABILITY}/STABLE")
COMPLETED = NamedNode(f"{_STATUS}/COMPLETED")
DEPRECATED = NamedNode(f"{_STATUS}/DEPRECATED")
SHA_256 = spdx.checksumAlgorithm_sha256
SPARQL_PROTOCOL = NamedNode("https://www.w3.org/TR/sparql11-protocol/")


def theme(code: str) -> NamedNode:
    """Give a data theme, such as GOVE."""
    return NamedNode(f"{_THEME}/{code}")


def file_type(code: str) -> NamedNode:
    """Give a file type, such as RDF_TURTLE."""
    return NamedNode(f"{_FILE_TYPE}/{code}")


def publisher_type(code: str) -> NamedNode:
    """Give a type of publisher, such as LocalAuthority."""
    return NamedNode(f"{_ADMS}publishertype/{code}")


def licence_type(code: str) -> NamedNode:
    """Give a type of licence, such as Attribution."""
    return NamedNode(f"{_ADMS}licencetype/{code}")


def media_type(name: str) -> NamedNode:
    """Give an IANA media type, such as text/csv."""
    return NamedNode(MEDIA_TYPES + name)


@dataclass(frozen=True, slots=True)
class Authority:
    """A code or a list that others maintain.

    Args:
        label: its name.
        types: its classes, the first first.
        schemes: the lists it is in.
    """

    label: Bilingual
    types: tuple[NamedNode, ...]
    schemes: tuple[str, ...] = ()

    def triples(self, iri: NamedNode) -> Triples:
        """Describe it."""
        for one in self.types:
            yield Triple(iri, rdf.type, one)
        if self.types[0] in _SHOWN:
            yield Triple(iri, rdfs.label, string(self.label.en))
        else:
            yield from labels(iri, skos.prefLabel, self.label)
        if self.types[0] in _TITLED:
            yield from labels(iri, dct.title, self.label)
        for scheme in self.schemes:
            yield Triple(iri, skos.inScheme, NamedNode(scheme))


#: CKAN shows the label of a format and of a media type; of any other code it would store the label, in
#: whatever language comes first, in place of the IRI
_SHOWN = (dct.IMT, dct.MediaType)
_TITLED = (skos.ConceptScheme, dct.Standard)
# CKAN takes a node for a format only where dct:IMT is the first type it meets
_FORMAT = (dct.IMT, dct.MediaTypeOrExtent)
_CONCEPT = (skos.Concept,)
_LIST = (skos.ConceptScheme,)

_LISTS = {
    _LANGUAGE: ("言語", "Languages"),
    _FREQUENCY: ("更新頻度", "Frequencies"),
    _ACCESS: ("公開の範囲", "Access rights"),
    _THEME: ("データの分野", "Data themes"),
    _FILE_TYPE: ("ファイル形式", "File types"),
    _STATUS: ("配布の状態", "Distribution statuses"),
    _OLD_STATUS: ("配布の状態 (ADMS)", "Distribution statuses (ADMS)"),
    _AVAILABILITY: ("提供の見込み", "Planned availabilities"),
    _PUBLISHER_TYPE: ("発行者の種類", "Types of publishers"),
    _LICENCE_TYPE: ("利用条件の種類", "Types of licences"),
}
_CODES: dict[str, tuple[tuple[NamedNode, ...], dict[str, tuple[str, str]]]] = {
    _LANGUAGE: (
        (dct.LinguisticSystem,),
        {"JPN": ("日本語", "Japanese"), "ENG": ("英語", "English")},
    ),
    _FREQUENCY: (
        (dct.Frequency,),
        {
            "ANNUAL": ("毎年", "annual"),
            "IRREG": ("不定期", "irregular"),
            "NEVER": ("更新しない", "never"),
        },
    ),
    _ACCESS: ((dct.RightsStatement,), {"PUBLIC": ("公開", "public")}),
    _AVAILABILITY: (
        _CONCEPT,
        {"AVAILABLE": ("提供中", "available"), "STABLE": ("長く提供", "stable")},
    ),
    _STATUS: (
        _CONCEPT,
        {"COMPLETED": ("完成", "completed"), "DEPRECATED": ("旧版", "deprecated")},
    ),
    _FILE_TYPE: (
        _FORMAT,
        {
            "CSV": ("CSV", "CSV"),
            "JSON_LD": ("JSON-LD", "JSON-LD"),
            "RDF_N_TRIPLES": ("N-Triples", "N-Triples"),
            "RDF_TRIG": ("TriG", "TriG"),
            "RDF_TURTLE": ("Turtle", "Turtle"),
            "RDF_XML": ("RDF/XML", "RDF/XML"),
            "XLSX": ("XLSX", "XLSX"),
        },
    ),
    _THEME: (
        _CONCEPT,
        {
            "AGRI": ("農林水産・食料", "Agriculture, fisheries, forestry and food"),
            "ECON": ("経済・財政", "Economy and finance"),
            "EDUC": ("教育・文化・スポーツ", "Education, culture and sport"),
            "ENER": ("エネルギー", "Energy"),
            "ENVI": ("環境", "Environment"),
            "GOVE": ("行政・公共部門", "Government and public sector"),
            "HEAL": ("健康", "Health"),
            "INTR": ("国際", "International issues"),
            "JUST": ("司法・治安", "Justice, legal system and public safety"),
            "OP_DATPRO": ("暫定データ", "Provisional data"),
            "REGI": ("地域・都市", "Regions and cities"),
            "SOCI": ("人口・社会", "Population and society"),
            "TECH": ("科学・技術", "Science and technology"),
            "TRAN": ("交通", "Transport"),
        },
    ),
    _PUBLISHER_TYPE: (
        _CONCEPT,
        {
            "Academia-ScientificOrganisation": ("学術機関", "Academia/Scientific organisation"),
            "Company": ("企業", "Company"),
            "IndustryConsortium": ("業界団体", "Industry consortium"),
            "LocalAuthority": ("地方公共団体", "Local authority"),
            "NationalAuthority": ("国の機関", "National authority"),
            "NonGovernmentalOrganisation": ("非政府組織", "Non-governmental organisation"),
            "NonProfitOrganisation": ("非営利団体", "Non-profit organisation"),
            "PrivateIndividual(s)": ("個人", "Private individual(s)"),
            "RegionalAuthority": ("広域の地方公共団体", "Regional authority"),
            "StandardisationBody": ("標準化団体", "Standardisation body"),
            "SupraNationalAuthority": ("国際機関", "Supra-national authority"),
        },
    ),
    _LICENCE_TYPE: (
        _CONCEPT,
        {
            "Attribution": ("出典を示す", "Attribution"),
            "OtherRestrictiveClauses": ("その他の条件", "Other restrictive clauses"),
            "PublicDomain": ("制限なし", "Public domain"),
            "UnknownIPR": ("権利関係が不明", "Unknown IPR"),
        },
    ),
}


def _known() -> Iterator[tuple[str, Authority]]:
    for iri, label in _LISTS.items():
        yield iri, Authority(Bilingual(*label), _LIST)
    for scheme, (types, codes) in _CODES.items():
        listed = (scheme, _OLD_STATUS) if scheme == _STATUS else (scheme,)
        for code, label in codes.items():
            iri = f"{scheme.removesuffix('/1.0')}/{code}"
            yield iri, Authority(Bilingual(*label), types, listed)
    yield SHA_256.value, Authority(Bilingual("SHA-256", "SHA-256"), (spdx.ChecksumAlgorithm,))
    sparql = Bilingual("SPARQL 1.1 プロトコル", "SPARQL 1.1 Protocol")
    yield SPARQL_PROTOCOL.value, Authority(sparql, (dct.Standard,))


AUTHORITIES = dict(_known())


def with_authorities(triples: Iterable[Triple]) -> Triples:
    """Pass `triples` on, and describe behind them, once each, the codes and lists they name."""
    named: dict[NamedNode, Authority] = {}
    yield from _noting(triples, named)
    told = 0
    while told < len(named):  # a code names its list
        found = list(named.items())[told:]
        told = len(named)
        for iri, authority in found:
            yield from _noting(authority.triples(iri), named)


def _noting(triples: Iterable[Triple], named: dict[NamedNode, Authority]) -> Triples:
    for triple in triples:
        yield triple
        term = triple.object
        if isinstance(term, NamedNode) and triple.predicate != rdf.type:
            authority = _authority(term.value)
            if authority:
                named.setdefault(term, authority)


def _authority(iri: str) -> Authority | None:
    if iri.startswith(MEDIA_TYPES):
        name = iri.removeprefix(MEDIA_TYPES)
        return Authority(Bilingual(name, name), (dct.MediaType,))
    return AUTHORITIES.get(iri)
