"""A baseline: known findings do not count, new ones do."""

from dataclasses import replace
from pathlib import Path

import pytest
from check.reports.findings import COUNT, OF_GRAPH, PLAIN

from kyodo_lod.check.baseline import baseline_json, load_baseline, without_known
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


def test_known_findings_do_not_count(known: Path) -> None:
    [report], gone = without_known([REPORT], load_baseline(known))
    assert (report.findings, report.known, gone) == ((), 3, 0)


def test_a_line_that_moved_is_no_new_fault(known: Path) -> None:
    moved = replace(OF_GRAPH, origin=Origin("plan.txt", 90))
    [report], _ = without_known([replace(REPORT, findings=(moved,))], load_baseline(known))
    assert report.findings == ()


def test_the_same_fault_once_more_is_new(known: Path) -> None:
    twice = replace(REPORT, findings=(PLAIN, PLAIN))
    [report], gone = without_known([twice], load_baseline(known))
    assert (report.findings, report.known, gone) == ((PLAIN,), 1, 2)


def test_another_value_is_new(known: Path) -> None:
    other = replace(OF_GRAPH, value="xyz")
    [report], _ = without_known([replace(REPORT, findings=(other,))], load_baseline(known))
    assert report.findings == (other,)


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
