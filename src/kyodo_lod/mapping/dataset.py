"""The dataset that describes itself in every dump: who, which release, under which terms."""

from kyodo_lod.bilingual import Bilingual
from kyodo_lod.mapping.iris import Iris
from kyodo_lod.model.plan import Plan
from kyodo_lod.model.years import year_label
from kyodo_lod.rdf.terms import NamedNode, Triple, Triples, date, labels, string
from kyodo_lod.rdf.vocabulary import dcat, dct, foaf, prov, rdf, rdfs, void
from kyodo_lod.source.manifest import Manifest

#: who publishes where no publisher.toml says so
PUBLISHER = Bilingual("kyodo-lod プロジェクト", "kyodo-lod project")
#: what known licences are called
_LICENCE_NAMES = {
    "https://creativecommons.org/licenses/by/4.0/": Bilingual(
        "クリエイティブ・コモンズ 表示 4.0 国際", "Creative Commons Attribution 4.0 International"
    ),
    "https://creativecommons.org/publicdomain/zero/1.0/": Bilingual(
        "CC0 1.0 全世界 パブリック・ドメイン提供", "CC0 1.0 Universal Public Domain Dedication"
    ),
}


def dataset_title(manifest: Manifest) -> Bilingual:
    """Give the dataset's title in both languages."""
    year = year_label(manifest.document.fiscal_year)
    title = manifest.plan.title
    english = f"{title.en}: implementation plan for {year.en}, linked data" if title.en else ""
    return Bilingual(f"{title.ja} {year.ja}実施計画 (Linked Data)", english)


def dataset_triples(plan: Plan, iris: Iris) -> Triples:
    """Describe the dataset."""
    dataset, release = iris.dataset, plan.manifest.release
    title = dataset_title(plan.manifest)
    yield Triple(dataset, rdf.type, dcat.Dataset)
    yield Triple(dataset, rdf.type, void.Dataset)
    yield from labels(dataset, rdfs.label, title)
    yield from labels(dataset, dct.title, title)
    yield Triple(dataset, dct.identifier, string(plan.manifest.slug))
    yield Triple(dataset, dct.publisher, iris.publisher)
    if plan.manifest.rights.licence:
        yield Triple(dataset, dct.license, NamedNode(plan.manifest.rights.licence))
    if plan.manifest.rights.statement:
        yield Triple(dataset, dct.rights, iris.rights)
    yield Triple(dataset, dcat.version, string(release.version))
    if release.issued:
        yield Triple(dataset, dct.issued, date(release.issued))
    if release.modified:
        yield Triple(dataset, dct.modified, date(release.modified))
    yield Triple(dataset, prov.wasDerivedFrom, iris.source)


def publisher_triples(manifest: Manifest, iris: Iris) -> Triples:
    """Describe who publishes the linked data: whom publisher.toml names."""
    name = manifest.publication.publisher.name if manifest.publication else PUBLISHER
    yield Triple(iris.publisher, rdf.type, foaf.Agent)
    yield from labels(iris.publisher, rdfs.label, name)
    yield from labels(iris.publisher, foaf.name, name)


def rights_triples(manifest: Manifest, iris: Iris) -> Triples:
    """Describe the rights statement, where there is one."""
    rights = manifest.rights
    if rights.statement:
        yield Triple(iris.rights, rdf.type, dct.RightsStatement)
        yield from labels(iris.rights, rdfs.label, rights.statement)
        if rights.attribution:
            yield from labels(iris.rights, dct.description, rights.attribution)


def licence_name(iri: str) -> Bilingual:
    """Give the name of a licence; its IRI where it is none that we know."""
    return _LICENCE_NAMES.get(iri, Bilingual(iri, iri))


def licence_triples(licence: NamedNode) -> Triples:
    """Describe a licence."""
    name = licence_name(licence.value)
    yield Triple(licence, rdf.type, dct.LicenseDocument)
    yield from labels(licence, rdfs.label, name)


def licences(manifest: Manifest) -> list[NamedNode]:
    """Give the licences of the dataset and of its document."""
    rights = manifest.rights
    return [NamedNode(iri) for iri in (rights.licence, rights.source_licence) if iri]
