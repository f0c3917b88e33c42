"""<slug>-quality.ttl: how complete and consistent a dataset is, measured (DQV).

What is measured is defined in ontology/codes/quality.ttl. Shares are of what is listed; where
nothing is, there is none.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from decimal import ROUND_DOWN, Decimal

from kyodo_lod.bilingual import Bilingual
from kyodo_lod.check.rules import explanations
from kyodo_lod.finding import Finding, Severity
from kyodo_lod.mapping.concepts import Scheme, concept_triples, scheme
from kyodo_lod.mapping.iris import Iris
from kyodo_lod.model.plan import Plan, PolicySection
from kyodo_lod.publish.distributions import REPORT
from kyodo_lod.publish.provenance import build_of
from kyodo_lod.rdf.terms import Literal, NamedNode, Triple, Triples, decimal, integer, labels
from kyodo_lod.rdf.vocabulary import dqv, prov, rdf, rdfs, sh

#: the rules that every build applies to a document and its graph
_APPLIED = ("document#", "plan#")
#: shares are cut off behind these, so that only all of them are 1
_PLACES = Decimal("0.0001")


@dataclass(frozen=True, slots=True)
class Measurement:
    """A value of a metric.

    Args:
        metric: its code in the scheme `quality`.
        value: a whole number, or a share from 0 to 1.
        section: the policy it is about; None for the whole dataset.
    """

    metric: str
    value: int | Decimal
    section: PolicySection | None = None


def quality_triples(plan: Plan, iris: Iris, findings: Sequence[Finding]) -> Triples:
    """Describe the quality of a dataset.

    Args:
        plan: as read.
        iris: its IRIs.
        findings: all that reading and SHACL found.
    """
    measured, known, report = (
        list(measurements(plan, findings)),
        scheme("quality"),
        iris.file(REPORT),
    )
    yield Triple(iris.dataset, dqv.hasQualityMetadata, report)
    for each in measured:
        yield Triple(_about(each, iris), dqv.hasQualityMeasurement, _measurement(each, iris))
    for each in measured:
        yield from _measurement_triples(each, known, iris)
    for metric in dict.fromkeys(each.metric for each in measured):
        yield Triple(known.concept(metric), rdf.type, dqv.Metric)
        yield from concept_triples(known, metric)
    yield Triple(report, rdf.type, dqv.QualityMetadata)
    yield Triple(report, rdf.type, sh.ValidationReport)
    yield Triple(report, prov.wasGeneratedBy, build_of(iris))


def measurements(plan: Plan, findings: Sequence[Finding]) -> Iterator[Measurement]:
    """Measure a plan: first the whole, then each policy."""
    projects = list(plan.projects())
    yield from _counts(len(projects), plan.declared)
    named = (bool(p.units) and all(u.is_registered for u in p.units) for p in projects)
    yield from _share("registered-unit-share", named)
    yield from _share("plan-text-share", (bool(p.description) for p in projects))
    yield from _share("source-place-share", _placed(plan))
    yield Measurement("rules-applied", sum(name.startswith(_APPLIED) for name in explanations()))
    for metric, severity in (
        ("violations", Severity.VIOLATION),
        ("warnings", Severity.WARNING),
        ("infos", Severity.INFO),
    ):
        yield Measurement(metric, sum(finding.severity is severity for finding in findings))
    for section in plan.sections:
        yield from _counts(len(section.projects), section.declared, section)


def _counts(
    listed: int, declared: int | None, section: PolicySection | None = None
) -> Iterator[Measurement]:
    yield Measurement("listed-projects", listed, section)
    if declared is not None:
        yield Measurement("declared-projects", declared, section)
        yield Measurement("count-difference", listed - declared, section)


def _share(metric: str, members: Iterable[bool]) -> Iterator[Measurement]:
    answers = list(members)
    if answers:
        share = (Decimal(sum(answers)) / len(answers)).quantize(_PLACES, ROUND_DOWN)
        yield Measurement(metric, share)


def _placed(plan: Plan) -> Iterator[bool]:
    """Tell of each project, sub-item and section whether a line of the document is known for it."""
    for section in plan.sections:
        yield any(origin.line for origin in section.origins)
        for project in section.projects:
            yield from [bool(project.origin.line)] * (1 + len(project.sub_items))


def _about(each: Measurement, iris: Iris) -> NamedNode:
    return iris.section(each.section) if each.section else iris.dataset


def _measurement(each: Measurement, iris: Iris) -> NamedNode:
    policy = f"-policy-{each.section.number}" if each.section else ""
    return iris.part(f"quality-{each.metric}{policy}")


def _measurement_triples(each: Measurement, known: Scheme, iris: Iris) -> Triples:
    iri, name = _measurement(each, iris), known.concepts[each.metric]
    if each.section:
        number = each.section.number
        name = Bilingual(f"{name.ja} (基本施策{number})", f"{name.en} (policy {number})")
    yield Triple(iri, rdf.type, dqv.QualityMeasurement)
    yield from labels(iri, rdfs.label, name)
    yield Triple(iri, dqv.isMeasurementOf, known.concept(each.metric))
    yield Triple(iri, dqv.computedOn, _about(each, iris))
    yield Triple(iri, dqv.value, _value(each.value))
    yield Triple(iri, prov.wasDerivedFrom, iris.version)
    yield Triple(iri, prov.wasGeneratedBy, build_of(iris))


def _value(value: int | Decimal) -> Literal:
    return decimal(value) if isinstance(value, Decimal) else integer(value)
