"""What a dataset of the catalogue comes from: document, year, records."""

import dataclasses

from kyodo_lod.mapping.iris import Iris
from kyodo_lod.model.plan import Plan
from kyodo_lod.publish.catalog_origin import described_origin
from kyodo_lod.publish.entry import Entry
from kyodo_lod.rdf.terms import Literal, NamedNode, Triple
from kyodo_lod.rdf.vocabulary import dcat, dct, foaf, rdf, rdfs


def told(entry: Entry) -> dict[str, list[Triple]]:
    """Give what is said of each thing; each must be described once."""
    things = [(iri.value, list(triples)) for iri, triples in described_origin(entry)]
    assert len(dict(things)) == len(things)
    return dict(things)


def test_the_period_is_the_fiscal_year_in_western_dates(plan: Plan, iris: Iris) -> None:
    said = told(Entry(plan.manifest, iris, 76))[iris.fiscal_year.value]
    days = {t.predicate: t.object.value for t in said if isinstance(t.object, Literal)}
    assert (days[dcat.startDate], days[dcat.endDate]) == ("2018-04-01", "2019-03-31")


def test_the_provenance_names_city_document_and_file_in_both_languages(
    plan: Plan, iris: Iris
) -> None:
    said = told(Entry(plan.manifest, iris, 76))[iris.part("provenance").value]
    texts = [t.object for t in said if t.predicate == rdfs.label and isinstance(t.object, Literal)]
    assert [text.language for text in texts] == ["ja", "en"]
    for text, city in zip(texts, ("郡山市", "Koriyama City"), strict=True):
        assert city in text.value
        assert plan.manifest.document.title in text.value
        assert "plan.txt" in text.value


def test_the_page_of_the_document_is_said_only_where_it_is_known(plan: Plan, iris: Iris) -> None:
    page = "https://www.city.example.lg.jp/plan.html"
    document = dataclasses.replace(plan.manifest.document, page=page)
    known = dataclasses.replace(plan.manifest, document=document)
    pages = {
        name: [t.object for t in told(Entry(manifest, iris, 76))[iris.source.value] if t.predicate == foaf.page]
        for name, manifest in (("unknown", plan.manifest), ("known", known))
    }  # fmt: skip
    assert pages == {"unknown": [], "known": [NamedNode(page)]}


def test_everything_has_a_type_and_a_name(plan: Plan, iris: Iris) -> None:
    for iri, said in told(Entry(plan.manifest, iris, 76)).items():
        assert {t.predicate for t in said} >= {rdf.type}, iri
        assert {t.predicate for t in said} & {rdfs.label, dct.title}, iri
        assert {t.subject.value for t in said if isinstance(t.subject, NamedNode)} == {iri}
