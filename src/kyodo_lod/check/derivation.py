"""What a graph says of where its nodes come from: prov:wasDerivedFrom, and the passages it names."""

import re
from collections.abc import Iterator

from kyodo_lod.bilingual import Bilingual
from kyodo_lod.origin import Origin
from kyodo_lod.rdf.graph import Graph, Node
from kyodo_lod.rdf.terms import Literal, NamedNode
from kyodo_lod.rdf.vocabulary import dct, kyo, prov, rdfs

_LINE = re.compile(r"#line=(\d{1,9}),\d+\Z")
_DIGITS = re.compile(r"[0-9]{1,9}")


def origins(data: Graph, node: Node) -> Iterator[Origin]:
    """Give the places in a document that a node was derived from, or that it is itself."""
    for passage in _passages(data, node):
        line = _line(data, passage)
        if line:
            document = data.value(passage, dct.isPartOf)
            name = data.value(document, kyo.fileName) if document is not None else None
            yield Origin(_text(name) if name else _text(passage).partition("#")[0], line)


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
    return sorted(found, key=lambda passage: (_line(data, passage), str(passage)))


def _line(data: Graph, passage: Node) -> int:
    """Give the line at which a passage begins: as the graph says, else as its IRI does (RFC 5147)."""
    stated = data.value(passage, kyo.lineNumber)
    if isinstance(stated, Literal) and _DIGITS.fullmatch(stated.value):
        return int(stated.value)
    found = _LINE.search(_text(passage))
    return int(found[1]) + 1 if found else 0


def _text(node: Node) -> str:
    return node.value if isinstance(node, NamedNode | Literal) else str(node)
