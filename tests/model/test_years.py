"""Fiscal years in Western and Japanese writing."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kyodo_lod.bilingual import Bilingual
from kyodo_lod.model.years import era_labels, fiscal_years, without_years, year_label


@pytest.mark.parametrize(
    ("text", "years"),
    [
        ("2018 年度実施計画", [2018]),
        ("２０１８年度実施計画", [2018]),
        ("2018 年 度", [2018]),
        ("事業計画 (H30)", [2018]),
        ("事業計画（Ｈ３０）", [2018]),
        ("平成30年度", [2018]),
        ("平成 30 年度", [2018]),
        ("平成３０年度実施計画", [2018]),
        ("平成31年度", [2019]),
        ("令和元年度", [2019]),
        ("令和1年度", [2019]),
        ("R元", [2019]),
        ("R7年度", [2025]),
        ("昭和63年度", [1988]),
        ("S63", [1988]),
        ("平成30(2018)年度", [2018]),
        ("2018(平成30)年度", [2018]),
        ("平成30年度～令和元年度", [2018, 2019]),
        ("2018年度・2019年度", [2018, 2019]),
        ("計画（平成30）", [2018]),
    ],
)
def test_a_fiscal_year_is_found_however_it_is_written(text: str, years: list[int]) -> None:
    assert fiscal_years(text) == years


@pytest.mark.parametrize(
    "text",
    [
        "",
        "第二次郡山市協働推進基本計画",
        "2018年3月策定",
        "平成30年3月",
        "平成 30 年 3 月 30 日",
        "H30.3.31現在",
        "Ｈ30/3/31",
        "12018年度",
        "3018年度",
        "平成300年度",
        "H300",
        "NH30",
        "SNS",
        "QR8050",
        "Wi-Fi",
        "6次産業化",
        "第3回",
    ],
)
def test_a_day_or_a_number_is_no_fiscal_year(text: str) -> None:
    assert fiscal_years(text) == []


@pytest.mark.parametrize(
    ("text", "rest"),
    [
        ("2019年度実施計画", "実施計画"),
        ("平成31年度 実施計画", "実施計画"),
        ("2019(令和元)年度実施計画", "実施計画"),
        ("令和元年度・2019年度", ""),
        ("協働推進基本計画", "協働推進基本計画"),
        ("平成29年3月策定", "平成29年3月策定"),
    ],
)
def test_titles_of_two_years_are_alike_without_their_years(text: str, rest: str) -> None:
    assert without_years(text).strip() == rest


@pytest.mark.parametrize(
    ("year", "labels"),
    [
        (2018, ["平成30年度", "H30"]),
        (2019, ["令和元年度", "R1", "平成31年度", "H31"]),
        (2020, ["令和2年度", "R2"]),
        (1989, ["平成元年度", "H1"]),
        (1988, ["昭和63年度", "S63"]),
        (1947, ["昭和22年度", "S22"]),
        (2026, ["令和8年度", "R8"]),
    ],
)
def test_a_year_has_its_names(year: int, labels: list[str]) -> None:
    assert era_labels(year) == labels
    assert year_label(year) == Bilingual(f"{year}年度", f"FY{year}")


@given(st.integers(1947, 2117))
def test_every_name_of_a_year_is_read_as_that_year(year: int) -> None:
    for label in (*era_labels(year), year_label(year).ja):
        assert fiscal_years(label) == [year]
        assert without_years(label) == ""


@given(st.text())
def test_any_text_may_be_asked(text: str) -> None:
    assert all(1000 <= year <= 2999 for year in fiscal_years(text))
    without_years(text)
