"""What a dataset of the catalogue was made from and leads to: document, year, page, reports."""

from collections.abc import Iterator

from kyodo_lod.bilingual import Bilingual
from kyodo_lod.mapping.dataset import dataset_title
from kyodo_lod.model.years import year_label
from kyodo_lod.publish.catalog_agents import page_triples
from kyodo_lod.publish.distributions import PROVENANCE, QUALITY, REPORT
from kyodo_lod.publish.entry import Entry
from kyodo_lod.rdf.terms import NamedNode, Triple, Triples, date, japanese, labels
from kyodo_lod.rdf.vocabulary import dcat, dct, dqv, foaf, prov, rdf, rdfs

#: the reports on a dataset's quality, by the ending of their names
REPORTS = {
    QUALITY: Bilingual("品質の測定", "Quality measurements"),
    REPORT: Bilingual("検査の報告 (SHACL)", "Validation report (SHACL)"),
}
_PROVENANCE_TITLE = Bilingual("作成の記録 (PROV)", "Record of the making (PROV)")


def described_origin(entry: Entry) -> Iterator[tuple[NamedNode, Triples]]:
    """Give what a dataset comes from and leads to, each with what there is to say of it."""
    iris = entry.iris
    yield iris.part("provenance"), _provenance_triples(entry)
    yield iris.source, _source_triples(entry)
    yield iris.fiscal_year, _period_triples(entry)
    yield iris.landing_page, page_triples(iris.landing_page, _landing_title(entry))
    for ending, title in REPORTS.items():
        yield iris.file(ending), _report_triples(iris.file(ending), title)
    yield iris.file(PROVENANCE), page_triples(iris.file(PROVENANCE), _PROVENANCE_TITLE)


def _provenance_triples(entry: Entry) -> Triples:
    iri, title = entry.iris.part("provenance"), entry.manifest.document.title
    city = entry.manifest.municipality.name
    name = entry.manifest.document.path.name
    text = Bilingual(
        f"{city.ja}の「{title}」({name}) を、文を変えずに読み取って作りました。どの値も、元の文書の行をたどれます。",
        f"Made from {city.en or city.ja}'s document {title} ({name}), whose text is left as it is. Every value leads back "
        "to its line in the document.",
    )
    yield Triple(iri, rdf.type, dct.ProvenanceStatement)
    yield from labels(iri, rdfs.label, text)
    yield Triple(iri, rdfs.seeAlso, entry.iris.file(PROVENANCE))


def _source_triples(entry: Entry) -> Triples:
    iri, document = entry.iris.source, entry.manifest.document
    yield Triple(iri, rdf.type, foaf.Document)
    yield Triple(iri, rdf.type, prov.Entity)
    yield Triple(iri, rdfs.label, japanese(document.title))
    yield Triple(iri, dct.title, japanese(document.title))
    yield Triple(iri, dct.creator, entry.iris.municipality)
    if document.page:
        yield Triple(iri, foaf.page, NamedNode(document.page))


def _period_triples(entry: Entry) -> Triples:
    iri, year = entry.iris.fiscal_year, entry.manifest.document.fiscal_year
    yield Triple(iri, rdf.type, dct.PeriodOfTime)
    yield from labels(iri, rdfs.label, year_label(year))
    yield Triple(iri, dcat.startDate, date(f"{year}-04-01"))
    yield Triple(iri, dcat.endDate, date(f"{year + 1}-03-31"))


def _landing_title(entry: Entry) -> Bilingual:
    title = dataset_title(entry.manifest)
    return Bilingual(f"{title.ja}のページ", f"Page of {title.en or title.ja}")


def _report_triples(file: NamedNode, title: Bilingual) -> Triples:
    yield Triple(file, rdf.type, dqv.QualityMetadata)
    yield from labels(file, dct.title, title)
