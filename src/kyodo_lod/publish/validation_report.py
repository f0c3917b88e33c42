"""<slug>-report.ttl: what checking a published document found, at the published places (SHACL)."""

from collections.abc import Iterable
from dataclasses import replace

from kyodo_lod.check.report import Report
from kyodo_lod.check.reports.turtle import report_triples
from kyodo_lod.finding import Finding
from kyodo_lod.mapping.document import cited_origins
from kyodo_lod.mapping.iris import Iris
from kyodo_lod.model.plan import Plan
from kyodo_lod.origin import Origin
from kyodo_lod.publish.distributions import REPORT
from kyodo_lod.rdf.terms import Triples


def validation_report_triples(plan: Plan, iris: Iris, findings: Iterable[Finding]) -> Triples:
    """Describe the findings of a plan, called by the dataset's name and not by a path of ours.

    Args:
        plan: as read.
        iris: its IRIs.
        findings: all that reading and SHACL found.
    """
    # a row over several lines is one passage, of which SHACL knows the first line
    cited = {origin.line: origin for origin in cited_origins(plan)}

    def known(origin: Origin) -> Origin:
        return cited.get(origin.line, origin)

    placed = tuple(
        replace(
            finding,
            origin=known(finding.origin) if finding.origin else None,
            related=tuple(map(known, finding.related)),
        )
        for finding in findings
    )
    yield from report_triples(Report(plan.manifest.slug, placed), iris.file(REPORT), iris.passage)
