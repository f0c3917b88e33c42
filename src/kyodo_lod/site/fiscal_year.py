"""The page of a fiscal year: which municipalities' plans of it there are."""

from collections.abc import Mapping

from kyodo_lod.rdf.terms import NamedNode
from kyodo_lod.rdf.vocabulary import dcat, dct, kyo, rdf, skos
from kyodo_lod.site.plan import count
from kyodo_lod.site.published import Published


def fiscal_year_values(year: NamedNode, published: Published) -> Mapping[str, object]:
    """Give what the page of a fiscal year shows.

    Args:
        year: its IRI.
        published: what is published.
    """
    data = published.data
    of_year = data.holders(kyo.fiscalYear, year)
    plans = [each for each in of_year if kyo.ImplementationPlan in data.all(each, rdf.type)]
    return {
        "also": data.plains(year, skos.altLabel),
        "begins": data.plain(year, dcat.startDate),
        "ends": data.plain(year, dcat.endDate),
        "plans": [(each, data.one(each, dct.creator), count(each, published)) for each in plans],
    }
