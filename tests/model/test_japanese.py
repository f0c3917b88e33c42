"""Cell text, keys and numbers (design §4, 'Cell text')."""

import sys
import time
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kyodo_lod.model.japanese import cell_text, key, normalized, whole_number


@pytest.mark.parametrize(
    ("cell", "text"),
    [
        ("か\u3099くしゅう", "がくしゅう"),
        ("ハ\u309aーティー", "パーティー"),
        ("う\u3099ァ", "ゔァ"),
        ("\u3000\u00a0 人材 \t", "人材"),
        ("文化祭\u3000体育祭", "文化祭\u3000体育祭"),
        ("一行目\r\n二行目\n三行目\r四行目", "一行目 二行目 三行目 四行目"),
        ("", ""),
        ("\u3000", ""),
    ],
)
def test_a_cell_is_trimmed_and_its_kana_composed(cell: str, text: str) -> None:
    assert cell_text(cell) == text


@pytest.mark.parametrize(
    "kept",
    [
        "\ufa19",
        "\ufa1a",
        "\uf929",
        "（仮称）",
        "①",
        "㈱",
        "ｶﾞ",
        "Ｗｉ－Ｆｉ",
        "é",
        "e\u0301",
        "葛\U000e0100",
    ],
)
def test_nothing_else_is_normalized(kept: str) -> None:
    """Full NFC would change 神 U+FA19, NFKC would change （ ① ㈱; neither may."""
    assert cell_text(kept) == kept


@given(st.text(st.sampled_from("かがハバパーう\u3099\u309a a\u3000")))
def test_composing_kana_is_what_nfc_does_to_them(text: str) -> None:
    assert cell_text(text) == unicodedata.normalize("NFC", text).strip()
    assert cell_text(cell_text(text)) == cell_text(text)


@given(st.text())
def test_cell_text_is_stable_and_keeps_every_seen_character(text: str) -> None:
    once = cell_text(text)
    assert cell_text(once) == once == once.strip()
    assert unicodedata.normalize("NFC", once.replace(" ", "")) == unicodedata.normalize(
        "NFC", text.strip().replace("\r", "").replace("\n", "").replace(" ", "")
    )


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("事業計画（Ｈ３０）", "事業計画 (h30)"),
        ("事 業\u3000名", "事業名"),
        ("ｶﾞｲﾄﾞ", "ガイド"),
        ("か\u3099", "が"),
        ("①", "1"),
        ("NPO", "npo"),
    ],
)
def test_a_key_forgets_width_case_and_spaces(one: str, other: str) -> None:
    assert key(one) == key(other)


@pytest.mark.parametrize(
    ("one", "other"), [("課", "科"), ("ハ", "バ"), ("市民・NPO", "市民NPO"), ("1", "2")]
)
def test_a_key_keeps_what_tells_words_apart(one: str, other: str) -> None:
    assert key(one) != key(other)


def test_long_runs_of_marks_are_not_ordered() -> None:
    """To order n combining marks takes n² steps (UAX #15, section 13): 30,000 took 5 s."""
    marks = "か" + "\u0307" * 100_000 + "\u0323" * 100_000
    start = time.process_time()
    assert key(marks) == marks
    assert normalized("NFC", marks) == marks
    assert time.process_time() - start < 5
    assert normalized("NFC", "か\u3099") == "が"
    assert normalized("NFKC", "ｶﾞ" + "a\u0323\u0307" * 100) == "ガ" + "ạ̇" * 100


def test_every_combining_mark_counts_as_one() -> None:
    for point in range(sys.maxunicode + 1):
        if unicodedata.combining(chr(point)):
            text = "ｱ" + chr(point) * 31
            assert normalized("NFKC", text) == text, hex(point)


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("15", 15),
        ("１５", 15),
        (" 15\u3000", 15),
        ("1,234", 1234),
        ("１，２３４", 1234),
        ("0", 0),
        ("007", 7),
        ("⑮", 15),
        ("123456789", 123_456_789),
        ("1234567890", None),
        ("1,2", None),
        ("12,34", None),
        (",123", None),
        ("十五", None),
        ("15件", None),
        ("-1", None),
        ("1.5", None),
        ("½", None),
        ("٣", None),
        ("", None),
        ("9" * 10_000, None),
    ],
)
def test_a_whole_number_is_digits_and_commas_between_thousands(
    text: str, number: int | None
) -> None:
    assert whole_number(text) == number
