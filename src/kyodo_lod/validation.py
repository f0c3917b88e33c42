"""From documents and RDF to reports: what reading finds, then what SHACL finds in the graph."""

import dataclasses
from collections.abc import Iterable, Iterator, Sequence
from os import PathLike, fspath
from pathlib import Path
from typing import TYPE_CHECKING

from kyodo_lod.bilingual import Bilingual
from kyodo_lod.check.report import Report, added, all_findings
from kyodo_lod.errors import KyodoError
from kyodo_lod.finding import Finding, has_violation
from kyodo_lod.mapping.graph import graph
from kyodo_lod.mapping.iris import Iris
from kyodo_lod.model.cells import placed
from kyodo_lod.model.parse import Reading
from kyodo_lod.model.plan import Plan
from kyodo_lod.origin import Origin
from kyodo_lod.pipeline import base_of, path_of, read_document
from kyodo_lod.source.locate import manifests
from kyodo_lod.source.manifest import Manifest
from kyodo_lod.source.readers import open_document

if TYPE_CHECKING:
    from kyodo_lod.check.graph import Checked
    from kyodo_lod.check.rdf_file import Demand
    from kyodo_lod.check.shapes import Shapes


def validate(
    *paths: str | PathLike[str],
    shapes: str | PathLike[str] | Iterable[str | PathLike[str]] = "plan",
    ontology: str | PathLike[str] | Iterable[str | PathLike[str]] = (),
    inference: str = "none",
    engine: str = "auto",
    limited: bool = True,
) -> Report:
    """Check documents or RDF files.

    Args:
        paths: what `kyodo-lod validate` takes but for stdin: documents, RDF files, folders of
            either, patterns.
        shapes: names of our shapes or shapes files, one or several.
        ontology: RDF files that every graph is checked together with, one or several.
        inference: `none`, or `rdfs` for what follows by RDF Schema.
        engine: `auto`, `fast` or `pyshacl`.
        limited: whether what is too large is refused, as `kyodo-lod validate` does without
            --no-limits.

    Returns:
        All findings, of reading and of SHACL.

    Raises:
        KyodoError: where something cannot be read, SHACL does not allow the shapes, an
            `inference` or `engine` is none of these, or no path is given.
    """
    from kyodo_lod.check.limits import LIMITED, UNLIMITED
    from kyodo_lod.check.rdf_file import demanded

    if not paths:
        raise KyodoError("validate", "調べるものを指定してください。", "name something to check")
    limits = LIMITED if limited else UNLIMITED
    demand = demanded(_named(shapes), _named(ontology), inference, engine, limits)
    reports = [report for path in paths for report in _validated(fspath(path), demand)]
    return _together(", ".join(str(path) for path in paths), reports)


def _named(files: str | PathLike[str] | Iterable[str | PathLike[str]]) -> list[str]:
    """Give names, of one or of several."""
    several = [files] if isinstance(files, str | PathLike) else files
    return [fspath(file) for file in several]


def _together(places: str, reports: Sequence[Report]) -> Report:
    """Make one report of several."""
    if len(reports) == 1:
        return dataclasses.replace(reports[0], place=places)
    return Report(
        places,
        tuple(all_findings(reports)),
        shapes=reports[0].shapes,
        engine=", ".join(sorted({report.engine for report in reports if report.engine})),
        beyond=added(each for report in reports for each in report.beyond),
        stopped=any(report.stopped for report in reports),
    )


def _validated(path: str, demand: "Demand") -> Iterator[Report]:
    from kyodo_lod.check.inputs import inputs
    from kyodo_lod.check.rdf_file import check_file
    from kyodo_lod.check.rdf_file import read as read_rdf

    for one in inputs(path, shapes=demand.shape_names).taken:
        if one.format:
            data = read_rdf(Path(one.path), demand.limits)
            yield check_file(data, one.format, one.path, demand)
        else:
            yield from (validate_document(each, demand) for each in manifests(Path(one.path)))


def validate_document(manifest: Manifest, demand: "Demand") -> Report:
    """Check one document; the report is called by the document's path."""
    (plan, findings), checked = _checked(manifest, demand)
    return Report(
        path_of(manifest),
        findings,
        _read(plan) if plan else None,
        shapes=demand.shapes.versions,
        engine=checked.engine if checked else "",
        idle=bool(checked and checked.idle),
        beyond=checked.beyond if checked else (),
        stopped=bool(checked and checked.stopped),
        absent=checked.absent if checked else (),
    )


def _read(plan: Plan) -> Bilingual:
    policies, projects = len(plan.sections), len(list(plan.projects()))
    return Bilingual(
        f"{policies} 基本施策の {projects} 事業を読みました",
        f"read {projects} projects under {policies} policies",
    )


def check_document(manifest: Manifest, shapes: "Shapes", base: str | None = None) -> Reading:
    """Read a document and, where reading found no Violation, check its graph.

    Args:
        manifest: of the document.
        shapes: what is demanded of its graph.
        base: what its IRIs stand under, as for `build`.
    """
    from kyodo_lod.check.rdf_file import Demand

    return _checked(manifest, Demand(shapes), base)[0]


def _checked(
    manifest: Manifest, demand: "Demand", base: str | None = None
) -> tuple[Reading, "Checked | None"]:
    """Give all findings, and what SHACL gave; None for a misread document.

    A graph made from a misread document would only repeat the fault in other words.
    """
    from kyodo_lod.check.rdf_file import check_statements

    plan, findings = read_document(manifest)
    if plan is None or has_violation(findings):
        return Reading(plan, _with_cells(findings, manifest)), None
    checked = check_statements(graph(plan, Iris(plan, base_of(manifest, base))), demand)
    known = {(finding.rule, finding.origin) for finding in findings}
    new = [each for each in checked.findings if (each.rule, each.origin) not in known]
    in_order = sorted([*findings, *new], key=lambda finding: finding.origin or Origin(""))
    return Reading(plan, _with_cells(tuple(in_order), manifest)), checked


def _with_cells(findings: tuple[Finding, ...], manifest: Manifest) -> tuple[Finding, ...]:
    """Say in which cell of its line each finding is."""
    if not findings:
        return findings
    entry = manifest.document
    document = open_document(entry.path, entry.encoding, data=entry.data)
    return tuple(placed(findings, document, entry.columns))
