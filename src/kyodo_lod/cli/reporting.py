"""Where the reports of `validate` go: stdout, files, and the summary page of a GitHub run."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import IO, TYPE_CHECKING, NamedTuple

from kyodo_lod.bilingual import Bilingual, visible
from kyodo_lod.cli.bilingual import language, say
from kyodo_lod.cli.terminal import coloured, put, tell
from kyodo_lod.cli.usage import Usage

if TYPE_CHECKING:
    from kyodo_lod.check.report import Report


class Target(NamedTuple):
    """A report and where it goes.

    Args:
        reporter: its name.
        output: a file; - is stdout.
    """

    reporter: str
    output: str


def targets(
    reports: Sequence[str], outputs: Sequence[str], environment: Mapping[str, str]
) -> list[Target]:
    """Pair reports and outputs: the first with the first, and so on; what is left goes to stdout.

    Args:
        reports: as --report names them; none means text, under GitHub Actions github.
        outputs: as --output names them.
        environment: of the process.

    Raises:
        Usage: for more outputs than reports, or two reports for one output.
    """
    by_itself = "github" if environment.get("GITHUB_ACTIONS") == "true" else "text"
    chosen = list(reports) or [by_itself]
    if len(outputs) > len(chosen):
        raise Usage(
            "--output が --report より多くあります。",
            "there are more --output than --report; each report has one",
        )
    paired = list(map(Target, chosen, [*outputs, *["-"] * (len(chosen) - len(outputs))]))
    places = [target.output for target in paired]
    if len(set(places)) < len(places):
        raise Usage(
            "二つの報告を同じ所には書けません。--report と同じ順に --output を書いてください。",
            "two reports cannot go to one place; give an --output for each --report, in their order",
        )
    return paired


def beside_statistics(chosen: Sequence[Target], *, asked: bool) -> list[Target]:
    """Give the reports that go to files, for statistics take stdout.

    Args:
        chosen: as `targets` gives them.
        asked: whether --report named them.

    Raises:
        Usage: where a report that was asked for would go there too.
    """
    if asked and any(target.output == "-" and target.reporter != "text" for target in chosen):
        raise Usage(
            "--statistics も標準出力に書きます。--report には --output を付けてください。",
            "--statistics goes to stdout too; give each --report an --output",
        )
    return [target for target in chosen if target.output != "-"]


def deliver(
    chosen: Sequence[Target], reports: Sequence["Report"], *, unfold: bool, quiet: bool
) -> None:
    """Write every report: files first, each whole or not at all, then stdout.

    What cannot be read was told on stderr already, so that a text on stdout leaves it out.

    Args:
        chosen: as `targets` gives them.
        reports: one for each input.
        unfold: whether findings alike are told one by one.
        quiet: whether stdout is spared what is only for people.
    """
    import sys

    from kyodo_lod.check.report import REPORTERS, readable

    for target in sorted(chosen, key=lambda target: target.output == "-"):
        is_talk = target == Target("text", "-")
        if is_talk and quiet:
            continue
        told = readable(reports) if is_talk else reports
        text = REPORTERS[target.reporter].report(told, language(), unfold)
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
            note = Bilingual(
                f"{place}: 当てはまるシェイプがなく、何も検査していません。",
                f"{place}: no shape is about anything in it, so nothing was checked",
            )
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
