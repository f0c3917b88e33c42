"""The datasets of one plan as a series, one a year (DCAT 3, section 12)."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from kyodo_lod.bilingual import Bilingual
from kyodo_lod.publish.authorities import ANNUAL
from kyodo_lod.publish.catalog_agents import places
from kyodo_lod.publish.entry import Entry
from kyodo_lod.rdf.terms import NamedNode, Triple, Triples, date, labels
from kyodo_lod.rdf.vocabulary import dcat, dct, rdf, rdfs


def described_series(entries: Sequence[Entry]) -> Iterator[tuple[NamedNode, Triples]]:
    """Give each series with what there is to say of it."""
    for years in _by_series(entries):
        yield years[0].iris.series, _series_triples(years)


def before_each(entries: Sequence[Entry]) -> dict[NamedNode, Entry]:
    """Give for each dataset the entry of the year before it, where its series has one."""
    return {
        entry.iris.dataset: before
        for years in _by_series(entries)
        for before, entry in pairwise(years)
    }


def _by_series(entries: Sequence[Entry]) -> list[list[Entry]]:
    found: dict[NamedNode, list[Entry]] = {}
    for entry in entries:
        found.setdefault(entry.iris.series, []).append(entry)
    return [sorted(years, key=_year) for years in found.values()]


def _year(entry: Entry) -> int:
    return entry.manifest.document.fiscal_year


def _series_triples(years: Sequence[Entry]) -> Triples:
    first, last = years[0], years[-1]
    series, manifest = first.iris.series, last.manifest
    # only this type: a series that is also a dcat:Dataset is harvested as an empty dataset
    yield Triple(series, rdf.type, dcat.DatasetSeries)
    yield from labels(series, rdfs.label, _title(last))
    yield from labels(series, dct.title, _title(last))
    yield from labels(series, dct.description, _description(last))
    yield Triple(series, dct.publisher, first.iris.publisher)
    yield Triple(series, dcat.contactPoint, first.iris.contact)
    yield Triple(series, dct.accrualPeriodicity, ANNUAL)
    for place in places(manifest.municipality):
        yield Triple(series, dct.spatial, place)
    yield from dates(series, years)
    yield Triple(series, dcat.first, first.iris.dataset)
    yield Triple(series, dcat.last, last.iris.dataset)


def dates(subject: NamedNode, entries: Sequence[Entry]) -> Triples:
    """Say when the first of some datasets was issued and when the last was changed."""
    releases = [entry.manifest.release for entry in entries]
    issued = [release.issued for release in releases if release.issued]
    modified = [release.modified for release in releases if release.modified]
    if issued:
        yield Triple(subject, dct.issued, date(min(issued)))
    if modified:
        yield Triple(subject, dct.modified, date(max(modified)))


def _title(entry: Entry) -> Bilingual:
    title = entry.manifest.plan.title
    return Bilingual(
        f"{title.ja} 年度別実施計画", f"{title.en}: yearly implementation plans" if title.en else ""
    )


def _description(entry: Entry) -> Bilingual:
    city, title = entry.manifest.municipality.name, entry.manifest.plan.title
    return Bilingual(
        f"{city.ja}の「{title.ja}」の実施計画を、年度ごとに一つのデータにして並べたものです。",
        f"The implementation plans of {city.en or city.ja}'s {title.en or title.ja}, one dataset for each fiscal year.",
    )
