"""Headers and what they are called elsewhere."""

import pytest

from kyodo_lod.model.columns import (
    CAPTIONS,
    TOTALS,
    Column,
    header_column,
    is_count_header,
)


@pytest.mark.parametrize(
    ("header", "column"),
    [
        ("新規", Column.NEW),
        ("新規・継続", Column.NEW),
        ("事業名", Column.NAME),
        ("事 業 名", Column.NAME),
        ("取組名", Column.NAME),
        ("事業計画 (H30)", Column.DESCRIPTION),
        ("事業計画（Ｈ３０）", Column.DESCRIPTION),
        ("事業内容", Column.DESCRIPTION),
        ("取組内容", Column.DESCRIPTION),
        ("担当課", Column.UNIT),
        ("所管課", Column.UNIT),
        ("担当部署", Column.UNIT),
        ("予算額", None),
        ("達成度", None),
        ("(H30)", None),
        ("事業計画2018", None),
        ("", None),
        ("事業名" + " " * 10_000_000, None),
    ],
)
def test_a_header_stands_for_a_column(header: str, column: Column | None) -> None:
    assert header_column(header, {}) is column


def test_the_manifest_names_other_headers() -> None:
    named = {"とりくみ": "事業名", "だれが（Ｈ３０）": "担当課", "内容": "予算額"}
    assert header_column("とりくみ", named) is Column.NAME
    assert header_column("とりくみ (H30)", named) is Column.NAME
    assert header_column("だれが (H30)", named) is Column.UNIT
    assert header_column("内容", named) is None
    assert header_column("事業計画", named) is Column.DESCRIPTION


def test_the_manifest_may_name_a_bracketed_header_alone() -> None:
    named = {"計画(H30)": "事業計画"}
    assert header_column("計画 (H30)", named) is Column.DESCRIPTION
    assert header_column("計画 (H31)", named) is None


@pytest.mark.parametrize(
    "cells",
    [("基本施策", "事業数"), ("基 本 施 策", "件数"), ("", "施策名", "", "事業件数", "")],
)
def test_the_count_table_has_two_columns(cells: tuple[str, ...]) -> None:
    assert is_count_header(cells)


@pytest.mark.parametrize(
    "cells",
    [("事業数", "基本施策"), ("基本施策",), ("番号", "基本施策", "事業数"), ("部局", "事業数"), ()],
)
def test_other_tables_are_not_the_count_table(cells: tuple[str, ...]) -> None:
    assert not is_count_header(cells)


def test_words_are_keys_already() -> None:
    assert "合計" in TOTALS
    assert "事業数一覧表" in CAPTIONS
