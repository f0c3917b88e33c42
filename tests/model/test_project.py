"""A row of the table to a planned project."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st
from strategies import UNITS

from kyodo_lod.model import rules
from kyodo_lod.model.columns import Column
from kyodo_lod.model.layout import Kind, Line
from kyodo_lod.model.project import (
    cells_by_column,
    check_errors,
    check_formulas,
    check_row,
    read_project,
    split_account,
    sub_items,
)
from kyodo_lod.model.units import Units
from kyodo_lod.origin import Origin
from kyodo_lod.source.rows import Row

PLACE = Origin("plan.txt", 12)
COLUMNS = (Column.NEW, Column.NAME, Column.DESCRIPTION, Column.UNIT)


def line_of(*cells: str, columns: tuple[Column | None, ...] = COLUMNS) -> Line:
    return Line(Kind.PROJECT, Row(PLACE, "\t".join(cells), cells), cells, columns=columns)


def rules_of(*cells: str) -> list[str]:
    return [finding.short_rule.partition("#")[2] for finding in check_row(line_of(*cells))]


def rules_of_name(name: str) -> list[str]:
    return rules_of("", name, "計画", "総務部人事課")


def rules_of_text(description: str) -> list[str]:
    return rules_of("", "事業", description, "総務部人事課")


def test_a_row_is_read_by_its_columns() -> None:
    units = Units(UNITS, 2018)
    order = (Column.UNIT, Column.DESCRIPTION, None, Column.NAME, Column.NEW)
    line = line_of(
        "総務部人事課、行政課",
        "進めます。 ○講座",
        "",
        "講座事業【介護保険】",
        "新規",
        columns=order,
    )
    project = read_project(line, 4, 15, 35, units)
    assert (project.key, project.policy, project.order, project.document_order) == (
        "4-15",
        4,
        15,
        35,
    )
    assert project.name_as_listed == "講座事業【介護保険】"
    assert (project.name, project.account) == ("講座事業", "介護保険")
    assert project.marked_new
    assert project.description == "進めます。 ○講座"
    assert [(item.order, item.label) for item in project.sub_items] == [(1, "講座")]
    assert project.unit_as_listed == "総務部人事課、行政課"
    assert [unit.slug for unit in project.units] == ["jinji-ka", "gyosei-ka"]
    assert project.origin == PLACE


@pytest.mark.parametrize(("order", "key"), [(1, "7-01"), (10, "7-10"), (100, "7-100")])
def test_a_key_has_two_digits_or_more(order: int, key: str) -> None:
    assert read_project(line_of("", "a", "b", "c"), 7, order, 1, Units((), 2018)).key == key


def test_an_empty_row_is_read_as_nothing() -> None:
    project = read_project(line_of("", "", "", ""), 1, 1, 1, Units((), 2018))
    assert (project.name, project.account, project.units, project.sub_items) == ("", "", (), ())
    assert not project.marked_new


def test_a_missing_cell_is_empty() -> None:
    assert cells_by_column(line_of("新規", "事業")) == {
        Column.NEW: "新規",
        Column.NAME: "事業",
        Column.DESCRIPTION: "",
        Column.UNIT: "",
    }


@pytest.mark.parametrize(
    ("listed", "name", "account"),
    [
        ("猪苗代湖の水を守りたい事業【水道事業】", "猪苗代湖の水を守りたい事業", "水道事業"),
        ("一般介護予防事業 【 介護保険 】", "一般介護予防事業", "介護保険"),
        (
            "あすまち郡山推進事業（スモールスタート支援事業）",
            "あすまち郡山推進事業（スモールスタート支援事業）",
            "",
        ),
        ("【介護保険】一般介護予防事業", "【介護保険】一般介護予防事業", ""),
        ("【介護保険】", "【介護保険】", ""),
        ("予防【介護】事業【介護保険】", "予防【介護】事業", "介護保険"),
        ("予防【】", "予防【】", ""),
        ("予防【\u3000】", "予防【\u3000】", ""),
        ("予防【介護【保険】】", "予防【介護【保険】】", ""),
        ("予防【介護", "予防【介護", ""),
        ("予防介護】", "予防介護】", ""),
        ("予防[介護保険]", "予防[介護保険]", ""),
        ("", "", ""),
    ],
)
def test_an_account_mark_stands_at_the_end_of_the_name(
    listed: str, name: str, account: str
) -> None:
    assert split_account(listed) == (name, account)


@pytest.mark.parametrize(
    ("name", "rules"),
    [
        ("予防事業【介護保険】", []),
        ("予防事業（その１）", []),
        ("予防事業【介護保険", ["account-bracket"]),
        ("予防事業介護保険】", ["account-bracket"]),
        ("予防事業【】", ["account-bracket"]),
        ("予防事業【\u3000】", ["account-bracket"]),
        ("予防】事業【介護保険】", ["account-bracket"]),
        ("予防】事業【介護保険", ["account-bracket"]),
        ("予防【介護【保険】】", ["account-bracket"]),
        ("【介護保険】予防事業", ["account-position"]),
        ("【介護保険】", ["account-position"]),
        ("予防【介護】事業【介護保険】", ["account-position"]),
    ],
)
def test_brackets_of_a_name(name: str, rules: list[str]) -> None:
    assert rules_of_name(name) == rules


@pytest.mark.parametrize(
    ("description", "labels"),
    [
        (
            "支援します。 ○派遣事業 ○クラウドファンディング事業",
            ["派遣事業", "クラウドファンディング事業"],
        ),
        ("支援します。○派遣事業", ["派遣事業"]),
        ("○派遣事業\u3000○講座", ["派遣事業", "講座"]),
        ("支援します。 ○ 派遣事業", ["派遣事業"]),
        ("支援します。 ◯派遣 〇講座", ["派遣", "講座"]),
        ("支援します。 ○地区、地域での説明会 を開催", ["地区、地域での説明会 を開催"]),
        ("支援します。 ○(仮称)計画の策定", ["(仮称)計画の策定"]),
        # a placeholder, a mark inside a word or a kanji zero is no item
        ("支援します。 ○○地区の整備", []),
        ("支援します。○○地区の整備 ○講座", ["講座"]),
        ("テスト○講座", []),
        ("二〇一八年の計画", []),
        ("支援します。 ○", []),
        ("支援します。 ○ ○講座", ["講座"]),
        ("支援します。 ●講座 ・講座", []),
        ("", []),
    ],
)
def test_items_begin_behind_a_space_or_a_full_stop(description: str, labels: list[str]) -> None:
    found = list(sub_items(description))
    assert [item.label for item in found] == labels
    assert [item.order for item in found] == list(range(1, len(labels) + 1))


@pytest.mark.parametrize(
    ("description", "rules"),
    [
        ("支援します。 ○派遣 ○講座", []),
        ("二〇一八年、第二〇回、一〇〇人の計画", []),
        ("支援します。 ○", ["sub-item-empty"]),
        ("支援します。 ○ ○講座", ["sub-item-empty"]),
        ("○", ["sub-item-empty"]),
        ("支援事業○講座", ["sub-item-unclear"]),
        ("支援します。 ○○地区の整備", ["sub-item-unclear"]),
        ("支援します。 ○○", ["sub-item-unclear"]),
        ("町内会（○○町）の活動", ["sub-item-unclear"]),
        ("実施○ 未実施", ["sub-item-unclear"]),
        ("○〇地区の整備", ["sub-item-unclear"]),
        ("〇〇地区の整備", ["sub-item-unclear"]),
        ("支援します。 ○ ○○", ["sub-item-empty", "sub-item-unclear"]),
    ],
)
def test_circles_of_a_text(description: str, rules: list[str]) -> None:
    assert rules_of_text(description) == rules


@given(st.text(st.sampled_from("○◯〇 。\u3000あ二"), max_size=12))
def test_no_circle_goes_without_a_word(description: str) -> None:
    """A circle is an item, or a finding says that it is none; only a kanji zero in 二〇 is neither."""
    text = description.strip()
    if rules_of_text(text or "あ") == [] and "二〇" not in text:
        assert len(list(sub_items(text))) == sum(map(text.count, "○◯〇"))


@pytest.mark.parametrize(
    ("cells", "rules"),
    [
        (("", "事業", "計画", "総務部"), []),
        (("新規", "事業", "計画", "総務部"), []),
        (("新 規", "事業", "計画", "総務部"), []),
        (("", "事業", "計画", "総務部", "", ""), []),
        (("", "", "計画", "総務部"), ["PlannedProject-label"]),
        (("", "事業", "", "総務部"), ["PlannedProject-description"]),
        (("", "事業", "計画", ""), ["PlannedProject-responsibleUnit"]),
        (("", "事業", "", ""), ["PlannedProject-description", "PlannedProject-responsibleUnit"]),
        (("", "事業", "総務部"), ["row-cells"]),
        (("", "事業", "計画", "総務部", "余り"), ["row-cells"]),
        (("継続", "事業", "計画", "総務部"), ["new-mark"]),
        (("○", "事業", "計画", "総務部"), ["new-mark"]),
        (("新規", "=1+1", "@SUM(A1)", "+総務部"),
            ["spreadsheet-formula", "spreadsheet-formula", "spreadsheet-sign"]),
    ],
)  # fmt: skip
def test_cells_of_a_row(cells: tuple[str, ...], rules: list[str]) -> None:
    assert rules_of(*cells) == rules


def test_a_row_of_the_wrong_width_is_not_judged_by_its_cells() -> None:
    (finding,) = check_row(line_of("", "=1+1", "総務部"))
    assert finding.short_rule == "document#row-cells"
    assert finding.message.en.startswith("cells in this row: 3, in the header: 4")


@pytest.mark.parametrize(
    ("cell", "rule"),
    [
        ("=HYPERLINK(1)", "spreadsheet-formula"),
        ("@SUM", "spreadsheet-formula"),
        ("+1", "spreadsheet-sign"),
        ("-安全-", "spreadsheet-sign"),
        ("＝1+1", "spreadsheet-sign"),
        ("＠総務", "spreadsheet-sign"),
        ("＋1", "spreadsheet-sign"),
        ("－", "spreadsheet-sign"),
    ],
)
def test_cells_that_a_spreadsheet_would_run(cell: str, rule: str) -> None:
    (finding,) = check_formulas(["安全", cell, ""], PLACE)
    assert finding.short_rule == f"document#{rule}"
    assert (finding.origin, finding.value) == (PLACE, cell[0])


@pytest.mark.parametrize("cell", ["", "a=1", "1+1", "ー", "—", "−1", "'=1", "ⅰ"])
def test_other_cells_are_safe(cell: str) -> None:
    assert list(check_formulas([cell], PLACE)) == []


@pytest.mark.parametrize(
    "unit", ["【", "】", "【】", "【a】", "○", "○ ", " ○", "。○", "〇", "二〇", "\u3000", " "]
)
def test_long_cells_are_read_in_linear_time(unit: str) -> None:
    """Guards against patterns that take quadratic time; a linear one takes milliseconds."""
    flood = unit * (200_000 // len(unit))
    start = time.process_time()
    for cell in (flood, "a" + flood, flood + "a"):
        list(check_row(line_of("", cell, cell, cell)))
        split_account(cell)
        list(sub_items(cell))
    assert time.process_time() - start < 5


@pytest.mark.parametrize(
    "cell",
    ["#REF!", "#N/A", "#VALUE!", "#NAME?", "#DIV/0!", "#NULL!", "#NUM!", "#n/a", "##", "########"],
)
def test_what_a_spreadsheet_shows_for_an_error_is_no_value(cell: str) -> None:
    (finding,) = check_errors(["安全", cell, ""], PLACE)
    assert (finding.rule, finding.value) == (rules.SPREADSHEET_ERROR.iri, cell)


@pytest.mark.parametrize("cell", ["", "#", "#1", "#REF! の扱い", "N/A", "## 見出し", "#安全#"])
def test_what_only_looks_like_an_error_is_a_value(cell: str) -> None:
    assert list(check_errors([cell], PLACE)) == []
