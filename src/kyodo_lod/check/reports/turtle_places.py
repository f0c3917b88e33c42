"""Where the results of a validation report in Turtle stand: documents, RDF files, their lines."""

from collections.abc import Callable, Iterable
from collections.abc import Set as AbstractSet
from typing import TypeAlias
from urllib.parse import quote

from kyodo_lod.check.reports.places import encodable
from kyodo_lod.finding import Finding
from kyodo_lod.origin import Origin
from kyodo_lod.rdf.terms import NamedNode, Triple, Triples, integer, japanese, string
from kyodo_lod.rdf.vocabulary import dct, kyo, prov, rdf, rdfs

#: from a place in a document to its IRI
Places: TypeAlias = Callable[[Origin], NamedNode]


def places_under(name: NamedNode) -> Places:
    """Give places in files that nobody published IRIs under a report's own."""

    def place(origin: Origin) -> NamedNode:
        line = f";{origin.fragment}" if origin.fragment else ""
        return NamedNode(f"{name.value}#file={quoted(origin.document)}{line}")

    return place


def quoted(text: str) -> str:
    """Give any text as a part of an IRI."""
    return quote(text, safe="", errors="surrogatepass")


def place_triples(findings: Iterable[Finding], places: Places) -> Triples:
    """Describe the documents and RDF files, and their lines, that findings are about, each once."""
    findings = list(findings)
    cited = {o for finding in findings for o in (finding.origin, *finding.related) if o}
    yield from _file_triples(cited, places, kyo.SourceDocument, kyo.SourcePassage)
    of_graphs = {finding.graph_origin for finding in findings if finding.graph_origin}
    yield from _file_triples(of_graphs - cited, places, prov.Entity, prov.Entity)


def _file_triples(
    cited: AbstractSet[Origin], places: Places, of_file: NamedNode, of_line: NamedNode
) -> Triples:
    for document in sorted({origin.document for origin in cited}):
        file = places(Origin(document))
        yield Triple(file, rdf.type, of_file)
        name = kyo.fileName if of_file == kyo.SourceDocument else rdfs.label
        yield Triple(file, name, string(encodable(document)))
        for origin in sorted(o for o in cited if o.document == document and o.fragment):
            passage = places(origin)
            yield Triple(passage, rdf.type, of_line)
            within = f"{_lines(origin)}行目" if origin.line else origin.within.ja
            yield Triple(passage, rdfs.label, japanese(f"{encodable(document)} {within}"))
            yield from _position(passage, origin)
            yield Triple(passage, dct.isPartOf, file)


def _position(passage: NamedNode, origin: Origin) -> Triples:
    numbers = {
        kyo.lineNumber: origin.line,
        kyo.pageNumber: origin.page,
        kyo.rowNumber: origin.row,
    }
    for predicate, number in numbers.items():
        if number:
            yield Triple(passage, predicate, integer(number))
    if origin.sheet_name:
        yield Triple(passage, kyo.sheetName, string(origin.sheet_name))


def _lines(origin: Origin) -> str:
    return f"{origin.line}〜{origin.last}" if origin.last > origin.line else str(origin.line)
