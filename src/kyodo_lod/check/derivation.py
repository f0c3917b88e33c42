"""What a graph says of where its nodes come from: prov:wasDerivedFrom, and the passages it names.

A passage is a line, a row of a table, or a row on a page or sheet (kyo:lineNumber, kyo:rowNumber,
kyo:pageNumber, kyo:sheetName).
"""

import re
from collections.abc import Iterator
from dataclasses import replace

from kyodo_lod.bilingual import Bilingual
from kyodo_lod.origin import Origin
from kyodo_lod.rdf.graph import Graph, Node
from kyodo_lod.rdf.terms import Literal, NamedNode
from kyodo_lod.rdf.vocabulary import dct, kyo, prov, rdfs

#: how an IRI says the position of a passage: lines (RFC 5147), or a row of a table, page or sheet
_POSITION = re.compile(
    r"#(?:line=(?P<line>\d{1,9}),\d+"
    r"|(?:page=(?P<page>\d{1,9})&|sheet=(?P<sheet>\d{1,9})&)?row=(?P<row>\d{1,9}))\Z"
)
_NUMBERS = {"line": kyo.lineNumber, "page": kyo.pageNumber, "row": kyo.rowNumber}
#: a passage without a position
_NOWHERE = Origin("")
_DIGITS = re.compile(r"[0-9]{1,9}")


def origins(data: Graph, node: Node) -> Iterator[Origin]:
    """Give the places in a document that a node was derived from, or that it is itself."""
    for passage in _passages(data, node):
        position = _position(data, passage)
        if position != _NOWHERE:
            document = data.value(passage, dct.isPartOf)
            name = data.value(document, kyo.fileName) if document is not None else None
            known = _text(name) if name else _text(passage).partition("#")[0]
            yield replace(position, document=known)


def passage_text(data: Graph, node: Node) -> str:
    """Give the text, as received, of the first line that a node was derived from."""
    texts = (data.value(passage, prov.value) for passage in _passages(data, node))
    return next((text.value for text in texts if isinstance(text, Literal)), "").partition("\n")[0]


def labels_of(data: Graph, node: Node) -> Bilingual:
    """Give a node's name: in each language, else whatever there is; empty where it has none."""
    found = (label for label in data.objects(node, rdfs.label) if isinstance(label, Literal))
    texts = {label.language: label.value for label in sorted(found, key=str)}
    ja = texts.get("ja", next(iter(texts.values()), ""))
    return Bilingual(ja, texts.get("en", ja))


def _passages(data: Graph, node: Node) -> list[Node]:
    if isinstance(node, Literal):
        return []
    found = data.objects(node, prov.wasDerivedFrom) or [node]
    return sorted(found, key=lambda passage: (_position(data, passage), str(passage)))


def _position(data: Graph, passage: Node) -> Origin:
    """Give where a passage begins: as the graph says, else as its IRI does; of no document yet."""
    numbers = _in_iri(_text(passage)) | _stated(data, passage)
    if "line" in numbers:
        return Origin("", numbers["line"])
    name = data.value(passage, kyo.sheetName)
    return Origin("", sheet_name=_text(name) if isinstance(name, Literal) else "", **numbers)


def _stated(data: Graph, passage: Node) -> dict[str, int]:
    stated = {name: data.value(passage, number) for name, number in _NUMBERS.items()}
    return {
        name: int(value.value)
        for name, value in stated.items()
        if isinstance(value, Literal) and _DIGITS.fullmatch(value.value)
    }


def _in_iri(iri: str) -> dict[str, int]:
    found = _POSITION.search(iri)
    numbers = (
        {name: int(value) for name, value in found.groupdict().items() if value} if found else {}
    )
    return {name: value + 1 if name == "line" else value for name, value in numbers.items()}


def _text(node: Node) -> str:
    return node.value if isinstance(node, NamedNode | Literal) else str(node)
