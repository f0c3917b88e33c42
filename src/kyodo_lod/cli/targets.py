"""Which reports `validate` writes, and where each goes: what --report and --output say together."""

from collections.abc import Iterable, Mapping, Sequence
from pathlib import PurePath
from typing import NamedTuple

from kyodo_lod.cli.options import REPORTS
from kyodo_lod.cli.usage import Usage

#: the reports that files of these endings plainly are
_ENDINGS = {
    ".json": ("json", "gitlab"),
    ".md": ("markdown",),
    ".sarif": ("sarif",),
    ".ttl": ("turtle",),
    ".txt": ("text",),
    ".xml": ("junit",),
}


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
    """Pair reports and outputs: by name, as in junit=FILE; the others in their order.

    Args:
        reports: as --report names them; none means text, under GitHub Actions github.
        outputs: as --output names them.
        environment: of the process.

    Returns:
        Each report with its output; what has none goes to stdout.

    Raises:
        Usage: for more outputs than reports, two reports for one output, or one that the ending of
            its file belongs to another.
    """
    named = [target for output in outputs if (target := named_target(output))]
    files = [output for output in outputs if not named_target(output)]
    by_itself = "github" if environment.get("GITHUB_ACTIONS") == "true" else "text"
    left = [name for name in reports if name not in {target.reporter for target in named}]
    if not reports and "-" not in {target.output for target in named}:
        left = [by_itself]
    if len(files) > len(left):
        raise Usage(
            "--output が --report より多くあります。--output 報告=ファイル のように書けます。",
            "there are more --output than --report; each report has one, best as "
            "--output REPORT=FILE",
        )
    in_order = list(map(Target, left, [*files, *["-"] * (len(left) - len(files))]))
    _refuse_swapped(in_order)
    _refuse_same([*named, *in_order])
    return [*named, *in_order]


def named_target(output: str) -> Target | None:
    """Give what an --output says that names its report, as in junit=out.xml; else None."""
    name, equals, file = output.partition("=")
    return Target(name, file) if equals and file and name in REPORTS else None


def _refuse_same(paired: Iterable[Target]) -> None:
    places = [target.output for target in paired]
    if len(set(places)) < len(places):
        raise Usage(
            "二つの報告を同じ所には書けません。報告ごとに --output 報告=ファイル を書いてください。",
            "two reports cannot go to one place; give each an --output REPORT=FILE",
        )


def _refuse_swapped(paired: Sequence[Target]) -> None:
    """Raise Usage where one report would go into the file that is plainly meant for another."""
    for target in paired:
        owners = _owners(target)
        if not owners or target.reporter in owners:
            continue
        for other in paired:
            if other.reporter in owners and other.reporter not in _owners(other):
                raise _swapped(target, other)


def _owners(target: Target) -> tuple[str, ...]:
    return _ENDINGS.get(PurePath(target.output).suffix.lower(), ())


def _swapped(target: Target, other: Target) -> Usage:
    meant = f"--output {other.reporter}={target.output} " + (
        f"--report {target.reporter}"
        if other.output == "-"
        else f"--output {target.reporter}={other.output}"
    )
    return Usage(
        f"{target.output} には {target.reporter} が書かれます (一つ目の --output は一つ目の --report の"
        f"もの)。{other.reporter} のつもりなら: {meant}",
        f"{target.output} would hold {target.reporter}, for the first --output belongs to the first "
        f"--report; if it is for {other.reporter}, write {meant}",
    )


def beside_statistics(chosen: Sequence[Target], *, asked: bool) -> list[Target]:
    """Give the reports that go to files, for statistics take stdout.

    Args:
        chosen: as `targets` gives them.
        asked: whether one was asked for on stdout, or by --report.

    Raises:
        Usage: where a report that was asked for would go there too.
    """
    if asked and any(target.output == "-" and target.reporter != "text" for target in chosen):
        raise Usage(
            "--statistics も標準出力に書きます。--report には --output を付けてください。",
            "--statistics goes to stdout too; give each --report an --output",
        )
    return [target for target in chosen if target.output != "-"]
