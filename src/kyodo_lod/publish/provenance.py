"""<slug>-provenance.ttl: from what, by whom and with what program a release was made (PROV-O).

Only the day of a release is known, so it stands as dct:date. PROV's own times are instants, and to
make one up would be wrong.
"""

from kyodo_lod import __version__
from kyodo_lod.bilingual import Bilingual
from kyodo_lod.mapping.dataset import dataset_title, publisher_triples
from kyodo_lod.mapping.iris import Iris
from kyodo_lod.model.plan import Plan
from kyodo_lod.publish.distributions import CSVW, QUALITY, REPORT, Distribution, distributions
from kyodo_lod.publish.inputs import Input, input_iri, input_triples, inputs
from kyodo_lod.rdf.formats import N_TRIPLES
from kyodo_lod.rdf.terms import NamedNode, Triple, Triples, date, japanese, labels, string
from kyodo_lod.rdf.vocabulary import dcat, dct, foaf, kyo, prov, rdf, rdfs, schema

PROGRAM = "kyodo-lod"
_BESIDE = {
    QUALITY: Bilingual("品質の記述", "Statement of quality"),
    REPORT: Bilingual("検査報告", "Validation report"),
}
_CSVW_TITLE = Bilingual("表の列の定義 (CSVW)", "Definition of the tables' columns (CSVW)")
_RETRIEVAL = Bilingual("文書の入手", "retrieval of the document")


def provenance_triples(plan: Plan, iris: Iris, program: str = __version__) -> Triples:
    """Describe how a release came about.

    Args:
        plan: as read.
        iris: its IRIs.
        program: the version of this program.
    """
    read = list(inputs(plan))
    yield from _build_triples(plan, iris, read, program)
    yield from _agent_triples(plan, iris, program)
    yield from _document_triples(plan, iris)
    for each in read:
        yield from input_triples(each, iris)
    yield from _version_triples(plan, iris)
    yield from _file_triples(plan, iris)


def _build_triples(plan: Plan, iris: Iris, read: list[Input], program: str) -> Triples:
    build, release = build_of(iris), plan.manifest.release
    slug, version = plan.manifest.slug, release.version
    label = Bilingual(f"{slug} {version} 版の作成", f"making of release {version} of {slug}")
    yield Triple(build, rdf.type, prov.Activity)
    yield from labels(build, rdfs.label, label)
    if release.modified:
        yield Triple(build, dct.date, date(release.modified))
    yield Triple(build, prov.used, iris.source)
    for each in read:
        yield Triple(build, prov.used, input_iri(each, iris))
    yield Triple(build, prov.wasAssociatedWith, iris.publisher)
    yield Triple(build, prov.wasAssociatedWith, iris.program(program))


def build_of(iris: Iris) -> NamedNode:
    """Give the activity that made a release."""
    return iris.of_release("build")


def _agent_triples(plan: Plan, iris: Iris, program: str) -> Triples:
    name = f"{PROGRAM} {program}"
    iri = iris.program(program)
    yield Triple(iri, rdf.type, prov.SoftwareAgent)
    yield from labels(iri, rdfs.label, Bilingual(name, name))
    yield Triple(iri, foaf.name, string(PROGRAM))
    yield Triple(iri, schema.softwareVersion, string(program))
    yield Triple(iri, prov.actedOnBehalfOf, iris.publisher)
    yield Triple(iris.publisher, rdf.type, prov.Agent)
    yield from publisher_triples(plan.manifest, iris)


def _document_triples(plan: Plan, iris: Iris) -> Triples:
    """Say whose work the document is and where it was had; what it is, the dump says."""
    source, entry = iris.source, plan.manifest.document
    retrieval = NamedNode(f"{source.value}#retrieval")
    yield Triple(source, rdf.type, kyo.SourceDocument)
    yield Triple(source, rdf.type, prov.Entity)
    yield Triple(source, rdfs.label, japanese(entry.title))
    yield Triple(source, prov.wasAttributedTo, iris.municipality)
    if entry.page:
        yield Triple(source, foaf.page, NamedNode(entry.page))
    if entry.url:
        yield Triple(source, prov.wasDerivedFrom, NamedNode(entry.url))
    if entry.retrieved:
        yield Triple(source, prov.wasGeneratedBy, retrieval)
        yield Triple(retrieval, rdf.type, prov.Activity)
        yield from labels(retrieval, rdfs.label, _RETRIEVAL)
        yield Triple(retrieval, dct.date, date(entry.retrieved))
        yield Triple(retrieval, prov.wasAssociatedWith, iris.publisher)
        if entry.url:
            yield Triple(retrieval, prov.used, NamedNode(entry.url))
    if entry.url:
        yield Triple(NamedNode(entry.url), rdf.type, prov.Entity)
        yield Triple(NamedNode(entry.url), rdfs.label, japanese(entry.title))


def _version_triples(plan: Plan, iris: Iris) -> Triples:
    version, release = iris.version, plan.manifest.release
    title = dataset_title(plan.manifest)
    english = title.en and f"{title.en} {release.version}"
    yield Triple(version, rdf.type, prov.Entity)
    yield from labels(version, rdfs.label, Bilingual(f"{title.ja} {release.version}", english))
    yield Triple(version, dcat.version, string(release.version))
    if release.modified:
        yield Triple(version, dct.issued, date(release.modified))
    yield Triple(version, prov.specializationOf, iris.dataset)
    yield Triple(version, prov.wasGeneratedBy, build_of(iris))
    yield Triple(version, prov.wasAttributedTo, iris.publisher)
    yield Triple(version, prov.wasDerivedFrom, iris.source)
    yield Triple(version, prov.hadPrimarySource, iris.source)
    for earlier in release.earlier[:1]:
        yield Triple(version, prov.wasRevisionOf, iris.earlier_version(earlier.version))


def _file_triples(plan: Plan, iris: Iris) -> Triples:
    manifest = plan.manifest
    for each in distributions(manifest):
        if each.version in (None, manifest.release.version):
            file = iris.published(each.path(manifest.slug))
            yield from _made_triples(file, each.title, iris)
            yield from _relation_triples(file, each, iris)
    csvw = NamedNode(iris.landing_page.value + CSVW)
    beside = {csvw: _CSVW_TITLE} | {iris.file(ending): title for ending, title in _BESIDE.items()}
    for file, title in beside.items():
        yield from _made_triples(file, title, iris)
        yield Triple(file, prov.wasDerivedFrom, iris.version)


def _made_triples(file: NamedNode, title: Bilingual, iris: Iris) -> Triples:
    yield Triple(file, rdf.type, prov.Entity)
    yield from labels(file, rdfs.label, title)
    yield Triple(file, prov.wasGeneratedBy, build_of(iris))
    yield Triple(file, prov.wasDerivedFrom, iris.source)


def _relation_triples(file: NamedNode, each: Distribution, iris: Iris) -> Triples:
    """Dumps say all of the release, each in its own way; tables are made of it."""
    is_dump = each.file_type.startswith(("RDF", "JSON_LD"))
    if not is_dump:
        yield Triple(file, prov.wasDerivedFrom, iris.version)
        return
    yield Triple(file, prov.specializationOf, iris.version)
    main = iris.file(f".{N_TRIPLES.extension}")
    if file != main:
        yield Triple(file, prov.alternateOf, main)
