"""Where the reports of `validate` go: stdout, files, and the summary page of a GitHub run."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import IO, TYPE_CHECKING

from kyodo_lod.bilingual import Bilingual, visible
from kyodo_lod.cli.bilingual import language, say
from kyodo_lod.cli.targets import Target
from kyodo_lod.cli.terminal import coloured, put, tell

if TYPE_CHECKING:
    from kyodo_lod.check.report import Report


def deliver(
    chosen: Sequence[Target],
    reports: Sequence["Report"],
    told: Sequence["Report"],
    *,
    unfold: bool,
) -> None:
    """Write every report: files first, each whole or not at all, then stdout.

    What cannot be read was told on stderr already, so that a text on stdout leaves it out.

    Args:
        chosen: as `targets` gives them.
        reports: one for each input.
        told: those that a text on stdout tells of.
        unfold: whether findings alike are told one by one.
    """
    import sys

    from kyodo_lod.check.report import REPORTERS, readable

    for target in sorted(chosen, key=lambda target: target.output == "-"):
        some = readable(told) if target == Target("text", "-") else reports
        text = REPORTERS[target.reporter].report(some, language(), unfold)
        if target.output == "-":
            put(coloured(text, sys.stdout))
        else:
            write_file(Path(target.output), text)


def put_statistics(reports: Sequence["Report"]) -> None:
    """Write to stdout how many findings of each rule there are."""
    from kyodo_lod.check.report import readable
    from kyodo_lod.check.reports.statistics import write

    put(write(readable(reports), language()))


def tell_idle(reports: Sequence["Report"]) -> None:
    """Say where no finding means nothing: no shape is about anything there."""
    for report in reports:
        if report.idle:
            place = visible(report.place)
            note = Bilingual(*(f"{place}: {text}" for text in report.idle_note))
            tell(say(note))


def write_file(path: Path, text: str) -> None:
    """Write a text, whole or not at all."""
    from kyodo_lod.publish.replace import replace_file

    def write(output: IO[bytes]) -> None:
        output.write(text.encode("utf-8", "replace"))

    replace_file(path, write)


def summarise(reports: Sequence["Report"], environment: Mapping[str, str]) -> None:
    """Add the summary to the page of a GitHub run, where there is one."""
    page = environment.get("GITHUB_STEP_SUMMARY")
    if not page:
        return
    from kyodo_lod.check.report import REPORTERS
    from kyodo_lod.publish.replace import output_errors

    path = Path(page)
    text = REPORTERS["markdown"].report(reports, language())
    with output_errors(path), path.open("ab") as output:
        output.write(text.encode("utf-8", "replace"))
