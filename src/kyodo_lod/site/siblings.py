"""The data beside a page: what the dump says of its thing and of what the page shows with it."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from kyodo_lod.rdf.formats import JSON_LD, TURTLE, Format
from kyodo_lod.rdf.graph import Node
from kyodo_lod.rdf.terms import NamedNode, Triple
from kyodo_lod.rdf.vocabulary import dcat, dct, kyo, org, prov, rdf, rdfs, skos
from kyodo_lod.site.published import Published
from kyodo_lod.site.scope import scope

_FORMATS = (TURTLE, JSON_LD)
#: what tells the name of a thing
_NAMES = frozenset((rdfs.label, skos.prefLabel, skos.notation))
#: what lists show of a thing
_BRIEF = _NAMES | {
    *(rdf.type, dct.isPartOf, dct.creator, dct.identifier, dct.rights, dcat.version),
    *(kyo.nameAsListed, kyo.listOrder, kyo.documentOrder, kyo.markedNew, kyo.declaredProjectCount),
    *(kyo.basicPolicy, kyo.responsibleUnit, kyo.fiscalYear, kyo.year, prov.wasDerivedFrom),
    *(org.subOrganizationOf, org.unitOf),
}
_Index = Mapping[Node, Mapping[NamedNode, Sequence[Node]]]


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
    statements = _said(thing, published)
    for sibling in siblings:
        path = made / sibling.path
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("wb") as output:
            writer = sibling.format.resolve_writer()
            writer(statements, sibling.format, output, published.home)
    return siblings


def _said(thing: NamedNode, published: Published) -> list[Triple]:
    """Give what is said of a thing and what belongs to it, a little of what its page lists, and names."""
    said, with_it = published.data.graph.by_subject, scope(thing, published)
    whole = dict.fromkeys([thing, *with_it.whole])
    brief = dict.fromkeys(each for each in with_it.brief if each not in whole)
    told = [*_of(whole, said, None), *_of(brief, said, _BRIEF)]
    mentioned = (each.object for each in told if each.predicate != rdf.type)
    named = dict.fromkeys(
        each
        for each in mentioned
        if isinstance(each, NamedNode) and each not in whole and each not in brief
    )
    return [*told, *_of(named, said, _NAMES)]


def _of(
    subjects: Iterable[NamedNode], said: _Index, told: frozenset[NamedNode] | None
) -> Iterator[Triple]:
    for subject in subjects:
        for predicate, values in said.get(subject, {}).items():
            if told is None or predicate in told:
                for value in values:
                    yield Triple(subject, predicate, value)
