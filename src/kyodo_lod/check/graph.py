"""SHACL results to findings, each at the place in the document its node was derived from."""

import re
from collections.abc import Iterable, Iterator

import rdflib
from rdflib import PROV, RDFS

from kyodo_lod.bilingual import Bilingual
from kyodo_lod.check.shacl import Result, results
from kyodo_lod.check.shapes import Shapes
from kyodo_lod.finding import Finding, Severity
from kyodo_lod.origin import Origin
from kyodo_lod.rdf.interop import to_rdflib
from kyodo_lod.rdf.terms import Statement
from kyodo_lod.rdf.vocabulary import dct, kyo

_LINE = re.compile(r"#line=(\d+),\d+$")
_FILE_NAME = rdflib.URIRef(kyo.fileName.value)
_LINE_NUMBER = rdflib.URIRef(kyo.lineNumber.value)
_PART_OF = rdflib.URIRef(dct.isPartOf.value)


def check_graph(statements: Iterable[Statement], shapes: Shapes) -> list[Finding]:
    """Validate a graph.

    Args:
        statements: the data; graph names do not matter.
        shapes: what is demanded of it.

    Returns:
        The top-level results in the order of their places; what several constraints of one shape
        say of one value is one finding.
    """
    data = to_rdflib(statements)
    found = (_finding(result, data, shapes) for result in results(data, shapes.lean, shapes.place))
    return sorted(dict.fromkeys(found), key=lambda finding: finding.origin or Origin(""))


def _finding(result: Result, data: rdflib.Graph, shapes: Shapes) -> Finding:
    node = _at_fault(result)
    places = sorted(_origins(data, node))
    return Finding(
        rule=str(result.shape) if isinstance(result.shape, rdflib.URIRef) else result.component,
        severity=_severity(result.severity),
        message=_with_subject(shapes.message(result.shape, result.messages), node, data, places),
        origin=places[0] if places else None,
        related=tuple(places[1:]),
        focus=str(result.focus),
        path=result.path,
        value="" if result.value is None else str(result.value),
        kind=_kind(result.value),
        component=result.component,
    )


def _kind(value: rdflib.term.Node | None) -> str:
    """Say what kind of term a value is, as `Finding.kind` is read."""
    if isinstance(value, rdflib.URIRef):
        return "<>"
    if not isinstance(value, rdflib.Literal):
        return ""
    if value.language:
        return f"@{value.language}"
    return f"^^{value.datatype}" if value.datatype else ""


def _at_fault(result: Result) -> rdflib.term.Node:
    """Give the node whose statements are wrong: the focus, or another that a rule on it names."""
    is_other = not result.path and isinstance(result.value, rdflib.URIRef)
    return result.value if is_other and result.value else result.focus


def _severity(name: str) -> Severity:
    known = {severity.value: severity for severity in Severity}
    return known.get(name, Severity.VIOLATION)


def _with_subject(
    message: Bilingual, node: rdflib.term.Node, data: rdflib.Graph, places: list[Origin]
) -> Bilingual:
    """Say which node is meant where no place in a document tells."""
    is_there = (node, None, None) in data or (None, None, node) in data
    if places or not is_there:
        return message
    literals = (o for o in data.objects(node, RDFS.label) if isinstance(o, rdflib.Literal))
    labels = {label.language: f"{label} " for label in sorted(literals)}
    ja = labels.get("ja", next(iter(labels.values()), ""))
    en = labels.get("en", ja)
    return Bilingual(f"{ja}<{node}>: {message.ja}", f"{en}<{node}>: {message.en}")


def _origins(data: rdflib.Graph, node: rdflib.term.Node | None) -> Iterator[Origin]:
    if isinstance(node, rdflib.Literal) or node is None:
        return
    passages = list(data.objects(node, PROV.wasDerivedFrom)) or [node]
    for passage in passages:
        line = _line(data, passage)
        if line:
            document = data.value(passage, _PART_OF)
            name = data.value(document, _FILE_NAME) if document is not None else None
            yield Origin(str(name or str(passage).partition("#")[0]), line)


def _line(data: rdflib.Graph, passage: rdflib.term.Node) -> int:
    """Give the line at which a passage begins: as the graph says, else as its IRI does (RFC 5147)."""
    stated = data.value(passage, _LINE_NUMBER)
    if stated is not None and str(stated).isascii() and str(stated).isdigit():
        return int(str(stated))
    found = _LINE.search(str(passage))
    return int(found[1]) + 1 if found else 0
