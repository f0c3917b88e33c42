"""From the PATHs of `validate` to the reports of what they stand for."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager
from pathlib import Path
from typing import TYPE_CHECKING, Any

from kyodo_lod.cli.bilingual import language
from kyodo_lod.cli.inputs import Input, inputs
from kyodo_lod.cli.options import NOT_BARE, Bare, found_manifests
from kyodo_lod.cli.terminal import stdin, step, tell
from kyodo_lod.cli.time_limit import SECONDS, within

if TYPE_CHECKING:
    from kyodo_lod.check.rdf_file import Demand
    from kyodo_lod.check.report import Report
    from kyodo_lod.errors import KyodoError


def demanded(options: Mapping[str, Any]) -> "Demand":
    """Give what the options demand: shapes, ontology, inference, engine and limits.

    Raises:
        KyodoError: where shapes or an ontology cannot be used.
    """
    from kyodo_lod.check.limits import LIMITED, UNLIMITED
    from kyodo_lod.check.rdf_file import Demand, load_ontology
    from kyodo_lod.check.shapes import load_shapes

    limits = UNLIMITED if options["no_limits"] else LIMITED
    names = options["shapes"] or ("plan",)
    with _in_time(", ".join(names), options):
        shapes = load_shapes(*names, limits=limits)
        ontology = load_ontology(options["ontology"], limits)
    return Demand(shapes, ontology, options["inference"], options["engine"], limits)


def _in_time(place: str, options: Mapping[str, Any]) -> AbstractContextManager[None]:
    """Bound the CPU time of what is done with one input."""
    return within(0 if options["no_limits"] else SECONDS, place)


def checked(paths: Sequence[str], demand: "Demand", options: Mapping[str, Any]) -> list["Report"]:
    """Check every input, and tell on stderr of each that cannot be read.

    Args:
        paths: as the user wrote them.
        demand: what is demanded of each.
        options: of the command line: what describes a bare document, and the format of RDF.

    Returns:
        A report of each, in their order, also of what cannot be read.

    Raises:
        ShapesError: where SHACL does not allow the shapes.
    """
    from kyodo_lod.errors import DocumentError, GraphError, KyodoError, ManifestError, ShapesError

    reports: list[Report] = []
    for path in paths:
        try:
            for one in inputs(path, options["source_format"], is_bare=options["bare"] != NOT_BARE):
                try:
                    with _in_time(one.path, options):
                        reports += _reports(one, options["bare"], demand)
                except (DocumentError, GraphError, ManifestError) as error:
                    reports.append(_unreadable(error, one.path))
        except ShapesError:
            raise
        except KyodoError as error:
            reports.append(_unreadable(error, path))
    return reports


def _unreadable(error: "KyodoError", path: str) -> "Report":
    from kyodo_lod.check.report import Report
    from kyodo_lod.check.unreadable import unreadable

    tell(error.line(language()))
    return Report(path, (), unreadable=unreadable(error, path))


def _reports(one: Input, bare: Bare, demand: "Demand") -> Iterator["Report"]:
    if one.format:
        from kyodo_lod.check.rdf_file import check_file, read

        step(one.path)
        limits = demand.limits
        data = stdin(limits.to_read) if one.path == "-" else read(Path(one.path), limits)
        reports: Iterable[Report] = [check_file(data, one.format, one.path, demand)]
    else:
        from kyodo_lod.pipeline import validate_document

        found = found_manifests(one.path, bare)
        reports = (validate_document(each, demand) for each in found)
    for report in reports:
        step(f"{report.place}: {report.engine}")
        yield report
