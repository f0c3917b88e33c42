"""The page of a municipality: its plans, and its organisation as far as the plans name it."""

from collections.abc import Mapping
from dataclasses import dataclass

from kyodo_lod.bilingual import Bilingual
from kyodo_lod.rdf.terms import NamedNode
from kyodo_lod.rdf.vocabulary import dct, foaf, kyo, rdf, schema, skos
from kyodo_lod.site import units
from kyodo_lod.site.plan import years_of
from kyodo_lod.site.published import Published
from kyodo_lod.site.unit import count

#: who describes the place elsewhere, by the beginning of the IRI
_ELSEWHERE = {
    "https://sws.geonames.org/": Bilingual("GeoNames", "GeoNames"),
    "http://data.e-stat.go.jp/": Bilingual("統計LOD (e-Stat)", "Statistics LOD (e-Stat)"),
    "http://www.wikidata.org/": Bilingual("ウィキデータ", "Wikidata"),
}
#: trees of units are shallow; a circle in the data ends here
_DEEPEST = 8


@dataclass(frozen=True, slots=True)
class Branch:
    """A unit in the tree.

    Args:
        unit: its IRI.
        count: of its projects and of those below.
        below: the units directly below.
    """

    unit: NamedNode
    count: int
    below: "list[Branch]"


def municipality_values(city: NamedNode, published: Published) -> Mapping[str, object]:
    """Give what the page of a municipality shows.

    Args:
        city: its IRI.
        published: what is published.
    """
    data = published.data
    made = data.holders(dct.creator, city)
    plans = [each for each in made if kyo.Plan in data.all(each, rdf.type)]
    return {
        "code": data.plain(city, skos.notation),
        "homepages": data.all(city, foaf.homepage),
        "elsewhere": [(each, _name(each)) for each in _described(city, published)],
        "plans": [(each, years_of(each, published)) for each in plans],
        "documents": [each for each in made if kyo.SourceDocument in data.all(each, rdf.type)],
        "tree": [branch(each, published) for each in units.bureaus(city, data)],
    }


def branch(unit: NamedNode, published: Published, depth: int = 0) -> Branch:
    """Give a unit and what lies below it, with counts.

    Args:
        unit: an organisational unit.
        published: what is published.
        depth: how far down it lies.
    """
    below = units.below(unit, published.data) if depth < _DEEPEST else []
    branches = [branch(each, published, depth + 1) for each in below]
    return Branch(unit, count(unit, published), branches)


def _described(city: NamedNode, published: Published) -> list[NamedNode]:
    return [*published.data.all(city, dct.spatial), *published.data.all(city, schema.sameAs)]


def _name(place: NamedNode) -> Bilingual:
    known = (name for start, name in _ELSEWHERE.items() if place.value.startswith(start))
    return next(known, Bilingual(place.value, place.value))
