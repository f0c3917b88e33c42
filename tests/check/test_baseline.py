"""A baseline: known findings do not count, new ones do."""

from dataclasses import replace
from pathlib import Path

import pytest
from check.reports.findings import COUNT, OF_GRAPH, PLAIN

from kyodo_lod.check.baseline import baseline_json, gone, load_baseline, without_known
from kyodo_lod.check.report import Report
from kyodo_lod.errors import KyodoError
from kyodo_lod.origin import Origin

REPORT = Report("plan.txt", (PLAIN, COUNT, OF_GRAPH))


@pytest.fixture
def known(tmp_path: Path) -> Path:
    """Give a baseline of all findings."""
    path = tmp_path / "known.json"
    path.write_text(baseline_json([REPORT]), encoding="utf-8")
    return path


def lost(reports: list[Report], known: Path, *rules: str) -> int:
    """Count what is gone, of all rules or of some."""
    return gone(reports, load_baseline(known), lambda rule: not rules or rule in rules)


def test_known_findings_do_not_count(known: Path) -> None:
    [report] = without_known([REPORT], load_baseline(known))
    assert (report.findings, report.known) == ((), 3)
    assert lost([REPORT], known) == 0


def test_a_line_that_moved_is_no_new_fault(known: Path) -> None:
    moved = replace(OF_GRAPH, origin=Origin("plan.txt", 90))
    [report] = without_known([replace(REPORT, findings=(moved,))], load_baseline(known))
    assert report.findings == ()


def test_the_same_fault_once_more_is_new(known: Path) -> None:
    twice = replace(REPORT, findings=(PLAIN, PLAIN))
    [report] = without_known([twice], load_baseline(known))
    assert (report.findings, report.known) == ((PLAIN,), 1)


def test_another_value_is_new(known: Path) -> None:
    other = replace(OF_GRAPH, value="xyz")
    [report] = without_known([replace(REPORT, findings=(other,))], load_baseline(known))
    assert report.findings == (other,)


@pytest.mark.parametrize(("field", "other"), [("focus", "_:b2"), ("value", "_:b2")])
def test_a_blank_node_has_another_name_in_every_run(tmp_path: Path, field: str, other: str) -> None:
    first = replace(OF_GRAPH, **{field: "_:b1"})
    path = tmp_path / "known.json"
    path.write_text(baseline_json([replace(REPORT, findings=(first,))]), encoding="utf-8")
    again = replace(REPORT, findings=(replace(OF_GRAPH, **{field: other}),))
    [report] = without_known([again], load_baseline(path))
    assert report.findings == ()


def test_what_is_gone_is_counted_where_it_was_looked_for(known: Path) -> None:
    assert lost([replace(REPORT, findings=(PLAIN, PLAIN))], known) == 2
    assert lost([replace(REPORT, findings=())], known, COUNT.rule) == 1
    assert lost([replace(REPORT, place="other.txt", findings=())], known) == 0


def test_the_same_findings_give_the_same_bytes_in_any_order() -> None:
    turned = replace(REPORT, findings=REPORT.findings[::-1])
    assert baseline_json([REPORT]) == baseline_json([turned])


@pytest.mark.parametrize(
    "text",
    ["", "[]", "{}", '{"version": 2, "findings": []}', '{"version": 1, "findings": [{}]}',
     '{"version": 1, "findings": [{"input": 1, "rule": "", "focus": "", "path": "", "value": "", "count": 1}]}',
     "[" * 100_000],
)  # fmt: skip
def test_what_is_no_baseline_is_refused(tmp_path: Path, text: str) -> None:
    path = tmp_path / "known.json"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(KyodoError, match="is no baseline"):
        load_baseline(path)
