"""Tables without tabs are told by their header."""

import pytest
from strategies import SHEET, a_manifest, reading_of, rule_names

from kyodo_lod.model.separator import header_without_tabs
from kyodo_lod.origin import Origin
from kyodo_lod.source.rows import Row


def rows(*texts: str) -> list[Row]:
    return [Row(Origin("plan.txt", n), text, (text,)) for n, text in enumerate(texts, 1)]


@pytest.mark.parametrize(
    "header",
    [
        "新規,事業名,事業計画 (H30),担当課",
        '"新規","事業名","事業計画","担当課"',
        "新規; 事業名; 事業計画; 担当課",
        "|新規|事業名|事業計画|担当課|",
        "新規、事業名、事業計画、担当課",
        "新規 事業名          事業計画 (H30)    担当課",
        "新規\u3000事業名\u3000事業計画（Ｈ３０）\u3000担当課",
    ],
)
def test_a_header_without_tabs_is_told(header: str) -> None:
    found = header_without_tabs(rows("前書き", header, "x,y,z"), {})
    assert found
    assert found.origin.line == 2


def test_the_names_of_the_manifest_count() -> None:
    header = "あたらしい,とりくみ,なにを,担当課"
    assert header_without_tabs(rows(header), {}) is None
    assert header_without_tabs(rows(header), {"とりくみ": "事業名", "なにを": "事業計画"})


@pytest.mark.parametrize(
    "text", ["", "市民、団体、事業者と進めます。", "新規 事業", "事業," * 1000]
)
def test_a_sentence_is_no_header(text: str) -> None:
    assert header_without_tabs(rows(text), {}) is None


@pytest.mark.parametrize("separator", [",", ";", "  ", "\u3000", "|"])
def test_it_is_the_only_finding(separator: str) -> None:
    reading = reading_of(SHEET.text().replace("\t", separator))
    assert rule_names(reading) == ["separator"]
    assert reading.plan is None


def test_a_header_nobody_knows_is_one_finding() -> None:
    text = SHEET.text().replace("事業名\t事業計画 (H30)", "とりくみ\tやること")
    assert rule_names(reading_of(text)) == ["header"]
    text = SHEET.text().replace("新規\t事業名\t事業計画 (H30)\t担当課", "あ\tい\tう\tえ")
    assert rule_names(reading_of(text)) == ["no-projects", "row-outside-table"]
    assert rule_names(reading_of(text, a_manifest(title="別"))).count("row-outside-table") == 1
