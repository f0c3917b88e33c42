"""What checking one document or graph gave, and the table of ways to report it."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from importlib import import_module
from pathlib import PurePath
from typing import Any, NamedTuple

from kyodo_lod.bilingual import NOTHING, Bilingual, Language
from kyodo_lod.check.unreadable import Unreadable
from kyodo_lod.finding import Finding, Severity, short_rule
from kyodo_lod.origin import Origin


class ShapesVersion(NamedTuple):
    """A shapes graph that was demanded.

    Args:
        place: its name, or its file.
        version: what its owl:versionInfo says; empty where it says nothing.
    """

    place: str
    version: str = ""


@dataclass(frozen=True, slots=True)
class Beyond:
    """Findings that are counted and not told, beyond the limit of those held or of --max-findings.

    Args:
        rule: IRI of their rule.
        severity: of each.
        count: how many.
        name: as `Finding.name`.
    """

    rule: str
    severity: Severity
    count: int
    name: str = field(default="", compare=False)

    @property
    def short_rule(self) -> str:
        """As `Finding.short_rule`."""
        return self.name or short_rule(self.rule)


def added(beyond: Iterable[Beyond]) -> tuple[Beyond, ...]:
    """Add up findings that are counted, by rule and severity, sorted."""
    counts: Counter[tuple[str, str]] = Counter()
    names: dict[str, str] = {}
    for each in beyond:
        counts[each.rule, each.severity.value] += each.count
        names[each.rule] = each.name
    return tuple(
        Beyond(rule, Severity(severity), count, names[rule])
        for (rule, severity), count in sorted(counts.items())
    )


IDLE = Bilingual(
    "当てはまるシェイプがなく、何も検査していません。",
    "no shape is about anything in it, so nothing was checked",
)


class RuleText(NamedTuple):
    """What there is to say about a rule that was checked.

    Args:
        rule: its IRI.
        severity: of its findings.
        name: the demand in a few words; empty where the shapes give none.
        message: what is wrong and how to repair it, of no node in particular; likewise.
        why: what the demand is for; likewise.
        short: as `Finding.name`.
    """

    rule: str
    severity: Severity
    name: Bilingual = NOTHING
    message: Bilingual = NOTHING
    why: Bilingual = NOTHING
    short: str = ""

    @property
    def short_rule(self) -> str:
        """As `Finding.short_rule`."""
        return self.short or short_rule(self.rule)


@dataclass(frozen=True, slots=True)
class Report:
    """The findings of one input, or why it could not be read.

    Args:
        place: the input as the user named it.
        findings: in the order of their places.
        read: what was found in it, for people; None for RDF.
        rules: IRIs of the rules that were checked, sorted; a rule without a finding has passed.
        shapes: what was demanded: name or file of each shapes graph, with its version.
        engine: which SHACL engine ran, and why not the fast one; empty where none did.
        known: how many findings the baseline already holds; not among `findings`.
        texts: what there is to say about `rules`, each; none where nobody asked for it.
        idle: whether no shape is about anything in the input, so that nothing was checked.
        beyond: findings that are counted and not told, by rule; not among `findings`.
        stopped: whether checking ended before all was counted, so that there are more, of any rule.
        absent: classes that shapes are about and that nothing in the input has.
        unreadable: why the input could not be checked; None where it could.
    """

    place: str
    findings: tuple[Finding, ...]
    read: Bilingual | None = None
    rules: tuple[str, ...] = ()
    shapes: tuple[ShapesVersion, ...] = ()
    engine: str = ""
    known: int = 0
    texts: tuple[RuleText, ...] = ()
    idle: bool = False
    unreadable: Unreadable | None = None
    beyond: tuple[Beyond, ...] = ()
    absent: tuple[str, ...] = ()
    stopped: bool = False

    @property
    def conforms(self) -> bool:
        """Whether it was read and nothing makes the data wrong."""
        all_of_them: list[Finding | Beyond] = [*self.findings, *self.beyond]
        is_wrong = any(each.severity is Severity.VIOLATION for each in all_of_them)
        return not (self.unreadable or self.stopped or is_wrong)

    @property
    def with_path(self) -> "Report":
        """The same with each finding telling its input, for where several are called plan.txt."""
        found = self.with_document_path.findings
        return replace(self, findings=tuple(map(self._with_input, found)))

    @property
    def with_document_path(self) -> "Report":
        """The same with its document called by its path, so that an editor finds it."""
        return replace(self, findings=tuple(map(self._with_document, self.findings)))

    def _with_document(self, finding: Finding) -> Finding:
        name = PurePath(self.place).name

        def placed(origin: Origin) -> Origin:
            return replace(origin, document=self.place) if origin.document == name else origin

        origin = placed(finding.origin) if finding.origin else None
        return replace(finding, origin=origin, related=tuple(map(placed, finding.related)))

    def _with_input(self, finding: Finding) -> Finding:
        """Name the RDF file where the finding's place is in a document, which does not tell of it."""
        at = finding.origin
        if finding.graph_origin or not at or PurePath(at.document).is_relative_to(self.place):
            return finding
        return replace(finding, graph_origin=Origin(self.place))

    def count(self, severity: Severity) -> int:
        """Count the findings of one severity."""
        return Counter(finding.severity for finding in self.findings)[severity]

    @property
    def short_rules(self) -> dict[str, str]:
        """Each rule that was checked or broken as people write it."""
        plain = {rule: short_rule(rule) for rule in self.rules}
        told = {text.rule: text.short_rule for text in self.texts}
        broken: list[Finding | Beyond] = [*self.beyond, *self.findings]
        return plain | told | {each.rule: each.short_rule for each in broken}

    @property
    def idle_note(self) -> Bilingual:
        """What makes no finding mean nothing; empty where something was checked."""
        return IDLE if self.idle else NOTHING

    def found(self, severity: Severity) -> int:
        """Count what was found of one severity, also what is not told."""
        return self.count(severity) + sum(e.count for e in self.beyond if e.severity is severity)

    @property
    def cut(self) -> int:
        """How many findings are counted and not told."""
        return sum(each.count for each in self.beyond)


def readable(reports: Sequence[Report]) -> list[Report]:
    """Give the reports of the inputs that could be read."""
    return [report for report in reports if report.unreadable is None]


def findable(reports: Sequence[Report]) -> list[Report]:
    """Give the reports such that an editor finds each place, and each tells which input it is about."""
    several = _are_several(reports)
    return [report.with_path if several else report.with_document_path for report in reports]


def all_findings(reports: Sequence[Report]) -> list[Finding]:
    """Give the findings of all reports, where there are several each telling which it is about."""
    told = findable(reports) if _are_several(reports) else reports
    return [finding for report in told for finding in report.findings]


def _are_several(reports: Sequence[Report]) -> bool:
    return len({report.place for report in reports}) > 1


class Reporter(NamedTuple):
    """A way to report: `module:function` from reports, language and `unfold` to text.

    Args:
        name: as --report takes it.
        function: resolved when called.
        media_type: its IANA media type; of several that share one, the first is meant by it.
        says_texts: whether it says what `Report.texts` holds, so that they are worth gathering.
    """

    name: str
    function: str
    media_type: str
    says_texts: bool = False

    def report(self, reports: Sequence[Report], language: Language, unfold: bool = False) -> str:
        """Give the text of `reports`, ending in a line end.

        Args:
            reports: one for each input.
            language: for people; formats for programs that hold both ignore it.
            unfold: whether findings alike are told one by one, where the format folds them.
        """
        module, _, function = self.function.partition(":")
        write: Any = getattr(import_module(module), function)
        return str(write(reports, language, unfold=unfold))


_ROOM = "kyodo_lod.check.reports"
#: every reporter, in the order in which they are offered
REPORTERS = {
    reporter.name: reporter
    for reporter in (
        Reporter("text", f"{_ROOM}.text:write", "text/plain"),
        Reporter("json", f"{_ROOM}.json:write", "application/json"),
        Reporter("github", f"{_ROOM}.github:write", "text/plain"),
        Reporter("gitlab", f"{_ROOM}.gitlab:write", "application/json"),
        Reporter("sarif", f"{_ROOM}.sarif:write", "application/sarif+json", says_texts=True),
        Reporter("junit", f"{_ROOM}.junit:write", "application/xml"),
        Reporter("turtle", f"{_ROOM}.turtle:write", "text/turtle"),
        Reporter("markdown", f"{_ROOM}.markdown:write", "text/markdown"),
    )
}
