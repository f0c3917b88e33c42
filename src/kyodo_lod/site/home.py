"""The first page: what there is, in figures and files, and how to cite it."""

from collections.abc import Mapping

from kyodo_lod.rdf.vocabulary import dct
from kyodo_lod.site.published import Published


def home_values(published: Published) -> Mapping[str, object]:
    """Give what the first page shows."""
    catalogue, catalog = published.catalogue, published.catalog
    return {
        "title": catalogue.text(catalog, dct.title),
        "description": catalogue.text(catalog, dct.description),
        "plans": published.plans,
    }
