"""The --baseline of `validate`: what it knows is taken out, or it is written anew."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from kyodo_lod.bilingual import Bilingual, visible
from kyodo_lod.cli.bilingual import say
from kyodo_lod.cli.terminal import tell
from kyodo_lod.errors import KyodoError

if TYPE_CHECKING:
    from kyodo_lod.check.rdf_file import Demand
    from kyodo_lod.check.report import Report


def unknown(
    reports: list["Report"], demand: "Demand", options: Mapping[str, Any]
) -> list["Report"]:
    """Take out what the baseline knows; say how much of it is no longer there.

    Args:
        reports: with all findings.
        demand: what was demanded.
        options: of the command line.

    Raises:
        KyodoError: where the baseline cannot be read.
    """
    if options["baseline"] is None:
        return reports
    from kyodo_lod.check.baseline import gone, load_baseline, without_known
    from kyodo_lod.check.checked_rules import rule_names
    from kyodo_lod.check.selection import is_selected

    path = options["baseline"]
    baseline = load_baseline(Path(path))
    select, ignore = options["select"], options["ignore"]
    called = rule_names(demand.shapes) if select or ignore else {}
    lost = gone(reports, baseline, lambda rule: is_selected(rule, select, ignore, called))
    if lost:
        note = Bilingual(
            f"{path}: {lost} 件はもう見つかりません。--write-baseline で作り直せます。",
            f"{path}: {lost} known {'finding is' if lost == 1 else 'findings are'} gone; "
            "--write-baseline makes it anew",
        )
        tell(say(note))
    return without_known(reports, baseline)


def write_baseline(reports: Sequence["Report"], baseline: str, *, quiet: bool) -> None:
    """Write the baseline and say how much it holds.

    Args:
        reports: with all findings.
        baseline: the file.
        quiet: whether nothing is said.

    Raises:
        KyodoError: where an input could not be read, or not all is held: those findings would be new the next time.
    """
    from kyodo_lod.check.baseline import baseline_json
    from kyodo_lod.cli.reporting import write_file

    if any(report.unreadable for report in reports):
        raise KyodoError(
            baseline,
            "読めないものがあるため、書き出していません。",
            "was not written, as not everything could be read",
        )
    if any(report.beyond for report in reports):
        raise KyodoError(
            baseline,
            "すべての誤りを持ちきれないため、書き出していません。--no-limits で上限を外してください。",
            "was not written, as there are more findings than are held; lift the limits with "
            "--no-limits",
        )
    write_file(Path(baseline), baseline_json(reports))
    if not quiet:
        many = sum(len(report.findings) for report in reports)
        note = Bilingual(
            f"{baseline}: {many} 件を書きました。--baseline {baseline} を付けると数えません。",
            f"{baseline}: wrote {many} finding{'' if many == 1 else 's'}; what it holds does not count "
            f"with --baseline {baseline}",
        )
        tell(visible(say(note)))
