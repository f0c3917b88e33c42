"""The document's own sums, held against its rows (promise 3)."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from strategies import SHEET, Sheet, document_of, reading_of, rule_names, sheets

from kyodo_lod.finding import Finding, has_violation
from kyodo_lod.model.counts import count_table
from kyodo_lod.model.layout import lines

TEXT = SHEET.text()


def finding_of(text: str, rule: str) -> Finding:
    (finding,) = (found for found in reading_of(text).findings if found.short_rule.endswith(rule))
    return finding


def test_the_table_is_collected_from_its_rows() -> None:
    table = count_table(lines(document_of(TEXT.encode()).rows, {}))
    assert {number: line.count for number, line in table.policies.items()} == {1: 2, 2: 1}
    assert {number: line.title for number, line in table.policies.items()} == {
        1: "協働を支える人材の育成",
        2: "情報の発信と共有",
    }
    assert table.total
    assert (table.total.number, table.total.row.origin.line) == (3, 11)


def test_of_two_rows_for_one_policy_the_first_holds() -> None:
    rows = document_of("基本施策\t事業数\n1 あ\t2\n1 あ\t3\n合計\t5\n合計\t6".encode()).rows
    table = count_table(lines(rows, {}))
    assert table.policies[1].count == 2
    assert table.total
    assert table.total.number == 5


def test_the_counts_are_on_the_plan() -> None:
    plan = reading_of(TEXT).plan
    assert plan
    assert [section.declared for section in plan.sections] == [2, 1]
    assert [tuple(origin.line for origin in section.origins) for section in plan.sections] == [
        (15, 9),
        (18, 10),
    ]
    assert (plan.declared, str(plan.declared_origin)) == (3, "plan.txt:11")


def test_a_wrong_count_names_both_numbers_and_both_places() -> None:
    finding = finding_of(TEXT.replace("育成\t2", "育成\t4"), "sectionCounts")
    assert str(finding.origin) == "plan.txt:9"
    assert list(map(str, finding.related)) == ["plan.txt:15"]
    assert "4 projects in the count table and 2 rows" in finding.message.en


def test_a_wrong_total_names_both_numbers() -> None:
    text = TEXT.replace("合計\t3", "合計\t4")
    assert finding_of(text, "totalCount").message.en.startswith("the total is 4, but 3 projects")
    assert finding_of(text, "declaredSum").message.en.startswith("the count table's total is 4")
    assert rule_names(reading_of(text)) == [
        "ImplementationPlan-totalCount",
        "ImplementationPlan-declaredSum",
    ]


def test_without_a_table_only_a_warning_says_so() -> None:
    start, end = TEXT.index("事業数一覧表"), TEXT.index("\n第二次例市")
    reading = reading_of(TEXT[:start] + TEXT[end:])
    assert rule_names(reading) == ["count-table-missing"]
    assert not has_violation(reading.findings)
    plan = reading.plan
    assert plan
    assert plan.declared is None
    assert [section.declared for section in plan.sections] == [None, None]


def test_without_a_table_a_section_without_projects_is_doubtful() -> None:
    """A note that looks like a heading would make a policy of its own."""
    start, end = TEXT.index("事業数一覧表"), TEXT.index("\n第二次例市")
    text = TEXT[:start] + TEXT[end:] + "◆基本施策3 については別に定める\n"
    assert rule_names(reading_of(text)) == ["count-table-missing", "section-empty"]


def test_a_policy_may_have_no_project_if_the_table_says_so() -> None:
    text = TEXT.replace("合計", "3 防災\t0\n合計") + "◆基本施策3 防災\n"
    assert rule_names(reading_of(text)) == []


@pytest.mark.parametrize("title", ["協働を支える 人材の育成", "協働を支える人材の育成　"])
def test_titles_are_compared_without_their_spaces(title: str) -> None:
    assert rule_names(reading_of(TEXT.replace("1 協働を支える人材の育成\t", f"1 {title}\t"))) == []


def test_another_title_names_both() -> None:
    finding = finding_of(
        TEXT.replace("◆基本施策2 情報の発信", "◆基本施策2 情報の発進"), "heading-title"
    )
    assert finding.message.ja.startswith("基本施策2の名前が事業数一覧表 (plan.txt:10) と違います")
    assert "「情報の発進と共有」と「情報の発信と共有」" in finding.message.ja


@st.composite
def rows_of_sheets(draw: st.DrawFn, min_policies: int = 1) -> tuple[Sheet, int, int]:
    """Draw a sheet and one of its rows."""
    sheet = draw(sheets(min_policies))
    policy = draw(st.integers(0, len(sheet.policies) - 1))
    return sheet, policy, draw(st.integers(0, len(sheet.policies[policy].projects) - 1))


def is_refused(sheet: Sheet) -> bool:
    return has_violation(reading_of(sheet.text()).findings)


@settings(max_examples=50)
@given(rows_of_sheets())
def test_a_lost_row_is_a_violation(drawn: tuple[Sheet, int, int]) -> None:
    sheet, policy, row = drawn
    assert not is_refused(sheet)
    assert is_refused(sheet.without(policy, row))


@settings(max_examples=50)
@given(rows_of_sheets())
def test_a_doubled_row_is_a_violation(drawn: tuple[Sheet, int, int]) -> None:
    sheet, policy, row = drawn
    assert is_refused(sheet.doubled(policy, row))


@settings(max_examples=50)
@given(rows_of_sheets(min_policies=2), st.data())
def test_a_row_moved_to_another_policy_is_a_violation(
    drawn: tuple[Sheet, int, int], data: st.DataObject
) -> None:
    sheet, policy, row = drawn
    others = [number for number in range(len(sheet.policies)) if number != policy]
    assert is_refused(sheet.moved(policy, row, data.draw(st.sampled_from(others))))


@settings(max_examples=50)
@given(rows_of_sheets(), st.integers(1, 5))
def test_a_wrong_count_is_a_violation(drawn: tuple[Sheet, int, int], more: int) -> None:
    sheet, policy, _ = drawn
    counts = [len(one.projects) for one in sheet.policies]
    counts[policy] += more
    assert is_refused(Sheet(sheet.policies, tuple(counts)))
