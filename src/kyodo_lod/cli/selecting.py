"""Which findings the options of `validate` let count: by rule."""

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from kyodo_lod.check.rdf_file import Demand
    from kyodo_lod.check.report import Report


def selection(
    reports: Sequence["Report"], demand: "Demand", options: Mapping[str, Any]
) -> Iterator["Report"]:
    """Give the reports with the findings of --select and --ignore alone.

    Args:
        reports: with all findings.
        demand: what was demanded.
        options: of the command line.

    Raises:
        ShapesError: where a pattern names no rule.
    """
    from kyodo_lod.check.selection import refuse_unknown, selected

    select, ignore = options["select"], options["ignore"]
    reports = [_with_rules(report, demand, options) for report in reports]
    if not (select or ignore):
        yield from reports
        return
    from kyodo_lod.check.checked_rules import reading_rules, rule_names

    called = rule_names(demand.shapes)
    rules = (*sorted(called), *reading_rules())
    refuse_unknown(select, rules, "--select", called)
    refuse_unknown(ignore, rules, "--ignore", called)
    yield from (selected(report, select, ignore, called) for report in reports)


def _with_rules(report: "Report", demand: "Demand", options: Mapping[str, Any]) -> "Report":
    """Say which rules were checked, for the reports that tell of passing ones too."""
    tell_rules = {"junit", "sarif", "json"} & set(options["report_names"])
    if not tell_rules:
        return report
    from kyodo_lod.check.checked_rules import with_rules

    return with_rules(report, demand.shapes)
