"""The way from the first page down to a thing, as its breadcrumbs show it."""

from kyodo_lod.rdf.terms import NamedNode
from kyodo_lod.rdf.vocabulary import dct, kyo, org, skos
from kyodo_lod.site.published import Published

#: what a thing lies within, the nearest first
_WITHIN = (dct.isPartOf, org.subOrganizationOf, skos.inScheme, org.unitOf, dct.creator)
#: no tree of ours is deeper; a circle in the data ends here
_DEEPEST = 12


def trail(thing: NamedNode, published: Published) -> list[NamedNode]:
    """Give what a thing lies within, from the widest to the nearest that has a page.

    Args:
        thing: any thing.
        published: what is published.
    """
    found: list[NamedNode] = []
    above = _above(thing, published)
    while above and above not in (thing, *found) and len(found) < _DEEPEST:
        found.insert(0, above)
        above = _above(above, published)
    return found


def _above(thing: NamedNode, published: Published) -> NamedNode | None:
    for predicate in _WITHIN:
        for whole in published.data.all(thing, predicate):
            plan = published.data.holders(kyo.policyScheme, whole)
            nearest = plan[0] if plan else whole
            if published.places.has_page(nearest):
                return nearest
    return None
