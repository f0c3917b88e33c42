"""Checking what was uploaded, as `kyodo-lod validate` does, within what a report for anybody may hold."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from kyodo_lod.bilingual import Bilingual
from kyodo_lod.check.checked_rules import with_rules
from kyodo_lod.check.limits import LIMITED, SPLIT
from kyodo_lod.check.rdf_file import Demand, check_file, demanded
from kyodo_lod.check.report import Report
from kyodo_lod.check.selection import limited, selected
from kyodo_lod.check.unreadable import unreadable
from kyodo_lod.errors import KyodoError
from kyodo_lod.finding import Finding, Severity
from kyodo_lod.model.proposal import describe
from kyodo_lod.model.rules import UNIT_UNKNOWN
from kyodo_lod.serve.doubts import doubts, is_garbled
from kyodo_lod.serve.known_plans import known_plans, registered_units, units_path
from kyodo_lod.serve.row_names import RowName, row_names
from kyodo_lod.serve.submission import PlanDocument, RdfFile, Submission
from kyodo_lod.source.manifest import Manifest
from kyodo_lod.source.readers import open_document
from kyodo_lod.validation import validate_document

#: findings that a report tells; the others are counted
MOST = 5_000
#: characters of a line or a value at fault that a report holds
_LONGEST = 2_000
#: faults at which it stops: what takes longer to count is answered in time all the same
_COUNTED = 50_000
_LIMITS = replace(LIMITED, results=_COUNTED, findings=MOST, remedy=SPLIT)


@dataclass(frozen=True, slots=True)
class Result:
    """What checking gave.

    Args:
        report: all of it.
        is_document: whether a city's document was checked, and no RDF.
        units: table that the responsible units were looked up in, as a path in the site; empty where
            there is none, so that they were not.
        doubts: what is to be looked at in a document before any line of it.
        garbled: whether all of a document was once read in a wrong encoding.
        names: what each row of a document is known by, by its lines.
    """

    report: Report
    is_document: bool
    units: str = ""
    doubts: tuple[Bilingual, ...] = ()
    garbled: bool = False
    names: Mapping[int, RowName] = field(default_factory=dict)

    @property
    def is_doubtful(self) -> bool:
        """Whether somebody should look at it before it is published, though nothing makes it wrong."""
        return bool(self.doubts or self.report.found(Severity.WARNING))

    @property
    def counts(self) -> list[tuple[str, Bilingual, int]]:
        """How many findings there are of each severity, the worst first."""
        return [(each.value, each.label, self.report.found(each)) for each in Severity]

    @property
    def total(self) -> int:
        """How many findings there are."""
        return sum(count for _, _, count in self.counts)


def checked(what: Submission, data: bytes, site: Path) -> Result:
    """Check a document or RDF; what cannot be read is told in the report.

    Args:
        what: is to be checked.
        data: its bytes.
        site: the folder of the files that are served, which tells of units.
    """
    if isinstance(what, PlanDocument):
        return _document(what, data, site)
    return _rdf(what, data)


def _document(what: PlanDocument, data: bytes, site: Path) -> Result:
    """Check a document; where no unit of its municipality is known, say nothing of unknown ones."""
    demand = demanded(("plan",), limits=_LIMITS)
    units = registered_units(site, what.municipality)
    path = units_path(site, what.municipality) if units else ""
    result = Result(Report(what.name, ()), is_document=True, units=path)
    try:
        manifest = describe(Path(what.name), what.municipality, what.plan, what.year, data)
        city = replace(manifest.municipality, units=units)
        report = validate_document(replace(manifest, municipality=city), demand)
        result = _looked_at(result, manifest, data, site)
    except KyodoError as error:
        report = _unread(error, what.name)
    return replace(result, report=_told(report, demand, () if units else (UNIT_UNKNOWN.iri,)))


def _looked_at(result: Result, manifest: Manifest, data: bytes, site: Path) -> Result:
    """Add what makes one doubt a document, and what its rows are known by."""
    entry = manifest.document
    rows = open_document(entry.path, entry.encoding, data=data).rows
    return replace(
        result,
        doubts=tuple(doubts(manifest, known_plans(site))),
        garbled=is_garbled(rows),
        names=row_names(rows, entry.title),
    )


def _rdf(what: RdfFile, data: bytes) -> Result:
    demand = demanded((what.shapes,), limits=_LIMITS)
    try:
        report = check_file(data, what.format, what.name, demand)
    except KyodoError as error:
        report = _unread(error, what.name)
    return Result(_told(report, demand), is_document=False)


def _unread(error: KyodoError, name: str) -> Report:
    told = unreadable(error, name)
    short = told._replace(place=_cut(told.place), message=Bilingual(*map(_cut, told.message)))
    return Report(name, (), unreadable=short)


def _told(report: Report, demand: Demand, ignored: Sequence[str] = ()) -> Report:
    """Give a report that is not endless, with the rules that were checked."""
    whole = selected(with_rules(report, demand.shapes), (), ignored)
    [cut] = limited([whole], MOST)
    return replace(cut, findings=tuple(map(_short, cut.findings)))


def _short(finding: Finding) -> Finding:
    """Give a finding whose line and value are not as long as the whole upload."""
    message = Bilingual(*map(_cut, finding.message))
    return replace(
        finding,
        excerpt=_cut(finding.excerpt),
        value=_cut(finding.value),
        label=Bilingual(*map(_cut, finding.label)),
        message=message,
    )


def _cut(text: str) -> str:
    return text if len(text) <= _LONGEST else f"{text[:_LONGEST]}…"
