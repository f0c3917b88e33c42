"""Quotation marks that may be a spreadsheet's or the text's own."""

import pytest

from kyodo_lod.model.quotation import doubtful_quotations
from kyodo_lod.origin import Origin
from kyodo_lod.source.rows import Row


def rules_of(text: str) -> list[str]:
    rows = [Row(Origin("plan.txt", line), row, ()) for line, row in enumerate((TITLE, text), 1)]
    return [finding.short_rule for finding in doubtful_quotations(rows)]


#: a cell without quotation marks, so that it is no document of a program that quotes all
TITLE = "2018年度実施計画"


@pytest.mark.parametrize(
    "text",
    [
        "研修\t事業",
        '研修"事業"\t「講座」',
        '"自治会の""支援"""\t事業',
        '"研修\n事業"\t事業',
        '"研修\t事業"\t事業',
        '""\t"研修"\t\t"事業"',
        '"市民、1,000人"\t事業',
    ],
)
def test_what_a_spreadsheet_writes_is_no_doubt(text: str) -> None:
    assert rules_of(text) == []


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ('"研修\t事業', "document#quotation-unclosed"),
        ('事業\t"', "document#quotation-unclosed"),
        ('事業\t"研修"の日', "document#quotation-literal"),
        ('事業\t"研修"', "document#quotation-removed"),
        ('"研修"', "document#quotation-removed"),
    ],
)
def test_all_else_is_told(text: str, rule: str) -> None:
    assert rules_of(text) == [rule]


def test_where_every_text_is_quoted_a_program_did_so() -> None:
    def doubts(*texts: str) -> list[int]:
        rows = [Row(Origin("plan.txt", line), text, ()) for line, text in enumerate(texts, 1)]
        return [found.origin.line for found in doubtful_quotations(rows) if found.origin]

    assert doubts('"2018年度実施計画"', "", '"新規"\t"事業名"', '"研修"\t3\t"1,000"') == []
    assert doubts('"2018年度実施計画"', "", '"新規"\t事業名', '"研修"\t3') == [1, 3, 4]
