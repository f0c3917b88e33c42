"""The main job: everything under `data/` becomes `dist/`, whole or not at all (design §2)."""

from collections.abc import Callable, Iterator
from os import PathLike
from pathlib import Path
from typing import NamedTuple

from kyodo_lod.check.report import Report, all_findings
from kyodo_lod.check.shapes import load_shapes
from kyodo_lod.finding import Finding, has_violation
from kyodo_lod.mapping.iris import Iris
from kyodo_lod.model.plan import Plan
from kyodo_lod.pipeline import base_of, path_of, refuse_violations
from kyodo_lod.publish import dist, replace
from kyodo_lod.publish.identity import Clashes, changed_release, published_names, reused_iris
from kyodo_lod.publish.releases import proposed_slugs, refuse_forgotten_releases
from kyodo_lod.source.locate import manifests
from kyodo_lod.source.publishable import of_one_publisher, refuse_incomplete
from kyodo_lod.validation import check_document


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
    base: str | None = None,
    *,
    check: bool = False,
    progress: Callable[[str], None] = lambda _: None,
) -> Build:
    """Build everything under `data` into `out`, whole or not at all.

    Args:
        data: a folder laid out as design §3 says.
        out: the folder that is published under `base`.
        base: what `id/` and `dataset/` stand under; else what publisher.toml says, else our home.
        check: write nothing; give the files that would change.
        progress: told the name of each plan before it is read.

    Raises:
        ManifestError: the manifests lack what a catalogue needs, or contradict what is published.
        InvalidPlanError: a document has Violations; `out` is untouched.
        OutputError: `out` cannot be written, or holds files that no build made.
    """
    folder = Path(out)
    base_of(None, base)  # a wrong one is told before anything is read
    if not check:
        dist.refuse_foreign_files(folder)
    with replace.scratch() if check else replace.staging(folder) as made:
        reports: list[Report] = []
        plans = _valid_plans(Path(data), base, folder, reports, progress)
        entries = []
        for plan, iris, findings in plans:
            entries.append(dist.write_dataset(plan, iris, findings, made))
            changed = tuple(changed_release(plan, made, folder))
            reports.append(Report(path_of(plan.manifest), changed))
        refuse_violations(reports)
        progress("dist")
        dist.write_common(entries, made, folder)
        files = dist.differences(made, folder) if check else dist.install(made, folder)
        return Build(tuple(files), tuple(all_findings(reports)))


def _valid_plans(
    data: Path,
    base: str | None,
    out: Path,
    reports: list[Report],
    progress: Callable[[str], None],
) -> Iterator[tuple[Plan, Iris, tuple[Finding, ...]]]:
    """Give the plans under `data` that may be published, one at a time; collect all reports."""
    shapes, clashes = load_shapes("plan"), Clashes()
    for manifest in of_one_publisher(manifests(data)):
        progress(manifest.slug)
        refuse_incomplete(manifest)
        refuse_forgotten_releases(manifest, out)
        plan, of_this = check_document(manifest, shapes, base)
        if plan:
            clashes.refuse(plan)
            iris = Iris(plan, base_of(manifest, base))
            of_this += tuple(proposed_slugs(plan, out))
            of_this += tuple(reused_iris(plan, iris, published_names(out, manifest.slug)))
        reports.append(Report(path_of(manifest), of_this))
        if plan and not has_violation(of_this):
            yield plan, iris, of_this
