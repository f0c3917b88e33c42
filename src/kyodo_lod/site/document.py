"""The page of a document: its lines as far as the data quote them, each with what was read from it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from kyodo_lod.bilingual import Bilingual
from kyodo_lod.rdf.terms import NamedNode
from kyodo_lod.rdf.vocabulary import dcat, dct, foaf, kyo, prov, rdf
from kyodo_lod.site.passages import Position, before_name, last_line, place_name, position
from kyodo_lod.site.published import Published
from kyodo_lod.site.things import Things


@dataclass(frozen=True, slots=True)
class Quote:
    """A place of the document that the data quote.

    Args:
        passage: its IRI.
        name: of the place, 69行目.
        cells: its raw text, cut at the tabs.
        facts: what was read from it.
        gap: what lies before it and is not quoted; empty where nothing does.
    """

    passage: NamedNode
    name: Bilingual
    cells: list[str]
    facts: list[NamedNode]
    gap: Bilingual


@dataclass(frozen=True, slots=True)
class Origin:
    """The file that places are places in, and where the municipality shows the document.

    Args:
        file: name of the file as received; empty where the data do not say.
        format: its media type; None likewise.
        web_pages: of the document, as the data state them.
    """

    file: str
    format: NamedNode | None
    web_pages: list[NamedNode]


def origin(document: NamedNode, data: Things) -> Origin:
    """Give what a document's lines are lines of.

    Args:
        document: its IRI.
        data: what is published.
    """
    return Origin(
        data.plain(document, kyo.fileName),
        data.one(document, dct.format),
        data.all(document, foaf.page),
    )


def document_values(document: NamedNode, published: Published) -> Mapping[str, object]:
    """Give what the page of a document shows.

    Args:
        document: its IRI.
        published: what is published.
    """
    data = published.data
    derived = data.holders(prov.wasDerivedFrom, document)
    plans = [each for each in derived if kyo.ImplementationPlan in data.all(each, rdf.type)]
    return {
        "city": data.one(document, dct.creator),
        "origin": origin(document, data),
        "sha256": data.plain(document, kyo.sha256),
        "size": data.number(document, kyo.byteSize),
        "licences": data.all(document, dct.license),
        "rights_holder": data.one(document, dct.rightsHolder),
        "rights": _rights(derived, data),
        "plans": plans,
        "quotes": list(quotes(document, data)),
    }


def _rights(derived: list[NamedNode], data: Things) -> list[NamedNode]:
    """Give what the datasets made from a document state of rights."""
    datasets = [each for each in derived if dcat.Dataset in data.all(each, rdf.type)]
    return [each for dataset in datasets for each in data.all(dataset, dct.rights)]


def quotes(document: NamedNode, data: Things) -> Iterator[Quote]:
    """Give the quoted places in the order of the document, each with the gap before it.

    Args:
        document: its IRI.
        data: what is published.
    """
    parts = data.holders(dct.isPartOf, document)
    listed = [each for each in parts if kyo.SourcePassage in data.all(each, rdf.type)]
    before: Position = ("", 0, 0)
    for each in sorted(listed, key=lambda passage: position(passage, data)):
        here = position(each, data)
        raw = data.plain(each, prov.value).split("\t")
        facts = data.holders(prov.wasDerivedFrom, each)
        yield Quote(each, place_name(each, data), raw, facts, before_name(each, before, data))
        before = (*here[:2], last_line(each, data))
