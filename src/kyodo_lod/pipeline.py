"""The whole program on one page: document → plan → graph → findings, files.

These are the functions behind the command line and behind `import kyodo_lod`.
"""

import dataclasses
from collections.abc import Callable, Iterable, Iterator, Sequence
from io import BytesIO
from os import PathLike
from pathlib import Path
from typing import IO, TYPE_CHECKING, NamedTuple

from kyodo_lod.bilingual import Bilingual
from kyodo_lod.check.report import Report, all_findings
from kyodo_lod.errors import GraphError, InvalidPlanError, ManifestError
from kyodo_lod.files import read_file
from kyodo_lod.finding import Finding, Severity, has_violation
from kyodo_lod.mapping.graph import graph, merged
from kyodo_lod.mapping.iris import Iris, checked_base
from kyodo_lod.model import rules
from kyodo_lod.model.parse import Reading, parse
from kyodo_lod.model.plan import Plan
from kyodo_lod.origin import Origin
from kyodo_lod.rdf.formats import FORMATS, Format
from kyodo_lod.rdf.terms import Quad
from kyodo_lod.rdf.vocabulary import HOME
from kyodo_lod.source.locate import manifests
from kyodo_lod.source.manifest import Manifest
from kyodo_lod.source.readers import open_document

if TYPE_CHECKING:
    import rdflib

    from kyodo_lod.check.shapes import Shapes


def read(path: str | PathLike[str]) -> Reading:
    """Read a year's plan.

    Args:
        path: a source.toml, the folder that holds it, or the document beside it.

    Returns:
        The plan (None where the document has no table of projects) and all findings.

    Raises:
        ManifestError: a manifest is missing or wrong, or `path` holds several plans.
        DocumentError: the document cannot be read at all.
    """
    return read_document(only_manifest(Path(path)), changed=Severity.WARNING)


def only_manifest(path: Path) -> Manifest:
    """Give the one manifest that `path` stands for; raises ManifestError where there are many."""
    found = list(manifests(path))
    if len(found) > 1:
        raise ManifestError(
            str(path),
            f"計画が {len(found)} 件あります。一つを指定してください。",
            f"holds {len(found)} plans; name one of them",
        )
    return found[0]


def read_document(manifest: Manifest, changed: Severity = Severity.VIOLATION) -> Reading:
    """Read one document.

    Args:
        manifest: its manifest.
        changed: how much it matters that the file is not the one the manifest was written for.
    """
    entry = manifest.document
    document = open_document(entry.path, entry.encoding)
    reading = parse(manifest, document)
    if entry.sha256 in (None, document.sha256):
        return reading
    finding = rules.DOCUMENT_CHANGED.at(Origin(document.name), value=document.sha256[:16])
    return Reading(
        reading.plan, (dataclasses.replace(finding, severity=changed), *reading.findings)
    )


def convert(path: str | PathLike[str], to: str = "turtle", base: str = HOME) -> bytes:
    """Convert documents to RDF.

    Args:
        path: as for `read`; a folder may hold many plans.
        to: a format of `kyodo-lod convert --to`.
        base: what `id/` and `dataset/` stand under.

    Returns:
        The RDF, all plans together.

    Raises:
        GraphError: there is no such format.
        InvalidPlanError: a document has Violations; with all findings.
    """
    if to not in FORMATS:
        known = ", ".join(FORMATS)
        raise GraphError(
            to,
            f"知らない RDF の形式です (使えるもの: {known})。",
            f"no such RDF format; known are: {known}",
        )
    output = BytesIO()
    write_rdf(manifests(Path(path)), FORMATS[to], output, base)
    return output.getvalue()


def write_rdf(
    found: Iterable[Manifest], fmt: Format, output: IO[bytes], base: str = HOME
) -> list[Finding]:
    """Convert documents one after the other, holding one at a time.

    Args:
        found: their manifests.
        fmt: one of FORMATS.
        output: a binary stream; what is in it counts only if nothing is raised.
        base: what `id/` and `dataset/` stand under.

    Returns:
        The findings of all documents, none a Violation.
    """
    checked_base(base)
    reports: list[Report] = []
    plans = ((plan, Iris(plan, base)) for plan in _convertible(found, reports))
    fmt.resolve_writer()(_quads(plans) if fmt.graphs else merged(plans), fmt, output, base)
    _refuse_violations(reports)
    return all_findings(reports)


def _convertible(found: Iterable[Manifest], reports: list[Report]) -> Iterator[Plan]:
    for manifest in found:
        plan, findings = read_document(manifest)
        reports.append(Report(path_of(manifest), findings))
        if plan and not has_violation(findings):
            yield plan


def _refuse_violations(reports: Sequence[Report]) -> None:
    wrong = dict.fromkeys(report.place for report in reports if not report.conforms)
    if wrong:
        raise InvalidPlanError(", ".join(wrong), all_findings(reports))


def _quads(plans: Iterable[tuple[Plan, Iris]]) -> Iterator[Quad]:
    for plan, iris in plans:
        for triple in graph(plan, iris):
            yield Quad(triple.subject, triple.predicate, triple.object, iris.version)


def to_rdflib(plan: Plan, base: str = HOME) -> "rdflib.Graph":
    """Give the graph of a plan to people who work with rdflib.

    Args:
        plan: as `read` gives it.
        base: what `id/` and `dataset/` stand under.
    """
    from kyodo_lod.rdf.interop import to_rdflib as graph_of  # rdflib takes 0.2 s to import

    return graph_of(graph(plan, Iris(plan, checked_base(base))))


def validate(path: str | PathLike[str], shapes: str = "plan") -> Report:
    """Check a document or an RDF file.

    Args:
        path: as for `read`, or an RDF file.
        shapes: the name of our shapes, or a shapes file.

    Returns:
        All findings: of reading and of SHACL.
    """
    from kyodo_lod.check.shapes import load_shapes
    from kyodo_lod.rdf.formats import format_of

    place, demanded = Path(path), load_shapes(shapes)
    fmt = format_of(place) if place.is_file() else None
    if fmt:
        return validate_graph(read_file(place, GraphError), fmt, str(place), demanded)
    reports = [validate_document(manifest, demanded) for manifest in manifests(place)]
    return Report(str(place), tuple(all_findings(reports)))


def validate_document(manifest: Manifest, shapes: "Shapes") -> Report:
    """Check one document; the report is called by the document's path."""
    plan, findings = check_document(manifest, shapes)
    return Report(path_of(manifest), findings, _read(plan) if plan else None)


def path_of(manifest: Manifest) -> str:
    """Give the path of a document as the user would write it."""
    return str(Path(manifest.place).with_name(manifest.document.path.name))


def _read(plan: Plan) -> Bilingual:
    policies, projects = len(plan.sections), len(list(plan.projects()))
    return Bilingual(
        f"{policies} 基本施策の {projects} 事業を読みました",
        f"read {projects} projects under {policies} policies",
    )


def validate_graph(data: bytes, fmt: Format, place: str, shapes: "Shapes") -> Report:
    """Check RDF.

    Args:
        data: the bytes of the file.
        fmt: its format.
        place: how it is called.
        shapes: what is demanded of it.
    """
    from kyodo_lod.check.graph import check_graph
    from kyodo_lod.rdf.read import parse as parse_rdf

    return Report(place, tuple(check_graph(parse_rdf(data, fmt, place), shapes)))


def check_document(manifest: Manifest, shapes: "Shapes") -> Reading:
    """Read a document and, where reading found no Violation, check its graph.

    A graph made from a misread document would only repeat the fault in other words.
    """
    from kyodo_lod.check.graph import check_graph

    plan, findings = read_document(manifest)
    if plan is None or has_violation(findings):
        return Reading(plan, findings)
    of_graph = check_graph(graph(plan, Iris(plan)), shapes)
    known = {(finding.rule, finding.origin) for finding in findings}
    new = [finding for finding in of_graph if (finding.rule, finding.origin) not in known]
    return Reading(plan, tuple(sorted([*findings, *new], key=lambda f: f.origin or Origin(""))))


class Build(NamedTuple):
    """What a build made.

    Args:
        files: the files of `dist/`, sorted, SHA256SUMS last; under `check`, those that differ.
        findings: warnings of all documents.
    """

    files: tuple[str, ...]
    findings: tuple[Finding, ...]


def build(
    data: str | PathLike[str] = "data",
    out: str | PathLike[str] = "dist",
    base: str = HOME,
    *,
    check: bool = False,
    progress: Callable[[str], None] = lambda _: None,
) -> Build:
    """Build everything under `data` into `out`, whole or not at all.

    Args:
        data: a folder laid out as design §3 says.
        out: the folder that is published under `base`.
        base: what `id/` and `dataset/` stand under.
        check: write nothing; give the files that would change.
        progress: told the name of each plan before it is read.

    Raises:
        InvalidPlanError: a document has Violations; `out` is untouched.
        OutputError: `out` cannot be written, or holds files that no build made.
    """
    from kyodo_lod.publish import dist, replace
    from kyodo_lod.publish.identity import changed_release

    folder = Path(out)
    if not check:
        dist.refuse_foreign_files(folder)
    with replace.scratch() if check else replace.staging(folder) as made:
        reports: list[Report] = []
        plans = _valid_plans(Path(data), checked_base(base), folder, reports, progress)
        entries = []
        for plan, iris in plans:
            entries.append(dist.write_dataset(plan, iris, made))
            changed = tuple(changed_release(plan, made, folder))
            reports.append(Report(path_of(plan.manifest), changed))
        _refuse_violations(reports)
        progress("dist")
        dist.write_common(entries, made, folder)
        files = dist.differences(made, folder) if check else dist.install(made, folder)
        return Build(tuple(files), tuple(all_findings(reports)))


def _valid_plans(
    data: Path, base: str, out: Path, reports: list[Report], progress: Callable[[str], None]
) -> Iterator[tuple[Plan, Iris]]:
    """Give the plans under `data` that may be published, one at a time; collect all reports."""
    from kyodo_lod.check.shapes import load_shapes
    from kyodo_lod.publish.identity import Clashes, published_names, reused_iris

    shapes, clashes = load_shapes("plan"), Clashes()
    for manifest in manifests(data):
        progress(manifest.slug)
        plan, of_this = check_document(manifest, shapes)
        if plan:
            clashes.refuse(plan)
            iris = Iris(plan, base)
            of_this += tuple(reused_iris(plan, iris, published_names(out, manifest.slug)))
        reports.append(Report(path_of(manifest), of_this))
        if plan and not has_violation(of_this):
            yield plan, iris
