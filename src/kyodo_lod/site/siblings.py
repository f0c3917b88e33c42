"""The data beside a page: what the dump says of its thing and of what the page shows with it."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from kyodo_lod.rdf.formats import JSON_LD, TURTLE, Format
from kyodo_lod.rdf.terms import NamedNode, Triple
from kyodo_lod.rdf.vocabulary import kyo, prov, rdfs
from kyodo_lod.site.published import Published

_FORMATS = (TURTLE, JSON_LD)
#: what is told with a thing, whole
_WITH_IT = (kyo.subItem, prov.wasDerivedFrom)


@dataclass(frozen=True, slots=True)
class Sibling:
    """A file of data beside a page.

    Args:
        path: in the site.
        format: its format.
    """

    path: str
    format: Format


def write_siblings(thing: NamedNode, published: Published, made: Path) -> list[Sibling]:
    """Write what is said of a thing beside its page, in each format.

    Args:
        thing: that has a page.
        published: what is published.
        made: the unfinished folder.
    """
    stem = published.places.page(thing).removesuffix(".html")
    siblings = [Sibling(f"{stem}.{fmt.extension}", fmt) for fmt in _FORMATS]
    statements = list(_said(thing, published))
    for sibling in siblings:
        path = made / sibling.path
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("wb") as output:
            writer = sibling.format.resolve_writer()
            writer(statements, sibling.format, output, published.home)
    return siblings


def _said(thing: NamedNode, published: Published) -> Iterator[Triple]:
    """Give what is said of a thing and its parts, then the names of all that these mention."""
    told = dict.fromkeys([thing, *_parts(thing, published)])
    named: dict[NamedNode, None] = {}
    for subject in told:
        for predicate, values in published.data.graph.by_subject.get(subject, {}).items():
            for value in values:
                yield Triple(subject, predicate, value)
                if isinstance(value, NamedNode) and value not in told:
                    named[value] = None
    for subject in named:
        for label in published.data.graph.objects(subject, rdfs.label):
            yield Triple(subject, rdfs.label, label)


def _parts(thing: NamedNode, published: Published) -> Iterator[NamedNode]:
    for predicate in _WITH_IT:
        yield from published.data.all(thing, predicate)
