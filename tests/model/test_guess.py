"""What a document without a manifest seems to be."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st
from strategies import SHEET, document_of

from kyodo_lod.model.guess import Guess, guess
from kyodo_lod.source.text import read


def guess_of(text: str) -> Guess:
    return guess(document_of(text.encode()).rows)


def test_the_real_document_tells_what_it_is(raw: bytes) -> None:
    assert guess(read(raw, "plan.txt", None)) == Guess(
        "第二次郡山市協働推進基本計画 2018年度実施計画", "郡山市", "第二次郡山市協働推進基本計画", 2
    )


def test_a_page_title_is_preferred_to_the_front_page() -> None:
    assert guess_of(SHEET.text()).title == "第二次例市協働推進基本計画 2018年度実施計画"


@pytest.mark.parametrize(
    ("title", "ordinal"),
    [
        ("第二次例市協働推進基本計画 2018年度", 2),
        ("第九次例市協働推進基本計画 2018年度", 9),
        ("第十次例市協働推進基本計画 2018年度", 10),
        ("第十二次例市協働推進基本計画 2018年度", None),
        ("第3次例市協働推進基本計画 2018年度", 3),
        ("第１２次例市協働推進基本計画 2018年度", 12),
        ("第2二次例市協働推進基本計画 2018年度", None),
        ("例市協働のまちづくり推進計画 2018年度", None),
    ],
)
def test_the_ordinal_is_read_or_left_open(title: str, ordinal: int | None) -> None:
    assert guess_of(title).ordinal == ordinal


@pytest.mark.parametrize(
    ("title", "plan"),
    [
        ("例市協働推進基本計画（平成30年度）", "例市協働推進基本計画"),
        ("例市協働推進基本計画 令和元年度実施計画", "例市協働推進基本計画"),
        ("例市協働推進基本計画　２０１８年度実施計画", "例市協働推進基本計画"),
    ],
)
def test_the_year_is_not_the_plan_s(title: str, plan: str) -> None:
    assert guess_of(title).plan == plan


def test_nothing_is_guessed_from_a_bare_table() -> None:
    assert guess_of("新規\t事業名\t事業計画\t担当課") == Guess("", "", "", None)


@given(st.text(st.sampled_from("第一二十3３次例市計画年度平成30 　（\n\tあ"), max_size=60))
def test_any_text_may_be_guessed_from(text: str) -> None:
    if text.strip():
        guess_of(text)


def test_a_long_title_is_cut() -> None:
    start = time.process_time()
    found = guess_of("例市計画の年度" + " " * 200_000 + "まで")
    assert time.process_time() - start < 5
    assert len(found.title) <= 200
