"""Findings as a validation report in Turtle (SHACL 1.0, section 3.6); always in both languages.

No node is blank. SHACL counts warnings among the results: `sh:conforms` is true where there are none.
"""

import hashlib
import re
import uuid
from collections.abc import Callable, Iterable, Sequence
from io import BytesIO
from typing import TypeAlias
from urllib.parse import quote

from kyodo_lod.bilingual import Bilingual, Language
from kyodo_lod.check.report import Report
from kyodo_lod.finding import SHAPES, Finding, Severity
from kyodo_lod.origin import Origin
from kyodo_lod.rdf.formats import TURTLE
from kyodo_lod.rdf.terms import (
    Literal,
    NamedNode,
    Triple,
    Triples,
    boolean,
    integer,
    iri,
    japanese,
    labels,
    string,
)
from kyodo_lod.rdf.turtle import write as write_turtle
from kyodo_lod.rdf.vocabulary import (
    HOME,
    PUBLICATION_VOCABULARIES,
    dct,
    kyo,
    prefixes,
    prov,
    rdf,
    rdfs,
    sh,
)

#: from a place in a document to its IRI
Places: TypeAlias = Callable[[Origin], NamedNode]

#: the constraint component of what reading a document finds, which no SHACL engine could
READING = NamedNode(f"{SHAPES}document#ReadingConstraintComponent")
_READING = Bilingual("文書を読むときの規則による検査", "check by a rule for reading documents")
_SEVERITIES = {
    Severity.VIOLATION: sh.Violation,
    Severity.WARNING: sh.Warning,
    Severity.INFO: sh.Info,
}
_PREFIXED = re.compile(r"(\w+):(\w+)")


def write(reports: Sequence[Report], language: Language) -> str:  # noqa: ARG001 - both are in it
    """Write `reports` as one Turtle document, each report under an IRI made of what it says."""
    triples = (triple for report in reports for triple in report_triples(report, _urn(report)))
    output = BytesIO()
    write_turtle(triples, TURTLE, output, HOME, PUBLICATION_VOCABULARIES)
    return output.getvalue().decode("utf-8")


def _urn(report: Report) -> NamedNode:
    """Name a report that nobody publishes: the same report the same, two reports differently."""
    digest = hashlib.sha256(repr(report).encode("utf-8", "surrogatepass")).digest()
    return NamedNode(uuid.UUID(bytes=digest[:16], version=5).urn)


def report_triples(report: Report, name: NamedNode, places: Places | None = None) -> Triples:
    """Describe a report.

    Args:
        report: what was found.
        name: the report's IRI; its results are `…#result-1` and so on.
        places: the IRIs of places in the document; ones under `name` where nobody published it.
    """
    places = places or _places_under(name)
    results = [NamedNode(f"{name.value}#result-{n}") for n in range(1, len(report.findings) + 1)]
    place = _text(report.place)
    label = Bilingual(f"検査報告: {place}", f"validation report: {place}")
    yield Triple(name, rdf.type, sh.ValidationReport)
    yield from labels(name, rdfs.label, label)
    yield Triple(name, sh.conforms, boolean(not results))
    for result in results:
        yield Triple(name, sh.result, result)
    for result, finding in zip(results, report.findings, strict=True):
        yield from _result_triples(result, finding, report, places, name)
    yield from _place_triples(report.findings, places)
    if any(_component(finding) == READING for finding in report.findings):
        yield Triple(READING, rdf.type, sh.ConstraintComponent)
        yield from labels(READING, rdfs.label, _READING)


def _places_under(name: NamedNode) -> Places:
    def place(origin: Origin) -> NamedNode:
        line = f";{origin.fragment}" if origin.fragment else ""
        return NamedNode(f"{name.value}#file={_quoted(origin.document)}{line}")

    return place


def _quoted(text: str) -> str:
    return quote(text, safe="", errors="surrogatepass")


def _text(text: str) -> str:
    """Give a text that UTF-8 can hold, whatever a file name was made of."""
    return text.encode("utf-8", "replace").decode("utf-8")


def _result_triples(
    result: NamedNode, finding: Finding, report: Report, places: Places, name: NamedNode
) -> Triples:
    origins = [finding.origin, *finding.related] if finding.origin else []
    yield Triple(result, rdf.type, sh.ValidationResult)
    yield Triple(result, sh.resultSeverity, _SEVERITIES[finding.severity])
    if finding.focus:
        focus = _iri(finding.focus) or NamedNode(f"{name.value}#node={_quoted(finding.focus)}")
    else:
        focus = places(origins[0] if origins else Origin(report.place))
    yield Triple(result, sh.focusNode, focus)
    if path := _path(finding.path):
        yield Triple(result, sh.resultPath, path)
    if finding.value:
        yield Triple(result, sh.value, _value(finding))
    yield Triple(result, sh.sourceConstraintComponent, _component(finding))
    shape = _iri(finding.rule)
    if shape and shape != _component(finding):
        yield Triple(result, sh.sourceShape, shape)
    yield from _message_triples(result, finding.message)
    for origin in dict.fromkeys(origins):
        yield Triple(result, prov.wasDerivedFrom, places(origin))


def _message_triples(result: NamedNode, message: Bilingual) -> Triples:
    """Say what is wrong; a foreign shape's message, which has no language, without one."""
    ja, en = _text(message.ja), _text(message.en)
    if ja == en:
        yield Triple(result, sh.resultMessage, string(ja))
    else:
        yield from labels(result, sh.resultMessage, Bilingual(ja, en))


def _iri(text: str) -> NamedNode | None:
    try:
        return iri(text)
    except ValueError:
        return None


def _path(path: str) -> NamedNode | None:
    """Give the property that a path is; None for a longer one, which RDF writes with blank nodes."""
    prefixed = _PREFIXED.fullmatch(path)
    if prefixed:
        namespace = prefixes(PUBLICATION_VOCABULARIES).get(prefixed[1])
        return NamedNode(namespace + prefixed[2]) if namespace else None
    return _iri(path) if path.count(":") == 1 else None


def _value(finding: Finding) -> NamedNode | Literal:
    value, kind = _text(finding.value), finding.kind
    try:
        if kind == "<>":
            return iri(value)
        if kind.startswith("@"):
            return Literal(value, language=kind[1:])
        if kind.startswith("^^"):
            return Literal(value, datatype=iri(kind[2:]))
    except ValueError:  # a term that RDF does not allow is shown as text
        pass
    return string(value)


def _component(finding: Finding) -> NamedNode:
    of_shacl = finding.rule if finding.rule.startswith(sh.iri) else ""
    return _iri(finding.component or of_shacl) or READING


def _place_triples(findings: Iterable[Finding], places: Places) -> Triples:
    """Describe the documents and lines that findings are about, each once."""
    cited = {o for finding in findings for o in (finding.origin, *finding.related) if o}
    for document in sorted({origin.document for origin in cited}):
        iri_of_document = places(Origin(document))
        yield Triple(iri_of_document, rdf.type, kyo.SourceDocument)
        yield Triple(iri_of_document, kyo.fileName, string(_text(document)))
        for origin in sorted(o for o in cited if o.document == document and o.line):
            passage = places(origin)
            yield Triple(passage, rdf.type, kyo.SourcePassage)
            yield Triple(passage, rdfs.label, japanese(f"{_text(document)} {_lines(origin)}行目"))
            yield Triple(passage, kyo.lineNumber, integer(origin.line))
            yield Triple(passage, dct.isPartOf, iri_of_document)


def _lines(origin: Origin) -> str:
    return f"{origin.line}〜{origin.last}" if origin.last > origin.line else str(origin.line)
