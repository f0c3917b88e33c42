"""Which findings are told."""

import pytest
from check.reports.findings import COUNT, OF_GRAPH, PLAIN, WHOLE

from kyodo_lod.check.report import Report
from kyodo_lod.check.selection import limited, matches, refuse_unknown, selected
from kyodo_lod.errors import ShapesError

REPORT = Report("plan.txt", (PLAIN, COUNT, WHOLE), rules=(PLAIN.rule, COUNT.rule, WHOLE.rule))


@pytest.mark.parametrize(
    "pattern",
    [PLAIN.rule, "plan#PlannedProject-responsibleUnit", "PlannedProject-responsibleUnit", "plan#*"],
)
def test_a_rule_is_named_in_many_ways(pattern: str) -> None:
    assert matches(PLAIN.rule, pattern)
    assert not matches(WHOLE.rule, pattern)


def test_select_and_ignore() -> None:
    assert selected(REPORT, ["plan#*"], []).findings == (PLAIN, COUNT)
    assert selected(REPORT, ["plan#*"], ["*-responsibleUnit"]).findings == (COUNT,)
    assert selected(REPORT, [], ["document#*"]).rules == (PLAIN.rule, COUNT.rule)


def test_a_name_of_no_rule_is_refused_with_the_nearest() -> None:
    refuse_unknown(["plan#*"], REPORT.rules, "--select")
    with pytest.raises(ShapesError, match=r"did you mean.*responsibleUnit"):
        refuse_unknown(["plan#PlannedProject-responsibleUnits"], REPORT.rules, "--select")


def test_findings_beyond_the_limit_are_counted_and_still_matter() -> None:
    first, second = limited([REPORT, Report("b.ttl", (OF_GRAPH,))], 2)
    assert (first.findings, first.cut, first.cut_violations) == ((PLAIN, COUNT), 1, 0)
    assert (second.findings, second.cut, second.conforms) == ((), 1, False)
    assert limited([REPORT], None) == [REPORT]
