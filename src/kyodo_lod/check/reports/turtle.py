"""Findings as a validation report in Turtle (SHACL 1.0, section 3.6); always in both languages.

No node is blank but those of a path of several properties, which SHACL wants so; a shape without an
IRI gets one under the report's. SHACL counts warnings among the results: `sh:conforms` is true where there are none.
The demands within a rule that failed are `sh:detail`, as abstract results: no engine says all that a
validation result must say of them.
"""

import hashlib
import uuid
from collections.abc import Sequence
from io import BytesIO

from kyodo_lod.bilingual import Bilingual, Language
from kyodo_lod.check.report import Report
from kyodo_lod.check.reports.places import encodable
from kyodo_lod.check.reports.summary import part
from kyodo_lod.check.reports.turtle_paths import path_triples
from kyodo_lod.check.reports.turtle_places import Places, place_triples, places_under, quoted
from kyodo_lod.finding import SHAPES, Finding, Inner, Severity
from kyodo_lod.origin import Origin
from kyodo_lod.rdf.formats import TURTLE
from kyodo_lod.rdf.terms import (
    BlankNode,
    Literal,
    NamedNode,
    Triple,
    Triples,
    boolean,
    iri,
    labels,
    string,
)
from kyodo_lod.rdf.turtle import write as write_turtle
from kyodo_lod.rdf.vocabulary import (
    HOME,
    PUBLICATION_VOCABULARIES,
    prov,
    rdf,
    rdfs,
    sh,
)

#: the constraint component of what reading a document finds, which no SHACL engine could
READING = NamedNode(f"{SHAPES}document#ReadingConstraintComponent")
_READING = Bilingual("文書を読むときの規則による検査", "check by a rule for reading documents")
_SEVERITIES = {
    Severity.VIOLATION: sh.Violation,
    Severity.WARNING: sh.Warning,
    Severity.INFO: sh.Info,
}
#: a report's name while it is looked for
_NAMELESS = NamedNode("urn:uuid:00000000-0000-0000-0000-000000000000")
_SPARQL = NamedNode(f"{sh.iri}SPARQLConstraintComponent")


def write(
    reports: Sequence[Report],
    language: Language,  # noqa: ARG001 - both are in it
    unfold: bool = False,  # noqa: ARG001 - a result is about one node
) -> str:
    """Write `reports` as one Turtle document, each report under an IRI made of what it says."""
    triples = (triple for report in reports for triple in report_triples(report, _urn(report)))
    output = BytesIO()
    write_turtle(triples, TURTLE, output, HOME, PUBLICATION_VOCABULARIES)
    return output.getvalue().decode("utf-8")


def _urn(report: Report) -> NamedNode:
    """Name a report that nobody publishes after its input and what is told of it, and nothing else.

    The same report is the same, two reports are two; what the program knows and does not write here
    changes no name.
    """
    digest = hashlib.sha256(report.place.encode("utf-8", "surrogatepass"))
    for triple in report_triples(report, _NAMELESS):
        digest.update(f"\n{triple}".encode())
    return NamedNode(uuid.UUID(bytes=digest.digest()[:16], version=5).urn)


def report_triples(report: Report, name: NamedNode, places: Places | None = None) -> Triples:
    """Describe a report.

    Args:
        report: what was found.
        name: the report's IRI; its results are `…#result-1` and so on.
        places: the IRIs of places in the document; ones under `name` where nobody published it.
    """
    places = places or places_under(name)
    findings = _findings(report)
    results = [NamedNode(f"{name.value}#result-{n}") for n in range(1, len(findings) + 1)]
    place = encodable(report.place)
    label = Bilingual(f"検査報告: {place}", f"validation report: {place}")
    yield Triple(name, rdf.type, sh.ValidationReport)
    yield from labels(name, rdfs.label, label)
    yield Triple(name, sh.conforms, boolean(_conforms(report)))
    if any(note := part(report)):
        yield from labels(name, rdfs.comment, note)
    for result in results:
        yield Triple(name, sh.result, result)
    for result, finding in zip(results, findings, strict=True):
        yield from _result_triples(result, finding, report, places, name)
    yield from place_triples(findings, places)
    if any(_component(finding) == READING for finding in findings):
        yield Triple(READING, rdf.type, sh.ConstraintComponent)
        yield from labels(READING, rdfs.label, _READING)


def _findings(report: Report) -> list[Finding]:
    """Give the findings; what cannot be read is one, so that nothing takes it for what conforms."""
    if why := report.unreadable:
        return [Finding(READING.value, Severity.VIOLATION, why.message, graph_origin=why.origin)]
    return list(report.findings)


def _conforms(report: Report) -> bool:
    """Tell whether there is no result; what a baseline knows or --max-findings cuts is one too."""
    return not (_findings(report) or report.known or report.cut or report.stopped)


def _result_triples(
    result: NamedNode, finding: Finding, report: Report, places: Places, name: NamedNode
) -> Triples:
    origins = _origins(finding)
    yield Triple(result, rdf.type, sh.ValidationResult)
    yield Triple(result, sh.resultSeverity, _severity(finding))
    if finding.focus:
        focus = _iri(finding.focus) or NamedNode(f"{name.value}#node={quoted(finding.focus)}")
    else:
        focus = places(origins[0] if origins else Origin(report.place))
    yield Triple(result, sh.focusNode, focus)
    path, of_path = _path(result, finding.path)
    if path:
        yield Triple(result, sh.resultPath, path)
    if finding.value:
        yield Triple(result, sh.value, _value(finding))
    yield Triple(result, sh.sourceConstraintComponent, _component(finding))
    yield from _source_triples(result, finding, name)
    yield from _said_triples(result, finding)
    for origin in origins:
        yield Triple(result, prov.wasDerivedFrom, places(origin))
    yield from _details(result, finding.inner)
    yield from of_path


def _path(result: NamedNode, path: str) -> tuple[NamedNode | BlankNode | None, list[Triple]]:
    digest = hashlib.sha256(f"{result.value} {path}".encode()).hexdigest()[:16]
    return path_triples(path, lambda number: f"path-{digest}-{number}")


def _source_triples(result: NamedNode, finding: Finding, name: NamedNode) -> Triples:
    """Name the source shape, and the constraint where a rule is one."""
    component, rule = _component(finding), _iri(finding.rule)
    if finding.shape.startswith("_:"):
        shape: NamedNode | None = NamedNode(f"{name.value}#shape={quoted(finding.shape[2:])}")
    else:
        shape = _iri(finding.shape[1:-1]) or rule
    if shape and shape != component:
        yield Triple(result, sh.sourceShape, shape)
    if component == _SPARQL and rule and finding.shape and rule not in (shape, component):
        yield Triple(result, sh.sourceConstraint, rule)


def _said_triples(result: NamedNode, finding: Finding) -> Triples:
    """Say what is wrong: in a shape's own words, each in its language, else in ours."""
    for tag, text in finding.said:
        said = encodable(text)
        yield Triple(result, sh.resultMessage, Literal(said, language=tag) if tag else string(said))
    if not finding.said:
        yield from _message_triples(result, finding.message)


def _origins(finding: Finding) -> list[Origin]:
    """Give all places of a finding, each once: the document's first, then the RDF file's."""
    document = (finding.origin, *finding.related) if finding.origin else ()
    return list(dict.fromkeys(o for o in (*document, finding.graph_origin) if o))


def _severity(finding: Finding) -> NamedNode:
    own = _iri(finding.stated_severity) if finding.stated_severity else None
    return own or _SEVERITIES[finding.severity]


def _details(result: NamedNode, inner: Sequence[Inner]) -> Triples:
    """Describe the demands within a rule that failed, each under the result's IRI."""
    names = [NamedNode(f"{result.value}-{number}") for number in range(1, len(inner) + 1)]
    for detail in names:
        yield Triple(result, sh.detail, detail)
    for detail, each in zip(names, inner, strict=True):
        yield Triple(detail, rdf.type, sh.AbstractResult)
        if rule := _iri(each.rule):
            is_component = rule.value.startswith(sh.iri)
            yield Triple(
                detail, sh.sourceConstraintComponent if is_component else sh.sourceShape, rule
            )
        yield from _message_triples(detail, each.message)
        yield from _details(detail, each.inner)


def _message_triples(result: NamedNode, message: Bilingual) -> Triples:
    """Say what is wrong; a foreign shape's message, which has no language, without one."""
    ja, en = encodable(message.ja), encodable(message.en)
    if ja == en:
        yield from [Triple(result, sh.resultMessage, string(ja))] if ja else []
    else:
        yield from labels(result, sh.resultMessage, Bilingual(ja, en))


def _iri(text: str) -> NamedNode | None:
    try:
        return iri(text)
    except ValueError:
        return None


def _value(finding: Finding) -> NamedNode | Literal:
    value, kind = encodable(finding.value), finding.kind
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
