"""From the PATHs of `validate` to the reports of what they stand for."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager
from pathlib import Path, PurePath
from typing import TYPE_CHECKING, Any

from kyodo_lod.bilingual import NOTHING, Bilingual, visible
from kyodo_lod.cli.bilingual import language, say
from kyodo_lod.cli.options import NOT_BARE, Bare, found_manifests
from kyodo_lod.cli.terminal import stdin, step, tell
from kyodo_lod.cli.time_limit import SECONDS, within
from kyodo_lod.cli.usage import Usage

if TYPE_CHECKING:
    from kyodo_lod.check.inputs import Input
    from kyodo_lod.check.rdf_file import Demand
    from kyodo_lod.check.report import Report
    from kyodo_lod.errors import KyodoError

#: files named of those that are not taken
_NAMED = 5

#: doubts about shapes that are told
_TOLD = 10


def demanded(options: Mapping[str, Any]) -> "Demand":
    """Give what the options demand: shapes, ontology, inference, engine and limits.

    Raises:
        KyodoError: where shapes or an ontology cannot be used.
    """
    from kyodo_lod.check import rdf_file
    from kyodo_lod.check.limits import LIMITED, UNLIMITED

    limits = UNLIMITED if options["no_limits"] else LIMITED
    names = options["shapes"] or ("plan",)
    with _in_time(", ".join(names), options):
        demand = rdf_file.demanded(
            names, options["ontology"], options["inference"], options["engine"], limits
        )
        if options["shapes"]:
            _tell_doubts(demand)
    return demand


def _step_absent(place: str, name: str) -> None:
    """Say under --verbose that nothing is of a class that shapes are about."""
    note = Bilingual(
        f"{place}: sh:targetClass {name} のものはありません",
        f"{place}: nothing is of sh:targetClass {name}",
    )
    step(visible(note.text(language())))


def _tell_doubts(demand: "Demand") -> None:
    """Tell on stderr of terms in the shapes that demand nothing, the first of many."""
    from kyodo_lod.check.shacl_terms import doubtful_terms

    for doubt in doubtful_terms(demand.shapes)[:_TOLD]:
        tell(visible(f"{demand.shapes.place}: {doubt.text(language())}"))


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
            for one in _inputs(path, demand, options):
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


def _inputs(path: str, demand: "Demand", options: Mapping[str, Any]) -> "Sequence[Input]":
    """Give what a PATH stands for; say what of a published folder is not taken."""
    from kyodo_lod.check.inputs import Input, inputs
    from kyodo_lod.rdf.formats import FORMATS

    source_format = options["source_format"]
    if options["bare"] != NOT_BARE:
        return [Input(path, None)]
    if path == "-" and source_format is None:
        raise Usage(
            "- には --from が要ります (標準入力の RDF の形式)。",
            "- needs --from: the format of what stdin brings",
        )
    if path == "-":
        return [Input("-", FORMATS[source_format])]
    found = inputs(path, source_format, demand.shape_names)
    if found.passed and not options["quiet"]:
        _tell_passed(path, found.passed, demand.shape_names)
    return found.taken


def _tell_passed(path: str, passed: Sequence[str], shapes: Sequence[str]) -> None:
    shown, more = passed[:_NAMED], len(passed[_NAMED:])
    names = ", ".join(PurePath(one).name for one in shown)
    rest = Bilingual(f"、ほか {more}", f" and {more} more") if more else NOTHING
    other = NOTHING
    if "catalog" not in shapes:
        other = Bilingual(
            "カタログは --shapes catalog で。", ", the catalogue with --shapes catalog"
        )
    note = Bilingual(
        f"{path}: シェイプの対象でない {len(passed)} ファイルは調べません ({names}{rest.ja})。"
        f"名前を指定すれば調べます。{other.ja}",
        f"{path}: passed over {len(passed)} published file{'s' * (len(passed) > 1)} that the shapes "
        f"are not about ({names}{rest.en}); name one to have it checked{other.en}",
    )
    tell(visible(say(note)))


def _unreadable(error: "KyodoError", path: str) -> "Report":
    from kyodo_lod.check.report import Report
    from kyodo_lod.check.unreadable import unreadable

    tell(error.line(language()))
    return Report(path, (), unreadable=unreadable(error, path))


def _reports(one: "Input", bare: Bare, demand: "Demand") -> Iterator["Report"]:
    if one.format:
        from kyodo_lod.check.rdf_file import check_file, read

        step(one.path)
        limits = demand.limits
        data = stdin(limits.to_read) if one.path == "-" else read(Path(one.path), limits)
        reports: Iterable[Report] = [check_file(data, one.format, one.path, demand)]
    else:
        from kyodo_lod.validation import validate_document

        found = found_manifests(one.path, bare)
        reports = (validate_document(each, demand) for each in found)
    for report in reports:
        step(f"{report.place}: {report.engine}")
        for name in report.absent:
            _step_absent(report.place, name)
        yield report
