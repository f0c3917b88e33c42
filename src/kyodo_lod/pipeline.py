"""From documents to RDF, on one page: document → plan → graph; validation.py judges it, building.py publishes it.

These are the functions behind the command line and behind `import kyodo_lod`.
"""

import dataclasses
import shlex
from collections.abc import Iterable, Iterator, Sequence
from io import BytesIO
from itertools import chain
from os import PathLike
from pathlib import Path
from typing import IO, TYPE_CHECKING

from kyodo_lod.bilingual import Bilingual
from kyodo_lod.check.report import Report, all_findings
from kyodo_lod.errors import GraphError, InvalidPlanError, ManifestError
from kyodo_lod.finding import Finding, Severity, has_violation
from kyodo_lod.mapping.graph import graph, merged
from kyodo_lod.mapping.iris import Iris
from kyodo_lod.model import rules
from kyodo_lod.model.parse import Reading, parse
from kyodo_lod.model.plan import Plan
from kyodo_lod.origin import Origin
from kyodo_lod.rdf.formats import FORMATS, Format
from kyodo_lod.rdf.terms import Quad
from kyodo_lod.rdf.vocabulary import HOME
from kyodo_lod.source.locate import manifests
from kyodo_lod.source.manifest import Manifest
from kyodo_lod.source.publishable import of_one_publisher
from kyodo_lod.source.readers import open_document
from kyodo_lod.source.toml import checked_base

if TYPE_CHECKING:
    import rdflib


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
    document = open_document(entry.path, entry.encoding, Path(manifest.place).parent, entry.data)
    reading = parse(manifest, document)
    if entry.sha256 in (None, document.sha256):
        return reading
    command = f"kyodo-lod init --refresh {shlex.quote(str(entry.path.parent))}"
    finding = rules.DOCUMENT_CHANGED.at(
        Origin(document.name), value=document.sha256[:16], command=Bilingual(command, command)
    )
    # last: whoever corrects a document wants to see what is wrong in it first
    return Reading(
        reading.plan, (*reading.findings, dataclasses.replace(finding, severity=changed))
    )


def convert(path: str | PathLike[str], to: str = "turtle", base: str | None = None) -> bytes:
    """Convert documents to RDF.

    Args:
        path: as for `read`; a folder may hold many plans.
        to: a format of `kyodo-lod convert --to`.
        base: what `id/` and `dataset/` stand under; else what publisher.toml says, else our home.

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
    found: Iterable[Manifest], fmt: Format, output: IO[bytes], base: str | None = None
) -> list[Finding]:
    """Convert documents one after the other, holding one at a time.

    Args:
        found: their manifests.
        fmt: one of FORMATS.
        output: a binary stream; what is in it counts only if nothing is raised.
        base: what `id/` and `dataset/` stand under; else what publisher.toml says, else our home.

    Returns:
        The findings of all documents, none a Violation.
    """
    reports: list[Report] = []
    same, home = _with_base(found, base)
    plans = ((plan, Iris(plan, home)) for plan in _convertible(same, reports))
    fmt.resolve_writer()(_quads(plans) if fmt.graphs else merged(plans), fmt, output, home)
    refuse_violations(reports)
    return all_findings(reports)


def base_of(manifest: Manifest | None, base: str | None = None) -> str:
    """Give what `id/` and `dataset/` stand under.

    Args:
        manifest: whose publisher.toml may say it; None where there is no plan at all.
        base: what the caller says, which counts first.

    Raises:
        ManifestError: where IRIs cannot begin with `base`.
    """
    if base is not None:
        return checked_base(base)
    publication = manifest.publication if manifest else None
    return (publication and publication.base) or HOME


def _with_base(found: Iterable[Manifest], base: str | None) -> tuple[Iterator[Manifest], str]:
    """Give the manifests, all under one publisher.toml, and the base that it says."""
    base_of(None, base)  # a wrong one is told before anything is read
    same = of_one_publisher(found)
    first = next(same, None)
    return chain([first] if first else [], same), base_of(first, base)


def _convertible(found: Iterable[Manifest], reports: list[Report]) -> Iterator[Plan]:
    for manifest in found:
        plan, findings = read_document(manifest)
        reports.append(Report(path_of(manifest), findings))
        if plan and not has_violation(findings):
            yield plan


def refuse_violations(reports: Sequence[Report]) -> None:
    """Raise InvalidPlanError, naming the documents, where a report holds a Violation."""
    wrong = dict.fromkeys(report.place for report in reports if not report.conforms)
    if wrong:
        raise InvalidPlanError(", ".join(wrong), all_findings(reports))


def _quads(plans: Iterable[tuple[Plan, Iris]]) -> Iterator[Quad]:
    for plan, iris in plans:
        for triple in graph(plan, iris):
            yield Quad(triple.subject, triple.predicate, triple.object, iris.version)


def to_rdflib(plan: Plan, base: str | None = None) -> "rdflib.Graph":
    """Give the graph of a plan to people who work with rdflib.

    Args:
        plan: as `read` gives it.
        base: what `id/` and `dataset/` stand under; else what publisher.toml says, else our home.
    """
    from kyodo_lod.rdf.interop import to_rdflib as graph_of  # rdflib takes 0.2 s to import

    return graph_of(graph(plan, Iris(plan, base_of(plan.manifest, base))))


def path_of(manifest: Manifest) -> str:
    """Give the path of a document as the user would write it."""
    return str(Path(manifest.place).with_name(manifest.document.path.name))
