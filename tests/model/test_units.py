"""Organisational units: the registry first, then splitting by rule."""

import hashlib
import time
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st
from strategies import NAMED_UNITS, UNITS

from kyodo_lod.model.plan import Unit
from kyodo_lod.model.units import Units
from kyodo_lod.source.registry import UnitRecord

EXAMPLE = Units(UNITS, 2018)
NONE = Units((), 2018)


def paths(text: str, units: Units = EXAMPLE) -> list[str]:
    """Give the units of a cell as paths; + stands before one that the registry lacks."""
    return [
        "/".join(("" if unit.is_registered else "+") + unit.label for unit in found.path)
        for found in units.find(text)
    ]


@pytest.mark.parametrize(("text", "slugs"), NAMED_UNITS.items())
def test_a_registered_unit_is_found_whole(text: str, slugs: list[str]) -> None:
    assert [unit.slug for unit in EXAMPLE.find(text)] == slugs


@pytest.mark.parametrize(
    "text",
    [
        "総務部 人事課",
        "総務部\u3000人事課",
        "\u00a0総務部人事課 ",
        "総務部人事課、",
        "総務部人事課、総務部人事課",
        "総務部人事課\n総務部人事課",
    ],
)
def test_spaces_and_repetition_make_no_other_unit(text: str) -> None:
    assert [unit.slug for unit in EXAMPLE.find(text)] == ["jinji-ka"]


def test_width_and_form_of_letters_make_no_other_unit() -> None:
    for text in (
        "市民部市民・ＮＰＯ活動推進課",
        "市民部市民・npo活動推進課",
        "市民部市民･NPO活動推進課",
    ):
        assert [unit.slug for unit in EXAMPLE.find(text)] == ["npo-ka"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # a part without a bureau belongs to the one before it
        ("総務部人事課、行政課", ["総務部/人事課", "総務部/行政課"]),
        ("総務部人事課・行政課", ["総務部/人事課", "総務部/行政課"]),
        ("総務部人事課 行政課", ["総務部/人事課", "総務部/行政課"]),
        ("総務部人事課及び行政課", ["総務部/人事課", "総務部/行政課"]),
        ("総務部、人事課", ["総務部", "総務部/人事課"]),
        ("総務部人事課、新しい課", ["総務部/人事課", "総務部/+新しい課"]),
        ("保健福祉部保健所地域保健課、健康課",
            ["保健福祉部/保健所/地域保健課", "保健福祉部/保健所/+健康課"]),
        ("保健福祉部保健所地域保健課、市民部市民・NPO活動推進課",
            ["保健福祉部/保健所/地域保健課", "市民部/市民・NPO活動推進課"]),
        ("総務部人事課，上下水道局総務課/教育総務部中央公民館",
            ["総務部/人事課", "上下水道局/総務課", "教育総務部/中央公民館"]),
        ("教育総務部中央公民館・生涯学習課", ["教育総務部/中央公民館", "教育総務部/+生涯学習課"]),
        ("総務部・市民部", ["総務部", "市民部"]),
        ("上下水道局・総務部", ["上下水道局", "総務部"]),
        ("+A課・B課", ["++A課", "+B課"]),
        ("人事課・行政課", ["+人事課", "+行政課"]),
        # but not all parts are of that bureau
        ("総務部人事課、関係各課", ["総務部/人事課", "+関係各課"]),
        ("総務部人事課、各課", ["総務部/人事課", "+各課"]),
        ("総務部人事課、全庁", ["総務部/人事課", "+全庁"]),
        ("総務部人事課、こども部こども未来課", ["総務部/人事課", "+こども部/+こども未来課"]),
        # a dot inside a name separates nothing
        ("市民部市民・NPO活動推進課", ["市民部/市民・NPO活動推進課"]),
        ("総務部広報・広聴課", ["総務部/+広報・広聴課"]),
        ("総務部内部・外部監査課", ["総務部/+内部・外部監査課"]),
    ],
)  # fmt: skip
def test_a_cell_may_name_several_units(text: str, expected: list[str]) -> None:
    assert paths(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("総務部人事科", ["総務部/+人事科"]),
        ("総務部人事課長", ["総務部/+人事課長"]),
        ("総務部人事課（行政課）", ["総務部/+人事課（行政課）"]),
        ("総務部人事課研修係", ["総務部/人事課/+研修係"]),
        ("総務部人事課ほか", ["総務部/+人事課ほか"]),
        ("総務部市民・NPO推進室", ["総務部/+市民・NPO推進室"]),
        ("保健福祉部保健所健康増進課", ["保健福祉部/保健所/+健康増進課"]),
        ("保健福祉部福祉事務所生活福祉課", ["保健福祉部/+福祉事務所/+生活福祉課"]),
        ("市民部東部出張所", ["市民部/+東部出張所"]),
    ],
)
def test_an_unknown_unit_keeps_the_registered_units_above_it(
    text: str, expected: list[str]
) -> None:
    assert paths(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("総務部人事課", [("総務部", "bureau"), ("人事課", "section")]),
        ("上下水道局", [("上下水道局", "bureau")]),
        ("保健福祉部保健所", [("保健福祉部", "bureau"), ("保健所", "office")]),
        ("保健福祉部保健所地域保健課",
            [("保健福祉部", "bureau"), ("保健所", "office"), ("地域保健課", "section")]),
        ("教育委員会事務局学校教育課", [("教育委員会事務局", "bureau"), ("学校教育課", "section")]),
        ("農業委員会事務局", [("農業委員会事務局", "bureau")]),
        ("消防本部予防課", [("消防本部", "bureau"), ("予防課", "section")]),
        ("議会事務局総務課", [("議会事務局", "bureau"), ("総務課", "section")]),
        ("教育総務部中央公民館", [("教育総務部", "bureau"), ("中央公民館", "section")]),
        ("都市整備部建設室", [("都市整備部", "bureau"), ("建設室", "section")]),
        ("市民部市民活動サポートセンター", [("市民部", "bureau"), ("市民活動サポートセンター", "section")]),
        ("こども部中央保育所", [("こども部", "bureau"), ("中央保育所", "section")]),
        ("市長公室", [("市長公室", "section")]),
        ("会計課", [("会計課", "section")]),
        ("課", [("課", "section")]),
        ("東部市民センター", [("東部市民センター", "section")]),
        ("企画部内部統制課", [("企画部", "bureau"), ("内部統制課", "section")]),
        ("関係部局", [("関係部局", "bureau")]),
        ("関係各部署", [("関係各部署", "section")]),
        ("全庁", [("全庁", "")]),
        ("総務部人事科", [("総務部人事科", "")]),
        ("市民団体", [("市民団体", "")]),
    ],
)  # fmt: skip
def test_without_a_registry_the_ends_of_names_tell(
    text: str, expected: list[tuple[str, str]]
) -> None:
    (unit,) = NONE.find(text)
    assert [(part.label, part.level) for part in unit.path] == expected
    assert unit.full_label == text


def test_an_unknown_unit_has_a_slug_of_its_path() -> None:
    (unit,) = NONE.find("総務部人事課")
    digest = hashlib.sha256("総務部\0人事課".encode()).hexdigest()
    assert unit.slug == f"u-{digest[:10]}"
    assert not unit.is_registered
    assert unit.bureau.slug != unit.slug


def test_an_unknown_unit_of_the_same_path_is_the_same() -> None:
    (alone,) = EXAMPLE.find("総務部新しい課")
    _, second = EXAMPLE.find("総務部人事課、新しい課")
    assert alone == second


def test_nfc_and_nfd_give_the_same_slug() -> None:
    for text in ("総務部データ活用課", "ドローン推進部パイロット課", "総務部人事課"):
        decomposed = unicodedata.normalize("NFD", text)
        for units in (NONE, EXAMPLE):
            assert [unit.slug for unit in units.find(decomposed)] == [
                unit.slug for unit in units.find(text)
            ]


def record(slug: str, label: str, valid_from: str = "", valid_to: str = "") -> UnitRecord:
    return UnitRecord(slug, label, "", "section", valid_from, valid_to)


@pytest.mark.parametrize(
    ("valid_from", "valid_to", "is_known"),
    [
        ("", "", True),
        ("2018-04-01", "", True),
        ("2019-03-31", "", True),
        ("2019-04-01", "", False),
        ("", "2018-04-01", True),
        ("", "2018-03-31", False),
        ("2018-06-01", "2018-07-01", True),
    ],
)
def test_only_the_units_of_the_year_are_known(
    valid_from: str, valid_to: str, is_known: bool
) -> None:
    units = Units([record("a", "甲課", valid_from, valid_to)], 2018)
    assert units.find("甲課")[0].is_registered is is_known


def test_a_unit_that_came_back_is_the_one_of_its_year() -> None:
    records = [record("a", "甲課", "", "2015-03-31"), record("a-2", "甲課", "2018-04-01")]
    assert Units(records, 2014).find("甲課")[0].slug == "a"
    assert Units(records, 2018).find("甲課")[0].slug == "a-2"


def test_every_registered_unit_of_koriyama_is_found_by_its_full_name() -> None:
    units = {unit.slug: unit for unit in Units(UNITS, 2018)._known.values()}
    assert len(units) == len(UNITS)
    for slug, unit in units.items():
        assert EXAMPLE.find(unit.full_label) == (unit,)
        assert unit.slug == slug


@given(st.text(min_size=1).filter(str.strip))
def test_any_cell_names_at_least_one_unit(text: str) -> None:
    for units in (EXAMPLE, NONE):
        found = units.find(text)
        assert found
        assert len({unit.slug for unit in found}) == len(found)
        assert all(unit.label for one in found for unit in one.path)


@given(
    st.lists(
        st.sampled_from([*NAMED_UNITS, "行政課", "新課", "、", "・", " ", "部", "課", "各"]),
        min_size=1,
    )
)
def test_no_letter_of_a_cell_is_lost(pieces: list[str]) -> None:
    """Each letter stands in one of the units; only separators may go."""
    text = "".join(pieces)
    if text.strip("、・ "):
        labels = "".join(unit.full_label for unit in EXAMPLE.find(text))
        assert set(text) - set("、・ ") <= set(labels)


@pytest.mark.parametrize(
    "cell",
    [
        "課・" * 70_000,
        "部、" * 70_000,
        "x" * 100_000 + "部" + "、課" * 50_000,
        "、".join(f"{number}課" for number in range(30_000)),
        "委員会事務局" * 30_000,
        "保健所" * 60_000,
        "か" + "\u0307" * 100_000 + "\u0323" * 100_000,
    ],
    ids=["dots", "commas", "long bureau", "many", "offices", "health", "marks"],
)
def test_a_flood_is_one_unit_at_once(cell: str) -> None:
    start = time.process_time()
    (unit,) = EXAMPLE.find(cell)
    assert time.process_time() - start < 5
    assert unit == Unit(unit.slug, cell, None, "")


def test_a_long_list_is_still_a_list() -> None:
    cell = "、".join(f"総務部{number}課" for number in range(30))
    assert len(EXAMPLE.find(cell)) == 30
    assert len(EXAMPLE.find(cell + "、総務部人事課")) == 1


def test_a_section_of_two_houses_is_one_unit() -> None:
    assert [u.label for u in NONE.find("図書館・公民館課")] == ["図書館・公民館課"]
    assert [u.label for u in NONE.find("図書館・公民館")] == ["図書館", "公民館"]
    assert [u.label for u in NONE.find("図書館・生涯学習課")] == ["図書館", "生涯学習課"]


def test_the_unit_that_is_written_most_like_a_name() -> None:
    units = Units([record("a", "総務部人事課"), record("b", "地域保健課")], 2018)
    assert units.like("総務部人事科") == "総務部人事課"
    assert units.like("水道局") == ""
    assert units.like("課" * 10_000) == ""
