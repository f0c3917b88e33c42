"""All files of `dist/`, made in a folder of their own and moved into place (design §3)."""

import shutil
from collections.abc import Iterator, Sequence
from pathlib import Path

from kyodo_lod.assets import asset, assets
from kyodo_lod.errors import OutputError
from kyodo_lod.finding import Finding
from kyodo_lod.mapping.graph import graph
from kyodo_lod.mapping.iris import Iris
from kyodo_lod.model.plan import Plan
from kyodo_lod.publish import checksums, csvw
from kyodo_lod.publish.catalog import catalog_triples
from kyodo_lod.publish.catalog_writing import write_catalog, write_turtle
from kyodo_lod.publish.ckan import write_ckan
from kyodo_lod.publish.csv_files import table_csv
from kyodo_lod.publish.data_items import data_items_csv
from kyodo_lod.publish.distributions import CSVW, PROVENANCE, QUALITY, REPORT
from kyodo_lod.publish.dumps import write_dumps, write_release
from kyodo_lod.publish.entry import Entry
from kyodo_lod.publish.pages.write import write_pages
from kyodo_lod.publish.provenance import provenance_triples
from kyodo_lod.publish.quality import quality_triples
from kyodo_lod.publish.queries import write_queries
from kyodo_lod.publish.replace import REMNANT, exchange, remnant
from kyodo_lod.publish.rules_graph import rules_triples
from kyodo_lod.publish.tables import TABLES
from kyodo_lod.publish.validation_report import validation_report_triples
from kyodo_lod.publish.void import void_triples
from kyodo_lod.publish.workbook import workbook
from kyodo_lod.rdf.vocabulary import HOME

VERSION_OF_ONTOLOGY = "1.0.0"


def write_dataset(plan: Plan, iris: Iris, findings: Sequence[Finding], made: Path) -> Entry:
    """Write the files of one plan-year below `made`.

    Args:
        plan: as read.
        iris: its IRIs.
        findings: all that reading and SHACL found in it.
        made: the unfinished folder.

    Returns:
        What the catalogue says of it.
    """
    slug = plan.manifest.slug
    folder = made / "dataset" / slug
    write_dumps(list(graph(plan, iris)), iris, slug, folder)
    write_release(folder, slug, plan.manifest.release.version)
    _write_tables(plan, iris, folder)
    about = {
        PROVENANCE: provenance_triples(plan, iris),
        QUALITY: quality_triples(plan, iris, findings),
        REPORT: validation_report_triples(plan, iris, findings),
    }
    for ending, triples in about.items():
        write_turtle(triples, folder / f"{slug}{ending}", iris.base)
    return Entry(plan.manifest, iris, len(list(plan.projects())))


def _write_tables(plan: Plan, iris: Iris, folder: Path) -> None:
    slug = plan.manifest.slug
    for table in TABLES:
        (folder / f"{slug}{table.ending}").write_bytes(table_csv(table, plan, iris))
    (folder / CSVW).write_bytes(csvw.metadata(plan, iris))
    (folder / f"{slug}.xlsx").write_bytes(workbook(plan, iris))


def write_common(entries: Sequence[Entry], made: Path, before: Path) -> None:
    """Write what belongs to all datasets.

    Args:
        entries: of the datasets that are in `made`.
        made: the unfinished folder.
        before: the published folder, whose old releases stay.
    """
    _copy_vocabulary(made)
    _keep_releases(before, made)
    write_queries(made)
    (made / "data-items.csv").write_bytes(data_items_csv())
    catalogue = list(catalog_triples(entries, made))
    write_catalog(catalogue, entries, made)
    write_turtle(void_triples(entries, made), made / "void.ttl", entries[0].iris.base)
    write_ckan(catalogue, entries, made)
    write_pages(entries, made)


def _copy_vocabulary(folder: Path) -> None:
    for name in ("def", "shapes", "scheme"):
        (folder / name).mkdir()
    shutil.copyfile(asset("ontology/kyodo.ttl"), folder / "def.ttl")
    shutil.copyfile(asset("ontology/kyodo.ttl"), folder / "def" / f"{VERSION_OF_ONTOLOGY}.ttl")
    shutil.copyfile(asset("ontology/context.jsonld"), folder / "context.jsonld")
    for path in assets("ontology/codes/*.ttl"):
        shutil.copyfile(path, folder / "scheme" / path.name)
    for path in assets("shapes/*.ttl"):
        shutil.copyfile(path, folder / "shapes" / path.name)
    write_turtle(rules_triples(), folder / "shapes" / "document.ttl", HOME)


def _keep_releases(before: Path, folder: Path) -> None:
    for path in before.glob("dataset/*/*/*.nt.gz"):
        kept = folder / path.relative_to(before)
        if not kept.exists():
            kept.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(path, kept)


def refuse_foreign_files(dist: Path) -> None:
    """Raise OutputError where `dist` holds a file that no build made, not even one that was killed."""
    ours = {*checksums.listed(dist), *checksums.listed(remnant(dist)), checksums.NAME}
    if dist.exists() and not dist.is_dir():
        raise OutputError(str(dist), "フォルダではありません。", "is not a folder")
    for name in checksums.file_names(dist) if dist.exists() else ():
        if name not in ours and not _is_remnant(name):
            raise OutputError(
                f"{dist}/{name}",
                "build が作ったファイルではないので、上書きしません。別の場所に移してください。",
                "was not made by build, so nothing is overwritten; move it elsewhere",
            )


def _is_remnant(name: str) -> bool:
    return Path(name).name.startswith(REMNANT)


def install(folder: Path, dist: Path) -> list[str]:
    """Move the finished files of `folder` into `dist`, SHA256SUMS last; stale ones go.

    Returns:
        The files that are there now, sorted.
    """
    checksums.write_checksums(folder)
    names = [name for name in checksums.file_names(folder) if name != checksums.NAME]
    there = [*checksums.listed(dist), *filter(_is_remnant, checksums.file_names(dist))]
    stale = [name for name in there if name not in names and _is_inside(dist, name)]
    exchange(folder, dist, [*names, checksums.NAME], stale)
    return [*names, checksums.NAME]


def _is_inside(dist: Path, name: str) -> bool:
    path = dist / name
    if ".." in Path(name).parts:
        return False
    return path.resolve().is_relative_to(dist.resolve()) and not path.is_dir()


def differences(folder: Path, dist: Path) -> Iterator[str]:
    """Give the files that differ between `folder` and `dist`, in the order of their names."""
    checksums.write_checksums(folder)
    made = set(checksums.file_names(folder))
    there = set(checksums.file_names(dist)) if dist.is_dir() else set()
    for name in sorted(made | there):
        same = name in made and name in there
        if not same or (folder / name).read_bytes() != (dist / name).read_bytes():
            yield name
