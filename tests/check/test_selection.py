"""Which findings are told."""

from dataclasses import replace

import pytest
from check.reports.findings import COUNT, OF_GRAPH, PLAIN, WHOLE

from kyodo_lod.check.report import Report
from kyodo_lod.check.selection import Called, limited, matches, refuse_unknown, selected
from kyodo_lod.errors import ShapesError
from kyodo_lod.finding import Finding

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


CALLED = {
    COUNT.rule: Called(frozenset({"ex:Loan", "Loan"}), frozenset({"sh:minCount"})),
    PLAIN.rule: Called(frozenset({"ex:Loan/ex:due"}), frozenset({"sh:minCount", "sh:maxCount"})),
}
_MIN, _MAX = (
    f"http://www.w3.org/ns/shacl#{name}CountConstraintComponent" for name in ("Min", "Max")
)
FEW, MANY = replace(PLAIN, component=_MIN), replace(PLAIN, component=_MAX, value="many")
OF_SHAPES = Report("x", (FEW, MANY, replace(COUNT, component=_MIN)), rules=(PLAIN.rule, COUNT.rule))


@pytest.mark.parametrize(
    ("select", "ignore", "found", "rules"),
    [
        (["ex:Loan"], [], (COUNT,), (COUNT.rule,)),
        (["Loan"], [], (COUNT,), (COUNT.rule,)),
        (["ex:Loan/*"], [], (FEW, MANY), (PLAIN.rule,)),
        (["sh:minCount"], [], (FEW, COUNT), (PLAIN.rule, COUNT.rule)),
        (["sh:maxCount"], [], (MANY,), (PLAIN.rule,)),
        ([], ["sh:minCount"], (MANY,), (PLAIN.rule,)),
        ([], ["ex:*"], (), ()),
    ],
)
def test_rules_of_shapes_have_further_names(
    select: list[str], ignore: list[str], found: tuple[Finding, ...], rules: tuple[str, ...]
) -> None:
    report = selected(OF_SHAPES, select, ignore, CALLED)
    assert (report.findings, report.rules) == (found, rules)


def test_further_names_are_known() -> None:
    refuse_unknown(["Loan", "sh:maxCount"], REPORT.rules, "--select", CALLED)
    with pytest.raises(ShapesError, match=r"did you mean.*ex:Loan"):
        refuse_unknown(["ex:Laon"], REPORT.rules, "--select", CALLED)


def test_a_name_of_no_rule_is_refused_with_the_nearest() -> None:
    refuse_unknown(["plan#*"], REPORT.rules, "--select")
    with pytest.raises(ShapesError, match=r"did you mean.*responsibleUnit"):
        refuse_unknown(["plan#PlannedProject-responsibleUnits"], REPORT.rules, "--select")


def test_findings_beyond_the_limit_are_counted_and_still_matter() -> None:
    first, second = limited([REPORT, Report("b.ttl", (OF_GRAPH,))], 2)
    assert (first.findings, first.cut) == ((PLAIN, COUNT), 1)
    assert [each.severity for each in first.beyond] == [WHOLE.severity]
    assert (second.findings, second.cut, second.conforms) == ((), 1, False)
    assert limited([REPORT], None) == [REPORT]
