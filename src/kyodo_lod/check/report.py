"""What checking one document or graph gave, and the table of ways to report it."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from importlib import import_module
from pathlib import PurePath
from typing import Any

from kyodo_lod.bilingual import Bilingual
from kyodo_lod.finding import Finding, Severity, has_violation


@dataclass(frozen=True, slots=True)
class Report:
    """The findings of one input.

    Args:
        place: the input as the user named it.
        findings: in the order of their places.
        read: what was found in it, for people; None for RDF.
    """

    place: str
    findings: tuple[Finding, ...]
    read: Bilingual | None = None

    @property
    def conforms(self) -> bool:
        """Whether nothing makes the data wrong."""
        return not has_violation(self.findings)

    @property
    def with_path(self) -> "Report":
        """The same with the document named by its path, for where several are called plan.txt."""
        name = PurePath(self.place).name
        return replace(
            self,
            findings=tuple(
                replace(finding, origin=replace(finding.origin, document=self.place))
                if finding.origin and finding.origin.document == name
                else finding
                for finding in self.findings
            ),
        )

    def count(self, severity: Severity) -> int:
        """Count the findings of one severity."""
        return Counter(finding.severity for finding in self.findings)[severity]


def findable(reports: Sequence[Report]) -> list[Report]:
    """Give the reports such that every finding tells which input it is about."""
    several = len({report.place for report in reports}) > 1
    return [report.with_path for report in reports] if several else list(reports)


def all_findings(reports: Sequence[Report]) -> list[Finding]:
    """Give the findings of all reports, each telling which input it is about."""
    return [finding for report in findable(reports) for finding in report.findings]


@dataclass(frozen=True, slots=True)
class Reporter:
    """A way to report: `module:function` from reports and language to text, resolved when called."""

    name: str
    function: str

    def report(self, reports: Sequence[Report], language: str) -> str:
        """Give the text of `reports`, ending in a line end."""
        module, _, function = self.function.partition(":")
        write: Any = getattr(import_module(module), function)
        return str(write(reports, language))


#: every reporter, in the order in which they are offered
REPORTERS = {
    reporter.name: reporter
    for reporter in (
        Reporter("text", "kyodo_lod.check.reports.text:write"),
        Reporter("json", "kyodo_lod.check.reports.json:write"),
        Reporter("turtle", "kyodo_lod.check.reports.turtle:write"),
    )
}
